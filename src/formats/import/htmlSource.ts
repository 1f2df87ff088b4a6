import { binaryKind } from '../binaryKind'
import { LARGEST_FILE, tooLarge } from '../decode'
import { ImportRefusal } from './importer'
import { decodeMarkup } from './markupEncoding'
import type { SourceFile } from './sourceFile'

/** A file's markup, decoded, and the name of its encoding. @throws ImportRefusal */
export const htmlOf = (file: SourceFile): { readonly html: string; readonly encoding: string } => file.once(read)

function read({ bytes }: SourceFile): { html: string; encoding: string } {
  if (bytes.length === 0) throw new ImportRefusal('empty', 'the file is empty')
  if (bytes.length > LARGEST_FILE) throw new ImportRefusal('too-large', tooLarge(bytes.length))
  const kind = binaryKind(bytes)
  if (kind !== undefined) throw new ImportRefusal('binary', kind)
  const { text, encoding } = decodeMarkup(bytes)
  if (text.trim() === '') throw new ImportRefusal('empty', 'there is nothing but white space in it')
  return { html: text, encoding }
}

/** The first 4096 characters of a file that may be markup, whatever its encoding; empty for a file that is no text. Does not throw. */
export function markupHead(file: SourceFile): string {
  try {
    return htmlOf(file).html.slice(0, 4096)
  } catch {
    return ''
  }
}
