import type { Article } from '../../project/article'
import type { Records } from '../../project/records'
import type { Edit } from '../change'
import type { Circumstances, Outcome } from '../command'

/**
 * Marks articles as copies of each other; they stay, and so do all that were linked with any of them before. Null for fewer
 * than two, and where all are linked already.
 */
export function linkCopies(records: Records, ids: readonly string[], at: Pick<Circumstances, 'id'>): Outcome {
  const named = articlesOf(records, ids)
  const linked = new Set(named.flatMap(({ copies }) => (copies?.decision === 'linked' ? [copies.group] : [])))
  const [known] = linked
  const all = linked.size === 0 ? named : [...new Set([...named, ...[...records.article.values()].filter(({ copies }) => copies?.decision === 'linked' && linked.has(copies.group))])]
  if (named.length < 2) return null
  const edits = decided(all, { group: known ?? at.id(), decision: 'linked' })
  return edits.length === 0 ? null : { label: `link ${all.length} copies`, edits }
}

/** Says of articles that they are no copies, or are wanted as they are: they are not proposed again. Those that are linked stay so. */
export function keepCopies(records: Records, ids: readonly string[], at: Pick<Circumstances, 'id'>): Outcome {
  const open = articlesOf(records, ids).filter(({ copies }) => copies === null)
  if (open.length === 0) return null
  return { label: open.length === 1 ? 'keep an article as it is' : `keep ${open.length} articles as they are`, edits: decided(open, { group: at.id(), decision: 'kept' }) }
}

/** Takes a decision on near-duplicates back: they can be proposed again. */
export function reopenCopies(records: Records, group: string): Outcome {
  const all = [...records.article.values()].filter(({ copies }) => copies?.group === group)
  return all.length === 0 ? null : { label: 'take back a decision on near-duplicates', edits: decided(all, null) }
}

const articlesOf = (records: Records, ids: readonly string[]): readonly Article[] => [...new Set(ids)].flatMap((id) => records.article.get(id) ?? [])

const decided = (articles: readonly Article[], copies: Article['copies']): readonly Edit[] => articles
  .filter((before) => before.copies?.group !== copies?.group || before.copies?.decision !== copies?.decision)
  .map((before): Edit => ({ kind: 'article', id: before.id, before, after: { ...before, copies } }))
