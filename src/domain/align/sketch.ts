import type { Span } from '../text/span'
import { keptStretches } from './kept'
import { wordHashes } from './wordHashes'

/**
 * Words in a shingle. Five in a row are seldom the same by chance, also in two reports on one event, beyond names and set
 * phrases; and a word that an editor changed costs a copy no more than five of its shingles.
 */
export const SHINGLE = 5

/**
 * Shingles in a window, of which the one with the least hash is a mark. Whatever run of `WINDOW + SHINGLE - 1` words two texts
 * have in common, they have a mark in common: half a long sentence. (Winnowing: Schleimer, Wilkerson, Aiken, 2003.)
 */
const WINDOW = 12

/** What a text is compared by. */
export interface Sketch {
  /** Hashes of its shingles, each once, ascending; of 600 words about 600. Two of different words are equal once in four thousand million. */
  readonly shingles: Uint32Array
  /** Those by which texts with something in common are found: about two in `WINDOW + 1`, each once. */
  readonly marks: Uint32Array
}

/** @param text canonical; what is excluded of it counts as not there, so that what stands around it is one run of words */
export function sketchOf(text: string, excluded: readonly Span[]): Sketch {
  const words: number[] = []
  for (const { start, end } of keptStretches(text.length, excluded)) wordHashes(text.slice(start, end), words)
  const hashes = shinglesOf(words)
  return { marks: marksOf(hashes), shingles: distinct(hashes) }
}

const BASE = 0x9e3779b1

/** In the order of the text. A text of fewer words than a shingle is one. */
function shinglesOf(words: readonly number[]): Uint32Array {
  if (words.length === 0) return new Uint32Array(0)
  const size = Math.min(SHINGLE, words.length)
  const hashes = new Uint32Array(words.length - size + 1)
  let leaving = 1
  for (let n = 1; n < size; n += 1) leaving = Math.imul(leaving, BASE)
  let sum = 0
  for (let n = 0; n < words.length; n += 1) {
    if (n >= size) sum = (sum - Math.imul(words[n - size] ?? 0, leaving)) | 0
    sum = (Math.imul(sum, BASE) + (words[n] ?? 0)) | 0
    if (n >= size - 1) hashes[n - size + 1] = scattered(sum)
  }
  return hashes
}

/** Spreads a hash over all 32 bits, so that which one is least has nothing to do with the words (MurmurHash3's finaliser). */
function scattered(sum: number): number {
  let hash = sum ^ (sum >>> 16)
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

function marksOf(hashes: Uint32Array): Uint32Array {
  const marks: number[] = []
  let least = -1
  for (let end = Math.min(WINDOW, hashes.length); end <= hashes.length && end > 0; end += 1) {
    const start = Math.max(0, end - WINDOW)
    const last = end - 1
    if (least >= start && (hashes[last] ?? 0) > (hashes[least] ?? 0)) continue
    const before = least
    if (least < start) {
      least = start
      for (let at = start + 1; at < end; at += 1) if ((hashes[at] ?? 0) <= (hashes[least] ?? 0)) least = at
    } else least = last
    if (least !== before) marks.push(hashes[least] ?? 0)
  }
  return distinct(Uint32Array.from(marks))
}

/** Ascending, each once. */
function distinct(hashes: Uint32Array): Uint32Array {
  const sorted = hashes.slice().sort()
  let size = 0
  for (const hash of sorted) {
    if (size > 0 && sorted[size - 1] === hash) continue
    sorted[size] = hash
    size += 1
  }
  return sorted.slice(0, size)
}
