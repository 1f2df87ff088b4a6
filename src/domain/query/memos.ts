import { codeEntries } from '../project/codes'
import { subjectsInOrder } from '../project/order'
import { annotationsInOrder, THE, type Records } from '../project/records'

/** A memo and what it is about. */
export interface Memo {
  readonly kind: 'project' | 'code' | 'event' | 'article' | 'annotation' | 'entity'
  /** Of the annotation, article, event, code or entity; of the project, `the`. */
  readonly id: string
  readonly text: string
  /** Whose it is; null for what belongs to the whole team. */
  readonly coder: string | null
  /** When what it stands on was last changed, UTC ISO 8601; null where that isn't kept. */
  readonly modified: string | null
}

/**
 * All memos of a project, of all coders: the project's, those on codes, those on each event and article with the ones on
 * its annotations in the order of the text, those on entities. The annotations must be loaded.
 */
export function allMemos(records: Records): readonly Memo[] {
  const project = records.project.get(THE)
  const codebook = records.codebook.get(THE)
  const common = { coder: null, modified: null }
  const all: Memo[] = [
    ...(project ? [{ kind: 'project' as const, id: THE, text: project.memo, ...common }] : []),
    ...[...(codebook ? codeEntries(codebook).values() : [])].map(({ code }) => ({ kind: 'code' as const, id: code.id, text: code.memo, ...common })),
  ]
  for (const id of subjectsInOrder(records)) {
    const kind = records.event.has(id) ? 'event' : 'article'
    for (const { coder, memo, modified } of records.sheetsOf.get(id)?.values() ?? []) all.push({ kind, id, text: memo, coder, modified })
    for (const one of annotationsInOrder(records, id)) if (one.note !== '') all.push({ kind: 'annotation', id: one.id, text: one.note, coder: one.coder, modified: one.modified })
  }
  for (const { id, memo } of records.entity.values()) all.push({ kind: 'entity', id, text: memo, ...common })
  return all.filter(({ text }) => text.trim() !== '')
}
