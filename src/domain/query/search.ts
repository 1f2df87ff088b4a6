import { fold, spanOf, type Folded } from '../text/fold'
import { legalSpan, overlaps, type Span } from '../text/span'

/** What is looked for, as the researcher sets it. */
export interface Wanted {
  readonly typed: string
  /** Words that must all occur, with phrases in quotation marks; one phrase; or a regular expression. */
  readonly as: 'words' | 'phrase' | 'regex'
  /** Capitals count. */
  readonly matchCase: boolean
  /** Only where no letter or digit touches it. */
  readonly whole: boolean
  /** Nothing is passed over: neither capitals nor accents nor letters that only look the same. */
  readonly exact: boolean
}

/** What was asked for, ready to be looked for in many texts. */
export type Search =
  | { readonly kind: 'terms'; readonly terms: readonly Term[]; readonly whole: boolean }
  | { readonly kind: 'regex'; readonly pattern: RegExp }

interface Term {
  /** As it reads in a folded text. */
  readonly folded: string
  /** The same with its capitals, where they count. */
  readonly cased: string | null
  /** As it has to stand in the text, where nothing is passed over. */
  readonly exact: string | null
}

/** A text that is looked through; what costs something is asked for only when it is needed. */
export interface Searchable {
  readonly folded: Folded
  readonly text: () => string
  /** What is left out, in the order of the text. */
  readonly excluded: readonly Span[]
}

/** The search, or null when nothing is asked for; `problem` says as a sentence why it can't be carried out. */
export type Parsed = { readonly search: Search | null; readonly problem: null } | { readonly search: null; readonly problem: string }

const QUOTED = /"([^"]*)(?:"|$)|[^\s"]+/g
const quotes = /[“”„‟«»＂]/g

/** Makes a search of what was typed; an open quotation mark closes at the end, as one may still be typing. */
export function parseSearch(wanted: Wanted): Parsed {
  const typed = wanted.typed.trim()
  if (typed === '') return { search: null, problem: null }
  if (wanted.as === 'regex') return regexSearch(typed, wanted)
  const phrases = wanted.as === 'phrase' ? [typed] : Array.from(typed.replace(quotes, '"').matchAll(QUOTED), ([word, phrase]) => (phrase ?? word).trim())
  const terms = [...new Set(phrases)].map((phrase) => termOf(phrase, wanted)).filter(({ folded, exact }) => folded !== '' || (exact ?? '') !== '')
  return terms.length === 0 ? { search: null, problem: null } : { search: { kind: 'terms', terms, whole: wanted.whole }, problem: null }
}

const termOf = (phrase: string, { matchCase, exact }: Wanted): Term =>
  ({ folded: fold(phrase).text.trim(), cased: matchCase && !exact ? fold(phrase, 'case').text.trim() : null, exact: exact ? phrase : null })

function regexSearch(source: string, { matchCase, whole }: Wanted): Parsed {
  try {
    // By itself first: what is put around it must neither mend nor alter it.
    const alone = new RegExp(source, 'u')
    const body = whole ? `(?<![\\p{L}\\p{N}])(?:${alone.source})(?![\\p{L}\\p{N}])` : alone.source
    return { search: { kind: 'regex', pattern: new RegExp(body, matchCase ? 'gu' : 'giu') }, problem: null }
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^Invalid regular expression: .*: /s, '') : ''
    return { search: null, problem: `This is no regular expression yet: ${why.charAt(0).toLowerCase()}${why.slice(1)}.` }
  }
}

/**
 * Where a text has what is looked for: in order, without overlaps, as offsets in the text itself, never inside a surrogate
 * pair. Every occurrence of every term is a hit, but there is none where a term is missing altogether.
 */
export function hitsIn(search: Search, subject: Searchable): readonly Span[] {
  if (search.kind === 'regex') return kept([...matches(search.pattern, subject.text())], subject)
  // Most texts lack a term: that is found out before anything is worked out. A single one is looked for at once.
  const [first] = search.terms
  const several = search.terms.length > 1 || first?.exact !== null
  if (several && search.terms.some(({ folded }) => !subject.folded.text.includes(folded))) return []
  const found: (readonly Span[])[] = []
  for (const term of search.terms) {
    const own = kept(term.exact === null ? foldedHits(term, search.whole, subject) : exactHits(term.exact, search.whole, subject), subject)
    if (own.length === 0) return []
    found.push(own)
  }
  // A text may have a million of one: more than can be handed over as arguments.
  return found.length === 1 ? found.flat() : withoutOverlaps(found.flat())
}

const kept = (spans: readonly Span[], { excluded }: Searchable): readonly Span[] =>
  excluded.length === 0 ? spans : spans.filter((span) => !excluded.some((one) => overlaps(one, span)))

function* matches(pattern: RegExp, text: string): Iterable<Span> {
  for (const { index, 0: match } of text.matchAll(pattern)) {
    const span = legalSpan(text, index, index + match.length)
    if (span) yield span
  }
}

function foldedHits({ folded: term, cased }: Term, whole: boolean, subject: Searchable): readonly Span[] {
  const { folded, text } = subject
  const found: Span[] = []
  for (let at = folded.text.indexOf(term); at !== -1;) {
    const end = at + term.length
    const span = whole && touched(folded.text, at, end) ? null : spanOf(folded, text, at, end)
    const hit = span && (cased === null || fold(text().slice(span.start, span.end), 'case').text.trim() === cased)
    if (hit) found.push(span)
    at = folded.text.indexOf(term, hit ? end : at + 1)
  }
  return found
}

function exactHits(term: string, whole: boolean, { text }: Searchable): readonly Span[] {
  const all = text()
  const found: Span[] = []
  for (let at = all.indexOf(term); at !== -1;) {
    const span = whole && touched(all, at, at + term.length) ? undefined : legalSpan(all, at, at + term.length)
    if (span) found.push(span)
    at = all.indexOf(term, span ? at + term.length : at + 1)
  }
  return found
}

const ENDS_IN_WORD = /[\p{L}\p{N}\p{M}]$/u
const BEGINS_WITH_WORD = /^[\p{L}\p{N}\p{M}]/u

/** True when a letter or digit stands right before or after. */
const touched = (text: string, start: number, end: number): boolean =>
  ENDS_IN_WORD.test(text.slice(Math.max(0, start - 2), start)) || BEGINS_WITH_WORD.test(text.slice(end, end + 2))

/** In order; of those that overlap the first one stays, and the longest of those that begin together. */
function withoutOverlaps(spans: readonly Span[]): readonly Span[] {
  const left: Span[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = left.at(-1)
    if (!last || last.end <= span.start) left.push(span)
  }
  return left
}
