import type { Hyphens } from './pdfHyphens'
import type { PdfSegment } from './pdfRows'

/** A paragraph of a PDF, or a heading. */
export interface PdfParagraph {
  readonly text: string
  /** Of the font, in points. */
  readonly size: number
  /** False where it begins with an indent or after more space: then it can't go on what stood in the column before. */
  readonly mayContinue: boolean
  /** Its last line reaches to the right edge of the column, or ends in a hyphen. */
  readonly full: boolean
}

/** Shares of the font's size: an indent, a difference between two fonts, and of the usual distance of lines. */
const INDENT = 0.7
const OTHER_SIZE = 0.12
const MORE_SPACE = 1.3

/** A line that ends a sentence and leaves so large a share of the column empty ends its paragraph. */
const SHORT_LINE = 0.35

const BULLET = /^[•‣▪●◦■]\s/u

/** The paragraphs of a column: told apart by space, indent, size, and by lines that end early. */
export function paragraphsOf(lines: readonly PdfSegment[], hyphens: Hyphens): PdfParagraph[] {
  const left = usualStart(lines), right = Math.max(...lines.map(({ end }) => end)), spacing = usualSpacing(lines)
  const groups: PdfSegment[][] = []
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1], group = groups.at(-1)
    if (before && group && !startsParagraph(line, before)) group.push(line)
    else groups.push([line])
  }
  return groups.map((group, i) => paragraph(group, i > 0))

  function startsParagraph(line: PdfSegment, before: PdfSegment): boolean {
    const distance = line.y - before.y
    if (BULLET.test(line.text)) return true
    if (Math.abs(line.size - before.size) > OTHER_SIZE * Math.max(line.size, before.size)) return true
    // Headings have a spacing of their own, larger than that of the column.
    if (distance > Math.max(spacing, line.size * 1.05) * MORE_SPACE) return true
    const indented = line.x - left > INDENT * line.size
    // The further lines of a list's item stand below its text, not below its mark.
    if (indented && !BULLET.test(before.text) && before.x - left <= INDENT * line.size && line.x - before.x < 4 * line.size) return true
    return /[.!?…]["”’»)]*$/u.test(before.text) && right - before.end > SHORT_LINE * (right - left)
  }

  function paragraph(group: readonly PdfSegment[], after: boolean): PdfParagraph {
    const [first, ...more] = group
    const last = group.at(-1)
    return {
      text: more.reduce((text, line) => hyphens.join(text, line.text), first?.text ?? ''),
      size: first?.size ?? 0,
      mayContinue: !after && first !== undefined && first.x - left <= INDENT * first.size,
      full: last !== undefined && right - last.end <= 0.1 * (right - left),
    }
  }
}

/** Where most lines of a column begin. */
function usualStart(lines: readonly PdfSegment[]): number {
  return mostFrequent(lines.map(({ x }) => Math.round(x))) ?? 0
}

/** The distance of most lines from the one above. */
function usualSpacing(lines: readonly PdfSegment[]): number {
  return mostFrequent(lines.slice(1).map(({ y }, i) => Math.round((y - (lines[i]?.y ?? 0)) * 2) / 2)) ?? 0
}

/** The smaller one where two are as frequent. */
export function mostFrequent(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([one, times], [other, otherTimes]) => otherTimes - times || one - other)[0]?.[0]
}

/** Whether a paragraph that begins a column or page goes on the one that ended the column or page before. */
export function goesOn(before: PdfParagraph, next: PdfParagraph): boolean {
  if (!next.mayContinue || Math.abs(before.size - next.size) > OTHER_SIZE * before.size) return false
  if (/[-‐\u00AD]$/u.test(before.text)) return /^\p{Ll}/u.test(next.text)
  if (/[.!?…:]["”’»)]*$/u.test(before.text)) return false
  return before.full || /^\p{Ll}/u.test(next.text)
}
