import { splitsPair, type Span } from './span'

/** The paragraphs of a canonical text: lines that hold more than white space, without their line ends. */
export function paragraphs(text: string): Span[] {
  const found: Span[] = []
  let start = 0
  while (start <= text.length) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    if (/\S/.test(text.slice(start, end))) found.push({ start, end })
    start = end + 1
  }
  return found
}

// The segmenter takes the full stop of these for the end of a sentence when a capital follows.
const ABBREVIATION = /(?:^|[\s("“‘'])(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|St|Jr|Sr|vs|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|(?:\p{Lu}\.)+\p{Lu}|\p{Lu})\.\s*$/u

/**
 * The sentences within `within`, each without the white space around it.
 * @param language a BCP 47 tag; the rules of English when empty or unknown
 */
export function sentences(text: string, within: Span, language = 'en'): Span[] {
  const found: Span[] = []
  let open: number | undefined
  for (const { segment, index } of segmenter('sentence', language).segment(text.slice(within.start, within.end))) {
    const start = within.start + index
    open ??= start
    if (ABBREVIATION.test(segment)) continue
    push(found, text, open, start + segment.length)
    open = undefined
  }
  if (open !== undefined) push(found, text, open, within.end)
  return found
}

/** The words within `within`; punctuation and white space are between them. */
export function words(text: string, within: Span, language = 'en'): Span[] {
  const found: Span[] = []
  for (const { segment, index, isWordLike } of segmenter('word', language).segment(text.slice(within.start, within.end))) {
    if (isWordLike) found.push({ start: within.start + index, end: within.start + index + segment.length })
  }
  return found
}

// Longer than any character as readers count them, family emoji included.
const CHARACTER = 64

/** Where the character (grapheme) that begins at `offset` ends; the text's end at the end. */
export function characterEnd(text: string, offset: number): number {
  const [first] = segmenter('grapheme', 'en').segment(text.slice(offset, offset + CHARACTER))
  return offset + (first?.segment.length ?? 0)
}

/** Where the character (grapheme) that ends at `offset` begins; 0 at the beginning. */
export function characterStart(text: string, offset: number): number {
  const from = Math.max(0, offset - CHARACTER)
  const last = [...segmenter('grapheme', 'en').segment(text.slice(splitsPair(text, from) ? from + 1 : from, offset))].at(-1)
  return offset - (last?.segment.length ?? 0)
}

function push(found: Span[], text: string, from: number, to: number): void {
  const body = text.slice(from, to)
  const start = from + (body.length - body.trimStart().length)
  const end = from + body.trimEnd().length
  if (start < end) found.push({ start, end })
}

const segmenters = new Map<string, Intl.Segmenter>()

function segmenter(granularity: 'sentence' | 'word' | 'grapheme', language: string): Intl.Segmenter {
  const key = `${granularity} ${language}`
  let known = segmenters.get(key)
  if (!known) {
    known = new Intl.Segmenter(isLanguage(language) ? language : 'en', { granularity })
    segmenters.set(key, known)
  }
  return known
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0
  } catch {
    return false
  }
}
