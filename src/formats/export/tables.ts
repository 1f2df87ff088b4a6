import type { Shape } from '../../domain/exporting/kinds'
import type { ExportOrder } from '../../domain/exporting/order'
import type { ProjectSource } from '../source'
import { annotationsTable } from './annotationsTable'
import { articlesTable } from './articlesTable'
import { codebookTable } from './codebookTable'
import { dictionaryFile, endingOf } from './dictionary'
import { eventsTable } from './eventsTable'
import type { ExportFile } from './exporter'
import { matrixTables } from './matrixTables'
import { memosTable } from './memos'
import type { Table } from './table'

const makers: Readonly<Partial<Record<Shape, (source: ProjectSource, order: ExportOrder) => readonly Table[]>>> = {
  annotations: (source) => [annotationsTable(source)],
  articles: (source, order) => [articlesTable(source, order)],
  events: (source, order) => [eventsTable(source, order)],
  matrix: (source) => matrixTables(source),
  codebook: (source) => [codebookTable(source)],
  memos: (source) => [memosTable(source)],
}

/** The shapes that are tables. */
export const tableShapes = Object.keys(makers) as readonly Shape[]

/** The tables an order asks for: one, or one for each variable where the shape is a matrix. */
export const tablesOf = (source: ProjectSource, order: ExportOrder): readonly Table[] => makers[order.shape]?.(source, order) ?? []

/** A file for each table, of several each with its id before the extension, and the data dictionary of all; none where there is no table. */
export function tableFiles(source: ProjectSource, order: ExportOrder, extension: string, write: (table: Table) => AsyncIterable<string | Uint8Array>): readonly ExportFile[] {
  const tables = tablesOf(source, order)
  const files = tables.map((table): ExportFile => ({ ending: endingOf(table, tables, extension), chunks: () => write(table) }))
  return tables.length === 0 ? [] : [...files, dictionaryFile(tables, order, source)]
}

/** More files than one overlooks in a folder. */
const MANY = 20

/** What tables would lack, and how many they are, whatever they are written in. */
export function tableLosses(source: ProjectSource, order: ExportOrder): readonly string[] {
  const { shape, by, adjudicator } = order
  const count = tablesOf(source, order).length
  return [
    ...((shape === 'articles' || shape === 'events') && by === 'adjudicated' && adjudicator === null ? ['Nothing that was coded is in it, as no coder is chosen whose coding is final.'] : []),
    ...(count > MANY ? [`There are ${count.toLocaleString('en')} tables, one for each variable. Choose dimensions or codes to have fewer.`] : []),
  ]
}
