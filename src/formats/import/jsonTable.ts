import { isObject, type JsonObject } from '../json'
import { ImportRefusal } from './importer'
import { cellOf, tableOfObjects } from './jsonCells'
import { jsonValues, readValue, type JsonValue } from './jsonValues'
import type { SourceFile } from './sourceFile'
import type { Table } from './table'
import { tableImporter } from './tableImporter'
import { encodingOf, hasText, textOf } from './text'

/** More values than the articles of 64 MB have; each costs a hundred bytes and more. */
const MOST_PARTS = 4_000_000

/** A list of objects, or an object that holds one; a lone object with a text is an article. */
export const json = tableImporter({
  id: 'json',
  label: 'JSON',
  encodingOf,
  recognises: (file) => hasText(file) && (/\.json$/i.test(file.name) || isWhole(file)),
  tableIn: jsonTable,
})

/** One object a line, or objects one after the other. */
export const jsonl = tableImporter({
  id: 'jsonl',
  label: 'JSON Lines',
  encodingOf,
  recognises: (file) => hasText(file) && (/\.(jsonl|ndjson)$/i.test(file.name) || isSeveral(textOf(file))),
  tableIn: jsonLinesTable,
})

/** Whether a text not called JSON is JSON and not, say, notes in square brackets. */
function isWhole(file: SourceFile): boolean {
  const text = textOf(file)
  if (!/^\s*[{[]/.test(text) || !/[}\]]\s*$/.test(text.slice(-1000))) return false
  try {
    file.once(jsonTable)
    return true
  } catch {
    return false
  }
}

function isSeveral(text: string): boolean {
  if (!/^\s*\{/.test(text)) return false
  try {
    let objects = 0
    for (const value of jsonValues(text)) {
      if (!isObject(readValue(text, value))) return false
      objects += 1
      if (objects === 2) return true
    }
  } catch {
    // Then it is something else.
  }
  return false
}

function jsonTable(file: SourceFile): Table {
  const text = textOf(file)
  const [first, second] = jsonValues(text)
  if (!first?.whole || second) throw damaged()
  const root = parsed(text, first)
  refuseOwn(root)
  const objects = objectsIn(root)
  if (!objects) throw new ImportRefusal('not-text', 'it holds no list of objects: Synoptic reads JSON in which each article is an object with its text, headline and so on as members')
  return tableOfObjects(() => objects, () => [])
}

function parsed(text: string, value: JsonValue): unknown {
  if (value.parts > MOST_PARTS) throw new ImportRefusal('too-costly', `it holds more than ${MOST_PARTS.toLocaleString('en-GB')} values: split it into several files`)
  try {
    return readValue(text, value)
  } catch {
    throw damaged()
  }
}

const damaged = (): ImportRefusal => new ImportRefusal('damaged', 'it is no JSON, or cut off: fetch or export it again')

/** A project or codebook of ours is no source of articles. */
function refuseOwn(root: unknown): void {
  const format = isObject(root) ? root['format'] : undefined
  if (typeof format !== 'string' || !/^synoptic(-|$)/.test(format)) return
  throw new ImportRefusal('not-text', format === 'synoptic-codebook'
    ? 'it is a Synoptic codebook, not articles: open it from the codebook’s own menu'
    : 'it is a Synoptic project or a part of one, not articles: open the project itself (File, Open project)')
}

/** The objects that are articles: the longest list of objects near the root, or the root itself if it has the longer text. */
function objectsIn(root: unknown): readonly JsonObject[] | undefined {
  const [longest] = listsIn(root, 3).sort((a, b) => b.length - a.length)
  if (!isObject(root)) return longest
  const listed = Math.max(0, ...(longest ?? []).slice(0, 50).map(longestText))
  return !longest || longestText(root) > Math.max(LONG_TEXT, listed) ? [root] : longest
}

/** In an object beside a list, what is shorter rather describes the list. UTF-16 units. */
const LONG_TEXT = 400

/** Length of the longest text that is directly a member of an object, be it in paragraphs and sentences. */
const longestText = (object: JsonObject): number =>
  Math.max(0, ...Object.values(object).map((value) => (Array.isArray(value) && value.some(isObject) ? 0 : cellOf(value).length)))

function listsIn(value: unknown, depth: number): (readonly JsonObject[])[] {
  if (Array.isArray(value)) return value.some(isObject) ? [value.filter(isObject)] : []
  return isObject(value) && depth > 0 ? Object.values(value).flatMap((member) => listsIn(member, depth - 1)) : []
}

function jsonLinesTable(file: SourceFile): Table {
  const text = textOf(file)
  let unread = 0
  function* objects(): Generator<JsonObject> {
    unread = 0
    for (const value of jsonValues(text)) {
      const object = value.whole && value.parts <= MOST_PARTS ? attempt(text, value) : undefined
      if (isObject(object)) yield object
      else unread += 1
    }
  }
  const [first] = objects()
  if (!first) throw damaged()
  refuseOwn(first)
  const notes = (): string[] => (unread === 0 ? [] : [`${unread === 1 ? 'One entry' : `${unread.toLocaleString('en-GB')} entries`} of the file can’t be read as JSON objects and ${unread === 1 ? 'was' : 'were'} left out`])
  return tableOfObjects(objects, notes)
}

function attempt(text: string, value: JsonValue): unknown {
  try {
    return readValue(text, value)
  } catch {
    return undefined
  }
}
