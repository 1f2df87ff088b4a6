import type { PdfRun } from './pdfPages'

/** Text that stands together on one base line of a page: a line, or the part of it that belongs to one column. Lengths in points. */
export interface PdfSegment {
  readonly text: string
  readonly x: number
  /** Where it ends on the right. */
  readonly end: number
  /** Of the base line, from the top of the page. */
  readonly y: number
  /** Of most of its text. */
  readonly size: number
}

/** Gaps in shares of the font's size: from the one on they divide words, from the other on perhaps columns. */
const WORD_GAP = 0.17
const COLUMN_GAP = 0.8

/** Base lines this near to each other, in shares of the font's size, are one row. */
const SAME_ROW = 0.6

/** The rows of a page from top to bottom, each in segments from left to right. */
export function rowsOf(runs: readonly PdfRun[]): PdfSegment[][] {
  const rows: PdfRun[][] = []
  for (const run of [...runs].sort((one, other) => one.y - other.y)) {
    const row = rows.at(-1)
    const first = row?.[0]
    // Raised figures belong to the row; a line of the next column a little lower may, too.
    if (row && first && run.y - first.y <= SAME_ROW * Math.min(run.size, first.size)) row.push(run)
    else rows.push([run])
  }
  return rows.map((row) => segmentsOf(row.sort((one, other) => one.x - other.x)))
}

function segmentsOf(row: readonly PdfRun[]): PdfSegment[] {
  const groups: PdfRun[][] = []
  for (const run of row) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    if (group && last && run.x - (last.x + last.width) <= COLUMN_GAP * Math.max(run.size, last.size)) group.push(run)
    else groups.push([run])
  }
  return groups.map(joined)
}

function joined(runs: readonly PdfRun[]): PdfSegment {
  const length = (some: readonly PdfRun[]): number => some.reduce((sum, { text }) => sum + text.length, 0)
  const backwards = length(runs.filter(({ rightToLeft }) => rightToLeft)) * 2 > length(runs)
  const [longest] = [...runs].sort((one, other) => other.text.length - one.text.length)
  let text = '', before: PdfRun | undefined
  for (const run of backwards ? [...runs].reverse() : runs) {
    const gap = before ? (backwards ? before.x - (run.x + run.width) : run.x - (before.x + before.width)) : 0
    text += gap > WORD_GAP * run.size ? ` ${run.text}` : run.text
    before = run
  }
  return {
    text: text.replace(/\s+/g, ' ').trim(),
    x: Math.min(...runs.map(({ x }) => x)), end: Math.max(...runs.map(({ x, width }) => x + width)),
    y: longest?.y ?? 0, size: longest?.size ?? 0,
  }
}

/** Segments of one column that stand on the same base line, as one. */
export function united(segments: readonly PdfSegment[]): PdfSegment[] {
  const lines: PdfSegment[] = []
  for (const segment of [...segments].sort((one, other) => one.y - other.y || one.x - other.x)) {
    const last = lines.at(-1)
    if (!last || segment.y - last.y > SAME_ROW * Math.min(segment.size, last.size)) lines.push(segment)
    else {
      const [left, right] = last.x <= segment.x ? [last, segment] : [segment, last]
      lines[lines.length - 1] = { text: `${left.text} ${right.text}`, x: left.x, end: Math.max(left.end, right.end), y: last.y, size: left.text.length >= right.text.length ? left.size : right.size }
    }
  }
  return lines
}
