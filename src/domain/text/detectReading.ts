import { canonicalText } from './canonical'
import { offsetBreaks, offsetReader, offsetUnits, type OffsetReading, type OffsetScore } from './offsets'
import { agreesWith, bounds } from './placeEvidence'
import type { Span } from './span'

/** A text with positions in it that some program counted. */
export interface Positioned {
  /** As decoded, with its own line ends. */
  readonly text: string
  readonly places: readonly PlaceToRead[]
}

export interface PlaceToRead {
  readonly start: number
  readonly end: number
  /** The words there as the file stores them, maybe cut short; null where it stores none. */
  readonly snippet: string | null
}

const allReadings: readonly OffsetReading[] = offsetUnits.flatMap((unit) => offsetBreaks.map((breaks) => ({ unit, breaks })))

/** Where fewer of the stored words are found than this, whatever is counted, they are no words of the text but, say, names. */
const NO_WORDS = 0.1

/**
 * How well each reading fits, the best first. It is compared with the words stored beside the positions; where there are none, or none of the
 * text, with the bounds of words, since hardly anybody marks half a word. Readings that come to the same in all places are given
 * once: as `usual` where that is one of them. Of equals `usual` comes first.
 * @param usual what the format is said to count, or null
 */
export function detectReading(documents: readonly Positioned[], usual: OffsetReading | null): readonly OffsetScore[] {
  const tallies = usualFirst(usual).map((reading): Tally => ({ reading, stored: { fit: 0, of: 0 }, bounds: { fit: 0, of: 0 }, differsFrom: new Set() }))
  for (const { text, places } of documents) if (places.length > 0) compare(text, places, tallies)
  const distinct = tallies.reduce<readonly Tally[]>((kept, one) => (kept.every((other) => other.differsFrom.has(one)) ? [...kept, one] : kept), [])
  const speak = distinct.some(({ stored }) => share(stored) >= NO_WORDS)
  return distinct
    .map((one): OffsetScore => {
      const counted = speak ? one.stored : one.bounds
      return { reading: one.reading, score: share(counted), compared: counted.of, against: speak ? 'words-stored' : 'word-bounds' }
    })
    .sort((a, b) => b.score - a.score)
}

interface Count {
  fit: number
  of: number
}

interface Tally {
  readonly reading: OffsetReading
  readonly stored: Count
  readonly bounds: Count
  readonly differsFrom: Set<Tally>
}

const share = ({ fit, of }: Count): number => (of === 0 ? 0 : fit / of)

const usualFirst = (usual: OffsetReading | null): readonly OffsetReading[] =>
  (usual ? [usual, ...allReadings.filter(({ unit, breaks }) => unit !== usual.unit || breaks !== usual.breaks)] : allReadings)

/** Counts for one text; readings that can't differ in it are worked out once. */
function compare(text: string, places: readonly PlaceToRead[], tallies: readonly Tally[]): void {
  const canonical = canonicalText(text)
  const sameHere = sameIn(text)
  const known = new Map<string, { readonly spans: readonly (Span | null)[]; readonly stored: Count; readonly bounds: Count; readonly tallies: Tally[] }>()
  for (const tally of tallies) {
    const key = sameHere(tally.reading)
    let outcome = known.get(key)
    if (!outcome) {
      const read = offsetReader(text, tally.reading)
      const spans = places.map(({ start, end }) => spanOf(read(start), read(end)))
      outcome = { spans, ...evidence(canonical, places, spans), tallies: [] }
      known.set(key, outcome)
    }
    outcome.tallies.push(tally)
    for (const kind of ['stored', 'bounds'] as const) {
      tally[kind].fit += outcome[kind].fit
      tally[kind].of += outcome[kind].of
    }
  }
  const outcomes = [...known.values()]
  for (const one of outcomes) {
    for (const other of outcomes) {
      if (one === other || sameSpans(one.spans, other.spans)) continue
      for (const tally of one.tallies) for (const another of other.tallies) tally.differsFrom.add(another)
    }
  }
}

const spanOf = (start: number | undefined, end: number | undefined): Span | null => (start === undefined || end === undefined || start >= end ? null : { start, end })

const sameSpans = (a: readonly (Span | null)[], b: readonly (Span | null)[]): boolean => a.every((span, i) => span?.start === b[i]?.start && span?.end === b[i]?.end)

function evidence(canonical: string, places: readonly PlaceToRead[], spans: readonly (Span | null)[]): { readonly stored: Count; readonly bounds: Count } {
  const stored = { fit: 0, of: 0 }, whole = { fit: 0, of: 0 }
  for (const [i, { snippet }] of places.entries()) {
    const span = spans[i] ?? null
    whole.of += 2
    if (span) whole.fit += bounds(canonical, span)
    if (snippet === null || snippet.trim() === '') continue
    stored.of += 1
    if (span && agreesWith(canonical.slice(span.start, span.end), snippet)) stored.fit += 1
  }
  return { stored, bounds: whole }
}

/** What a reading comes to in a text, as a key: units of ASCII are all the same, and so on. */
function sameIn(text: string): (reading: OffsetReading) => string {
  const plain = !/[^\p{ASCII}]/u.test(text), astral = /[\u{10000}-\u{10FFFF}]/u.test(text)
  const long = /\r\n/.test(text), short = /\r(?!\n)|(?<!\r)\n/.test(text)
  return ({ unit, breaks }) => {
    const units = plain ? '' : unit === 'utf8-byte' ? 'bytes' : astral ? unit : 'characters'
    const width = !long && !short ? '' : breaks !== 'as-is' ? breaks : !long ? 'lf' : !short ? 'crlf' : breaks
    return `${units} ${width}`
  }
}
