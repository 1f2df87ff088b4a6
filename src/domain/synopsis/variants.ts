import { overlaps } from '../text/span'
import { inStep } from './inStep'
import type { Place } from './parallel'
import type { Wordy } from './slotWords'
import type { SharedPassage } from './sharedPassages'
import { tells } from './tells'
import { rendering } from './wording'

/** The words some places have for the same thing, and where they stand. */
export interface Rendering {
  /** As `fold` has them: what makes two renderings one. */
  readonly key: string
  /** As they stand at the first place. */
  readonly words: string
  readonly count: number
  /** Where these words are, within the places of the passage and in their order. */
  readonly places: readonly Place[]
}

/** A point at which the places of a passage differ; the most frequent rendering first. */
export interface Slot {
  readonly renderings: readonly Rendering[]
}

export interface Variants {
  /** The most telling variation first; none overlaps another. Differences in words that tell nothing by themselves are left out. */
  readonly slots: readonly Slot[]
  /** The first of them; null where there is none. */
  readonly headline: Slot | null
  /** The places as a whole, those that are word for word the same together. */
  readonly whole: Slot
}

/**
 * How the places of a shared passage word what they share: where they differ, which of them has what. A differing word comes
 * with the telling word beside it that all have, so that it reads “just fight” and “sacred fight”, not “just” and “sacred”.
 * @param textOf canonical text of an article; a place whose article has none is left out
 * @param language of the articles; BCP 47, or empty
 */
export function variants({ places, links }: Pick<SharedPassage, 'places' | 'links'>, textOf: (article: string) => string | undefined, language = ''): Variants {
  const { rows, ways } = inStep(places.flatMap((place) => {
    const text = textOf(place.article)
    return text === undefined ? [] : [{ place, text }]
  }), links, language)
  const found = ways.flat().map((stretch) => slotOf(shortest(stretch.flatMap((one) => trimmed(one) ?? [])))).filter(({ renderings }) => new Set(renderings.map(({ key }) => sayingOf(key))).size > 1)
  const slots = apart(found.map((slot) => ({ slot, much: weight(slot) })).sort((a, b) => b.much - a.much).map(({ slot }) => slot))
  return { slots, headline: slots[0] ?? null, whole: slotOf(rows) }
}

/** Those that overlap none of the slots before them. */
function apart(slots: readonly Slot[]): readonly Slot[] {
  const taken = new Map<string, Place[]>()
  return slots.filter(({ renderings }) => {
    const places = renderings.flatMap((one) => one.places)
    if (places.some((place) => taken.get(place.article)?.some((other) => overlaps(place, other)))) return false
    for (const place of places) taken.set(place.article, [...(taken.get(place.article) ?? []), place])
    return true
  })
}

function slotOf(stretches: readonly Wordy[]): Slot {
  const found = new Map<string, { words: string; places: Place[] }>()
  for (const { place, text, words } of stretches) {
    const [first, last] = [words[0], words.at(-1)]
    if (!first || !last) continue
    const key = keyOf(words)
    const span = { article: place.article, start: first.start, end: last.end }
    const known = found.get(key)
    if (known) known.places.push(span)
    else found.set(key, { words: rendering(text, span), places: [span] })
  }
  const renderings = [...found].map(([key, { words, places }]): Rendering => ({ key, words, count: places.length, places }))
  return { renderings: renderings.sort((a, b) => b.count - a.count) }
}

/** Without words at its ends that tell nothing: “the just fight” is “just fight”. Null where all are such. */
function trimmed(one: Wordy): Wordy | null {
  const said = one.words.flatMap(({ key }, i) => (tells(key) ? [i] : []))
  return said.length === 0 ? null : { ...one, words: one.words.slice(said[0], (said.at(-1) ?? 0) + 1) }
}

/** What some have at the end or beginning of a longer phrase, others alone, is what the phrase comes to: “victory in the just fight” is “just fight”. */
function shortest(all: readonly Wordy[]): readonly Wordy[] {
  const keys = new Set(all.map(({ words }) => keyOf(words)))
  return all.map((one) => {
    const { words } = one
    for (let i = words.length - 2; i > 0; i -= 1) {
      if (!tells(words[i]?.key ?? '') && keys.has(keyOf(words.slice(i + 1)))) return { ...one, words: words.slice(i + 1) }
      if (!tells(words[i]?.key ?? '') && keys.has(keyOf(words.slice(0, i)))) return { ...one, words: words.slice(0, i) }
    }
    return one
  })
}

const keyOf = (words: Wordy['words']): string => words.map(({ key }) => key).join(' ')

const sayingOf = (key: string): string => key.split(' ').filter(tells).join(' ')

/** Two words, such as an adjective and its noun, tell most: one may be a verb like others, many are a sentence of their own. More places and renderings tell more, but not where each has its own. */
function weight({ renderings }: Slot): number {
  const places = renderings.reduce((sum, { count }) => sum + count, 0)
  const length = renderings.reduce((sum, { key, count }) => sum + key.split(' ').length * count, 0) / places
  return places * Math.min(renderings.length - 1, 3) * Math.sqrt(places / renderings.length) / Math.max(length, 4 - length)
}
