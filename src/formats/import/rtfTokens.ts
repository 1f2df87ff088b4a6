/** A piece of a rich-text file. */
export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  /** A control word without its backslash, or a control symbol such as `~`. */
  | { readonly kind: 'word'; readonly name: string; readonly value: number | null }
  /** Bytes as Latin-1, in whatever code page holds there. */
  | { readonly kind: 'bytes'; readonly bytes: string }

const word = /([a-z]{1,32})(-?\d{1,10})? ?/iy
const hex = /'([\da-f]{2})/iy
const plain = /[^\\{}\r\n\0]+/y

/** Takes a rich-text file apart (Rich Text Format specification 1.9.1). Whatever is no token is passed over. @param source bytes as Latin-1 */
export function* rtfTokens(source: string): Generator<RtfToken> {
  let at = 0
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const found = pattern.exec(source)
    if (found) at = pattern.lastIndex
    return found
  }
  while (at < source.length) {
    const char = source.charAt(at)
    const text = match(plain)
    if (text) {
      yield { kind: 'bytes', bytes: text[0] }
      continue
    }
    at += 1
    if (char === '{') yield { kind: 'open' }
    else if (char === '}') yield { kind: 'close' }
    if (char !== '\\') continue
    const control = match(word)
    const byte = control ? null : match(hex)
    if (control) {
      const value = control[2] === undefined ? null : Number(control[2])
      // Pictures in binary may hold any byte, braces too.
      if (control[1] === 'bin') at += Math.max(0, value ?? 0)
      else yield { kind: 'word', name: control[1] ?? '', value }
    } else if (byte) yield { kind: 'bytes', bytes: String.fromCharCode(Number.parseInt(byte[1] ?? '', 16)) }
    else {
      const symbol = source.charAt(at)
      at += 1
      yield symbol === '\n' || symbol === '\r' ? { kind: 'word', name: 'par', value: null } : { kind: 'word', name: symbol, value: null }
    }
  }
}
