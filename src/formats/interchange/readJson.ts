import { isObject, type JsonObject } from '../json'
import { ImportRefusal } from '../import/importer'
import { jsonValues, readValue } from '../import/jsonValues'
import type { SourceFile } from '../import/sourceFile'
import { hasText, textOf } from '../import/text'

/** More values than this are no coding of articles that fit in memory. */
const MOST_PARTS = 4_000_000

/** The JSON values that stand in a file, be it one document, JSON Lines, or documents one after the other. @throws ImportRefusal */
export const jsonIn = (file: SourceFile): readonly unknown[] => file.once(read)

/** The same, empty where the file holds no JSON. */
export function jsonOrNone(file: SourceFile): readonly unknown[] {
  if (!hasText(file) || !/^\s*[[{]/.test(textOf(file))) return []
  try {
    return jsonIn(file)
  } catch {
    return []
  }
}

function read(file: SourceFile): readonly unknown[] {
  const text = textOf(file), values: unknown[] = []
  let parts = 0
  for (const value of jsonValues(text)) {
    parts += value.parts
    if (parts > MOST_PARTS) throw new ImportRefusal('too-costly', `it holds more than ${MOST_PARTS.toLocaleString('en-GB')} values: split it into several files`)
    if (!value.whole) throw damaged()
    try {
      values.push(readValue(text, value))
    } catch {
      throw damaged()
    }
  }
  return values
}

const damaged = (): ImportRefusal => new ImportRefusal('damaged', 'it is no JSON, or cut off: fetch or export it again')

/** The objects in a file: its values, those of a list that it is, or those in the list that an object holds as `member`. @throws ImportRefusal */
export function objectsIn(values: readonly unknown[], member?: string): readonly JsonObject[] {
  return values.flatMap((value) => {
    if (Array.isArray(value)) return value.filter(isObject)
    if (!isObject(value)) return []
    const list = member === undefined ? undefined : value[member]
    return Array.isArray(list) ? list.filter(isObject) : [value]
  })
}

export const textIn = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '')

export const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value])

/** A position; undefined for what can be none. */
const positionIn = (value: unknown): number | undefined => (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined)

/** A stretch with its positions in order; undefined where it has none, or no length. */
export function stretchIn(from: unknown, to: unknown): { readonly start: number; readonly end: number } | undefined {
  const start = positionIn(from), end = positionIn(to)
  return start !== undefined && end !== undefined && start < end ? { start, end } : undefined
}

/** What `stretchIn` leaves out, as a loss. */
export const NO_STRETCH = 'codings whose positions are no stretch of text'
