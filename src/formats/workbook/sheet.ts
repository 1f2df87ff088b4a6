import type { Column, ExportCell } from '../../domain/exporting/column'
import type { styles } from './styles'

/** A text with a look of its own. */
export interface StyledText {
  readonly text: string
  readonly style: keyof typeof styles
}
export type SheetCell = ExportCell | StyledText

export interface SheetColumn {
  /** Of days and times, texts that are one are written as such. */
  readonly type: Column['type']
  /** In characters. */
  readonly width: number
}

/** A sheet to be written. */
export interface Sheet {
  /** Wanted; it is made one that Excel takes. */
  readonly name: string
  readonly columns: readonly SheetColumn[]
  /** How many stay in sight when the rest is scrolled. */
  readonly frozen: { readonly rows: number; readonly columns: number }
  /** Its first row, and the first of every sheet that it is continued on. */
  readonly head: readonly string[]
  /** To be asked for once. */
  readonly rows: () => AsyncIterable<readonly (readonly SheetCell[])[]> | Iterable<readonly (readonly SheetCell[])[]>
}
