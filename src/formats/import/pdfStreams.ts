import { constants, inflateSync } from 'node:zlib'
import { ImportRefusal } from './importer'

/** How many times smaller a stream of text or drawing may be packed; real ones reach 20. Small ones may be anything. */
const HIGHEST_RATIO = 200
const ALWAYS_FINE = 1024 * 1024

/** Bytes that one stream may unpack to. */
const LARGEST_STREAM = 128 * 1024 * 1024

/** zlib packs no more tightly than this. */
const TIGHTEST = 1032

/**
 * Looks through the packed streams of a PDF before pdf.js does, which would work through gigabytes of nothing. Pictures
 * are left out: they may be all white, and are never unpacked here. @throws ImportRefusal when one is a bomb
 */
export function refuseBombs(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = file.indexOf('stream'); at !== -1; at = file.indexOf('stream', at + 6)) {
    if (file[at + 6] !== 13 && file[at + 6] !== 10) continue
    const start = at + (file[at + 6] === 13 && file[at + 7] === 10 ? 8 : 7)
    const end = file.indexOf('endstream', start)
    const before = file.subarray(Math.max(0, at - 1024), at).toString('latin1')
    const dictionary = before.slice(before.lastIndexOf('obj') + 1)
    if (/(FlateDecode|\/Fl)\b[^\]]{0,80}(FlateDecode|LZWDecode|\/Fl\b)/.test(dictionary)) throw bomb()
    if (!/\/Subtype\s*\/Image\b/.test(dictionary)) refuseBomb(file.subarray(start, end === -1 ? file.length : end))
    at = end === -1 ? file.length : end
  }
}

function refuseBomb(packed: Buffer): void {
  if (packed.length * TIGHTEST <= ALWAYS_FINE) return
  try {
    inflateSync(packed, { maxOutputLength: Math.min(LARGEST_STREAM, Math.max(ALWAYS_FINE, HIGHEST_RATIO * packed.length)), finishFlush: constants.Z_SYNC_FLUSH })
  } catch (error) {
    // What is packed otherwise, or damaged, is for pdf.js to read or refuse.
    if (error instanceof RangeError) throw bomb()
  }
}

const bomb = (): ImportRefusal => new ImportRefusal('unsafe', 'it is not read, as a part of it is packed far more tightly than a page can be. Print or save it anew as a PDF if you trust it')
