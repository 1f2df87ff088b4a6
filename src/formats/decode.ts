import { canonicalText } from '../domain/text/canonical'
import { binaryKind } from './binaryKind'
import type { Refusal } from './refusal'
import { readUtf16, looksLikeUtf16 } from './utf16'
import { readWindows1252 } from './windows1252'

/** Largest file that is read, in bytes. */
export const LARGEST_FILE = 64 * 1024 * 1024

/** The encodings that are told from the bytes alone. */
export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'Windows-1252'

/** What a file's bytes say. */
export type Decoded = { readonly ok: true; readonly text: string; readonly encoding: Encoding } | ({ readonly ok: false } & Refusal)

const advice = 'Synoptic reads UTF-8, UTF-16 and Windows-1252: open it in an editor and save it as UTF-8'

/**
 * Reads bytes as canonical text, or says why they can't be read. It guesses as little as possible: UTF-8 and marked
 * UTF-16 are certain, unmarked UTF-16 and Windows-1252 are taken only when the result looks like writing.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > LARGEST_FILE) return refuse('too-large', tooLarge(bytes.length))
  if (bytes.length === 0) return refuse('empty', 'the file is empty')
  if (startsWith(bytes, 0xff, 0xfe, 0, 0) || startsWith(bytes, 0, 0, 0xfe, 0xff)) return undecodable('it is UTF-32')
  const kind = binaryKind(bytes)
  if (kind !== undefined) return refuse('binary', kind)
  if (startsWith(bytes, 0xff, 0xfe)) return markedUtf16(bytes, 'UTF-16LE')
  if (startsWith(bytes, 0xfe, 0xff)) return markedUtf16(bytes, 'UTF-16BE')
  return bytes.includes(0) ? withNuls(bytes) : withoutNuls(bytes)
}

export const tooLarge = (size: number): string =>
  `the file has ${Math.ceil(size / 1024 / 1024)} MB, more than the ${LARGEST_FILE / 1024 / 1024} MB an article may have: split it into articles`

function markedUtf16(bytes: Uint8Array, encoding: 'UTF-16LE' | 'UTF-16BE'): Decoded {
  const text = readUtf16(bytes.subarray(2), encoding)
  return text === undefined ? undecodable(`it is marked as ${encoding}, but is damaged or cut off`) : accept(text, encoding)
}

function withNuls(bytes: Uint8Array): Decoded {
  const encoding = looksLikeUtf16(bytes)
  const text = encoding && readUtf16(bytes, encoding)
  if (encoding && text !== undefined) return accept(text, encoding)
  return refuse('binary', 'it holds NUL bytes, so it is no text, or a damaged one')
}

function withoutNuls(bytes: Uint8Array): Decoded {
  const text = readUtf8(bytes)
  if (text !== undefined) return accept(text, 'UTF-8')
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return undecodable('it is marked as UTF-8, but is damaged')
  const western = readWindows1252(bytes)
  return western.ok ? accept(western.text, 'Windows-1252') : undecodable(western.problem)
}

function readUtf8(bytes: Uint8Array): string | undefined {
  try {
    // The mark stays for `canonicalText`, which takes off exactly one.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function accept(decoded: string, encoding: Encoding): Decoded {
  const text = canonicalText(decoded)
  if (text.trim() === '') return refuse('empty', 'there is nothing but white space in it')
  if (controlShare(text) > 0.3) return refuse('binary', 'most of it is control characters, not text')
  return { ok: true, text, encoding }
}

// The share above which Perl's file test -B takes a file for binary (perldoc perlfunc); only the start is looked at.
function controlShare(text: string): number {
  const start = text.slice(0, 4096)
  return (start.match(/[^\P{Control}\t-\r\x85]/gu)?.length ?? 0) / start.length
}

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, i) => bytes[i] === byte)

const refuse = (reason: Refusal['reason'], message: string): Decoded => ({ ok: false, reason, message })

const undecodable = (problem: string): Decoded => refuse('not-decodable', `${problem}. ${advice}`)
