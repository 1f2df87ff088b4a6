import { codeSchema, type Code } from '../../domain/project/codebook'
import type { RawCode, RawDimension } from '../work/rawWork'
import { dimensionBlock } from './blocks'
import { keyOf } from './guids'
import { FreshKeys, type Reading } from './reading'
import { childrenOf, type XmlElement } from './tree'

/** The codes of a document. */
export interface FoundCodes {
  readonly dimensions: readonly RawDimension[]
  /** GUID, as a key -> the code's key. */
  readonly keys: ReadonlyMap<string, string>
}

const key = (element: XmlElement): string => keyOf(element.attributes['guid'])

/**
 * Codes as dimensions and codes. A top code to which nothing can be coded, or that holds the others together, becomes a
 * dimension; the other top codes stand in one together.
 * @param list the element `Codes`
 * @param used keys of GUIDs to which something is coded: these stay codes, whatever they say
 */
export function readCodes(list: XmlElement | undefined, used: ReadonlySet<string>, reading: Reading): FoundCodes {
  const keys = new Map<string, string>()
  const fresh = new FreshKeys()
  const dimensions: RawDimension[] = [], loose: RawCode[] = []
  for (const top of childrenOf(list, 'Code')) {
    const isCode = used.has(key(top)) || (top.attributes['isCodable'] ?? 'true').trim() !== 'false' && top.attributes['isCodable'] !== '0'
    if (isCode) loose.push(codeOf(top, keys, fresh, reading))
    else dimensions.push(dimensionOf(top, keys, fresh, reading))
  }
  if (loose.length > 0) dimensions.push({ key: fresh.take('loose codes'), name: 'Codes', definition: '', fields: [], codes: loose })
  return { dimensions, keys }
}

function dimensionOf(top: XmlElement, keys: Map<string, string>, fresh: FreshKeys, reading: Reading): RawDimension {
  const { own, data } = reading.described(top)
  const said = reading.data(dimensionBlock, data)
  const { dimension, fields = [], ...more } = said ?? {}
  return { ...more, key: fresh.take(dimension ?? key(top)), name: reading.attribute(top, 'name'), definition: withMemos(own, top, reading), fields, codes: codesIn(top, keys, fresh, reading) }
}

const codesIn = (above: XmlElement, keys: Map<string, string>, fresh: FreshKeys, reading: Reading): readonly RawCode[] =>
  childrenOf(above, 'Code').map((one) => codeOf(one, keys, fresh, reading))

function codeOf(one: XmlElement, keys: Map<string, string>, fresh: FreshKeys, reading: Reading): RawCode {
  const { own, data } = reading.described(one)
  const said = reading.data(codeSchema, Object.keys(data).length === 0 && !reading.ours ? {} : { ...data, id: data['code'] ?? key(one), name: '', colour: 'slate', codes: [] })
  const ownKey = fresh.take(said?.id ?? key(one))
  if (keys.has(key(one))) reading.lost('codes with the GUID of another: their codings are taken for the other’s')
  else keys.set(key(one), ownKey)
  const memo = [said?.memo ?? '', ...reading.notesOf(one).map((note) => reading.noted(note).own)].filter((text) => text !== '').join('\n\n')
  return {
    key: ownKey, name: reading.attribute(one, 'name'), colour: colourOf(one.attributes['color']), definition: own, memo, fields: said?.fields ?? [],
    codes: codesIn(one, keys, fresh, reading), ...(said && { rules: rulesOf(said) }),
  }
}

const rulesOf = ({ include, exclude, examples, key: shortcut, ask, score, revised }: Code): RawCode['rules'] => ({ include, exclude, examples, key: shortcut, ask, score, revised })

/** Dimensions have no memos of their own. */
const withMemos = (own: string, element: XmlElement, reading: Reading): string =>
  [own, ...reading.notesOf(element).map((note) => reading.noted(note).own)].filter((text) => text !== '').join('\n\n')

/** `#rrggbb`; programs also write `#rgb`, `rgb()` and a fourth pair for what shines through. */
function colourOf(written = ''): string {
  const text = written.trim().toLowerCase()
  const long = /^#([\da-f]{6})([\da-f]{2})?$/.exec(text)?.[1]
  if (long) return `#${long}`
  const short = /^#([\da-f])([\da-f])([\da-f])[\da-f]?$/.exec(text)
  if (short) return `#${short.slice(1).map((digit) => digit + digit).join('')}`
  const parts = /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})/.exec(text)?.slice(1).map(Number)
  return parts?.every((part) => part < 256) ? `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}` : ''
}
