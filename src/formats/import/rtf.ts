import type { ImportProblem } from '../../domain/import/problem'
import { plainTextFacts } from '../plainText'
import { firstHeading, joined, withHeadline } from './articleText'
import { bareArticle, ImportRefusal, type FoundArticle, type Importer } from './importer'
import type { RtfParagraph } from './rtfParagraphs'
import { readRtf, type RtfContents } from './rtfReader'
import type { SourceFile } from './sourceFile'

/** A rich-text document (.rtf): each file is one article. */
export const rtf: Importer = {
  id: 'rtf',
  label: 'Rich text',
  single: true,
  encodingOf: () => '',
  recognises: (file) => latin1(file, 64).trimStart().startsWith('{\\rtf'),
  *read(file): Generator<FoundArticle> {
    const contents = readRtf(latin1(file))
    const body = joined(asText(contents.paragraphs))
    if (body.text === '') throw new ImportRefusal('empty', 'there is no text in it, only pictures or nothing at all')
    const facts = plainTextFacts(body.text)
    const headline = firstHeading(body) || facts.headline
    yield { ...bareArticle(''), ...withHeadline(headline, body), headline, date: facts.date, problems: problems(contents) }
  },
}

const latin1 = ({ bytes }: SourceFile, most = bytes.length): string => Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(most, bytes.length)).toString('latin1')

function* asText(paragraphs: readonly RtfParagraph[]): Generator<{ text: string; heading: number | null; tight: boolean }> {
  let before: RtfParagraph | undefined
  for (const one of paragraphs) {
    const tight = (one.item && before?.item) || (one.row && before?.row) || false
    yield { text: one.item ? `• ${one.text.trimStart()}` : one.heading === null ? one.text : one.text.replace(/\s*\n\s*/g, ' '), heading: one.heading, tight }
    before = one
  }
}

function problems({ lost, complete }: RtfContents): readonly ImportProblem[] {
  const found: ImportProblem[] = []
  if (!complete) found.push({ kind: 'note', message: 'The file breaks off: the end of the article may be missing.' })
  if (lost > 0) found.push({ kind: 'note', message: `${lost === 1 ? 'One character is' : `${lost} characters are`} in no code page that the file names and could not be read: compare it with the document.` })
  return found
}
