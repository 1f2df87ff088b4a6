import type { Article } from '../project/article'
import type { Annotation } from '../project/annotation'
import type { Records } from '../project/records'

/** Which articles are asked for; all conditions together. */
export interface ArticleQuery {
  /** Null for any; empty for those of unknown outlet. */
  readonly outlet: string | null
  /** Empty for no limit. Articles of unknown date meet neither. */
  readonly from: string
  readonly to: string
  /** An event's id, `none` for those that belong to none, null for any. */
  readonly event: string | null
  /** Who coded something in it; null for anybody or nobody. */
  readonly coder: string | null
  /** Codes one of which occurs in it, given by that coder; null for any. */
  readonly codes: ReadonlySet<string> | null
  readonly coded: 'any' | 'mine' | 'not-mine' | 'anybody' | 'nobody'
}

/** True when an article meets the query. @param me the coder that `mine` means */
export function meetsArticleQuery(article: Article, query: ArticleQuery, records: Records, me: string): boolean {
  const { outlet, event } = query
  return (outlet === null || article.outlet === outlet)
    && (event === null || (event === 'none' ? article.event === null : article.event === event))
    && isWithin(article.date, query.from, query.to)
    && hasCode(records, article.id, query)
    && isCoded(records, article.id, query.coded, me)
}

/** True when a date can be one of these days. All of them may lack their day or month: a limit of a month or year takes in the whole of it. */
export function isWithin(date: string, from: string, to: string): boolean {
  if (from === '' && to === '') return true
  if (date === '') return false
  return (from === '' || lastDay(date) >= from) && (to === '' || date <= lastDay(to))
}

const lastDay = (date: string): string => `${date}-99-99`.slice(0, 10)

function hasCode(records: Records, article: string, { coder, codes }: ArticleQuery): boolean {
  if (coder === null && codes === null) return true
  const fits = (one: Annotation): boolean => (coder === null || one.coder === coder) && (codes === null || codes.has(one.code))
  return [...(records.annotationsOf.get(article)?.values() ?? [])].some(fits)
}

/** A dimension marked as coded counts as well: finding nothing is a finding. */
function isCoded(records: Records, article: string, coded: ArticleQuery['coded'], me: string): boolean {
  if (coded === 'any') return true
  const annotations = [...(records.annotationsOf.get(article)?.values() ?? [])]
  const sheets = [...(records.sheetsOf.get(article)?.values() ?? [])].filter((sheet) => sheet.coded.length > 0)
  const by = [...annotations, ...sheets].map((one) => one.coder)
  if (coded === 'anybody' || coded === 'nobody') return (by.length > 0) === (coded === 'anybody')
  return by.includes(me) === (coded === 'mine')
}
