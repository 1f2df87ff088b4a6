import type { Column, ExportCell } from '../../domain/exporting/column'
import type { ExportFormat, Shape } from '../../domain/exporting/kinds'
import type { ExportOrder } from '../../domain/exporting/order'
import type { SynopsisSheet } from '../../domain/synopsis/sheet'
import type { Handle, Json } from './shared'

/** Writing a project, or a synopsis, in another format. */
export interface ExportsCalls {
  /** Asks where to and writes a synopsis as it is shown; null when cancelled. */
  'synopsis.export': { args: { format: SynopsisFormat; sheet: Json<SynopsisSheet> }; result: { readonly place: string } | null }
  /** The formats there are, and what was last exported of this project. */
  'export.begin': { args: { project: Handle }; result: { readonly formats: readonly FormatOffer[]; readonly order: ExportOrder } }
  /** How it would begin; whatever preview was still under way is ended with `cancelled`. Reads only what it needs. */
  'export.preview': { args: { project: Handle; order: ExportOrder }; result: ExportPreview }
  /** Asks where to, then writes it, and remembers what was asked for; null when cancelled. */
  'export.run': { args: { project: Handle; order: ExportOrder }; result: ExportReport | null }
  'export.cancel': { args: null; result: null }
}

/** A format, as it is offered. */
export interface FormatOffer {
  readonly id: ExportFormat
  readonly label: string
  /** Whom it is for and what it can't hold. */
  readonly about: string
  readonly shapes: readonly Shape[]
}

export interface ExportPreview {
  /** How many are in the selection. */
  readonly articles: number
  readonly events: number
  /** Of the first tables that are written, their beginnings. */
  readonly tables: readonly TablePreview[]
  /** Of another text file its beginning; null for tables and for files that are no text. */
  readonly text: string | null
  /** Endings of the files that would be written: see `ExportFile`. */
  readonly files: readonly string[]
  /** What would be left out or altered, in sentences. */
  readonly losses: readonly string[]
}

/** The first rows of a table; long cells are cut. `more` is also true where looking for them took too long. */
export interface TablePreview {
  readonly title: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly ExportCell[])[]
  readonly more: boolean
}

export type SynopsisFormat = 'csv' | 'xlsx' | 'html'

export interface ExportReport {
  /** Of the main file. */
  readonly place: string
  /** Names of the files written beside it. */
  readonly beside: readonly string[]
  readonly annotations: number
  /** True when rows are missing because a file of the project is damaged. */
  readonly incomplete: boolean
  /** True when it has labels instead of outlets, because they are masked. */
  readonly masked: boolean
}
