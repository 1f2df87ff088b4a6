import { isObject, type JsonObject } from '../json'
import { ImportRefusal } from './importer'
import { columnNames, MOST_COLUMNS, type Table, type TableRow } from './table'

/** Objects within objects become columns down to this level; below it they are JSON in a cell. */
const DEEPEST_COLUMN = 8

/** Strings at least this long in a list are its paragraphs; shorter ones its items, such as authors. UTF-16 units. */
const PARAGRAPH = 80

/** The table that objects make: a column for each of their members, named `source.name` where objects stand within. */
export function tableOfObjects(objects: () => Iterable<JsonObject>, notes: () => readonly string[]): Table {
  const members = new Set<string>()
  for (const object of objects()) {
    for (const name of cellsOf(object).keys()) members.add(name)
    if (members.size > MOST_COLUMNS) throw new ImportRefusal('too-costly', `its objects have more than ${MOST_COLUMNS} different members: no table can be made of them`)
  }
  if (members.size === 0) throw new ImportRefusal('empty', 'the objects in it are empty')
  const keys = [...members]
  function* rows(): Generator<TableRow> {
    for (const object of objects()) {
      const cells = cellsOf(object)
      const found = keys.map((key) => wellFormed(cells.get(key) ?? ''))
      yield { cells: found.map(({ text }) => text), notes: found.some(({ changed }) => changed) ? [unwritable] : [] }
    }
  }
  return { columns: columnNames(keys), rows, notes: notes() }
}

const unwritable = 'It holds characters that no text may have (NUL or half a surrogate pair): each became “�”'

/** Members of an object and of those within it, with their dotted names, as text. */
function cellsOf(object: JsonObject): ReadonlyMap<string, string> {
  const cells = new Map<string, string>()
  const visit = (value: unknown, name: string, depth: number): void => {
    if (!isObject(value) || depth > DEEPEST_COLUMN) cells.set(name, cellOf(value))
    else for (const [key, member] of Object.entries(value)) visit(member, name === '' ? key : `${name}.${key}`, depth + 1)
  }
  visit(object, '', 0)
  return cells
}

/** A value as the text of a cell: lists of strings as paragraphs or items, what can't be written so as JSON. */
export function cellOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (!Array.isArray(value)) return JSON.stringify(value)
  if (value.every(isLine)) return value.map(String).join(value.some((one) => String(one).length >= PARAGRAPH) ? '\n\n' : '; ')
  // Paragraphs as lists of their sentences.
  if (value.every((one) => Array.isArray(one) && one.every((part) => typeof part === 'string'))) return value.map((one: string[]) => one.join(' ')).join('\n\n')
  return JSON.stringify(value)
}

const isLine = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value)

function wellFormed(text: string): { text: string; changed: boolean } {
  const sound = text.replace(/\p{Surrogate}|\0/gu, '\uFFFD')
  return { text: sound, changed: sound !== text }
}
