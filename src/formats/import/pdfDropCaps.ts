import type { PdfRun } from './pdfPages'
import { mostFrequent } from './pdfParagraphs'

/** Times the size of the text beside it. */
const LARGER = 1.8

/** A page has a few at most. */
const MOST_INITIALS = 20

/** How far right of the letter the lines beside it may begin, in sizes of the text. */
const NEAR = 1.5

/**
 * The text of a page with each initial that stands over several lines put before the first of them, where it is read. The
 * lines beside it begin where the letter does, so that none of them looks indented.
 */
export function withoutDropCaps(runs: readonly PdfRun[]): readonly PdfRun[] {
  const caps = runs.filter(({ text }) => /^["“„«‘]?\p{Lu}$/u.test(text.trim()))
  if (caps.length === 0) return runs
  const body = mostFrequent(runs.map(({ size }) => Math.round(size * 2) / 2)) ?? 0
  const words = runs.flatMap(({ text }) => text.toLowerCase().split(/[^\p{L}]+/u))
  return caps.filter(({ size }) => size >= LARGER * body).slice(0, MOST_INITIALS).reduce((page, cap) => withoutOne(page, cap, body, words), runs)
}

function withoutOne(runs: readonly PdfRun[], cap: PdfRun, body: number, words: readonly string[]): readonly PdfRun[] {
  const right = cap.x + cap.width
  const beside = runs.filter(({ x, y, size }) => size < cap.size / LARGER
    && x >= right - body / 2 && x <= right + NEAR * body && y > cap.y - cap.size * 0.75 && y <= cap.y + body / 4)
  const [first] = [...beside].sort((one, other) => one.y - other.y)
  if (!first || beside.length < 2) return runs
  return runs.filter((run) => run !== cap).map((run) => {
    if (!beside.includes(run)) return run
    return { ...run, text: run === first ? begun(cap.text.trim(), run.text, words) : run.text, x: cap.x, width: run.x + run.width - cap.x }
  })
}

/** “T” and “he” are one word. “A” and “storm” are two where “storm” stands elsewhere on the page, and “astorm” doesn’t. */
function begun(letter: string, text: string, words: readonly string[]): string {
  const [word = ''] = /^\p{L}+/u.exec(text.toLowerCase()) ?? []
  const isWord = words.filter((one) => one === word).length > 1 && !words.includes(letter.replace(/\P{L}/gu, '').toLowerCase() + word)
  return isWord ? `${letter} ${text}` : letter + text
}
