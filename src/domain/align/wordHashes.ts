/** In the table: not looked at yet. No unit is folded to it, as it is no character. */
const UNKNOWN = 0xffff

/** UTF-16 unit -> the unit it is compared as, or 0 where it belongs to no word. Filled as units come up. */
const folded = new Uint16Array(0x10000).fill(UNKNOWN)

/** Scripts that write without spaces: each of their characters is a word. */
const ALONE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const WITHIN = /[\p{L}\p{N}\p{M}]/u
const alone = new Uint8Array(0x10000)

function fold(unit: number): number {
  const character = String.fromCharCode(unit)
  // Halves of a surrogate pair count as letters: what lies above the basic plane and is none is rare enough.
  const inWord = WITHIN.test(character) || (unit >= 0xd800 && unit <= 0xdfff)
  const lower = character.toLowerCase()
  const to = inWord ? (lower.length === 1 ? lower.charCodeAt(0) : unit) : 0
  folded[unit] = to
  if (to !== 0 && ALONE.test(character)) alone[unit] = 1
  return to
}

const START = 0x811c9dc5
const STEP = 0x01000193

/**
 * The words of a text as 32-bit hashes (FNV-1a over UTF-16 units), in order and without making a string of any. Case,
 * punctuation and composition of accents make no difference, so that `Jong-un` and `Jong Un` are the same two words.
 * @param into gets the hashes behind what it holds
 */
export function wordHashes(text: string, into: number[] = []): number[] {
  const composed = text.normalize('NFC')
  let hash = START
  let open = false
  for (let at = 0; at < composed.length; at += 1) {
    const raw = composed.charCodeAt(at)
    const known = folded[raw] ?? 0
    const unit = known === UNKNOWN ? fold(raw) : known
    if (open && (unit === 0 || alone[raw] === 1)) {
      into.push(hash)
      hash = START
      open = false
    }
    if (unit === 0) continue
    hash = Math.imul(hash ^ unit, STEP)
    if (alone[raw] === 1) {
      into.push(hash)
      hash = START
    } else open = true
  }
  if (open) into.push(hash)
  return into
}
