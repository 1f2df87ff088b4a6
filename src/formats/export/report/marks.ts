import type { Code } from '../../../domain/project/codebook'
import type { Span } from '../../../domain/text/span'
import { plain } from '../../html/plain'

/** A stretch of a text that was coded. */
export interface Mark extends Span {
  /** The number that its coding has in the margin. */
  readonly number: number
  readonly colour: Code['colour']
  /** Whether it lies under the text rather than below it. */
  readonly tint: boolean
}

/** A line of a text as it is told, and the numbers of what begins in it, or before it where nothing is told. */
export interface MarkedLine extends Span {
  readonly html: string
  readonly begins: readonly number[]
}

/**
 * The lines of a text that say something, with what was coded in them marked: a number where a mark begins, the colour of the one
 * that began last, and a double line where several lie over each other. What begins after the last line that says something comes with an empty one.
 * @param marks in the order of the text, inside it
 * @param excluded what does not belong to the text, in its order
 */
export function* markedLines(text: string, marks: readonly Mark[], excluded: readonly Span[]): Generator<MarkedLine> {
  let [next, open, skipped, untold]: [number, readonly Mark[], number, readonly Mark[]] = [0, [], 0, []]
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    const here = open.filter((mark) => mark.end > start)
    for (let mark = marks[next]; mark && mark.start < end; mark = marks[next]) {
      here.push(mark)
      untold = [...untold, mark]
      next += 1
    }
    while ((excluded[skipped]?.end ?? Infinity) <= start) skipped += 1
    const grey: Span[] = []
    for (let at = skipped; (excluded[at]?.start ?? Infinity) < end; at += 1) grey.push(...excluded.slice(at, at + 1))
    if (text.slice(start, end).trim() !== '') {
      yield { start, end, html: marked(text, { start, end }, here, { grey, untold }), begins: numbersOf(untold) }
      untold = []
    }
    open = here
    start = end + 1
  }
  const left = [...untold, ...marks.slice(next)]
  if (left.length > 0) yield { start: text.length, end: text.length, html: '', begins: numbersOf(left) }
}

const numbersOf = (marks: readonly Mark[]): readonly number[] => marks.map(({ number }) => number)

interface Told {
  /** What does not belong to the text. */
  readonly grey: readonly Span[]
  /** Marks whose number has not stood anywhere yet. */
  readonly untold: readonly Mark[]
}

function marked(text: string, line: Span, marks: readonly Mark[], { grey, untold }: Told): string {
  const inside = (at: number): boolean => at > line.start && at < line.end
  const cuts = [...new Set([line.start, ...[...marks, ...grey].flatMap(({ start, end }) => [start, end]).filter(inside), line.end])].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((from, i) => {
    const to = cuts[i + 1] ?? line.end
    const over = marks.filter((mark) => mark.start <= from && mark.end >= to)
    const numbers = over.filter((mark) => mark.start === from || (from === line.start && untold.includes(mark))).map(({ number, colour }) => `<sup class="${colour}">${number}</sup>`).join('')
    const words = grey.some((one) => one.start <= from && one.end >= to) ? `<span class="left">${plain(text.slice(from, to))}</span>` : plain(text.slice(from, to))
    const last = over.at(-1)
    if (!last) return words
    const kinds = [last.colour, ...(over.some(({ tint }) => tint) ? [] : ['lined']), ...(over.length > 1 ? ['many'] : [])]
    return `${numbers}<mark class="${kinds.join(' ')}">${words}</mark>`
  }).join('')
}
