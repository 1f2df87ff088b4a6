import iconv from 'iconv-lite'

export type Western = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: string }

/** Bytes to which Windows-1252 gives no character (Unicode's CP1252.TXT). */
const undefinedBytes = [0x81, 0x8d, 0x8f, 0x90, 0x9d]

const otherEncoding = 'it is neither UTF-8 nor UTF-16, and its bytes make no sense as Windows-1252'

/**
 * Reads bytes that are not UTF-8 as Windows-1252 when the result looks like a Western European language.
 * Any bytes at all would decode; taking Cyrillic or Japanese for Western text would store nonsense for good.
 */
export function readWindows1252(bytes: Uint8Array): Western {
  if (undefinedBytes.some((byte) => bytes.includes(byte))) return { ok: false, problem: otherEncoding }
  if (isDamagedUtf8(bytes)) return { ok: false, problem: 'it is UTF-8, but damaged or mixed with another encoding' }
  const text = iconv.decode(Buffer.from(bytes), 'win1252')
  return isWestern(text) ? { ok: true, text } : { ok: false, problem: otherEncoding }
}

// Whole characters of UTF-8, and what software that confuses it with UTF-16 writes for half a surrogate pair.
const utf8Characters = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/g

/** True when most of the bytes above ASCII form characters of UTF-8. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const asLatin1 = Buffer.from(bytes).toString('latin1')
  return total(asLatin1, utf8Characters) * 2 > total(asLatin1, /\P{ASCII}+/gu)
}

/**
 * Two measures, both far from what Western languages reach. Accented letters are at most about a fifth of the letters
 * there (Icelandic, Faroese), in misread Cyrillic or Greek nearly all. And accented letters stand in words with plain
 * ones, and signs not between two letters; where more than a tenth does otherwise, the bytes meant something else.
 */
function isWestern(text: string): boolean {
  const high = total(text, /\P{ASCII}+/gu)
  const accented = total(text, /[À-ÖØ-öø-ÿŒœŠšŽžŸ]+/g)
  return accented * 2 <= total(text, /[A-Za-z]+/g) && total(text, lonelyLetters) + total(text, signsBetweenLetters) <= high / 10
}

const lonelyLetters = /(?<![A-Za-zÀ-ÖØ-öø-ÿŒœŠšŽžŸ])[À-ÖØ-öø-ÿŒœŠšŽžŸ]{2,}(?![A-Za-zÀ-ÖØ-öø-ÿŒœŠšŽžŸ])|[À-ÖØ-öø-ÿŒœŠšŽžŸ]{4,}/g

// Superscripts, fractions, currency, low quotation marks: what Polish, Chinese and others turn into when misread.
const signsBetweenLetters = /(?<=[A-Za-zÀ-ÿ])[ƒˆ‰†‡˜‹›“„‚¡-¦¨¬¯-³µ¶¸-º¼-¿×÷]+(?=[A-Za-zÀ-ÿ])/g

/** Length of all matches together, in UTF-16 units. */
function total(text: string, pattern: RegExp): number {
  let length = 0
  for (const [match] of text.matchAll(pattern)) length += match.length
  return length
}
