import { decode, type Decoded } from '../decode'
import { dateInText, plainTextFacts } from '../plainText'
import { nameRefusal } from '../textFileName'
import { bareArticle, ImportRefusal, type FoundArticle, type Importer } from './importer'
import type { SourceFile } from './sourceFile'

/** Plain text in an encoding that the bytes tell: each file is one article. */
export const text: Importer = {
  id: 'text',
  label: 'Plain text',
  single: true,
  encodingOf,
  recognises: () => true,
  *read(file): Generator<FoundArticle> {
    const unfit = nameRefusal(file.name)
    // What a file's first bytes say of it is told rather than what its name says.
    if (unfit && file.once(decodedText).ok) throw new ImportRefusal(unfit.reason, unfit.message)
    const content = textOf(file)
    const facts = plainTextFacts(content)
    yield { ...bareArticle(content), ...facts, problems: facts.date === '' ? dateInText(content) : [] }
  },
}

/** A file's canonical text. @throws ImportRefusal when it is none */
export function textOf(file: SourceFile): string {
  const decoded = file.once(decodedText)
  if (!decoded.ok) throw new ImportRefusal(decoded.reason, decoded.message)
  return decoded.text
}

/** Name of the encoding that a text is read in; empty where it is none. */
export function encodingOf(file: SourceFile): string {
  const decoded = file.once(decodedText)
  return decoded.ok ? decoded.encoding : ''
}

/** Whether a file is text at all. */
export const hasText = (file: SourceFile): boolean => file.once(decodedText).ok

const decodedText = (file: SourceFile): Decoded => decode(file.bytes)
