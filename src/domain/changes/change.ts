import { putRecord, type RecordKind, type Records, type RecordTypes } from '../project/records'

/** One record before and after; null where it does not exist. */
export type Edit = {
  [K in RecordKind]: { readonly kind: K; readonly id: string; readonly before: RecordTypes[K] | null; readonly after: RecordTypes[K] | null }
}[RecordKind]

/** One undoable step. Each record occurs at most once among its edits. */
export interface Change {
  /** What was done, as it reads in "Undo …". */
  readonly label: string
  readonly edits: readonly Edit[]
}

/** A change that does not fit: a record it starts from is not what is there. */
export class ConflictError extends Error {
  constructor(readonly edit: Edit) {
    super(`${edit.kind} ${edit.id} is not what the change started from`)
    this.name = 'ConflictError'
  }
}

/**
 * Applies a change in place, all of it or nothing.
 * @throws ConflictError before anything is altered
 */
export function apply(records: Records, change: Change): void {
  for (const edit of change.edits) demandFits(records, edit)
  for (const edit of change.edits) putRecord(records, edit.kind, edit.id, edit.after)
}

/** @throws ConflictError when the record is not what the edit starts from */
export function demandFits(records: Records, edit: Edit): void {
  if (!sameData(records[edit.kind].get(edit.id) ?? null, edit.before)) throw new ConflictError(edit)
}

/** The change that takes this one back. */
export function invert(change: Change): Change {
  return { label: change.label, edits: change.edits.map(invertEdit) }
}

/** The edit that takes this one back. */
export const invertEdit = (edit: Edit): Edit => ({ ...edit, before: edit.after, after: edit.before }) as Edit

/**
 * One change with the effect of several applied in turn. Records that end as they began drop out.
 * The label is the last one's.
 */
export function squash(changes: readonly Change[]): Change {
  const merged = new Map<string, Edit>()
  for (const { edits } of changes) {
    for (const edit of edits) {
      const key = `${edit.kind} ${edit.id}`
      const first = merged.get(key)
      merged.set(key, first ? ({ ...edit, before: first.before } as Edit) : edit)
    }
  }
  return { label: changes.at(-1)?.label ?? '', edits: [...merged.values()].filter((edit) => !sameData(edit.before, edit.after)) }
}

/** Equality of plain data, by content; the order of keys does not matter. */
export function sameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  return keys.every((key) => Object.hasOwn(b, key) && sameData(a[key as keyof typeof a], b[key as keyof typeof b]))
}
