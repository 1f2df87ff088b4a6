import type { Article } from '../../project/article'
import type { Records } from '../../project/records'
import type { Change, Edit } from '../change'
import type { Outcome } from '../command'
import { rulingsAlong, rulingsWithout } from './rulingsKept'

/** What a researcher may correct about an article; its text is not among it. */
export type ArticleFields = Partial<Pick<Article, 'outlet' | 'headline' | 'date' | 'byline' | 'section' | 'language' | 'url' | 'event'>>

/** Brings imported articles into the project. */
export function addArticles(articles: readonly Article[]): Change {
  return {
    label: articles.length === 1 ? 'import an article' : `import ${articles.length} articles`,
    edits: articles.map((after) => ({ kind: 'article', id: after.id, before: null, after })),
  }
}

/** Sets the same fields on many articles; null when nothing would change. What was ruled on articles that all come to another event goes with them. */
export function editArticles(records: Records, ids: readonly string[], fields: ArticleFields): Outcome {
  const edits = [...new Set(ids)].flatMap((id): Edit[] => {
    const before = records.article.get(id)
    if (!before) return []
    const keys = Object.keys(fields) as (keyof ArticleFields)[]
    return keys.some((key) => before[key] !== fields[key]) ? [{ kind: 'article', id, before, after: { ...before, ...fields } }] : []
  })
  const what = Object.keys(fields).join(', ')
  const along = fields.event ? rulingsAlong(records, new Set(edits.map(({ id }) => id)), fields.event) : []
  return edits.length === 0 ? null : { label: edits.length === 1 ? `change ${what}` : `change ${what} of ${edits.length} articles`, edits: [...edits, ...along] }
}

/** Takes articles out together with what was coded of them, by everybody. The annotations must be loaded. */
export function removeArticles(records: Records, ids: readonly string[]): Outcome {
  const edits = [...new Set(ids)].flatMap((id): Edit[] => {
    const before = records.article.get(id)
    if (!before) return []
    return [...withoutCoding(records, id), { kind: 'article', id, before, after: null }]
  })
  const gone = new Set(edits.flatMap((edit) => (edit.kind === 'article' ? [edit.id] : [])))
  const count = gone.size
  return count === 0 ? null : { label: count === 1 ? 'remove an article' : `remove ${count} articles`, edits: [...edits, ...rulingsWithout(records, gone)] }
}

/** What takes away everything that was coded of an article or event. */
export const withoutCoding = (records: Records, subject: string): readonly Edit[] => [
  ...[...(records.annotationsOf.get(subject)?.values() ?? [])].map((before): Edit => ({ kind: 'annotation', id: before.id, before, after: null })),
  ...[...(records.sheetsOf.get(subject)?.values() ?? [])].map((before): Edit => ({ kind: 'sheet', id: before.id, before, after: null })),
]
