import { decidedNow } from '../../masking/blind'
import type { Annotation, Part } from '../../project/annotation'
import { codeEntries, partsOf } from '../../project/codes'
import type { Field } from '../../project/field'
import { THE, type Records } from '../../project/records'
import { anchorAt } from '../../text/anchor'
import { sameSpan, type Span } from '../../text/span'
import { unitedSpans } from '../../text/unite'
import type { Circumstances, Outcome } from '../command'
import { takesExcluded } from './excluded'

export interface RoleFilling {
  readonly annotation: string
  /** Id of a field of kind role that the annotation's code asks for. */
  readonly role: string
  /** The article's canonical text. */
  readonly text: string
  readonly span: Span
  /** Whether the span takes the place of what filled the role, or comes to it. */
  readonly mode: 'replace' | 'add'
}

/** Fills a role of one's own annotation. Parts of one role that overlap or touch become one; those of others stay as they are. Null where text is excluded. */
export function setPart(records: Records, { annotation, role, text, span, mode }: RoleFilling, at: Circumstances): Outcome {
  const found = own(records, annotation, role, at)
  // An event has no text of its own.
  if (!found || found.before.unit === 'event') return null
  const { before, field } = found
  const parts = partsOf(before, field)
  const filled = unitedSpans(text, mode === 'add' ? [...parts, span] : [span])
  if (filled.length === parts.length && filled.every((one, i) => parts[i] && sameSpan(one, parts[i]))) return null
  if (takesExcluded(records, before.subject, filled, before.spans)) return null
  return changed(records, before, [...others(before, role), ...filled.map((one) => ({ ...anchorAt(text, one), role }))], `set ${field.name}`, at)
}

/** Takes one part out of a role. An annotation of a span keeps its last one. */
export function removePart(records: Records, { annotation, role, index }: { readonly annotation: string; readonly role: string; readonly index: number }, at: Circumstances): Outcome {
  const found = own(records, annotation, role, at)
  const parts = found ? partsOf(found.before, found.field) : []
  if (!found || !parts[index]) return null
  const left = [...others(found.before, role), ...parts.filter((_, i) => i !== index)]
  const needed = found.before.unit === 'span' || found.before.unit === 'paragraph'
  return needed && left.length === 0 ? null : changed(records, found.before, left, `empty ${found.field.name}`, at)
}

function own(records: Records, id: string, role: string, at: Circumstances): { readonly before: Annotation; readonly field: Field } | undefined {
  const before = records.annotation.get(id)
  const codebook = records.codebook.get(THE)
  const field = before && codebook && codeEntries(codebook).get(before.code)?.fields.find((one) => one.id === role && one.kind === 'role')
  return before && field && before.coder === at.coder ? { before, field } : undefined
}

const others = (annotation: Annotation, role: string): readonly Part[] => annotation.spans.filter((part) => part.role !== role)

const changed = (records: Records, before: Annotation, spans: readonly Part[], label: string, at: Circumstances): Outcome => ({
  label, edits: [{ kind: 'annotation', id: before.id, before, after: decidedNow(records, { ...before, spans: [...spans].sort((a, b) => a.start - b.start || b.end - a.end), modified: at.now }) }],
})
