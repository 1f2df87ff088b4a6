import type { Column, ExportCell } from '../../domain/exporting/column'
import type { UnitCoding } from './unitCoding'

/** A column that says what was coded of an article or event. */
export interface CodingColumn {
  readonly column: Column
  readonly cell: (coding: UnitCoding) => ExportCell
  /** Whether it is a variable on which coders can agree or not: no count and no mean of many. */
  readonly variable: boolean
}
