import type { ExportCell } from '../../domain/exporting/column'
import { tableFormats, type ExportFormat } from '../../domain/exporting/kinds'
import type { ExportOrder } from '../../domain/exporting/order'
import { splitsPair } from '../../domain/text/span'
import type { Coded, ProjectSource } from '../source'
import type { ExportFile } from './exporter'
import type { Prepared } from './prepare'
import type { Table } from './table'
import { tablesOf } from './tables'

/** Rows of a table, tables, UTF-16 units of a cell and of a text that a preview shows at most. */
const [ROWS, TABLES, CELL, TEXT] = [20, 6, 300, 8_000]

/** Formats that are no tables, and read as text. */
const readable: readonly ExportFormat[] = ['synoptic', 'w3c', 'doccano', 'label-studio', 'qdc']

/** How a table begins. */
export interface Beginning extends Pick<Table, 'title' | 'columns'> {
  readonly rows: readonly (readonly ExportCell[])[]
  readonly more: boolean
}

/** How an export would begin. */
export interface Preview {
  readonly articles: number
  readonly events: number
  readonly tables: readonly Beginning[]
  readonly text: string | null
  readonly files: readonly string[]
  readonly losses: readonly string[]
}

/** Thrown by the source once looking has taken long enough. */
class Enough extends Error {}

/**
 * The first rows of the tables that an export would write, or the beginning of its text; only what these need is read.
 * @param over whether it has taken long enough: what was not found until then is left out
 */
export async function previewOf({ exporter, source, files, losses }: Prepared, order: ExportOrder, over: () => boolean): Promise<Preview> {
  const read = sparing(source, over)
  const tables: Beginning[] = []
  const isTable = tableFormats.includes(order.format)
  if (isTable) for (const table of tablesOf(read, order).slice(0, TABLES)) tables.push(await beginningOf(table))
  return {
    articles: source.articles.length, events: source.events.length, tables, files: files.map(({ ending }) => ending), losses,
    text: readable.includes(order.format) ? await beginningOfText(exporter.files(read, order)[0]) : null,
  }
}

async function beginningOf({ title, columns, rows }: Table): Promise<Beginning> {
  const found: (readonly ExportCell[])[] = []
  const more = await unlessEnough(async () => {
    for await (const some of rows()) {
      for (const row of some) {
        if (found.length === ROWS) return true
        found.push(row.map(inShort))
      }
    }
    return false
  }, true)
  return { title, columns, rows: found, more }
}

async function beginningOfText(file: ExportFile | undefined): Promise<string | null> {
  let text = ''
  await unlessEnough(async () => {
    for await (const chunk of file?.chunks() ?? []) {
      if (typeof chunk === 'string') text += chunk
      if (typeof chunk !== 'string' || text.length > TEXT) return
    }
  }, undefined)
  return text === '' ? null : shortened(text, TEXT)
}

async function unlessEnough<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Enough) return otherwise
    throw error
  }
}

/** A source that reads nothing twice, however many tables are made of it, and gives up in time. */
function sparing(source: ProjectSource, over: () => boolean): ProjectSource {
  const known = new Map<string, Promise<Coded>>()
  const demandTime = (): void => { if (over()) throw new Enough() }
  const { text } = source
  return {
    ...source,
    coded: (subject) => {
      demandTime()
      const coded = known.get(subject) ?? Promise.resolve(source.coded(subject))
      known.set(subject, coded)
      return coded
    },
    text: text && ((article) => {
      demandTime()
      return text(article)
    }),
  }
}

const inShort = (cell: ExportCell): ExportCell => (typeof cell === 'string' ? shortened(cell, CELL) : cell)

const shortened = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, splitsPair(text, most) ? most - 1 : most)} …`)
