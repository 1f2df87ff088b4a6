import { diffArrays } from 'diff'
import { paragraphs, sentences, words } from '../text/segments'
import { overlaps, type Span } from '../text/span'

/** A text to be laid beside another one. */
export interface Version {
  /** Canonical. */
  readonly text: string
  /** What is excluded of it is no difference and is left out. */
  readonly excluded: readonly Span[]
  /** BCP 47, or empty. */
  readonly language: string
}

/** A part of a sentence; `changed` where the other text has something else. */
export interface Piece {
  readonly text: string
  readonly changed: boolean
}

/** A stretch of two texts laid beside each other; what only one of them has stands beside nothing. */
export type Difference =
  | { readonly kind: 'same'; readonly sentences: number }
  | { readonly kind: 'changed'; readonly a: readonly Piece[]; readonly b: readonly Piece[] }
  | { readonly kind: 'only-a' | 'only-b'; readonly sentence: string }

/** Two sentences are one that was changed when at least so many of their words, by the longer one, are the same in order. */
const STILL_THE_SAME = 0.4

/** More sentences in a row than this, without a common one between, are taken for written anew and not paired: pairing costs their product. */
const MOST_PAIRED = 60

/** What two texts have sentence by sentence in common, changed, or alone, in the order of both. */
export function differences(a: Version, b: Version): readonly Difference[] {
  const found: Difference[] = []
  const [x, y] = [sentencesOf(a), sentencesOf(b)]
  let goneFrom = 0, comeFrom = 0, gone = 0, come = 0
  const settle = (): void => {
    found.push(...paired(x.slice(goneFrom, goneFrom + gone), y.slice(comeFrom, comeFrom + come)))
    goneFrom += gone
    comeFrom += come
    gone = 0
    come = 0
  }
  for (const { added, removed, count } of diffArrays(x.map(({ key }) => key), y.map(({ key }) => key))) {
    if (removed) gone += count
    else if (added) come += count
    else {
      settle()
      found.push({ kind: 'same', sentences: count })
      goneFrom += count
      comeFrom += count
    }
  }
  settle()
  return found
}

interface Sentence {
  readonly text: string
  /** Its words as they are compared. */
  readonly words: readonly string[]
  readonly key: string
}

function sentencesOf({ text, excluded, language }: Version): readonly Sentence[] {
  const spans = paragraphs(text).flatMap((paragraph) => sentences(text, paragraph, language))
  return spans.filter((span) => !excluded.some((one) => overlaps(one, span))).map((span) => sentence(text, span, language)).filter((one) => one.key !== '')
}

function sentence(text: string, span: Span, language: string): Sentence {
  const own = words(text, span, language).map(({ start, end }) => folded(text.slice(start, end)))
  return { text: text.slice(span.start, span.end), words: own, key: own.join(' ') }
}

const folded = (word: string): string => word.trim().normalize('NFC').toLowerCase().replaceAll('’', "'")

/** Sentences that have no equal one beside them: which of them are the same one changed, so that as much as possible is kept in order. */
function paired(gone: readonly Sentence[], come: readonly Sentence[]): readonly Difference[] {
  const onlyA = (one: Sentence): Difference => ({ kind: 'only-a', sentence: one.text })
  const onlyB = (one: Sentence): Difference => ({ kind: 'only-b', sentence: one.text })
  if (gone.length * come.length === 0 || gone.length > MOST_PAIRED || come.length > MOST_PAIRED) return [...gone.map(onlyA), ...come.map(onlyB)]
  const rows: Difference[] = []
  let i = 0, k = 0
  for (const [p, q] of bestPairs(gone, come)) {
    rows.push(...gone.slice(i, p).map(onlyA), ...come.slice(k, q).map(onlyB))
    const [one, other] = [gone[p], come[q]]
    if (one && other) rows.push(changed(one.text, other.text))
    i = p + 1
    k = q + 1
  }
  return [...rows, ...gone.slice(i).map(onlyA), ...come.slice(k).map(onlyB)]
}

/** The pairs in order whose likeness sums up to most (as for a longest common subsequence). */
function bestPairs(gone: readonly Sentence[], come: readonly Sentence[]): readonly (readonly [number, number])[] {
  const width = come.length + 1
  const like = gone.map((one) => come.map((other) => likeness(one.words, other.words)))
  const best = new Float64Array((gone.length + 1) * width)
  const at = (i: number, k: number): number => best[i * width + k] ?? 0
  const pairing = (i: number, k: number): number => {
    const alike = like[i]?.[k] ?? 0
    return alike >= STILL_THE_SAME ? at(i + 1, k + 1) + alike : 0
  }
  for (let i = gone.length - 1; i >= 0; i -= 1) {
    for (let k = come.length - 1; k >= 0; k -= 1) best[i * width + k] = Math.max(at(i + 1, k), at(i, k + 1), pairing(i, k))
  }
  const pairs: (readonly [number, number])[] = []
  for (let i = 0, k = 0; i < gone.length && k < come.length;) {
    if (at(i, k) === at(i + 1, k)) i += 1
    else if (at(i, k) === at(i, k + 1)) k += 1
    else pairs.push([i++, k++])
  }
  return pairs
}

/** Share of the longer one's words that the other one has in the same order. */
function likeness(a: readonly string[], b: readonly string[]): number {
  const least = Math.max(a.length, b.length) * STILL_THE_SAME
  // Most are nothing like each other, which is cheaper to see without regard to order.
  const known = new Set(a)
  if (Math.min(a.length, b.length) < least || b.filter((word) => known.has(word)).length < least) return 0
  const kept = diffArrays([...a], [...b]).reduce((sum, { added, removed, count }) => (added || removed ? sum : sum + count), 0)
  return kept / Math.max(a.length, b.length)
}

/** A word or sign with the white space behind it. */
const TOKEN = /(?:[^\s\p{P}]+|\p{P})\s*/gu

/** Both sentences in full, cut where they change. What differs in case and white space alone does not. */
function changed(one: string, other: string): Difference {
  const [own, theirs] = [one.match(TOKEN) ?? [], other.match(TOKEN) ?? []]
  const a: Piece[] = []
  const b: Piece[] = []
  let i = 0, k = 0
  for (const { added, removed, count } of diffArrays<string>(own, theirs, { comparator: (x, y) => folded(x) === folded(y) })) {
    if (!added) a.push({ text: own.slice(i, i += count).join(''), changed: removed })
    if (!removed) b.push({ text: theirs.slice(k, k += count).join(''), changed: added })
  }
  return { kind: 'changed', a, b }
}
