import type { Annotation } from '../../project/annotation'
import { codeEntries, type CodeEntry } from '../../project/codes'
import { LONGEST_MEMO } from '../../project/limits'
import { THE, type Records } from '../../project/records'
import type { Sheet } from '../../project/sheet'
import type { Edit } from '../change'
import type { Circumstances, Outcome } from '../command'
import { repeats } from './codeWhole'
import { editArticles } from './articles'
import { rulingsMoved } from './rulingsKept'

/** What becomes of what was coded of an event that goes. */
export interface Carrying {
  /** Annotations that go along. */
  readonly carried: readonly Annotation[]
  /** Those that can't, because the same coder has answered the same of the event that stays. */
  readonly left: readonly Annotation[]
}

/** What of an event's own coding goes along when it becomes part of another. The annotations of both must be loaded. */
export function carriedInto(records: Records, from: string, into: string): Carrying {
  const codebook = records.codebook.get(THE)
  const entries = codebook ? codeEntries(codebook) : new Map<string, CodeEntry>()
  const there = [...(records.annotationsOf.get(into)?.values() ?? [])]
  const answered = ({ coder, code }: Annotation): boolean => there.some((other) => other.coder === coder && isAnswer(entries, code, other.code))
  const all = [...(records.annotationsOf.get(from)?.values() ?? [])]
  return { carried: all.filter((one) => !answered(one)), left: all.filter(answered) }
}

/** Whether one code can't be given beside the other: it is the same and given once, or one of a dimension that takes one. */
function isAnswer(entries: ReadonlyMap<string, CodeEntry>, code: string, given: string): boolean {
  const [entry, other] = [entries.get(code), entries.get(given)]
  if (!entry || !other) return code === given
  if (entry.dimension.choice === 'one' && entry.dimension.id === other.dimension.id) return true
  return code === given && !repeats(entry)
}

/**
 * Makes one event of two: the articles of `from` come to `into`, and with them what was coded of it, its coding sheets, what
 * was ruled on what its articles share, and those of its variables that the other lacks. What `carriedInto` leaves is deleted. Null where there are no such two events.
 */
export function mergeEvents(records: Records, { from, into }: { readonly from: string; readonly into: string }, at: Pick<Circumstances, 'now'>): Outcome {
  const [gone, stays] = [records.event.get(from), records.event.get(into)]
  if (!gone || !stays || from === into) return null
  const { carried, left } = carriedInto(records, from, into)
  const articles = [...records.article.values()].filter((article) => article.event === from).map(({ id }) => id)
  const variables = { ...gone.variables, ...stays.variables }
  const date = [gone.date, stays.date].filter((one) => one !== '').sort((a, b) => (a < b ? -1 : 1))[0] ?? ''
  const edits: readonly Edit[] = [
    ...carried.map((before): Edit => ({ kind: 'annotation', id: before.id, before, after: { ...before, subject: into } })),
    ...left.map((before): Edit => ({ kind: 'annotation', id: before.id, before, after: null })),
    ...[...(records.sheetsOf.get(from)?.values() ?? [])].flatMap((sheet) => sheetEdits(records, sheet, into, at.now)),
    { kind: 'event', id: into, before: stays, after: { ...stays, date, variables } },
    { kind: 'event', id: from, before: gone, after: null },
    ...(editArticles(records, articles, { event: into })?.edits ?? []).filter(({ kind }) => kind !== 'ruling'),
    ...rulingsMoved(records, from, into),
  ]
  return { label: `merge “${gone.name}” into “${stays.name}”`, edits }
}

/** A coder's sheet of the event that goes becomes that of the other, or part of it. */
function sheetEdits(records: Records, sheet: Sheet, into: string, now: string): readonly Edit[] {
  const other = records.sheetsOf.get(into)?.get(sheet.coder)
  if (!other) return [{ kind: 'sheet', id: sheet.id, before: sheet, after: { ...sheet, subject: into } }]
  const memo = [other.memo, sheet.memo].filter((one) => one !== '').join('\n\n').slice(0, LONGEST_MEMO)
  return [
    { kind: 'sheet', id: sheet.id, before: sheet, after: null },
    { kind: 'sheet', id: other.id, before: other, after: { ...other, coded: [...new Set([...other.coded, ...sheet.coded])], memo, modified: now } },
  ]
}
