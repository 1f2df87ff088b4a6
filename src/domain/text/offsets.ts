import { canonicalText } from './canonical'
import { splitsPair } from './span'

/** What a program counts in a text. */
export const offsetUnits = ['utf16', 'code-point', 'utf8-byte'] as const
export type OffsetUnit = (typeof offsetUnits)[number]

/** The line ends of the text it counts in: as the file has them, every one as LF, every one as CRLF. A byte order mark never counts. */
export const offsetBreaks = ['as-is', 'lf', 'crlf'] as const
export type OffsetBreaks = (typeof offsetBreaks)[number]

/** How positions of another program are read. */
export interface OffsetReading {
  readonly unit: OffsetUnit
  readonly breaks: OffsetBreaks
}

/** How well a reading fits what a file holds. */
export interface OffsetScore {
  readonly reading: OffsetReading
  /** Share of the positions that fit, 0 to 1. */
  readonly score: number
  /** How many were compared. */
  readonly compared: number
  /** With the words stored beside them or, where there are none, with the bounds of words. */
  readonly against: 'words-stored' | 'word-bounds'
}

/**
 * How positions of a program become offsets of ours: UTF-16 units of the canonical text.
 * A position between CR and LF is read as before the line break.
 * @param text as decoded, with its own line ends
 * @returns the offset for a position; undefined for one outside the text or inside a character
 */
export function offsetReader(text: string, reading: OffsetReading): (position: number) => number | undefined {
  const { positions, canonical } = counted(text, reading)
  return (position) => {
    let [low, high] = [0, positions.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((positions[middle] ?? 0) < position) low = middle + 1
      else high = middle
    }
    if (positions[low] === position) return low
    return positions[low] === position + 1 && canonical.charCodeAt(low - 1) === LF ? low - 1 : undefined
  }
}

/**
 * The other way round: the position that a program counts for an offset, which may stand at the end of the text.
 * @param text with its own line ends; canonical text has LF
 * @returns for an offset inside a character where that begins. @throws RangeError for one outside the text
 */
export function offsetWriter(text: string, reading: OffsetReading): (offset: number) => number {
  const { positions } = counted(text, reading)
  return (offset) => {
    const position = positions[offset]
    if (position === undefined) throw new RangeError(`The offset ${offset} lies outside a text of ${positions.length - 1}.`)
    return position
  }
}

const [LF, CR] = [0x0a, 0x0d]

/** The position of every offset of the canonical text, its end included. Of a pair of surrogates both have the first one's. */
function counted(text: string, { unit, breaks }: OffsetReading): { readonly positions: Int32Array; readonly canonical: string } {
  const canonical = canonicalText(text)
  const positions = new Int32Array(canonical.length + 1)
  let position = 0
  // In the text as it came, behind its mark.
  let at = text.startsWith('\uFEFF') ? 1 : 0
  for (let offset = 0; offset < canonical.length; offset += 1) {
    positions[offset] = position
    const code = canonical.charCodeAt(offset)
    const pair = code >= 0xd8_00 && code < 0xdc_00 && splitsPair(canonical, offset + 1)
    if (pair) positions[offset += 1] = position
    const long = text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF
    position += code === LF ? breakWidth(breaks, long) : pair ? pairWidth[unit] : unit === 'utf8-byte' ? byteWidth(code) : 1
    at += pair || long ? 2 : 1
  }
  positions[canonical.length] = position
  return { positions, canonical }
}

const breakWidth = (breaks: OffsetBreaks, long: boolean): number => (breaks === 'crlf' || (breaks === 'as-is' && long) ? 2 : 1)

const pairWidth: Readonly<Record<OffsetUnit, number>> = { utf16: 2, 'code-point': 1, 'utf8-byte': 4 }

const byteWidth = (code: number): number => (code < 0x80 ? 1 : code < 0x8_00 ? 2 : 3)
