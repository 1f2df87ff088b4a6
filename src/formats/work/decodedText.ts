import type { SourceFile } from '../import/sourceFile'
import { encodingOf, hasText, textOf } from '../import/text'

/** A text as decoded, with its own line ends but without its mark: other programs count in that. UTF-8 may be blank or hold anything. @throws ImportRefusal when it is no text */
export const decodedText = (file: SourceFile): string => file.once(read)

function read(file: SourceFile): string {
  if (!hasText(file)) return asUtf8(file.bytes) ?? textOf(file)
  const canonical = textOf(file)
  const text = new TextDecoder(encodingOf(file)).decode(file.bytes)
  // Should the platform read the encoding otherwise than Synoptic does, Synoptic's reading counts.
  return text.replace(/\r\n?/g, '\n') === canonical ? text : canonical
}

function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
