type Utf16 = 'UTF-16LE' | 'UTF-16BE'

/** Text from UTF-16 bytes without their mark; undefined when a unit is cut off, a surrogate stands alone or there is a NUL. */
export function readUtf16(bytes: Uint8Array, encoding: Utf16): string | undefined {
  if (bytes.length % 2 === 1) return undefined
  const units = Buffer.from(bytes)
  const text = (encoding === 'UTF-16LE' ? units : units.swap16()).toString('utf16le')
  return text.includes('\0') || /\p{Surrogate}/u.test(text) ? undefined : text
}

/**
 * Recognises UTF-16 without its mark by where the zero bytes stand: white space, digits and Latin letters have one
 * on the same side of every unit. Undefined when it is more likely something else.
 */
export function looksLikeUtf16(bytes: Uint8Array): Utf16 | undefined {
  if (bytes.length < 4 || bytes.length % 2 === 1) return undefined
  const { even, odd } = zeros(bytes)
  const [encoding, most, fewest]: [Utf16, number, number] = odd > even ? ['UTF-16LE', odd, even] : ['UTF-16BE', even, odd]
  // Signs such as 一 (U+4E00) have their zero on the other side, but few do.
  if (most < 8 * fewest || most < bytes.length / 2 / 10) return undefined
  if (most < bytes.length / 2 * 0.8 && isAsciiBetweenNuls(bytes)) return undefined
  const text = readUtf16(bytes, encoding)
  return text === undefined || /[^\P{Control}\t-\r]|[\p{Unassigned}\p{Private_Use}]/u.test(text) ? undefined : encoding
}

function zeros(bytes: Uint8Array): { even: number; odd: number } {
  const count = { even: 0, odd: 0 }
  for (let at = bytes.indexOf(0); at !== -1; at = bytes.indexOf(0, at + 1)) count[at % 2 === 0 ? 'even' : 'odd'] += 1
  return count
}

// ASCII with stray NULs reads as far-eastern signs in UTF-16; real UTF-16 of another script is hardly ever all ASCII.
const isAsciiBetweenNuls = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0 || (byte >= 0x20 && byte < 0x7f) || (byte >= 9 && byte <= 13))
