import { ImportRefusal } from './importer'

/** Deeper nesting than this is no data that anybody wrote. */
const DEEPEST = 256

/** Where a JSON value stands in a text that holds one or more, and what reading it would cost. UTF-16 offsets, half-open. */
export interface JsonValue {
  readonly start: number
  readonly end: number
  /** False when the text ends before it does. */
  readonly whole: boolean
  /** Objects, lists and commas in it: about as many values as it will make. */
  readonly parts: number
  /** Whole numbers with more digits than JavaScript keeps. */
  readonly longNumbers: readonly (readonly [start: number, end: number])[]
}

/**
 * Finds the values that stand one after the other in a text, as in JSON Lines or in JSON documents put together, without
 * building anything. What is neither object nor list reaches to the end of its line.
 * @throws ImportRefusal when one is nested too deeply
 */
export function* jsonValues(text: string): Generator<JsonValue> {
  for (let at = nextSign(text, 0); at < text.length; at = nextSign(text, at)) {
    const value = text[at] === '{' || text[at] === '[' ? bracketed(text, at) : untilLineEnd(text, at)
    yield value
    at = value.end
  }
}

function bracketed(text: string, start: number): JsonValue {
  const longNumbers: [number, number][] = []
  let depth = 0, parts = 0
  for (let at = start; at < text.length; at += 1) {
    const sign = text[at]
    if (sign === '"') at = stringEnd(text, at)
    else if (sign === '{' || sign === '[') {
      depth += 1
      parts += 1
      if (depth > DEEPEST) throw new ImportRefusal('unsafe', `its data are nested more than ${DEEPEST} levels deep, which no list of articles is`)
    } else if (sign === '}' || sign === ']') {
      depth -= 1
      if (depth === 0) return { start, end: at + 1, whole: true, parts, longNumbers }
    } else if (sign === ',') parts += 1
    else if (isDigit(sign)) {
      const from = text[at - 1] === '-' ? at - 1 : at
      while (isDigit(text[at + 1])) at += 1
      if (at - from >= 15 && !/[.eE]/.test(text[at + 1] ?? '') && text[from - 1] !== '.') longNumbers.push([from, at + 1])
    }
  }
  return { start, end: text.length, whole: false, parts, longNumbers }
}

/** Place of the quotation mark that ends a string. */
function stringEnd(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let slashes = 0
    while (text[at - 1 - slashes] === '\\') slashes += 1
    if (slashes % 2 === 0) return at
  }
  return text.length
}

function untilLineEnd(text: string, start: number): JsonValue {
  const lineEnd = text.indexOf('\n', start)
  return { start, end: lineEnd === -1 ? text.length : lineEnd, whole: true, parts: 1, longNumbers: [] }
}

const isDigit = (sign: string | undefined): boolean => sign !== undefined && sign >= '0' && sign <= '9'

function nextSign(text: string, from: number): number {
  let at = from
  while (at < text.length && ' \n\r\t'.includes(text[at] ?? '')) at += 1
  return at
}

/** The value as data; numbers that JavaScript would round become strings. @throws SyntaxError */
export function readValue(text: string, { start, end, longNumbers }: JsonValue): unknown {
  let json = '', from = start
  for (const [first, last] of longNumbers) {
    json += `${text.slice(from, first)}"${text.slice(first, last)}"`
    from = last
  }
  return JSON.parse(json + text.slice(from, end))
}
