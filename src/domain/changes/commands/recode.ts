import { codeEntries } from '../../project/codes'
import { THE, type Records } from '../../project/records'
import type { Circumstances, Outcome } from '../command'

/** Gives an annotation another code; its passage, note and what is entered in fields both codes have stay. */
export function recode(records: Records, { annotation, code }: { annotation: string; code: string }, at: Circumstances): Outcome {
  const before = records.annotation.get(annotation)
  const codebook = records.codebook.get(THE)
  const entry = codebook && codeEntries(codebook).get(code)
  if (!before || !entry || before.code === code || before.coder !== at.coder) return null
  const kept = new Set(entry.fields.map((field) => field.id))
  const values = Object.fromEntries(Object.entries(before.values).filter(([field]) => kept.has(field)))
  const spans = before.spans.filter((part) => part.role === undefined || kept.has(part.role))
  // Parts that all filled roles the new code doesn't have are its passage now.
  const passage = spans.length > 0 ? spans : before.spans.map(({ start, end, quote, prefix, suffix }) => ({ start, end, quote, prefix, suffix }))
  const after = { ...before, code, values, spans: passage, codebook: codebook.version, modified: at.now }
  return { label: `recode to “${entry.code.name}”`, edits: [{ kind: 'annotation', id: annotation, before, after }] }
}
