import { blindNow } from '../../masking/blind'
import { anchorAt } from '../../text/anchor'
import { paragraphs } from '../../text/segments'
import { overlaps, sameSpan, type Span } from '../../text/span'
import type { Annotation } from '../../project/annotation'
import { codeEntries, defaultsOf, passageOf, type CodeEntry } from '../../project/codes'
import type { FieldValue } from '../../project/field'
import { THE, type Records } from '../../project/records'
import type { Edit } from '../change'
import type { Circumstances, Outcome } from '../command'
import type { Plan } from '../plan'
import { quoted } from './codebook/quoted'
import { takesExcluded } from './excluded'
import { recode } from './recode'

export interface Coding {
  readonly article: string
  /** The article's canonical text. */
  readonly text: string
  readonly span: Span
  readonly code: string
  /** The field of kind `role` that the span fills, where the code has roles. */
  readonly role?: string
  readonly values?: Readonly<Record<string, FieldValue>>
}

/**
 * Applies a code to a span; a code of a paragraph dimension to each paragraph the span touches. Where the coder has
 * already given this very span a code of the same dimension, and the dimension takes only one, that annotation is recoded.
 * Null when it carries this code already, where text is excluded, and for codes of whole articles and events (see `codeWhole`).
 */
export const annotate = (records: Records, coding: Coding, at: Circumstances): Outcome => annotateAll(records, [coding], at)

/** Applies codes to many spans as one step; what carries its code already is left as it is. */
export function annotateAll(records: Records, codings: readonly Coding[], at: Circumstances): Outcome {
  const edits = [...editsOf(records, codings, at)]
  return edits.length === 0 ? null : { label: labelOf(records, codings, edits.length), edits }
}

/** The same for very many, as a plan; its label counts the spans that were given. Null when there are none. */
export const annotateMany = (records: Records, codings: readonly Coding[], at: Circumstances): Plan | null =>
  (codings.length === 0 ? null : { label: labelOf(records, codings, codings.length), touched: codings.length, edits: () => editsOf(records, codings, at) })

function labelOf(records: Records, [first]: readonly Coding[], count: number): string {
  const codebook = records.codebook.get(THE)
  const name = quoted((codebook && codeEntries(codebook).get(first?.code ?? '')?.code.name) ?? '')
  return count === 1 ? `code ${name}` : `code ${count} passages ${name}`
}

function* editsOf(records: Records, codings: readonly Coding[], at: Circumstances): Iterable<Edit> {
  const codebook = records.codebook.get(THE)
  const entries: ReadonlyMap<string, CodeEntry> = codebook ? codeEntries(codebook) : new Map()
  const done = new Set<string>()
  for (const coding of codings) {
    const entry = entries.get(coding.code)
    if (!entry || !records.article.has(coding.article)) continue
    for (const span of placesOf(coding, entry)) {
      if (takesExcluded(records, coding.article, [span])) continue
      // Several hits may lie in one paragraph.
      const place = `${coding.article} ${coding.code} ${span.start} ${span.end}`
      const edit = done.has(place) ? null : editOf(records, entries, entry, { ...coding, span }, at)
      done.add(place)
      if (edit) yield edit
    }
  }
}

function placesOf({ text, span, role }: Coding, { dimension }: CodeEntry): readonly Span[] {
  // What fills a role is what was selected, also where the whole is about a paragraph.
  if (dimension.unit === 'span' || (dimension.unit === 'paragraph' && role !== undefined)) return [span]
  return dimension.unit === 'paragraph' ? paragraphs(text).filter((one) => overlaps(one, span)) : []
}

function editOf(records: Records, entries: ReadonlyMap<string, CodeEntry>, entry: CodeEntry, { article, text, span, code, role, values = {} }: Coding, at: Circumstances): Edit | null {
  for (const other of role === undefined ? records.annotationsOf.get(article)?.values() ?? [] : []) {
    const passage = passageOf(other)
    if (other.coder !== at.coder || !passage || !sameSpan(passage, span)) continue
    if (other.code === code && entry.dimension.mark !== 'polarity') return null
    if (entry.dimension.choice === 'one' && entries.get(other.code)?.dimension === entry.dimension) return recode(records, { annotation: other.id, code }, at)?.edits[0] ?? null
  }
  const anchor = anchorAt(text, span)
  const after: Annotation = {
    id: at.id(), subject: article, coder: at.coder, code, unit: entry.dimension.unit, spans: [role === undefined ? anchor : { ...anchor, role }],
    values: { ...defaultsOf(entry), ...values }, note: '', certainty: null,
    textVersion: records.article.get(article)?.version ?? 1, codebook: records.codebook.get(THE)?.version ?? 0, created: at.now, modified: at.now, ...blindNow(records),
  }
  return { kind: 'annotation', id: after.id, before: null, after }
}
