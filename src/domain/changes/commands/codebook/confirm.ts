import { THE, type Records } from '../../../project/records'
import type { Edit } from '../../change'
import type { Circumstances, Outcome } from '../../command'

/** Says of one's own annotations that they are still right under the codebook as it is now. */
export function confirmAnnotations(records: Records, ids: readonly string[], at: Circumstances): Outcome {
  const version = records.codebook.get(THE)?.version
  const edits = [...new Set(ids)].flatMap((id): Edit[] => {
    const before = records.annotation.get(id)
    if (version === undefined || before?.coder !== at.coder || before.codebook === version) return []
    return [{ kind: 'annotation', id, before, after: { ...before, codebook: version, modified: at.now } }]
  })
  return edits.length === 0 ? null : { label: edits.length === 1 ? 'confirm an annotation' : `confirm ${edits.length} annotations`, edits }
}
