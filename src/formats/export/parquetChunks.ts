import { ByteWriter, ParquetWriter, type KeyValue, type SchemaElement } from 'hyparquet-writer'
import { writeColumn } from 'hyparquet-writer/src/column.js'
import type { Column, ExportCell } from '../../domain/exporting/column'
import { parquetType, type ParquetType } from './parquetTypes'
import type { Table } from './table'
import { Turns } from './turns'

/** A row group ends with so many rows, or characters of text: they are in memory while it is made, and a column of them is written at one go. */
const GROUP_ROWS = 8192, GROUP_TEXT = 2 * 1024 * 1024
/** The first row group has only so many rows, and each twice as many as the one before: a beginning that is slow, until the code is warm, is short. */
const FIRST_ROWS = 256

/**
 * A table as a Parquet file (https://parquet.apache.org/docs/file-format/), in chunks as they are made. The event loop gets its turn
 * between the columns of a row group.
 * @param about what is said of the whole file in its footer
 */
export async function* parquetChunks({ columns, rows }: Table, about: readonly KeyValue[]): AsyncGenerator<Uint8Array, void> {
  const bytes = new ByteWriter(1024 * 1024)
  const group = new RowGroup(columns)
  const writer = new ParquetWriter({ writer: bytes, schema: [group.root, ...group.elements], kvMetadata: [...about], createdBy: 'Synoptic' })
  const turns = new Turns()
  for await (const some of rows()) {
    if (turns.isOver()) await turns.pass()
    for (const row of some) {
      group.add(row)
      if (group.hasRoom) continue
      await group.write(writer, turns)
      yield taken(bytes)
    }
  }
  if (group.rows > 0) await group.write(writer, turns)
  void writer.finish()
  yield taken(bytes)
}

function taken(bytes: ByteWriter): Uint8Array {
  const chunk = bytes.getBytes().slice()
  bytes.index = 0
  return chunk
}

/** Rows column by column, until there are enough to be written. */
class RowGroup {
  readonly root: SchemaElement
  readonly elements: readonly SchemaElement[]
  rows = 0
  private most = FIRST_ROWS
  private text = 0
  private readonly cells: readonly ColumnCells[]

  constructor(private readonly columns: readonly Column[]) {
    const types = columns.map(parquetType)
    this.root = { name: 'root', num_children: columns.length }
    this.elements = types.map(({ element }, i) => ({ ...element, name: columns[i]?.name ?? '' }))
    this.cells = types.map(({ valueOf }) => new ColumnCells(valueOf))
  }

  get hasRoom(): boolean {
    return this.rows < this.most && this.text < GROUP_TEXT
  }

  add(row: readonly ExportCell[]): void {
    for (let i = 0; i < this.cells.length; i += 1) this.cells[i]?.add(row[i] ?? null)
    for (const cell of row) if (typeof cell === 'string') this.text += cell.length
    this.rows += 1
  }

  /** Column by column, which the library would do for all of them at once; the next group is empty. */
  async write(writer: ParquetWriter, turns: Turns): Promise<void> {
    const begin = writer.writer.offset
    const chunks: ReturnType<typeof writeColumn>['chunk'][] = []
    for (const [i, element] of this.elements.entries()) {
      const cells = this.cells[i]
      if (!cells) continue
      const { chunk } = writeColumn({
        writer: writer.writer,
        column: { columnName: element.name, element, schemaPath: [this.root, element], codec: 'SNAPPY', compressors: writer.compressors, stats: hasBounds(this.columns[i]), pageSize: 1024 * 1024, columnIndex: false, offsetIndex: false },
        pageData: { values: cells.values, definitionLevels: cells.levels, repetitionLevels: [], maxDefinitionLevel: 1 },
      })
      chunks.push(chunk)
      cells.clear()
      if (turns.isOver()) await turns.pass()
    }
    const size = chunks.reduce((sum, { meta_data }) => sum + (meta_data?.total_uncompressed_size ?? 0n), 0n)
    writer.row_groups.push({ columns: chunks, total_byte_size: size, num_rows: BigInt(this.rows), total_compressed_size: BigInt(writer.writer.offset - begin) })
    writer.num_rows += BigInt(this.rows)
    this.rows = 0
    this.text = 0
    this.most = Math.min(2 * this.most, GROUP_ROWS)
  }
}

/** The cells of a column in a row group, as they are written. */
class ColumnCells {
  readonly values: unknown[] = []
  readonly levels: number[] = []
  private last: ExportCell = null
  private value: ReturnType<ParquetType['valueOf']>

  constructor(private readonly valueOf: ParquetType['valueOf']) {}

  add(cell: ExportCell): void {
    // Many are the same as in the row above, and a time takes longest to be read.
    if (cell !== this.last) {
      this.last = cell
      this.value = cell === null ? undefined : this.valueOf(cell)
    }
    this.values.push(this.value)
    this.levels.push(this.value === undefined ? 0 : 1)
  }

  clear(): void {
    this.values.length = 0
    this.levels.length = 0
  }
}

/** Whether the least and greatest value of a row group help to find something; of ids and quotations they don't. */
const hasBounds = (column: Column | undefined): boolean => column !== undefined && (column.type !== 'text' || column.level !== null)
