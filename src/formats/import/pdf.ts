import type { Heading } from '../../domain/project/article'
import type { Passage } from '../../domain/project/passage'
import type { ImportProblem } from '../../domain/import/problem'
import { dateInText, plainTextFacts } from '../plainText'
import { bareArticle, ImportRefusal, type FoundArticle, type Importer } from './importer'
import { pdfBlocks, type PdfBlock } from './pdfBlocks'
import { furniturePassage } from './pdfFurniture'
import { readPdfPages, type PdfPages } from './pdfPages'
import { refuseBombs } from './pdfStreams'

/** So many pages may be one article. */
const PAGES_OF_ARTICLE = 10

/**
 * A PDF with text is one article, in the order of reading. A word hyphenated at the end of a line is whole again; running
 * heads and page numbers stay as lines of their own, proposed for exclusion. A paragraph that goes on over the page is not
 * broken by them: they follow it.
 */
export const pdf: Importer = {
  id: 'pdf',
  label: 'PDF',
  single: true,
  encodingOf: () => '',
  recognises: ({ bytes }) => Buffer.from(bytes.subarray(0, 1024)).toString('latin1').includes('%PDF-'),
  async *read({ bytes }): AsyncGenerator<FoundArticle> {
    refuseBombs(bytes)
    yield article(await readPdfPages(bytes), isCutOff(bytes))
  },
}

function article(pages: PdfPages, cutOff: boolean): FoundArticle {
  const blocks = pdfBlocks(pages.pages)
  if (!blocks.some(({ text }) => /\p{L}/u.test(text))) {
    throw new ImportRefusal('empty', 'its pages are pictures without text: have the text recognised first (OCR, in a scanner’s or PDF program), then import the result')
  }
  const headline = headlineOf(blocks, pages.title)
  const headings: Heading[] = [], passages: Passage[] = []
  let text = ''
  for (const block of blocks) {
    if (text !== '') text += '\n\n'
    if (block.furniture) passages.push(furniturePassage(block.furniture, text.length))
    else if (block.heading) headings.push({ start: text.length, end: text.length + block.text.length, level: block === headline ? 1 : 2 })
    text += block.text
  }
  const told = blocks.filter(({ furniture }) => !furniture).map((block) => block.text).join('\n\n')
  const { date } = plainTextFacts(told)
  return {
    ...bareArticle(text), headline: headline?.text ?? titleIn(told, pages.title), date, headings, passages,
    problems: [...date === '' ? dateInText(told) : [], ...notes(pages, cutOff)],
  }
}

/** The largest text on the first page, or what the document's properties call its title if that is a heading there. */
function headlineOf(blocks: readonly PdfBlock[], title: string): PdfBlock | undefined {
  const large = blocks.filter((block) => block.page === 0 && block.heading)
  const largest = Math.max(...large.map(({ size }) => size))
  return large.find(({ text }) => alike(text, title)) ?? large.find(({ size }) => size >= largest)
}

/** The title that the document's properties give, where its text has it as well. */
const titleIn = (text: string, title: string): string => {
  const plain = title.replace(/\s+/g, ' ').trim()
  return plain.length >= 8 && text.replace(/\s+/g, ' ').includes(plain) ? plain : ''
}

const alike = (one: string, other: string): boolean => lettersOf(one) !== '' && lettersOf(one) === lettersOf(other)
const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

function notes({ pages }: PdfPages, cutOff: boolean): ImportProblem[] {
  const messages: string[] = []
  const bare = pages.flatMap(({ runs, sideways }, i) => (runs.length + sideways.length === 0 ? [i + 1] : []))
  if (pages.length > PAGES_OF_ARTICLE) messages.push(`The PDF has ${pages.length} pages and was taken for one article: if it holds several, split it first`)
  if (bare.length > 0) messages.push(`${bare.length === 1 ? 'Page' : 'Pages'} ${bare.slice(0, 20).join(', ')}${bare.length > 20 ? ' …' : ''} of the PDF ${bare.length === 1 ? 'has' : 'have'} no text: a picture, perhaps of a page`)
  if (cutOff) messages.push('The end of the PDF is missing or damaged: the text may be incomplete')
  return messages.map((message) => ({ kind: 'note', message }))
}

/** Every PDF ends with this mark, save for some stray bytes (ISO 32000-1, 7.5.5). */
const isCutOff = (bytes: Uint8Array): boolean => !Buffer.from(bytes.subarray(-2048)).toString('latin1').includes('%%EOF')
