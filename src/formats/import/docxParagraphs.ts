import { readDocxBody } from './docxBody'
import type { DocxParagraph } from './docxParagraph'
import { docxStyles, type DocxStyle } from './docxStyles'
import type { SourceFile } from './sourceFile'
import { readXml } from './xml'
import { readZip, type ZipContents } from './zip'

/**
 * The paragraphs of a Word document in their order, empty ones too; tables of data are one paragraph each. Footnotes and
 * endnotes follow at the end, where the text has their number as `[1]`. Only the parts of the file itself are read:
 * templates and pictures that it points to elsewhere are never looked for. @throws ImportRefusal
 */
export const docxParagraphs = (file: SourceFile): Promise<readonly DocxParagraph[]> => file.once(read)

/** Name of the part that holds a Word document's text; undefined when this is none. */
export async function docxMainPart(zip: ZipContents): Promise<string | undefined> {
  if (zip.has('word/document.xml')) return 'word/document.xml'
  if (!zip.has('_rels/.rels')) return undefined
  const targets: string[] = []
  readXml(await zip.text('_rels/.rels'), {
    open(name, attributes) {
      if (name === 'Relationship' && attributes['Type']?.endsWith('/officeDocument')) targets.push((attributes['Target'] ?? '').replace(/^\//, ''))
    },
  })
  return targets.find((target) => target.startsWith('word/') && zip.has(target))
}

async function read(file: SourceFile): Promise<readonly DocxParagraph[]> {
  const zip = await readZip(file)
  const styles = zip.has('word/styles.xml') ? docxStyles(await zip.text('word/styles.xml')) : new Map<string, DocxStyle>()
  const body = readDocxBody(await zip.text(await docxMainPart(zip) ?? 'word/document.xml'), styles)
  if (body.references.length === 0) return body.paragraphs
  const notes = await Promise.all(['word/footnotes.xml', 'word/endnotes.xml'].filter(zip.has).map(async (part) => readDocxBody(await zip.text(part), styles).notes))
  return [...body.paragraphs, ...body.references.flatMap((name, i) => numbered(i + 1, notes.map((part) => part.get(name)).find(Boolean) ?? []))]
}

/** A note's paragraphs, the first one with its number. */
const numbered = (number: number, [first, ...more]: readonly DocxParagraph[]): readonly DocxParagraph[] =>
  (first ? [{ ...first, text: `[${number}] ${first.text.trimStart()}` }, ...more] : [])
