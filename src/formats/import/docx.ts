import { plainTextFacts } from '../plainText'
import { firstHeading, joined, withHeadline } from './articleText'
import type { DocxParagraph } from './docxParagraph'
import { docxMainPart, docxParagraphs } from './docxParagraphs'
import { bareArticle, ImportRefusal, type FoundArticle, type Importer } from './importer'
import type { SourceFile } from './sourceFile'
import { headHas, isZip, readZip } from './zip'

/** A Word document (.docx): each file is one article. Who wrote or saved it is not asked, as that is seldom the author of the article. */
export const docx: Importer = {
  id: 'docx',
  label: 'Word document',
  single: true,
  encodingOf: () => '',
  recognises: async (file) => isLocked(file) || (isZip(file) && await isWord(file)),
  async *read(file): AsyncGenerator<FoundArticle> {
    if (isLocked(file)) throw new ImportRefusal('encrypted', 'it is locked with a password: open it in its program, save it without and import that')
    const body = joined(asText(await docxParagraphs(file)))
    if (body.text === '') throw new ImportRefusal('empty', 'there is no text in it, only pictures or nothing at all')
    const facts = plainTextFacts(body.text)
    const headline = firstHeading(body) || facts.headline
    yield { ...bareArticle(''), ...withHeadline(headline, body), headline, date: facts.date }
  },
}

/** Office puts a document with a password into a file of the kind that older versions wrote (MS-OFFCRYPTO, 2.3.4). */
const isLocked = ({ bytes }: SourceFile): boolean =>
  bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0 && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('EncryptedPackage', 0, 'utf16le')

async function isWord(file: SourceFile): Promise<boolean> {
  try {
    return await docxMainPart(await readZip(file)) !== undefined
  } catch {
    // Damaged or unsafe: `read` says which.
    return headHas(file, 'word/') || /\.docx$/i.test(file.name)
  }
}

function* asText(paragraphs: readonly DocxParagraph[]): Generator<{ text: string; heading: number | null; tight: boolean }> {
  let inList = false
  for (const { text, heading, item } of paragraphs) {
    const trimmed = text.replace(/\r\n?/g, '\n').trim()
    if (trimmed === '') continue
    yield { text: item ? `• ${trimmed}` : heading === null ? trimmed : trimmed.replace(/\s*\n\s*/g, ' '), heading, tight: item && inList }
    inList = item
  }
}
