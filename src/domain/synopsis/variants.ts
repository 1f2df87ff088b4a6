import { inStep, type Wordy } from './inStep'
import type { Place } from './parallel'
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
  /** In the order of the passage; those that differ only in words that tell nothing by themselves are left out. */
  readonly slots: readonly Slot[]
  /** The one with the most telling variation; null where there is none. */
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
  const { rows, slots: stretches } = inStep(places.flatMap((place) => {
    const text = textOf(place.article)
    return text === undefined ? [] : [{ place, text }]
  }), links, language)
  const slots = stretches.map((stretch) => slotOf(stretch.map(trimmed))).filter(({ renderings }) => new Set(renderings.map(({ key }) => sayingOf(key))).size > 1)
  return { slots, headline: slots.reduce<Slot | null>((best, one) => (best && weight(best) >= weight(one) ? best : one), null), whole: slotOf(rows) }
}

function slotOf(stretches: readonly Wordy[]): Slot {
  const found = new Map<string, { words: string; places: Place[] }>()
  for (const { place, text, words } of stretches) {
    const [first, last] = [words[0], words.at(-1)]
    if (!first || !last) continue
    const key = words.map((word) => word.key).join(' ')
    const span = { article: place.article, start: first.start, end: last.end }
    const known = found.get(key)
    if (known) known.places.push(span)
    else found.set(key, { words: rendering(text, span), places: [span] })
  }
  const renderings = [...found].map(([key, { words, places }]): Rendering => ({ key, words, count: places.length, places }))
  return { renderings: renderings.sort((a, b) => b.count - a.count) }
}

/** Without words at its ends that tell nothing, unless all are such: “the just fight” is “just fight”. */
function trimmed(one: Wordy): Wordy {
  const said = one.words.flatMap(({ key }, i) => (tells(key) ? [i] : []))
  return said.length === 0 ? one : { ...one, words: one.words.slice(said[0], (said.at(-1) ?? 0) + 1) }
}

const sayingOf = (key: string): string => key.split(' ').filter(tells).join(' ')

/** Two words, such as an adjective and its noun, tell most: one may be a verb like others, many are a sentence of their own. More places and renderings tell more. */
function weight({ renderings }: Slot): number {
  const places = renderings.reduce((sum, { count }) => sum + count, 0)
  const length = renderings.reduce((sum, { key, count }) => sum + key.split(' ').length * count, 0) / places
  return places * Math.min(renderings.length - 1, 3) / Math.max(length, 4 - length)
}

/** Renderings of which outlets chose one or another, somewhere in the event. */
export interface Choice {
  readonly alternatives: readonly Alternative[]
}

export interface Alternative {
  readonly key: string
  readonly words: string
  readonly count: number
  /** Key of a teller -> where it has these words. */
  readonly by: ReadonlyMap<string, readonly Place[]>
}

/**
 * What each outlet chose throughout an event: renderings that stand for one another in any passage belong together, so that it
 * shows when an outlet always has the same one.
 * @param teller article id -> key of its teller
 * @returns what most tellers had to choose first
 */
export function choices(found: Iterable<Variants>, teller: ReadonlyMap<string, string>): readonly Choice[] {
  const groups = new Map<string, Set<string>>()
  const known = new Map<string, { words: string; places: Map<string, Place> }>()
  for (const { slots } of found) {
    for (const { renderings } of slots) {
      const keys = renderings.filter(({ key }) => key.split(' ').some(tells)).map(({ key }) => key)
      const group = new Set(keys.flatMap((key) => [key, ...(groups.get(key) ?? [])]))
      for (const key of group) groups.set(key, group)
      for (const { key, words, places } of renderings) {
        const own = known.get(key) ?? { words, places: new Map<string, Place>() }
        for (const place of places) own.places.set(`${place.article} ${place.start}`, place)
        known.set(key, own)
      }
    }
  }
  return [...new Set(groups.values())].map((group): Choice => ({ alternatives: [...group].map((key) => alternative(key, known.get(key), teller)).sort((a, b) => b.count - a.count) }))
    .filter(({ alternatives }) => alternatives.length > 1)
    .sort((a, b) => reach(b) - reach(a) || total(b) - total(a))
}

function alternative(key: string, known: { readonly words: string; readonly places: ReadonlyMap<string, Place> } | undefined, teller: ReadonlyMap<string, string>): Alternative {
  const by = new Map<string, Place[]>()
  for (const place of known?.places.values() ?? []) {
    const who = teller.get(place.article)
    if (who !== undefined) by.set(who, [...(by.get(who) ?? []), place])
  }
  return { key, words: known?.words ?? key, count: known?.places.size ?? 0, by }
}

const reach = ({ alternatives }: Choice): number => new Set(alternatives.flatMap(({ by }) => [...by.keys()])).size
const total = ({ alternatives }: Choice): number => alternatives.reduce((sum, { count }) => sum + count, 0)
