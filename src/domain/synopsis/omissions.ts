import type { Annotation } from '../project/annotation'
import type { Codebook, Dimension } from '../project/codebook'
import { codeEntries } from '../project/codes'
import { dimensionProgress, type Progress } from '../project/progress'
import type { Records } from '../project/records'
import type { Place } from './parallel'
import type { SharedPassage } from './sharedPassages'
import type { Teller } from './tellers'

/** Something that an event's tellers may have or leave out. */
export interface Told<T> {
  readonly what: T
  /** Key of a teller -> where it is first there; an article as a whole is an empty stretch at its beginning. */
  readonly at: ReadonlyMap<string, Place>
}

/** What others have and one teller has not. */
export interface Omission<T> extends Told<T> {
  /** `told`: it is left out. Else whether it is, can't be said yet, because the teller was not compared or coded, or coding it has only begun. */
  readonly known: 'told' | 'begun' | 'unknown'
}

/** How many others can be asked for at most: all of them. */
export const mostAsked = (all: readonly Teller[]): number => Math.max(0, all.length - 1)

/**
 * What at least so many others have and one teller has not; what most have first.
 * @param known what can be said of this teller about a thing; by default all is known
 */
export function omissions<T>(told: Iterable<Told<T>>, teller: string, least: number, known: (what: T) => Omission<T>['known'] = () => 'told'): readonly Omission<T>[] {
  return [...told].filter(({ at }) => !at.has(teller) && at.size >= least).map((one) => ({ ...one, known: known(one.what) })).sort((a, b) => b.at.size - a.at.size)
}

/**
 * Which tellers have which passage.
 * @param suggestions whether passages count that only weak evidence speaks for
 */
export function toldPassages(passages: Iterable<SharedPassage>, teller: ReadonlyMap<string, string>, suggestions = false): readonly Told<SharedPassage>[] {
  return [...passages].filter(({ state }) => suggestions || state !== 'suggested').map((what) => ({ what, at: firstPlaces(what.places, teller) }))
}

/** How many passages all tellers have but one. Of fewer than three nothing is said: what one of two has is shared with nobody. */
export const leftOutByOne = (told: readonly Told<unknown>[], all: readonly Teller[]): number => (all.length < 3 ? 0 : told.filter(({ at }) => all.filter(({ key }) => !at.has(key)).length === 1).length)

/** The first of the places by the key of who has it; those of nobody are left out. */
function firstPlaces(places: Iterable<Place>, teller: ReadonlyMap<string, string>): ReadonlyMap<string, Place> {
  const at = new Map<string, Place>()
  for (const place of places) {
    const who = teller.get(place.article)
    if (who !== undefined && !at.has(who)) at.set(who, place)
  }
  return at
}

/** An annotation's first passage, or the beginning of the article where it is of the article as a whole. */
export const placeOf = ({ subject, spans: [first] }: Annotation): Place => ({ article: subject, start: first?.start ?? 0, end: first?.end ?? 0 })

/** Code id -> which tellers have it, in the order of the codebook. @param coder null for anybody */
export function toldCodes(records: Records, codebook: Codebook, all: readonly Teller[], coder: string | null): readonly Told<string>[] {
  const found = new Map<string, Map<string, Place>>()
  for (const { key, annotation } of codings(records, all, coder)) {
    const at = found.get(annotation.code) ?? new Map<string, Place>()
    if (!at.has(key)) at.set(key, placeOf(annotation))
    found.set(annotation.code, at)
  }
  return [...codeEntries(codebook).keys()].flatMap((what) => {
    const at = found.get(what)
    return at ? [{ what, at }] : []
  })
}

/** The annotations of the tellers' articles, by whom they are asked of. */
export function* codings(records: Records, all: readonly Teller[], coder: string | null): Iterable<{ readonly key: string; readonly annotation: Annotation }> {
  for (const { key, articles } of all) {
    for (const { id } of articles) {
      const own = [...(records.annotationsOf.get(id)?.values() ?? [])].filter((one) => coder === null || one.coder === coder)
      for (const annotation of own.sort((a, b) => placeOf(a).start - placeOf(b).start)) yield { key, annotation }
    }
  }
}

/**
 * Whether it can be said that a teller lacks the codes of a dimension: only where all its articles are coded for it, by the coder
 * or by somebody; what nobody coded is not absent.
 */
export function codedFor(records: Records, codebook: Codebook, { articles }: Teller, dimension: Dimension, coder: string | null): Omission<string>['known'] {
  const entries = codeEntries(codebook)
  const coders = coder === null ? [...records.coder.keys()] : [coder]
  const best = (subject: string): Progress => coders.map((one) => dimensionProgress(records, entries, { coder: one, subject, dimension })).reduce((a, b) => (order.indexOf(b) > order.indexOf(a) ? b : a), 'open')
  const all = articles.map(({ id }) => best(id))
  return all.every((one) => one === 'coded' || one === 'none') ? 'told' : all.every((one) => one === 'open') ? 'unknown' : 'begun'
}

const order: readonly Progress[] = ['open', 'begun', 'none', 'coded']
