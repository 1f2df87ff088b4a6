import { codeEntries } from '../../project/codes'
import { THE, type Records } from '../../project/records'
import type { Circumstances, Outcome } from '../command'

/** Gives an annotation another code; its span, note and the values of fields both codes have stay. */
export function recode(records: Records, { annotation, code }: { annotation: string; code: string }, at: Circumstances): Outcome {
  const before = records.annotation.get(annotation)
  const codebook = records.codebook.get(THE)
  const entry = codebook && codeEntries(codebook).get(code)
  if (!before || !entry || before.code === code || before.coder !== at.coder) return null
  const kept = new Set(entry.fields.map((field) => field.id))
  const values = Object.fromEntries(Object.entries(before.values).filter(([field]) => kept.has(field)))
  const after = { ...before, code, values, codebook: codebook.version, modified: at.now }
  return { label: `recode to “${entry.code.name}”`, edits: [{ kind: 'annotation', id: annotation, before, after }] }
}
