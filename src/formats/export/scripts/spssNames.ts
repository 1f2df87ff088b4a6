const RESERVED = new Set(['all', 'and', 'by', 'eq', 'ge', 'gt', 'le', 'lt', 'ne', 'not', 'or', 'to', 'with'])
/** A name may have so many bytes of UTF-8. */
const LONGEST = 64

/** As much of a text as has no more bytes of UTF-8, whole characters only. */
export function inBytes(text: string, most: number): string {
  let kept = '', bytes = 0
  for (const character of text) {
    bytes += Buffer.byteLength(character)
    if (bytes > most) break
    kept += character
  }
  return kept
}

/**
 * A name that SPSS takes for a variable: it begins with a letter, holds letters, digits and `_`, is no word of the language, and no
 * other is the same but for case.
 * @param used names in lower case; what is returned is added
 */
export function spssName(wanted: string, used: Set<string>): string {
  const plain = wanted.normalize('NFC').replace(/[^\p{L}\p{N}_]+/gu, '_').replace(/_+$/, '')
  const begun = /^\p{L}/u.test(plain) ? plain : `v_${plain.replace(/^_+/, '')}`
  for (let n = 1; ; n += 1) {
    const ending = n === 1 ? '' : `_${n}`
    const name = `${inBytes(begun, LONGEST - ending.length)}${ending}`
    const key = name.toLowerCase()
    if (RESERVED.has(key) || used.has(key)) continue
    used.add(key)
    return name
  }
}
