import { united, type PdfSegment } from './pdfRows'

/** Columns of text are at least so many times the font's size wide; narrower ones are rather labels and what they label. */
const NARROWEST_COLUMN = 7

/** The share of segments that may lie across the gap between two columns: headlines, captions, lead paragraphs. */
const MOST_CROSSING = 0.25

/** Pages with more pieces are no printed pages: no columns are looked for. */
const MOST_SEGMENTS = 5000

/** So many gaps at most are looked at, those that fewest segments lie across first. */
const MOST_GAPS = 20

/** At least so many lines stand side by side where there are columns. */
const FEWEST_LINES = 3

/**
 * The segments of a page as columns of lines in the order of reading: where a gap runs between columns, what lies across
 * it divides the page into bands, and in each band the left column comes before the right one.
 */
export function inReadingOrder(segments: readonly PdfSegment[]): PdfSegment[][] {
  if (segments.length === 0) return []
  const gap = columnGap(segments)
  if (gap === undefined) return [united(segments)]
  const across = segments.filter(({ x, end }) => x < gap && end > gap).sort((one, other) => one.y - other.y)
  const columns: PdfSegment[][] = []
  let rest = segments.filter((one) => !across.includes(one))
  for (let i = 0; i < across.length;) {
    const first = across[i]
    if (!first) break
    const band = rest.filter(({ y }) => y < first.y)
    columns.push(...leftThenRight(band, gap))
    rest = rest.filter(({ y }) => y >= first.y)
    const next = Math.min(...rest.map(({ y }) => y))
    const together = across.slice(i).filter(({ y }, k) => k === 0 || y < next)
    columns.push(united(together))
    i += together.length
  }
  return [...columns, ...leftThenRight(rest, gap)]
}

const leftThenRight = (band: readonly PdfSegment[], gap: number): PdfSegment[][] =>
  [...inReadingOrder(band.filter(({ end }) => end <= gap)), ...inReadingOrder(band.filter(({ x }) => x >= gap))]

/** Where a gap between columns runs, x in points; undefined when there is none. */
function columnGap(segments: readonly PdfSegment[]): number | undefined {
  if (segments.length > MOST_SEGMENTS) return undefined
  return gaps(segments)
    .sort((one, other) => one.crossing - other.crossing || (other.to - other.from) - (one.to - one.from))
    .slice(0, MOST_GAPS).map(({ from, to }) => (from + to) / 2)
    .find((x) => areColumns(segments.filter(({ end }) => end <= x), segments.filter((one) => one.x >= x)))
}

/** Stretches of the page's width in which few segments lie, with the number of these. */
function gaps(segments: readonly PdfSegment[]): { from: number; to: number; crossing: number }[] {
  const edges = segments.flatMap(({ x, end }) => [{ at: x, by: 1 }, { at: end, by: -1 }]).sort((one, other) => one.at - other.at || one.by - other.by)
  const found: { from: number; to: number; crossing: number }[] = []
  let crossing = 0
  edges.forEach(({ at, by }, i) => {
    crossing += by
    const next = edges[i + 1]
    if (next && next.at - at >= 4 && crossing <= MOST_CROSSING * segments.length) found.push({ from: at, to: next.at, crossing })
  })
  return found
}

function areColumns(left: readonly PdfSegment[], right: readonly PdfSegment[]): boolean {
  return isColumn(left) && isColumn(right) && beside(left, right) >= FEWEST_LINES && beside(right, left) >= FEWEST_LINES
}

function isColumn(segments: readonly PdfSegment[]): boolean {
  const widths = segments.map(({ x, end, size }) => (end - x) / size).sort((a, b) => a - b)
  return widths.length >= FEWEST_LINES && (widths[Math.floor(widths.length / 2)] ?? 0) >= NARROWEST_COLUMN
}

/** How many lines of the one stand at the height of the other. */
function beside(some: readonly PdfSegment[], others: readonly PdfSegment[]): number {
  const top = Math.min(...others.map(({ y, size }) => y - size)), bottom = Math.max(...others.map(({ y }) => y))
  return new Set(some.filter(({ y }) => y >= top && y <= bottom).map(({ y }) => Math.round(y))).size
}
