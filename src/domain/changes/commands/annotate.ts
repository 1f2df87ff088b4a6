import { anchorAt } from '../../text/anchor'
import { sameSpan, type Span } from '../../text/span'
import type { Annotation } from '../../project/annotation'
import type { FieldValue } from '../../project/field'
import { codeEntries, defaultsOf } from '../../project/codes'
import { THE, type Records } from '../../project/records'
import type { Circumstances, Outcome } from '../command'
import { recode } from './recode'

export interface Coding {
  readonly article: string
  /** The article's canonical text. */
  readonly text: string
  readonly span: Span
  readonly code: string
  readonly values?: Readonly<Record<string, FieldValue>>
}

/**
 * Applies a code to a span. Where the coder has already given this very span a code of the same dimension,
 * and the dimension takes only one, that annotation is recoded. Null when it carries this code already.
 */
export function annotate(records: Records, { article, text, span, code, values = {} }: Coding, at: Circumstances): Outcome {
  const codebook = records.codebook.get(THE)
  const entries = codebook && codeEntries(codebook)
  const entry = entries?.get(code)
  if (!codebook || !entry || !records.article.has(article)) return null
  for (const other of records.annotationsOf.get(article)?.values() ?? []) {
    const only = other.spans.length === 1 ? other.spans[0] : undefined
    if (other.coder !== at.coder || !only || !sameSpan(only, span)) continue
    if (other.code === code && entry.dimension.mark !== 'polarity') return null
    if (entry.dimension.choice === 'one' && entries?.get(other.code)?.dimension === entry.dimension) return recode(records, { annotation: other.id, code }, at)
  }
  const annotation: Annotation = {
    id: at.id(), subject: article, coder: at.coder, code, unit: 'span', spans: [anchorAt(text, span)], values: { ...defaultsOf(entry), ...values }, note: '',
    certainty: null, codebook: codebook.version, created: at.now, modified: at.now,
  }
  return { label: `code “${entry.code.name}”`, edits: [{ kind: 'annotation', id: annotation.id, before: null, after: annotation }] }
}
