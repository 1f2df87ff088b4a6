/** Which sentences of a text have a sense: those of the sense at `i` are `list[from[i]]` to before `list[from[i + 1]]`. */
export interface Postings {
  /** Ascending. */
  readonly senses: Int32Array
  readonly from: Int32Array
  /** Numbers of sentences, ascending for each sense, each once. */
  readonly list: Int32Array
}

/** @param senses of each word @param sentence of each word, ascending */
export function postingsOf(senses: ArrayLike<number>, sentence: ArrayLike<number>): Postings {
  const size = senses.length
  const width = (sentence[size - 1] ?? 0) + 1
  const keys = new Float64Array(size)
  for (let at = 0; at < size; at += 1) keys[at] = (senses[at] ?? 0) * width + (sentence[at] ?? 0)
  keys.sort()
  const [own, from, list]: [number[], number[], number[]] = [[], [], []]
  for (let at = 0; at < size; at += 1) {
    const key = keys[at] ?? 0
    if (at > 0 && key === keys[at - 1]) continue
    const sense = Math.floor(key / width)
    if (own.at(-1) !== sense) {
      own.push(sense)
      from.push(list.length)
    }
    list.push(key - sense * width)
  }
  return { senses: Int32Array.from(own), from: Int32Array.from([...from, list.length]), list: Int32Array.from(list) }
}
