import type { ScriptKind } from '../../../domain/exporting/kinds'
import { endingOf } from '../dictionary'
import type { ExportFile, NameOfFile } from '../exporter'
import type { Table } from '../table'

/** A table with the file that a script reads it from. */
export interface ScriptTable {
  readonly table: Table
  /** Its name alone: the script lies beside it. */
  readonly file: string
}

/** What makes a script, and what is written for it besides. */
export interface Script {
  readonly kind: ScriptKind
  /**
   * @param tables their columns alone are read here
   * @param again the same tables, with rows that can still be asked for
   */
  readonly files: (tables: readonly Table[], again: () => readonly Table[]) => readonly ExportFile[]
}

/** What the files of an export are called that is not written to a place, as in a preview. */
export const nameless: NameOfFile = (ending) => `data${ending}`

/** @param extension of the tables' files */
export const namedTables = (tables: readonly Table[], extension: string, nameOf: NameOfFile = nameless): readonly ScriptTable[] =>
  tables.map((table) => ({ table, file: nameOf(endingOf(table, tables, extension)) }))

/** In comments and names, where a line must not end. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()

/** What a script says of itself. */
export const purpose = (tables: readonly ScriptTable[]): string =>
  `Reads ${tables.map(({ file }) => `“${oneLine(file)}”`).join(', ')} with types, levels and labels set. Keep it in the same folder. Written by Synoptic.`

export async function* once(text: string): AsyncGenerator<string, void> {
  yield await Promise.resolve(text)
}
