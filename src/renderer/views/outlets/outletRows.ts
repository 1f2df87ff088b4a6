import { holdsAll, wordsOf } from '../../../domain/query/words'
import type { KnownOutlet } from '../../../domain/query/outlets'

export interface SortBy {
  readonly column: 'name' | 'articles'
  readonly descending: boolean
}

/** The outlets of which a name or property holds every word of the filter, in the order of a column, equal ones by name. */
export function outletRows(outlets: readonly KnownOutlet[], filter: string, { column, descending }: SortBy): readonly KnownOutlet[] {
  const words = wordsOf(filter)
  const found = outlets.filter(({ name, record }) => holdsAll([name, ...(record?.aliases ?? []), ...Object.values(record?.variables ?? {})].join('\n').toLocaleLowerCase(), words))
  const order = (a: KnownOutlet, b: KnownOutlet): number => (column === 'articles' ? a.articles - b.articles : a.name.localeCompare(b.name))
  return [...found].sort((a, b) => (descending ? order(b, a) : order(a, b)))
}

/** Columns before the first property: the tick, the name, the articles, other names. */
export const FIXED = 4
