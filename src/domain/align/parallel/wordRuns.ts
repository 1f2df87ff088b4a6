/** The stretches of so many words of a text, by hash. */
export interface WordRuns {
  readonly length: number
  /** Ascending: hash (32 bits) times `PLACES`, and the first word's place. Those of the same hash are beside one another. */
  readonly keys: Float64Array
}

export const noRuns: WordRuns = { length: 0, keys: new Float64Array(0) }

/** Texts of more words than this have no runs behind it; 2^53 holds no more. */
const PLACES = 2 ** 21
/** A stretch that a text has more often than this is looked at no further. */
const MOST = 8

/** @param quotation of each word the quotation it is in, when only stretches within one are wanted */
export function wordRuns(words: Int32Array, length: number, quotation: Int32Array | null): WordRuns {
  const keys: number[] = []
  for (let at = 0; at + length <= words.length && at < PLACES; at += 1) {
    if (quotation && ((quotation[at] ?? -1) < 0 || quotation[at + length - 1] !== quotation[at])) continue
    let hash = 0x811c9dc5
    for (let n = 0; n < length; n += 1) hash = Math.imul(hash ^ (words[at + n] ?? 0), 0x01000193) ^ (hash >>> 15)
    keys.push((hash >>> 0) * PLACES + at)
  }
  return { length, keys: Float64Array.from(keys).sort() }
}

/** Calls with the first words of stretches that both have; two of different words are taken for one once in four thousand million. */
export function eachShared(a: WordRuns, b: WordRuns, take: (a: number, b: number) => void): void {
  const [p, q] = [a.keys, b.keys]
  for (let i = 0, k = 0; i < p.length && k < q.length;) {
    const [x, y] = [Math.floor((p[i] ?? 0) / PLACES), Math.floor((q[k] ?? 0) / PLACES)]
    if (x !== y) {
      if (x < y) i += 1
      else k += 1
      continue
    }
    const [endA, endB] = [endOf(p, i, x), endOf(q, k, x)]
    for (let m = i; m < Math.min(endA, i + MOST); m += 1) for (let n = k; n < Math.min(endB, k + MOST); n += 1) take((p[m] ?? 0) % PLACES, (q[n] ?? 0) % PLACES)
    i = endA
    k = endB
  }
}

function endOf(keys: Float64Array, from: number, hash: number): number {
  let end = from + 1
  while (end < keys.length && Math.floor((keys[end] ?? 0) / PLACES) === hash) end += 1
  return end
}
