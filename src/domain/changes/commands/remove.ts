import type { Records } from '../../project/records'
import type { Edit } from '../change'
import type { Circumstances, Outcome } from '../command'

/** Deletes those of the named annotations that are one's own. */
export function removeAnnotations(records: Records, ids: readonly string[], at: Circumstances): Outcome {
  const edits = [...new Set(ids)].flatMap((id): Edit[] => {
    const before = records.annotation.get(id)
    return before?.coder === at.coder ? [{ kind: 'annotation', id, before, after: null }] : []
  })
  return edits.length === 0 ? null : { label: edits.length === 1 ? 'delete an annotation' : `delete ${edits.length} annotations`, edits }
}
