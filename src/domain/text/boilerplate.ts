import type { Heading } from '../project/article'
import type { Passage, PassageReason } from '../project/passage'
import { telling } from './boilerplateLine'
import { countWords } from './canonical'
import { linesOf, sayingOf, type Line } from './lines'
import { LineTally } from './repeatedLines'
import { overlaps, type Span } from './span'

/** An article as it is looked through. */
export interface Searched {
  readonly id: string
  readonly outlet: string
  /** Its canonical text. */
  readonly text: string
  /** What is known of it already; nothing is proposed there again. */
  readonly passages: readonly Span[]
  /** Its headline is no boilerplate, however often it stands there. */
  readonly headings?: readonly Heading[]
}

/**
 * What may be boilerplate in some articles: lines that tell it by themselves (see `telling`) and lines that repeat in them (see
 * `LineTally`). Neighbours with the same reason are one passage. Articles without any are left out.
 * @param articles gone through twice
 */
export function proposePassages(articles: Iterable<Searched>): ReadonlyMap<string, readonly Passage[]> {
  const tally = new LineTally()
  for (const article of articles) tally.add(article)
  const found = new Map<string, readonly Passage[]>()
  for (const article of articles) {
    const passages = proposedIn(article, tally)
    if (passages.length > 0) found.set(article.id, passages)
  }
  return found
}

/** The same for one article, once lines are counted: in the order of the text, none overlapping another or what is known. */
export function proposedIn(article: Searched, tally: LineTally): readonly Passage[] {
  const lines = linesOf(article.text)
  const repeated = tally.repeated(article, lines)
  const taken = [...article.passages, ...(article.headings ?? []).filter(({ level }) => level === 1)]
  return blocks(article.text, lines, (line) => {
    if (taken.some((span) => overlaps(span, line))) return undefined
    return telling(line.text) ?? (repeated.has(line) ? 'repeated' : undefined)
  })
}

/**
 * Where an article says the same as a passage of another one: the lines of `quote` one after the other, or each of them once
 * or more in a row. What lies in known passages is left out.
 */
export function sameIn(article: Searched, quote: string, reason: PassageReason): readonly Passage[] {
  const wanted = new Set(sayingOf(quote).split('\n'))
  const saying = [...wanted].join('\n')
  const known = article.passages
  return blocks(article.text, linesOf(article.text), (line) => (wanted.has(sayingOf(line.text)) && !known.some((span) => overlaps(span, line)) ? reason : undefined))
    .filter((one) => sayingOf(one.quote) === saying)
}

function blocks(text: string, lines: readonly Line[], reasonOf: (line: Line) => PassageReason | undefined): readonly Passage[] {
  const found: { start: number; end: number; reason: PassageReason }[] = []
  let before: PassageReason | undefined
  for (const line of lines) {
    const reason = reasonOf(line)
    const last = found.at(-1)
    if (reason !== undefined && reason === before && last) last.end = line.end
    else if (reason !== undefined) found.push({ start: line.start, end: line.end, reason })
    before = reason
  }
  return found.map(({ start, end, reason }) => {
    const quote = text.slice(start, end)
    return { start, end, quote, reason, state: 'proposed', words: countWords(quote) }
  })
}
