import type { ColumnMapping, TableSample } from '../../domain/import/mapping'
import type { FoundArticle } from '../import/importer'
import type { Refusal } from '../refusal'

/** What is to be read. */
export interface FileToRead {
  /** Absolute. */
  readonly path: string
  /** Without folders. */
  readonly name: string
}

/** What is sent to the process that reads. Orders are carried out one after the other. */
export type ToReader =
  | { readonly say: 'read'; readonly order: number; readonly file: FileToRead }
  /** Articles of this weight (see `weightOf`) were taken over. */
  | { readonly say: 'taken'; readonly weight: number }
  /** The answer to `table`. */
  | { readonly say: 'mapping'; readonly mapping: ColumnMapping }

/** What it answers; everything but `ready` is about one order. */
export type FromReader =
  | { readonly say: 'ready' }
  | { readonly say: 'table'; readonly order: number; readonly sample: TableSample }
  | { readonly say: 'articles'; readonly order: number; readonly articles: readonly ReadArticle[] }
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
