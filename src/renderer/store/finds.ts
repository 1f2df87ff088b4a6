import type { LineOrder } from '../../domain/query/concordance'
import type { ArticleQuery } from '../../domain/query/articleQuery'
import type { Wanted } from '../../domain/query/search'

/** What the view Find looks for and how it shows it, as the researcher sets it. Remembered while the project is open. */
export interface Finds {
  readonly wanted: Wanted
  readonly inExcluded: boolean
  readonly filters: FindFilters
  readonly order: LineOrder
  /** The line the keyboard is at, and those that are ticked: numbers of hits. */
  readonly cursor: number | null
  readonly ticked: ReadonlySet<number>
  /** The search these numbers belong to. */
  readonly of: string | null
}

/** As `ArticleQuery`, but for codes a dimension or a code with those below it. */
export interface FindFilters extends Omit<ArticleQuery, 'codes'> {
  readonly within: { readonly kind: 'dimension' | 'code'; readonly id: string } | null
}

export const allArticles: FindFilters = { outlet: null, from: '', to: '', event: null, coder: null, within: null, coded: 'any' }

export const nothingAsked: Finds = {
  wanted: { typed: '', as: 'words', matchCase: false, whole: false, exact: false }, inExcluded: false, filters: allArticles, order: 'corpus', cursor: null, ticked: new Set(), of: null,
}

/** True when the filters leave every article. */
export const takesAll = (filters: FindFilters): boolean => Object.entries(allArticles).every(([name, value]) => filters[name as keyof FindFilters] === value)
