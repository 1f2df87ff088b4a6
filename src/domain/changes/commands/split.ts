import { decidedNow } from '../../masking/blind'
import type { Annotation, Part } from '../../project/annotation'
import type { Records } from '../../project/records'
import { anchorAt } from '../../text/anchor'
import { trimmedSpan, type Span } from '../../text/span'
import type { Circumstances, Outcome } from '../command'

/**
 * Makes several of one of one's own annotations without roles: one before and one from `offset` on, or with a null offset
 * one for each of its spans. The first keeps id and note; code, values and certainty go to all. Null where that leaves nothing on one side.
 * @param text the article's canonical text
 */
export function splitAnnotation(records: Records, { annotation, text, offset }: { readonly annotation: string; readonly text: string; readonly offset: number | null }, at: Circumstances): Outcome {
  const before = records.annotation.get(annotation)
  if (!before || before.coder !== at.coder || before.unit !== 'span' || before.spans.some((part) => part.role !== undefined)) return null
  const groups = offset === null ? before.spans.map((part) => [part]) : halves(text, before.spans, offset)
  const [first, ...others] = groups
  if (!first || others.length === 0 || groups.some((group) => group.length === 0)) return null
  const more = others.map((spans): Annotation => decidedNow(records, { ...before, id: at.id(), spans, note: '', created: at.now, modified: at.now }))
  return {
    label: 'split an annotation',
    edits: [
      { kind: 'annotation', id: annotation, before, after: decidedNow(records, { ...before, spans: first, modified: at.now }) },
      ...more.map((after) => ({ kind: 'annotation', id: after.id, before: null, after } as const)),
    ],
  }
}

function halves(text: string, spans: readonly Span[], offset: number): readonly (readonly Part[])[] {
  const cut = (from: number, to: number): Part[] => spans.flatMap(({ start, end }) => {
    const [a, b] = [Math.max(start, from), Math.min(end, to)]
    const span = a < b ? trimmedSpan(text, { start: a, end: b }) : undefined
    return span ? [anchorAt(text, span)] : []
  })
  return [cut(0, offset), cut(offset, text.length)]
}
