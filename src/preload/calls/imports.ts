import type { ColumnMapping, TableSample } from '../../domain/import/mapping'
import type { ImportProblem } from '../../domain/import/problem'
import type { Article } from '../../domain/project/article'
import type { Handle, Json } from './shared'

/** Bringing articles in. */
export interface ImportsCalls {
  /** Asks which files or which folder to import; null when cancelled. */
  'import.choose': { args: { kind: 'files' | 'folder' }; result: ImportOffer | null }
  /**
   * Reads what was chosen or dropped. Progress comes as signals. The texts are stored for the time being, so that `article.text`
   * gives them; nothing is in the project yet. Reading an offer again begins it anew.
   */
  'import.read': { args: { project: Handle; offer: string }; result: ImportFindings }
  /** Reads one table of the offer again with other columns; what comes takes the place of all it gave before. `file` is its key. */
  'import.remap': { args: { project: Handle; offer: string; file: string; mapping: ColumnMapping }; result: ImportFindings }
  /** Answers when the texts of these articles are durable; the others are deleted. The columns that were used are remembered. Ends the offer. */
  'import.keep': { args: { project: Handle; offer: string; articles: readonly string[] }; result: null }
  /** Deletes all that was stored for the offer, and ends it. */
  'import.discard': { args: { project: Handle; offer: string }; result: null }
  /** Ends reading early; what was found until then is answered. */
  'import.cancel': { args: { offer: string }; result: null }
}

export interface ImportOffer {
  readonly id: string
  readonly files: number
  /** The folder's or the first file's name. */
  readonly label: string
  /** Coding that was done elsewhere is read with `work.read` instead. */
  readonly holds: 'articles' | 'coding'
}

export type RefusalReason =
  | 'empty' | 'binary' | 'unreadable' | 'duplicate' | 'not-decodable' | 'too-large' | 'not-text'
  | 'encrypted' | 'damaged' | 'unsafe' | 'too-costly'

/** What reading an offer found: nothing of it is in the project. */
export interface ImportFindings {
  /** In the order of the files, and within a file in its order. */
  readonly found: Json<readonly FoundEntry[]>
  /** The files that are tables, also those that gave no article. */
  readonly tables: readonly TableOffer[]
  readonly refused: readonly RefusedFile[]
  readonly cancelled: boolean
  /** Why it ended before all files were read, such as a full disk; null when it did not. */
  readonly stopped: string | null
}

/** An article that was found. */
export interface FoundEntry {
  /** Which file of the offer it is from: the key, not the name. */
  readonly file: string
  /** As it would come into the project. */
  readonly article: Article
  /** What the file is, as a researcher calls it. */
  readonly format: string
  readonly problems: readonly ImportProblem[]
  /** Where the same text is already, and what it is called there: in the project (in any version of an article), or earlier in this import. */
  readonly known: { readonly where: 'project' | 'import'; readonly title: string } | null
}

/** A table of the offer, with how its columns were read. */
export interface TableOffer {
  /** The file's name. */
  readonly file: string
  /** Unique in the offer, where the same name may occur twice. */
  readonly key: string
  /** Articles it gave. */
  readonly rows: number
  readonly sample: TableSample
  /** Without a column for the text nothing was read of it. */
  readonly mapping: ColumnMapping
  /** True when the mapping was used before for a table of the same columns, on this machine; otherwise it is a guess, or what was asked for. */
  readonly remembered: boolean
}

export interface RefusedFile {
  readonly file: string
  readonly key: string
  readonly reason: RefusalReason
  readonly message: string
}
