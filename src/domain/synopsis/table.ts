import type { Article } from '../project/article'
import { attribution, type Attribution } from './attribution'
import { contextOf } from './context'
import type { Place } from './parallel'
import { passageName } from './passageName'
import type { RejectedPassage } from './rejectedPassages'
import type { SharedPassage } from './sharedPassages'
import { wording, type Stretch } from './wording'

/** What the table needs to know of an article, which is a column of it. */
export type TableArticle = Pick<Article, 'id' | 'outlet' | 'language'>

/** One rendering of a shared passage. */
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

/** A shared passage, or a rejected one, over the articles of an event. */
export interface TableRow<P extends TablePassage = TablePassage> {
  readonly passage: P
  /** The telling words it has in common. */
  readonly name: string
  /** How many outlets have it; articles without an outlet count as one each. */
  readonly outlets: number
  /** By article, in the order of its text; articles that leave it out are not in it. */
  readonly cells: ReadonlyMap<string, readonly TablePlace[]>
}

/** What articles of one outlet have in common: its name, or the article's id where it is unknown. */
export const outletKey = ({ id, outlet }: Pick<TableArticle, 'id' | 'outlet'>): string => outlet || id

/**
 * The synopsis of an event: a row for each shared passage, in the order of the passages; places in other articles are left out.
 * @param articles the columns
 * @param textOf an article's canonical text
 */
export function synopsisTable<P extends TablePassage>(passages: readonly P[], articles: readonly TableArticle[], textOf: (article: string) => string): readonly TableRow<P>[] {
  const known = new Map(articles.map((article) => [article.id, article]))
  return passages.flatMap((passage) => {
    const places = passage.places.filter(({ article }) => known.has(article))
    if (places.length === 0) return []
    const words = wording(passage, textOf)
    const cells = new Map<string, TablePlace[]>()
    for (const place of places) {
      const text = textOf(place.article)
      const one = { place, text: text.slice(place.start, place.end), stretches: words.get(place) ?? [], attribution: attribution(text, place, known.get(place.article)?.language), context: contextOf(text, place) }
      cells.set(place.article, [...(cells.get(place.article) ?? []), one])
    }
    for (const cell of cells.values()) cell.sort((a, b) => a.place.start - b.place.start)
    const outlets = new Set([...cells.keys()].flatMap((id) => known.get(id) ?? []).map(outletKey))
    return [{ passage, name: passageName([...cells.values()].flat().map(({ text }) => text)), outlets: outlets.size, cells }]
  })
}
