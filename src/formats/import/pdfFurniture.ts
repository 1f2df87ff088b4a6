import { countWords } from '../../domain/text/canonical'
import type { Passage } from '../../domain/project/passage'
import type { PdfSegment } from './pdfRows'

/** What stands at the top and foot of pages and is no part of what they tell. */
export interface Furniture {
  readonly text: string
  readonly reason: Extract<Passage['reason'], 'page-number' | 'running-head'>
}

/** A page in three parts, from top to bottom. */
export interface DividedPage {
  readonly head: readonly Furniture[]
  readonly rows: readonly (readonly PdfSegment[])[]
  readonly foot: readonly Furniture[]
}

/** So many rows at the top and at the foot of a page may be running heads or page numbers. */
const ROWS_AT_EDGE = 3

/** How far apart, in points, the same line may stand on different pages. */
const SAME_PLACE = 6

/** Times the font's size: lines of text stand nearer to each other. */
const APART = 1.6

/** Up to so many pages two with the same line are enough: it may stand on every other page only. */
const FEW_PAGES = 5

/** A longer line is no head, even if a number that fits the page stands at its end. UTF-16 units. */
const LONGEST_HEAD = 120

/**
 * Finds the rows that are repeated at the same place over the pages, but for their digits, and those with a number that
 * counts the pages. Only rows at the very edge are looked at: what stands above a running head or below a foot is one,
 * too, or none of them is.
 */
export function divided(pages: readonly (readonly (readonly PdfSegment[])[])[]): DividedPage[] {
  const places = new Map<string, number[]>()
  pages.forEach((rows, page) => {
    for (const row of [...rows.slice(0, ROWS_AT_EDGE), ...rows.slice(Math.max(ROWS_AT_EDGE, rows.length - ROWS_AT_EDGE))]) {
      for (const key of keysOf(rowText(row), page)) places.set(key, [...places.get(key) ?? [], heightOf(row)])
    }
  })
  const enough = pages.length <= FEW_PAGES ? 2 : 3
  return pages.map((rows, page) => {
    const isFurniture = (row: readonly PdfSegment[]): boolean => {
      const text = rowText(row), y = heightOf(row)
      return saysItsPage(text, pages.length)
        || keysOf(text, page).some((key) => (places.get(key) ?? []).filter((other) => Math.abs(other - y) <= SAME_PLACE).length >= enough)
    }
    const head = setApart(rows.slice(0, ROWS_AT_EDGE + 1), isFurniture)
    const foot = setApart(rows.slice(Math.max(head, rows.length - ROWS_AT_EDGE - 1)).reverse(), isFurniture)
    return { head: rows.slice(0, head).map(furniture), rows: rows.slice(head, rows.length - foot), foot: rows.slice(rows.length - foot).map(furniture) }
  })
}

/** What the same head or foot has in common on two pages: its words, or how far its number is ahead of the page's. */
function keysOf(text: string, page: number): string[] {
  const [number] = /^\d{1,4}(?=\s)|(?<=\s)\d{1,4}$/.exec(text.slice(0, LONGEST_HEAD)) ?? []
  const words = text.replace(/\d+/g, '#').toLowerCase()
  return number === undefined || text.length > LONGEST_HEAD ? [words] : [words, `ahead by ${Number(number) - page}`]
}

/** How many of the rows, from the edge of the page inwards, are furniture; the last of them has more space to the text than lines have. */
function setApart(rows: readonly (readonly PdfSegment[])[], isFurniture: (row: readonly PdfSegment[]) => boolean): number {
  const end = rows.slice(0, ROWS_AT_EDGE).findIndex((row) => !isFurniture(row))
  let count = end === -1 ? Math.min(rows.length, ROWS_AT_EDGE) : end
  while (count > 0 && !isApart(rows[count - 1], rows[count])) count -= 1
  return count
}

function isApart(row: readonly PdfSegment[] = [], text: readonly PdfSegment[] = []): boolean {
  const [one] = row, [other] = text
  return !one || !other || Math.abs(one.y - other.y) > APART * Math.max(one.size, other.size) || pageNumber.test(rowText(row))
}

const rowText = (row: readonly PdfSegment[]): string => row.map(({ text }) => text).join(' ')

const heightOf = (row: readonly PdfSegment[]): number => row[0]?.y ?? 0

const pageNumber = /^\W*(page|seite|s\.|p\.|pág(ina|\.)|pagina|pag\.|strona|стр\.)?\s*\d{1,4}\W*((of|von|de|di|van|sur|\/|из)\W*\d{1,4}\W*)?$/iu

/** "Page 1 of 1" on the only page. */
function saysItsPage(text: string, pages: number): boolean {
  const numbers = /^\W*(?:page|seite|página|pagina)\s*(\d{1,4})\s*(?:of|von|de|di|van|sur|\/)\s*(\d{1,4})\W*$/iu.exec(text)
  return numbers !== null && Number(numbers[1]) <= Number(numbers[2]) && Number(numbers[2]) === pages
}

function furniture(row: readonly PdfSegment[]): Furniture {
  const text = rowText(row)
  return { text, reason: pageNumber.test(text) ? 'page-number' : 'running-head' }
}

export const furniturePassage = ({ text, reason }: Furniture, start: number): Passage =>
  ({ start, end: start + text.length, quote: text, reason, state: 'proposed', words: countWords(text) })
