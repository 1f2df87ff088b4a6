import { bare, linesOf, type Line } from './lines'

/** Lines longer than this (UTF-16 units) are paragraphs: they are the same only word for word. */
const SHORT = 200
/** The same line in so many articles of an outlet is a part of its pages rather than of a story. */
const ARTICLES_OF_ONE = 3
/** So many outlets have a line in common only where they share a publishing system or a wire. */
const OUTLETS = 4
/** Between outlets only what is shorter (UTF-16 units) counts: sentences they share come from an agency. */
const SHORT_BETWEEN = 80
/** Whole sentences are often repeated as background; before the first and after the last of so many lines they are mastheads and footers. */
const EDGE = 4
/** Fewer words are no sentence. */
const SENTENCE = 8
/** Where more of a text than this share repeats, the text itself was run again, and nothing of it is boilerplate for that. */
const COPY = 0.5

/** What lines repeat is counted in, article by article. */
export interface Repeatable {
  readonly outlet: string
  readonly text: string
}

/** Counts in how many articles of each outlet, and in how many outlets, lines stand. */
export class LineTally {
  // Numbers in place of the lines: a corpus has millions of them. That two have the same number is not to be expected.
  readonly #articles = new Map<string, Map<number, number>>()
  readonly #outlets = new Map<number, number>()

  add({ outlet, text }: Repeatable): void {
    const own = this.#articles.get(outlet) ?? new Map<number, number>()
    this.#articles.set(outlet, own)
    for (const line of new Set(linesOf(text).map(numberOf))) {
      const before = own.get(line) ?? 0
      own.set(line, before + 1)
      if (before === 0) this.#outlets.set(line, (this.#outlets.get(line) ?? 0) + 1)
    }
  }

  /** Which of an article's lines repeat as boilerplate does. @param lines of `linesOf` */
  repeated({ outlet }: Repeatable, lines: readonly Line[]): ReadonlySet<Line> {
    const again = lines.filter((line) => this.#again(outlet, line))
    if (lengthOf(again) > lengthOf(lines) * COPY) return new Set()
    return new Set(again.filter((line) => isPlain(line.text) && !isBackground(line, lines)))
  }

  #again(outlet: string, line: Line): boolean {
    const number = numberOf(line)
    if ((this.#articles.get(outlet)?.get(number) ?? 0) >= ARTICLES_OF_ONE) return true
    return line.text.length <= SHORT_BETWEEN && (this.#outlets.get(number) ?? 0) >= OUTLETS
  }
}

const lengthOf = (lines: readonly Line[]): number => lines.reduce((sum, { text }) => sum + text.length, 0)

// What repeats in stories as well: what somebody says, dates, bylines, credits.
const QUOTED = /["“”„«»]/u
const DATE = /^(?!.*[.!?]$).{0,40}\b\d{4}\b.{0,20}$/u
const BYLINE = /^(?:by|von|par|por|di|da|door|story by|text) \p{L}/iu
const CREDIT = /^\W*(?:sources?|quellen?|fuentes?|fontes?|fonti|bron(?:nen)?|credits?|photos?|foto|image|picture|with (?:reporting|files|material) (?:by|from))\b|\b(?:news agenc(?:y|ies)|contributed to this|reprinted with|originally (?:published|appeared)|reuters|associated press|afp|dpa|ansa|efe|tass|xinhua)\b/iu

const isPlain = (line: string): boolean => /\p{L}/u.test(line) && !QUOTED.test(line) && !DATE.test(line) && !BYLINE.test(line) && !CREDIT.test(line)

function isBackground(line: Line, lines: readonly Line[]): boolean {
  const sentence = line.text.length > SHORT || (/[.!?…]$/u.test(line.text) && line.text.split(/\s+/).length >= SENTENCE)
  const at = lines.indexOf(line)
  return sentence && at >= EDGE && at < lines.length - EDGE
}

/**
 * 53 bits that stand for a line, as many as a number holds: two multiplicative hashes (the first is FNV-1a) side by side, of a
 * short line as `bare` has it and of a long one as it is.
 */
function numberOf({ text: line }: Line): number {
  const text = line.length <= SHORT ? bare(line) : line
  let [a, b] = [0x811c9dc5, 0x9747b28c]
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    a = Math.imul(a ^ unit, 0x01000193)
    b = Math.imul(b ^ (unit + i), 0x85ebca6b)
  }
  return (a >>> 0) * 0x200000 + ((b ^ (b >>> 15)) >>> 11)
}
