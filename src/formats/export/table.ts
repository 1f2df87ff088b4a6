import type { Column, ExportCell } from '../../domain/exporting/column'

/** A table as any table format writes it. */
export interface Table {
  /** Unique in the export, for file and sheet names, such as `annotations` or `matrix_tone`. */
  readonly id: string
  readonly title: string
  readonly columns: readonly Column[]
  /** The rows in order, many at a time, each with a cell for every column. To be asked for once. */
  readonly rows: () => AsyncIterable<readonly (readonly ExportCell[])[]>
}
