import type { ImportProblem } from '../domain/import/problem'
import { telling } from '../domain/text/boilerplateLine'
import { datesIn, writtenDate } from '../domain/text/writtenDate'

/** What a plain text says about itself; empty where it doesn't. */
export interface PlainTextFacts {
  readonly headline: string
  readonly date: string
}

/** The longest line that is taken for a headline, in UTF-16 units. */
const LONGEST_HEADLINE = 200

/** How many lines from the top a date may stand on its own. */
const LINES_ABOVE_BODY = 8

/** How far from the top a date inside the prose is looked for, in UTF-16 units: the first paragraphs and captions. */
const FIRST_PARAGRAPHS = 3000

/**
 * Headline and date of a canonical text, taken only where the text plainly gives them: the first line that is no
 * date and no boilerplate, if it is short enough, and a date that has a line near the top to itself. The lines stay in
 * the text. The outlet is not guessed.
 */
export function plainTextFacts(text: string): PlainTextFacts {
  const top = firstLines(text, LINES_ABOVE_BODY)
  const first = top.find((line) => writtenDate(line) === undefined && telling(line) === undefined) ?? ''
  return {
    headline: first.length <= LONGEST_HEADLINE ? first : '',
    date: top.map((line) => writtenDate(line)).find((date) => date !== undefined) ?? '',
  }
}

/** The first day that the first paragraphs name. It need not be the day of publication, so it is offered, not taken. */
export function dateInText(text: string): ImportProblem[] {
  const [first] = datesIn(text.slice(0, FIRST_PARAGRAPHS), 1)
  return first ? [{ kind: 'date-in-text', date: first.date, quote: text.slice(first.start, first.end) }] : []
}

/** The first `count` lines that hold more than white space, trimmed; a line of megabytes is looked at once. */
function firstLines(text: string, count: number): string[] {
  const lines: string[] = []
  for (let start = 0; start <= text.length && lines.length < count;) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    const line = text.slice(start, end).trim()
    if (line !== '') lines.push(line)
    start = end + 1
  }
  return lines
}
