import type { Article } from './article'
import { inOrder } from './order'
import type { Records } from './records'

/** Articles on which one decision was made together. */
export interface DecidedCopies {
  readonly group: string
  readonly decision: 'linked' | 'kept'
  /** In reading order. */
  readonly articles: readonly Article[]
}

/** All decisions on near-duplicates by their group, in the order in which the articles came in. */
export function decidedCopies(records: Records): ReadonlyMap<string, DecidedCopies> {
  const found = new Map<string, Article[]>()
  for (const article of records.article.values()) {
    if (!article.copies) continue
    const known = found.get(article.copies.group)
    if (known) known.push(article)
    else found.set(article.copies.group, [article])
  }
  return new Map([...found].flatMap(([group, articles]) => {
    const decision = articles[0]?.copies?.decision
    return decision === undefined ? [] : [[group, { group, decision, articles: inOrder(articles) }] as const]
  }))
}
