import { decidedNow } from '../../masking/blind'
import type { Annotation } from '../../project/annotation'
import { codeEntries, defaultsOf, type CodeEntry } from '../../project/codes'
import { THE, type Records } from '../../project/records'
import type { Edit } from '../change'
import type { Circumstances, Outcome } from '../command'
import { quoted } from './codebook/quoted'

/** Gives an annotation another code; its passage, note and what is entered in fields both codes have stay. */
export const recode = (records: Records, { annotation, code }: { annotation: string; code: string }, at: Circumstances): Outcome =>
  recodeAll(records, { annotations: [annotation], code }, at)

/** Gives those of the named annotations that are one's own and of the code's unit another code; null when they all have it already. */
export function recodeAll(records: Records, { annotations, code }: { readonly annotations: readonly string[]; readonly code: string }, at: Circumstances): Outcome {
  const codebook = records.codebook.get(THE)
  const entry = codebook && codeEntries(codebook).get(code)
  if (!entry) return null
  const edits = [...new Set(annotations)].flatMap((id): Edit[] => {
    const before = records.annotation.get(id)
    if (!before || before.code === code || before.coder !== at.coder || before.unit !== entry.dimension.unit) return []
    return [{ kind: 'annotation', id, before, after: decidedNow(records, { ...withCode(before, entry), codebook: codebook.version, modified: at.now }) }]
  })
  return edits.length === 0 ? null : { label: edits.length === 1 ? `recode to ${quoted(entry.code.name)}` : `recode ${edits.length} annotations to ${quoted(entry.code.name)}`, edits }
}

function withCode(annotation: Annotation, entry: CodeEntry): Annotation {
  const { code, fields } = entry
  const kept = new Set(fields.map((field) => field.id))
  const spans = annotation.spans.filter((part) => part.role === undefined || kept.has(part.role))
  // Parts that all filled roles the new code doesn't have are its passage now.
  const passage = spans.length > 0 ? spans : annotation.spans.map(({ start, end, quote, prefix, suffix }) => ({ start, end, quote, prefix, suffix }))
  return { ...annotation, code: code.id, spans: passage, values: { ...defaultsOf(entry), ...Object.fromEntries(Object.entries(annotation.values).filter(([field]) => kept.has(field))) } }
}
