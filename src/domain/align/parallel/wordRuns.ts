/** The stretches of so many words of a text. */
export interface WordRuns {
  readonly length: number
  /** Of each, its hash, ascending, and the place of its first word. */
  readonly hashes: Uint32Array
  readonly places: Int32Array
}

/** Texts of more words than this have no runs behind it; 2^53 holds no more. */
const PLACES = 2 ** 21
/** A stretch that a text has more often than this is looked at no further. */
const MOST = 8

/** @param quotation of each word the quotation it is in, when only stretches within one are wanted */
export function wordRuns(words: Int32Array, length: number, quotation: Int32Array | null): WordRuns {
  const found: number[] = []
  for (let at = 0; at + length <= words.length && at < PLACES; at += 1) {
    if (quotation && ((quotation[at] ?? -1) < 0 || quotation[at + length - 1] !== quotation[at])) continue
    let hash = 0x811c9dc5
    for (let n = 0; n < length; n += 1) hash = Math.imul(hash ^ (words[at + n] ?? 0), 0x01000193) ^ (hash >>> 15)
    found.push((hash >>> 0) * PLACES + at)
  }
  const keys = new Float64Array(found).sort()
  const [hashes, places] = [new Uint32Array(keys.length), new Int32Array(keys.length)]
  for (let at = 0; at < keys.length; at += 1) {
    const hash = Math.floor((keys[at] ?? 0) / PLACES)
    hashes[at] = hash
    places[at] = (keys[at] ?? 0) - hash * PLACES
  }
  return { length, hashes, places }
}

/** Calls with the first words of stretches that both have; two of different words are taken for one once in four thousand million. */
export function eachShared(a: WordRuns, b: WordRuns, take: (a: number, b: number) => void): void {
  const [p, q] = [a.hashes, b.hashes]
  for (let i = 0, k = 0; i < p.length && k < q.length;) {
    const [x, y] = [p[i] ?? 0, q[k] ?? 0]
    if (x < y) i += 1
    else if (x > y) k += 1
    else {
      const [endA, endB] = [endOf(p, i), endOf(q, k)]
      for (let m = i; m < Math.min(endA, i + MOST); m += 1) for (let n = k; n < Math.min(endB, k + MOST); n += 1) take(a.places[m] ?? 0, b.places[n] ?? 0)
      i = endA
      k = endB
    }
  }
}

function endOf(hashes: Uint32Array, from: number): number {
  let end = from + 1
  while (end < hashes.length && hashes[end] === hashes[from]) end += 1
  return end
}
