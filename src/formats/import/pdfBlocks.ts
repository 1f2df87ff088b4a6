import { inReadingOrder } from './pdfColumns'
import { withoutDropCaps } from './pdfDropCaps'
import { divided, type Furniture } from './pdfFurniture'
import { Hyphens } from './pdfHyphens'
import type { PdfPage } from './pdfPages'
import { goesOn, mostFrequent, paragraphsOf, type PdfParagraph } from './pdfParagraphs'
import { rowsOf } from './pdfRows'

/** A paragraph, heading, running head or page number of a PDF. */
export interface PdfBlock {
  readonly text: string
  /** From 0. */
  readonly page: number
  /** Of the font, in points; 0 where it does not matter. */
  readonly size: number
  readonly heading: boolean
  readonly furniture: Furniture | null
}

/** Headings are so much larger than the text around, and no longer than so many UTF-16 units. */
const LARGER = 1.15
const LONGEST_HEADING = 300

/** What stands on the pages, in the order of reading. */
export function pdfBlocks(pages: readonly PdfPage[]): PdfBlock[] {
  const parts = divided(pages.map(({ runs }) => rowsOf(withoutDropCaps(runs))))
  const hyphens = new Hyphens(parts.flatMap(({ rows }) => rows.flat().map(({ text }) => text)))
  const blocks: PdfBlock[] = []
  let last: { readonly paragraph: PdfParagraph; readonly at: number } | undefined
  const body = bodySize(parts.flatMap(({ rows }) => rows.flat()))
  const addFurniture = (page: number) => (furniture: Furniture): void => { blocks.push({ text: furniture.text, page, size: 0, heading: false, furniture }) }

  for (const [page, { head, rows, foot }] of parts.entries()) {
    head.forEach(addFurniture(page))
    for (const column of inReadingOrder(rows.flat())) {
      for (const paragraph of paragraphsOf(column, hyphens)) {
        const open = last && goesOn(last.paragraph, paragraph) ? last : undefined
        const whole: PdfParagraph = open ? { ...paragraph, text: hyphens.join(open.paragraph.text, paragraph.text) } : paragraph
        const block = { text: whole.text, page: open ? blocks[open.at]?.page ?? page : page, size: whole.size, heading: isHeading(whole, body), furniture: null }
        if (open) blocks[open.at] = block
        else blocks.push(block)
        last = { paragraph: whole, at: open?.at ?? blocks.length - 1 }
      }
    }
    foot.forEach(addFurniture(page))
    for (const text of pages[page]?.sideways ?? []) blocks.push({ text: text.replace(/\s+/g, ' ').trim(), page, size: 0, heading: false, furniture: null })
  }
  return blocks
}

const isHeading = ({ text, size }: PdfParagraph, body: number): boolean => size >= LARGER * body && text.length <= LONGEST_HEADING && /\p{L}/u.test(text)

/** The size that most of the text has. */
const bodySize = (segments: readonly { readonly text: string; readonly size: number }[]): number =>
  mostFrequent(segments.flatMap(({ text, size }) => Array<number>(Math.ceil(text.length / 10)).fill(Math.round(size * 2) / 2))) ?? 0
