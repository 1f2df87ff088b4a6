import { resolved } from './epubPackage'
import { readXml } from './xml'
import type { ZipContents } from './zip'

/** Ways of making fonts unusable outside a book, which leave its text alone. */
const forFonts = new Set(['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC'])

/** Whether one of these parts is encrypted, as META-INF/encryption.xml tells (EPUB 3.3, 4.2.6.3.2). */
export async function isLocked(zip: ZipContents, parts: readonly string[]): Promise<boolean> {
  if (!zip.has('META-INF/encryption.xml')) return false
  const wanted = new Set(parts)
  let forText = false
  let locked = false
  readXml(await zip.text('META-INF/encryption.xml'), {
    open(name, attributes) {
      if (name === 'EncryptedData') forText = true
      if (name === 'EncryptionMethod' && forFonts.has(attributes['Algorithm'] ?? '')) forText = false
      if (name === 'CipherReference' && forText) locked ||= wanted.has(resolved('', attributes['URI'] ?? ''))
    },
  })
  return locked
}
