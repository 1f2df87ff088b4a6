import { isOutdated, type CodeEntry } from '../../../domain/project/codes'
import type { Session } from '../../store/session'

/** How many annotations were made, or last confirmed, before a code's rules changed: of all coders, and one's own among them. */
export function outdatedOf({ records, opened }: Session, entry: CodeEntry): { readonly all: number; readonly own: number } {
  let all = 0, own = 0
  if (entry.code.revised === 0) return { all, own }
  for (const annotation of records.annotation.values()) {
    if (annotation.code !== entry.code.id || !isOutdated(annotation, entry)) continue
    all += 1
    if (annotation.coder === opened.coder.id) own += 1
  }
  return { all, own }
}
