import type { Records } from '../../project/records'
import type { Sheet } from '../../project/sheet'
import { sameData } from '../change'
import type { Circumstances, Outcome } from '../command'

/** What the coder at work says about an article or event as a whole; what isn't named stays. */
export interface SheetEntry {
  readonly subject: string
  /** Dimension id -> whether the coder has finished it. */
  readonly coded?: Readonly<Record<string, boolean>>
  readonly memo?: string
}

/** Fills in the coder's own sheet. Null when nothing would change or the subject is not in the project. */
export function fillSheet(records: Records, { subject, coded = {}, memo }: SheetEntry, at: Circumstances): Outcome {
  if (!records.article.has(subject) && !records.event.has(subject)) return null
  const before = records.sheetsOf.get(subject)?.get(at.coder) ?? null
  const blank: Sheet = { id: before?.id ?? at.id(), coder: at.coder, subject, coded: [], memo: '', modified: at.now }
  const so = before ?? blank
  const kept = so.coded.filter((id) => coded[id] !== false)
  const added = Object.keys(coded).filter((id) => coded[id] === true && !kept.includes(id))
  const after: Sheet = { ...so, coded: [...kept, ...added], memo: memo ?? so.memo, modified: at.now }
  if (sameData({ ...after, modified: so.modified }, so)) return null
  // A sheet that says nothing any more is none.
  const empty = after.coded.length === 0 && after.memo === ''
  return {
    label: memo === undefined ? (added.length > 0 ? 'mark as coded' : 'mark as not coded yet') : 'change a memo',
    edits: [{ kind: 'sheet', id: so.id, before, after: empty ? null : after }],
  }
}
