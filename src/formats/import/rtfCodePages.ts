import iconv from 'iconv-lite'

/** The code page of each `\fcharset` that has one of its own (specification 1.9.1, font table). */
const byCharset: Readonly<Record<number, number>> = {
  77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250, 254: 437, 255: 850,
}

/** Signs of no language, such as bullets and Greek letters drawn as pictures. */
const SYMBOLS = -1

/** What `\fcharset` says; null where the document's own code page holds. */
export const charsetCodePage = (charset: number): number | null => (charset === 2 ? SYMBOLS : byCharset[charset] ?? null)

/** Bytes, as Latin-1, in a code page; what is no character there is left out and counted. */
export function inCodePage(bytes: string, codePage: number): { readonly text: string; readonly lost: number } {
  if (/^[\t -~]*$/.test(bytes) && codePage !== SYMBOLS) return { text: bytes, lost: 0 }
  const decoded = codePage === SYMBOLS ? bytes.replaceAll('\xb7', '•').replace(/[\x80-\xff]/g, '\uFFFD') : iconv.decode(Buffer.from(bytes, 'latin1'), encodingName(codePage))
  const text = decoded.replaceAll('\uFFFD', '')
  return { text, lost: decoded.length - text.length }
}

function encodingName(codePage: number): string {
  if (codePage === 10000) return 'macintosh'
  if (codePage === 65001) return 'utf8'
  return iconv.encodingExists(`cp${codePage}`) ? `cp${codePage}` : 'cp1252'
}
