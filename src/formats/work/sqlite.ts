import type { Database, SqlValue } from 'sql.js'
import initSqlJs from 'sql.js/dist/sql-wasm-inline.js'
import { ImportRefusal } from '../import/importer'
import type { SourceFile } from '../import/sourceFile'

/** A row by the names of its columns; one of an older version may lack some. */
export class Row {
  constructor(private readonly cells: Readonly<Record<string, SqlValue>>) {}

  /** Empty where there is none. */
  text(column: string): string {
    const value = this.cells[column]
    return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
  }

  /** Null where there is none. */
  number(column: string): number | null {
    const value = this.cells[column]
    return typeof value === 'number' ? value : null
  }

  isNull(column: string): boolean {
    return (this.cells[column] ?? null) === null
  }
}

/** The tables of a database, read whole. */
export interface Tables {
  readonly has: (table: string) => boolean
  /** In the order of their keys; none where there is no such table. @throws ImportRefusal when the file is damaged */
  readonly rows: (table: string) => readonly Row[]
}

const HEAD = 'SQLite format 3\0'

const isSqlite = (file: SourceFile): boolean => Buffer.from(file.bytes.subarray(0, HEAD.length)).toString('latin1') === HEAD

/** Whether a file is a database with these tables; what can't be opened is none. */
export async function hasTables(file: SourceFile, ...tables: readonly string[]): Promise<boolean> {
  if (!isSqlite(file)) return false
  try {
    const { has } = await file.once(open)
    return tables.every(has)
  } catch {
    return false
  }
}

/** @throws ImportRefusal */
export async function readTables(file: SourceFile): Promise<Tables> {
  if (isCutOff(file.bytes)) throw new ImportRefusal('damaged', 'the database is cut off: copy it again from where it comes from')
  return await file.once(open)
}

/** Whether there is less of it than its head says (www.sqlite.org/fileformat.html, 1.3): rows would be missing without a word. */
function isCutOff(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (head.length < 100) return true
  const page = head.readUInt16BE(16) === 1 ? 65_536 : head.readUInt16BE(16)
  return head.readUInt32BE(24) === head.readUInt32BE(92) && head.length < page * head.readUInt32BE(28)
}

async function open(file: SourceFile): Promise<Tables> {
  const { Database: Opened } = await initSqlJs()
  const names = attempt(() => {
    const database = new Opened(withoutLog(file.bytes))
    // Tables alone: a view may come to anything, and without end.
    const [found] = database.exec("SELECT name FROM sqlite_master WHERE type = 'table'")
    return { database, names: new Set(found?.values.map(([name]) => String(name))) }
  })
  return { has: (table) => names.names.has(table), rows: (table) => (names.names.has(table) ? attempt(() => rowsOf(names.database, table)) : []) }
}

/**
 * Bytes 18 and 19 say that a database is written with a log beside it (www.sqlite.org/fileformat.html, 1.3.3), which this build can't
 * open; as if without, it opens as it was when the log was last worked in.
 */
function withoutLog(bytes: Uint8Array): Uint8Array {
  if (bytes[18] !== 2 && bytes[19] !== 2) return bytes
  const copy = bytes.slice()
  copy[18] = 1
  copy[19] = 1
  return copy
}

function rowsOf(database: Database, table: string): readonly Row[] {
  const rows: Row[] = []
  const statement = database.prepare(`SELECT * FROM "${table.replaceAll('"', '""')}" ORDER BY 1`)
  while (statement.step()) rows.push(new Row(statement.getAsObject()))
  statement.free()
  return rows
}

function attempt<T>(work: () => T): T {
  try {
    return work()
  } catch {
    throw new ImportRefusal('damaged', 'the database is cut off or garbled: open it in its own program, export or copy it there, and import that')
  }
}
