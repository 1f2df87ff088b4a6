import type { Article } from '../../../domain/project/article'
import type { Records } from '../../../domain/project/records'
import { inReadingOrder } from '../../../domain/project/order'

export const sortable = ['outlet', 'headline', 'date', 'event', 'words', 'file', 'encoding'] as const
export interface SortBy {
  readonly column: (typeof sortable)[number]
  readonly descending: boolean
}

/** Articles in the order of a column; equal ones, and empty cells at the end, in reading order. */
export function sorted(articles: readonly Article[], { column, descending }: SortBy, records: Records): readonly Article[] {
  const key = (one: Article): string | number => {
    switch (column) {
      case 'words': return one.words
      case 'file': return one.source.file
      case 'encoding': return one.source.encoding
      case 'event': return records.event.get(one.event ?? '')?.name ?? ''
      default: return one[column]
    }
  }
  return [...articles].sort((a, b) => {
    const [x, y] = [key(a), key(b)]
    if (x === '' || y === '') return x === y ? inReadingOrder(a, b) : x === '' ? 1 : -1
    const order = typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y))
    return (descending ? -order : order) || inReadingOrder(a, b)
  })
}
