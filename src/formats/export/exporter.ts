import type { ExportFormat, Shape } from '../../domain/exporting/kinds'
import type { ExportOrder } from '../../domain/exporting/order'
import type { ProjectSource } from '../source'

/** The name that the file with an ending is written under, such as `Study.csv`. */
export type NameOfFile = (ending: string) => string

/** A file that an export writes. */
export interface ExportFile {
  /** What comes behind the name that the researcher chose, without its extension, such as `.csv` or `.csv.dictionary.json`. */
  readonly ending: string
  /**
   * Its content in order, in chunks of about 64 kB; strings are written as UTF-8.
   * No chunk ends inside a surrogate pair, so each can be encoded on its own. To be asked for once, after the files before it have been read.
   * @param nameOf ending -> the name that a file of this export is written under, for files that name others
   */
  readonly chunks: (nameOf?: NameOfFile) => AsyncIterable<string | Uint8Array>
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
