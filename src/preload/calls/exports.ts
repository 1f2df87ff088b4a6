import type { SynopsisSheet } from '../../domain/synopsis/sheet'
import type { Handle, Json } from './shared'

/** Writing a project, or a synopsis, in another format. */
export interface ExportsCalls {
  /** Asks where to and writes a synopsis as it is shown; null when cancelled. */
  'synopsis.export': { args: { format: SynopsisFormat; sheet: Json<SynopsisSheet> }; result: { readonly place: string } | null }
  /** Asks where to, then writes the project, or the named articles of it and what was coded of them; null when cancelled. */
  'export.run': { args: { project: Handle; format: ExportFormat; articles: readonly string[] | null }; result: ExportReport | null }
  'export.cancel': { args: null; result: null }
}

export type ExportFormat = 'csv' | 'json' | 'memos'

export type SynopsisFormat = 'csv' | 'xlsx' | 'html'

export interface ExportReport {
  readonly place: string
  readonly annotations: number
  /** True when rows are missing because a file of the project is damaged. */
  readonly incomplete: boolean
  /** True when it has labels instead of outlets, because they are masked. */
  readonly masked: boolean
}
