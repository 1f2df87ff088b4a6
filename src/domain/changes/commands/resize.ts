import { decidedNow } from '../../masking/blind'
import { passageOf } from '../../project/codes'
import type { Records } from '../../project/records'
import { anchorAt } from '../../text/anchor'
import { sameSpan, type Span } from '../../text/span'
import type { Circumstances, Outcome } from '../command'
import { takesExcluded } from './excluded'

/** Moves the ends of an annotation's one passage; what fills its roles stays. Not onto excluded text. `text` is the article's canonical text. */
export function resize(records: Records, { annotation, text, span }: { annotation: string; text: string; span: Span }, at: Circumstances): Outcome {
  const before = records.annotation.get(annotation)
  const passage = passageOf(before)
  if (!before || !passage || sameSpan(passage, span) || before.coder !== at.coder || takesExcluded(records, before.subject, [span], before.spans)) return null
  const spans = before.spans.map((part) => (part === passage ? { ...part, ...anchorAt(text, span) } : part)).sort((a, b) => a.start - b.start || b.end - a.end)
  return { label: 'resize', edits: [{ kind: 'annotation', id: annotation, before, after: decidedNow(records, { ...before, spans, modified: at.now }) }] }
}
