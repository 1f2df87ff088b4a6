import iconv from 'iconv-lite'
import { looksLikeUtf16, readUtf16 } from '../utf16'
import { readWindows1252 } from '../windows1252'
import { ImportRefusal } from './importer'

/** Markup as text, its line ends as they are, without a byte order mark. */
export interface DecodedMarkup {
  readonly text: string
  /** As in the WHATWG standard. */
  readonly encoding: string
}

/**
 * Reads HTML or XML. What the bytes are goes before what they say they are: mark, then valid UTF-8, and only then the
 * encoding that a `meta` element or the XML declaration names. A page that says UTF-8 and is not was written by a
 * program that took no notice of it, on Windows as a rule. @throws ImportRefusal
 */
export function decodeMarkup(bytes: Uint8Array): DecodedMarkup {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes.subarray(2), 'UTF-16LE')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes.subarray(2), 'UTF-16BE')
  if (bytes.includes(0)) return utf16(bytes, looksLikeUtf16(bytes))
  const declared = declaredEncoding(bytes)
  // Its bytes are all ASCII, so that they are valid UTF-8 as well.
  if (declared === 'iso-2022-jp') return { text: new TextDecoder(declared).decode(bytes), encoding: 'ISO-2022-JP' }
  const utf8 = readUtf8(bytes)
  if (utf8 !== undefined) return { text: utf8, encoding: 'UTF-8' }
  return (declared === undefined ? undefined : readAs(bytes, declared)) ?? western(bytes)
}

function utf16(bytes: Uint8Array, encoding: ReturnType<typeof looksLikeUtf16>): DecodedMarkup {
  const text = encoding && readUtf16(bytes, encoding)
  if (encoding === undefined || text === undefined) throw new ImportRefusal('binary', 'it holds NUL bytes, so it is no text, or a damaged one')
  return { text, encoding }
}

/** A sign of more than a byte at the very end may be cut off, where others before it show that it is UTF-8. */
function readUtf8(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    const whole = Buffer.byteLength(text) + (startsWithMark(bytes) ? 3 : 0) === bytes.length
    return whole || /\P{ASCII}/u.test(text) ? text : undefined
  } catch {
    return undefined
  }
}

const startsWithMark = (bytes: Uint8Array): boolean => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf

/** The encoding's name in the WHATWG standard, lower case; undefined where none is named or nobody knows it. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  const label = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1] ?? /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1]
  try {
    return label === undefined ? undefined : new TextDecoder(label).encoding
  } catch {
    return undefined
  }
}

/** Undefined where the bytes can't be in this encoding. */
function readAs(bytes: Uint8Array, name: string): DecodedMarkup | undefined {
  if (name.startsWith('utf-') || !iconv.encodingExists(name)) return undefined
  // Node's own decoder takes Windows-1252 for Latin-1 in some versions.
  const text = iconv.decode(Buffer.from(bytes), name)
  return text.includes('\uFFFD') ? undefined : { text, encoding: name.replace(/^windows/, 'Windows').replace(/^(?!Windows).*/, (other) => other.toUpperCase()) }
}

function western(bytes: Uint8Array): DecodedMarkup {
  const read = readWindows1252(bytes)
  if (!read.ok) throw new ImportRefusal('not-decodable', `${read.problem}. Open it in a browser or an editor and save it as UTF-8`)
  return { text: read.text, encoding: 'Windows-1252' }
}
