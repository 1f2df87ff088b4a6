import type { Article } from '../domain/project/article'
import type { Refusal } from './refusal'

export interface ImportRequest {
  /** Absolute paths of files and folders, as the researcher picked them. */
  readonly paths: readonly string[]
  /** SHA-256 of every text already in the project -> how its article is called in a message. */
  readonly known: ReadonlyMap<string, string>
}

/** What the import may not find out by itself, and how it reports. */
export interface ImportServices {
  /** A fresh id at every call. */
  readonly id: () => string
  /** Now, as UTC ISO 8601. */
  readonly now: () => string
  /** Looked at between files: what was yielded before stays valid. */
  readonly signal?: AbortSignal
  /** Called at the start, at most every 50 ms, and at the end. `now` is the file's name. */
  readonly progress?: (progress: { readonly done: number; readonly total: number; readonly now: string }) => void
}

export type ImportedItem =
  | { readonly kind: 'article'; readonly article: Article; readonly text: string }
  | ({ readonly kind: 'refused'; readonly file: string } & Refusal)

/**
 * Reads files and folders one by one; every file ends as exactly one item, an article or a refusal.
 * Ends early, without an error, when `signal` is aborted.
 */
export async function* importFiles(_request: ImportRequest, _services: ImportServices): AsyncGenerator<ImportedItem, void> {
  throw new Error('importFiles is not there yet')
}
