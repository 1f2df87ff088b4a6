import type { ExportFormat, Shape } from '../../domain/exporting/kinds'
import type { ExportOrder } from '../../domain/exporting/order'
import type { ProjectSource } from '../source'

/** A file that an export writes. */
export interface ExportFile {
  /** What comes behind the name that the researcher chose, without its extension, such as `.csv` or `.dictionary.json`. */
  readonly ending: string
  /**
   * Its content in order, in chunks of about 256 kB; strings are written as UTF-8.
   * No chunk ends inside a surrogate pair, so each can be encoded on its own. To be asked for once.
   */
  readonly chunks: () => AsyncIterable<string | Uint8Array>
}

/** One format a project can be exported to. */
export interface Exporter {
  readonly id: ExportFormat
  /** As it stands in a list of formats, such as `CSV, exact`. */
  readonly label: string
  /** Whom it is for and what it can't hold, in a sentence or two. */
  readonly about: string
  /** What it can hold. */
  readonly shapes: readonly Shape[]
  /** Of the main file, without the dot. */
  readonly extension: string
  /** The files, the main one first; they are written one after the other. */
  readonly files: (source: ProjectSource, order: ExportOrder) => readonly ExportFile[]
  /** What an export would leave out or alter, in sentences; empty where it is lossless. */
  readonly losses: (source: ProjectSource, order: ExportOrder) => readonly string[]
}
