import type { Article } from '../../../domain/project/article'
import type { Records } from '../../../domain/project/records'
import { inOrder } from '../../../domain/project/order'

export const sortable = ['outlet', 'headline', 'date', 'event', 'words', 'coded', 'file', 'encoding'] as const
export interface SortBy {
  readonly column: (typeof sortable)[number]
  readonly descending: boolean
}

const { compare } = new Intl.Collator(undefined, { numeric: true })

/**
 * Articles in the order of a column; equal ones, and empty cells at the end, in reading order.
 * @param codedBy how far the coding of an article is, the higher the further
 */
export function sorted(articles: Iterable<Article>, { column, descending }: SortBy, { records, codedBy }: { readonly records: Records; readonly codedBy: (article: string) => number }): readonly Article[] {
  const key = (one: Article): string | number => {
    switch (column) {
      case 'words': return one.words
      case 'coded': return codedBy(one.id)
      case 'file': return one.source.file
      case 'encoding': return one.source.encoding
      case 'event': return records.event.get(one.event ?? '')?.name ?? ''
      default: return one[column]
    }
  }
  const keyed = inOrder(articles).map((article) => ({ article, key: key(article) }))
  const ranks = ranksOf(keyed)
  // Sorting is stable: what is equal stays in reading order.
  return keyed.sort((a, b) => {
    if (a.key === '' || b.key === '') return a.key === b.key ? 0 : a.key === '' ? 1 : -1
    const order = (ranks.get(a.key) ?? 0) - (ranks.get(b.key) ?? 0)
    return descending ? -order : order
  }).map(({ article }) => article)
}

/** Each different value is compared by the rules of the language once, however often it occurs. */
function ranksOf(keyed: readonly { readonly key: string | number }[]): ReadonlyMap<string | number, number> {
  const different = [...new Set(keyed.map(({ key }) => key))]
  different.sort((x, y) => (typeof x === 'number' && typeof y === 'number' ? x - y : compare(String(x), String(y))))
  return new Map(different.map((value, i) => [value, i]))
}
