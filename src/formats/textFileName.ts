import { extname } from 'node:path'
import type { Refusal } from './refusal'

const readable = new Set(['', '.txt', '.text', '.md'])

/** Why a file with this name isn't taken for plain text, or null. A "." within a headline or before a number starts no extension. */
export function nameRefusal(name: string): Refusal | null {
  const extension = extname(name).toLowerCase()
  if (readable.has(extension) || !/^\.(?=.*[a-z])[a-z0-9]{1,9}$/.test(extension)) return null
  return { reason: 'not-text', message: `it is no ${extension} file that Synoptic can read: save the article as plain text (UTF-8, .txt) and import that` }
}
