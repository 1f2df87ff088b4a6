import type { ProjectInfo } from '../../project/info'
import { THE, type Records } from '../../project/records'
import type { Outcome } from '../command'

/** Changes what a project is called or its memo. Null without a name, and when nothing would change. */
export function editProject(records: Records, fields: Partial<Pick<ProjectInfo, 'name' | 'memo'>>): Outcome {
  const before = records.project.get(THE)
  if (!before || fields.name?.trim() === '') return null
  const after = { ...before, ...fields, ...(fields.name !== undefined && { name: fields.name.trim() }) }
  if (after.name === before.name && after.memo === before.memo) return null
  return { label: after.name === before.name ? 'change a memo' : `rename the project to “${after.name}”`, edits: [{ kind: 'project', id: THE, before, after }] }
}
