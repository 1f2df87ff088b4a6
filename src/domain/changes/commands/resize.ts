import type { Records } from '../../project/records'
import { anchorAt } from '../../text/anchor'
import { sameSpan, type Span } from '../../text/span'
import type { Circumstances, Outcome } from '../command'

/** Moves the ends of an annotation of one span. `text` is the article's canonical text. */
export function resize(records: Records, { annotation, text, span }: { annotation: string; text: string; span: Span }, at: Circumstances): Outcome {
  const before = records.annotation.get(annotation)
  const [only, ...more] = before?.spans ?? []
  if (!before || !only || more.length > 0 || sameSpan(only, span) || before.coder !== at.coder) return null
  const after = { ...before, spans: [anchorAt(text, span)], modified: at.now }
  return { label: 'resize', edits: [{ kind: 'annotation', id: annotation, before, after }] }
}
