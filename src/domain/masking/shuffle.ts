/**
 * A number for a text, the same everywhere and always: FNV-1a over its UTF-16 units, stirred as in MurmurHash3 so that
 * texts which differ in one letter lie far apart. 0 to 2^32 - 1.
 */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Different texts in an order that a seed decides: where two of them stand to each other does not depend on the others. */
export function shuffled(texts: Iterable<string>, seed: string): string[] {
  const keyed = Array.from(texts, (text) => ({ text, key: hashOf(`${seed}\u0000${text}`) }))
  return keyed.sort((a, b) => a.key - b.key || (a.text < b.text ? -1 : 1)).map(({ text }) => text)
}

/** 0 -> A, 25 -> Z, 26 -> AA. */
export const letterOf = (n: number): string => (n < 26 ? '' : letterOf(Math.floor(n / 26) - 1)) + String.fromCharCode(65 + (n % 26))
