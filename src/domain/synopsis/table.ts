import type { Article } from '../project/article'
import type { Attribution } from '../attribution/attribution'
import { contextOf } from './context'
import type { Once } from './once'
import type { Place } from './parallel'
import type { RejectedPassage } from './rejectedPassages'
import type { SharedPassage } from './sharedPassages'
import { keyOfPlace, TableWork } from './tableWork'
import type { Rendering } from './variants'
import type { Stretch } from './wording'

/** What the table needs to know of an article, which is a column of it. */
export type TableArticle = Pick<Article, 'id' | 'outlet' | 'language'>

/** One place of a shared passage. What takes time is worked out when it is asked for. */
export interface TablePlace {
  readonly place: Place
  /** Its words. */
  readonly text: string
  /** Offsets count in the article's text, as those of `place`; they cover it without gaps. */
  readonly stretches: readonly Stretch[]
  readonly attribution: Attribution
  /** What stands around a short one in its sentence. */
  readonly context: { readonly before: string; readonly after: string }
}

export type TablePassage = SharedPassage | RejectedPassage

/** A shared passage, or a rejected one, over the articles of an event. What takes time is worked out when it is asked for. */
export interface TableRow<P extends TablePassage = TablePassage> {
  readonly passage: P
  /** The telling words it has in common. */
  readonly name: string
  /** How many outlets have it; articles without an outlet count as one each. */
  readonly outlets: number
  /** By article, in the order of its text; articles that leave it out are not in it. */
  readonly cells: ReadonlyMap<string, readonly TablePlace[]>
  /** Of what its places word differently, the most frequent first. */
  readonly renderings: readonly Rendering[]
  /** Whose words its places are, and how they differ: to be worked out before they are asked for. */
  readonly work: { readonly attributions: readonly Once<unknown>[]; readonly words: readonly Once<unknown>[] }
}

/** What articles of one outlet have in common: its name, or the article's id where it is unknown. */
export const outletKey = ({ id, outlet }: Pick<TableArticle, 'id' | 'outlet'>): string => outlet || id

/**
 * The synopsis of an event: a row for each shared passage, in the order of the passages; places in other articles are left out.
 * @param articles the columns
 * @param textOf an article's canonical text
 * @param done what was worked out for earlier rows of the same texts, and takes up what is worked out for these
 */
export function synopsisTable<P extends TablePassage>(passages: readonly P[], articles: readonly TableArticle[], textOf: (article: string) => string, done = new TableWork(textOf)): readonly TableRow<P>[] {
  const known = new Map(articles.map((article) => [article.id, article]))
  const common = articles.find(({ language }) => language !== '')?.language ?? ''
  return passages.flatMap((passage) => {
    const places = passage.places.filter(({ article }) => known.has(article))
    if (places.length === 0) return []
    const { name, wording, renderings } = done.of({ places, links: passage.links }, common)
    const attributions: Once<unknown>[] = []
    const cells = new Map<string, TablePlace[]>()
    for (const place of places) {
      const attribution = done.attributionOf(place, known.get(place.article)?.language ?? '')
      attributions.push(attribution)
      const text = textOf(place.article)
      cells.set(place.article, [...(cells.get(place.article) ?? []), {
        place, text: text.slice(place.start, place.end),
        get context() { return contextOf(text, place) },
        get stretches() { return wording.get().get(keyOfPlace(place)) ?? [] },
        get attribution() { return attribution.get() },
      }])
    }
    for (const cell of cells.values()) cell.sort((a, b) => a.place.start - b.place.start)
    const outlets = new Set([...cells.keys()].flatMap((id) => known.get(id) ?? []).map(outletKey))
    return [{ passage, outlets: outlets.size, cells, work: { attributions, words: [wording, renderings] }, get name() { return name.get() }, get renderings() { return renderings.get() } }]
  })
}
