import type { Annotation } from '../../project/annotation'
import type { Article, Heading } from '../../project/article'
import { wordsKept } from '../../project/articlePassages'
import type { Passage } from '../../project/passage'
import { isPlaced } from '../../project/placement'
import type { Records } from '../../project/records'
import { anchorAt } from '../../text/anchor'
import { countWords } from '../../text/canonical'
import { CarryOver } from '../../text/carryOver'
import type { Edit } from '../change'
import type { Circumstances, Outcome } from '../command'
import { rulingsCarried } from './rulingsKept'

/** A new version of an article's text, which is stored already. */
export interface Correction {
  readonly article: string
  /** The texts of the version the article is at and of the new one, canonical. */
  readonly before: string
  readonly after: string
  /** The new version's number and the SHA-256 of its text. */
  readonly version: number
  readonly hash: string
}

/** What becomes of the annotations of a corrected text, of all coders. */
export interface Carried {
  /** Those whose passages read as before, wherever they stand now. */
  readonly same: readonly Annotation[]
  /** Those whose passages read differently now. */
  readonly changed: readonly Annotation[]
  /** Those of which a passage is gone: they keep the earlier version's words and place. */
  readonly lost: readonly Annotation[]
}

/** The annotations as they will be; those lost as they are. The annotations must be loaded. @param carry the two texts compared, which takes a while */
export function carried(records: Records, { article: id, before, after, version }: Omit<Correction, 'hash'>, carry = new CarryOver(before, after)): Carried {
  const article = records.article.get(id)
  const found: Record<keyof Carried, Annotation[]> = { same: [], changed: [], lost: [] }
  for (const annotation of records.annotationsOf.get(id)?.values() ?? []) {
    if (annotation.spans.length === 0 || !isPlaced(annotation, article)) continue
    const spans = annotation.spans.map((part) => {
      const span = carry.span(part)
      return span && { ...part, ...anchorAt(after, span) }
    })
    const whole = spans.filter((part) => part !== undefined)
    if (whole.length < spans.length) found.lost.push(annotation)
    else found[whole.every((part, i) => part.quote === annotation.spans[i]?.quote) ? 'same' : 'changed'].push({ ...annotation, textVersion: version, spans: whole.sort((a, b) => a.start - b.start || b.end - a.end) })
  }
  return found
}

/** Puts the new version in the place of the one the article is at; what was coded, ruled, excluded or marked as a heading is carried over. */
export function correctText(records: Records, correction: Correction, at: Pick<Circumstances, 'now'>, carry = new CarryOver(correction.before, correction.after)): Outcome {
  const before = records.article.get(correction.article)
  if (!before || correction.after === correction.before) return null
  const { same, changed } = carried(records, correction, carry)
  const after = corrected(before, correction, carry)
  return {
    label: 'correct the text',
    edits: [
      { kind: 'article', id: before.id, before, after },
      ...[...same, ...changed].map((one): Edit => ({ kind: 'annotation', id: one.id, before: records.annotation.get(one.id) ?? null, after: { ...one, modified: at.now } })),
      ...rulingsCarried(records, correction, carry),
    ],
  }
}

function corrected(article: Article, { after, version, hash }: Correction, carry: CarryOver): Article {
  const passages = article.passages.flatMap((one): Passage[] => {
    const span = carry.span(one)
    const quote = span && after.slice(span.start, span.end)
    return span && quote ? [{ ...one, ...span, quote, words: countWords(quote) }] : []
  }).sort((a, b) => a.start - b.start).filter((one, i, all) => one.start >= (all[i - 1]?.end ?? 0))
  const headings = article.headings.flatMap((one): Heading[] => {
    const span = carry.span(one)
    return span ? [{ ...one, ...span }] : []
  }).sort((a, b) => a.start - b.start)
  const { hash: old, length, words, passages: were, headings: had } = article
  return {
    ...article, version, hash, length: after.length, words: wordsKept(countWords(after), passages), passages, headings,
    earlier: [...article.earlier, { version: article.version, hash: old, length, words, passages: were, headings: had }],
  }
}
