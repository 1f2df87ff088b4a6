import { decidedNow } from '../../masking/blind'
import type { Records } from '../../project/records'
import { isPlaced } from '../../project/placement'
import { anchorAt } from '../../text/anchor'
import type { Span } from '../../text/span'
import type { Circumstances, Outcome } from '../command'

/**
 * Gives one of the coder's annotations that lost its place in a corrected text another passage. Of several parts the first one's
 * role stays; the others are no longer there to be placed. `text` is the article's canonical text as it is now.
 */
export function placeAgain(records: Records, { annotation, text, span }: { readonly annotation: string; readonly text: string; readonly span: Span }, at: Circumstances): Outcome {
  const before = records.annotation.get(annotation)
  const article = before && records.article.get(before.subject)
  const [first] = before?.spans ?? []
  if (!before || !article || !first || before.coder !== at.coder || isPlaced(before, article)) return null
  const after = decidedNow(records, { ...before, spans: [{ ...first, ...anchorAt(text, span) }], textVersion: article.version, modified: at.now })
  return { label: 'place an annotation', edits: [{ kind: 'annotation', id: annotation, before, after }] }
}
