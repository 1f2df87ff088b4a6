import type { ColumnMapping, TableSample } from '../../domain/import/mapping'
import type { FoundArticle } from '../import/importer'
import type { Refusal } from '../refusal'
import type { ReadWork } from '../work/reader'

/** What is to be read. */
export interface FileToRead {
  /** Absolute. */
  readonly path: string
  /** Without folders, where nothing else is said. */
  readonly name: string
}

/** Others' coding that is to be read. */
export interface WorkOrder {
  /** Names relative to what was picked, with `/`. */
  readonly files: readonly FileToRead[]
  /** Id of the reader that makes one work of them all; null where the one file is to be found out about. */
  readonly as: string | null
}

/** What comes of it, as far as it has come. */
export type WorkNews =
  /** A work; `format` is what a researcher calls its format, `part` its name in a ZIP file, else empty. */
  | { readonly is: 'work'; readonly format: string; readonly part: string; readonly work: ReadWork }
  /** The file belongs to a work of a whole folder. */
  | { readonly is: 'part'; readonly reader: string }
  /** It is none by itself, but may come along with one of a whole folder by any of these readers; else it is refused for this reason. */
  | { readonly is: 'beside'; readonly readers: readonly string[]; readonly otherwise: Refusal }
  /** A part of a ZIP file that can't be read. */
  | ({ readonly is: 'refused'; readonly part: string } & Refusal)
  /** It goes on. */
  | { readonly is: 'underway' }

/** What is sent to the process that reads. Orders are carried out one after the other. */
export type ToReader =
  | { readonly say: 'read'; readonly order: number; readonly file: FileToRead }
  /** One file to find out about, or all files of a folder that make one work. */
  | { readonly say: 'read-work'; readonly order: number; readonly work: WorkOrder }
  /** Articles of this weight (see `weightOf`) were taken over. */
  | { readonly say: 'taken'; readonly weight: number }
  /** The answer to `table`. */
  | { readonly say: 'mapping'; readonly mapping: ColumnMapping }

/** What it answers; everything but `ready` is about one order. */
export type FromReader =
  | { readonly say: 'ready' }
  | { readonly say: 'table'; readonly order: number; readonly sample: TableSample }
  | { readonly say: 'articles'; readonly order: number; readonly articles: readonly ReadArticle[] }
  | { readonly say: 'work'; readonly order: number; readonly news: WorkNews }
  | ({ readonly say: 'refused'; readonly order: number } & Refusal)
  | { readonly say: 'done'; readonly order: number }

/** An article as a file gives it, with what can be worked out from its text. */
export interface ReadArticle extends FoundArticle {
  /** The importer's id and label. */
  readonly kind: string
  readonly format: string
  /** From 1 where a file may hold several articles, else 0. */
  readonly part: number
  /** Of the file. */
  readonly encoding: string
  readonly bytes: number
  readonly fileHash: string
  /** SHA-256 of the text. */
  readonly hash: string
  readonly words: number
}

/** What articles weigh on their way: about their characters. */
export const weightOf = (articles: readonly ReadArticle[]): number => articles.reduce((sum, { text }) => sum + text.length + 1_000, 0)
