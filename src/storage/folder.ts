import type { Change, Edit } from '../domain/changes/change'
import type { Annotation } from '../domain/project/annotation'
import type { Article } from '../domain/project/article'
import type { Codebook } from '../domain/project/codebook'
import type { Coder } from '../domain/project/coder'
import type { Entity } from '../domain/project/entity'
import type { NewsEvent } from '../domain/project/event'
import type { Outlet } from '../domain/project/outlet'
import type { ProjectInfo } from '../domain/project/info'
import type { Ruling } from '../domain/project/ruling'
import type { Elsewhere } from '../domain/project/conflictCopy'
import type { DamagedFile } from '../domain/project/damagedFile'
import type { Sheet } from '../domain/project/sheet'

/** Everything of a project but its texts and annotations. */
export interface ProjectRecords {
  readonly info: ProjectInfo
  readonly coders: readonly Coder[]
  readonly codebook: Codebook
  readonly events: readonly NewsEvent[]
  readonly entities: readonly Entity[]
  readonly outlets: readonly Outlet[]
  readonly rulings: readonly Ruling[]
  /** Those that were read so far, in no particular order: see `ProjectFolder.articlesRead`. */
  readonly articles: readonly Article[]
}

/** Some of the articles, and where to go on; null after the last. */
export interface ArticlePage {
  readonly articles: readonly Article[]
  readonly next: number | null
}

/** A change that comes in parts, because it is too large to be sent and written down at once. */
export interface LargeSave {
  /** Writes down a part; resolves when it is durable. Each record occurs at most once in all parts. @throws as `ProjectFolder.save` does */
  add(edits: readonly Edit[]): Promise<void>
  /**
   * Resolves when the whole change is durable, as what the journal says: from then on it is carried out whatever happens,
   * file by file and between other saves, here or when the project is next opened. What is read of the project has it at once.
   * When it fails nothing of it is saved.
   */
  decide(): Promise<void>
  /** Gives the change up, unless it is decided: nothing of it is saved. */
  drop(): Promise<void>
}

/** How far the files of a large change are written. */
export interface Writing {
  readonly done: number
  readonly total: number
  /** Why it does not go on at the moment, as a sentence; it is tried again by itself. */
  readonly problem: string | null
}

/** An open project. Every method rejects with a `StorageError` and with nothing else. */
export interface ProjectFolder {
  /** Absolute, with links resolved. */
  readonly folder: string
  /** Why nothing can be saved, as a sentence; null when everything can. A restored file can make it null. */
  readonly readOnly: string | null
  /** Every file found damaged so far and not yet restored or started afresh. */
  readonly damaged: readonly DamagedFile[]
  /** As they are on disk, with what the journal holds: changes that failed to save are not in it. */
  readonly records: ProjectRecords

  /** What happened to the project outside this process, as far as it was looked for: at opening, and by `lookElsewhere`. */
  readonly elsewhere: Elsewhere
  /** Looks whether files were changed, or copies of them left, by somebody else; alters nothing. */
  lookElsewhere(): Promise<void>
  /**
   * Reads what somebody else changed, and merges copies if the project can be written. What was read of the project before
   * is out of date then.
   */
  readAnew(): Promise<void>

  /** What the project is called, without reading anything else. */
  readonly info: ProjectInfo

  /** True when `records` has all articles: a long list is read while one already works. */
  readonly articlesRead: boolean
  /** Reads the rest of the list of articles. */
  readArticles(): Promise<void>
  /** The list of articles piece by piece. @param from `next` of the piece before, at first 0 */
  articlePage(from: number): Promise<ArticlePage>
  /** Those of the named articles that are in the project. */
  articles(ids: readonly string[]): Promise<readonly Article[]>

  /**
   * The annotations and coding sheets of some articles and events, of all coders, read when first asked for and kept.
   * What is damaged (of these) is listed and left out.
   */
  annotations(subjects: readonly string[]): Promise<{ readonly annotations: readonly Annotation[]; readonly sheets: readonly Sheet[]; readonly damaged: readonly DamagedFile[] }>

  /** Says that whoever edits has been given everything anew, as a page that begins is: what is changed from now on is changed knowingly. */
  shownAnew(): void

  /**
   * Applies changes in order; resolves when all are durable. Calls are carried out one after the other.
   * A change is saved as a whole or not at all. When one fails the others are still saved, and the call rejects:
   * send the very same changes again later, in the same order; what was saved already is not disturbed by that.
   * @throws StorageError 'damaged' (a file it touches awaits `restore` or `startAfresh`), 'disk-full', 'read-only',
   *   'refused' (a record is not what the domain says), 'unexpected'; `files` says which files failed
   */
  save(changes: readonly Change[]): Promise<void>

  /** Begins a change that comes in parts; one at a time. @throws StorageError 'read-only', 'conflict' while there is another */
  saveInParts(): Promise<LargeSave>

  /** Calls back at once and whenever the files of large changes get further; null when they are all written. */
  onWriting(watcher: (writing: Writing | null) => void): void

  /**
   * Stores the canonical text of an article that is being imported, or another version of it; resolves when it is durable.
   * The same text again is fine. @throws StorageError 'conflict' when another text is stored under this id and version
   */
  writeText(article: string, text: string, version?: number): Promise<void>

  /** Stores the text of an article that may come in, until `keepTexts` or `dropTexts`, at the latest until the project is closed. It is not durable. */
  stageText(article: string, text: string): Promise<void>

  /**
   * Makes staged texts durable, as the first version of their articles' texts. When it fails they stay staged: call it again, or drop them.
   * @param progress called with how many are flushed
   * @throws StorageError 'not-found' when one is not staged, 'conflict' when another text is stored under its article's id
   */
  keepTexts(articles: readonly string[], progress?: (done: number) => void): Promise<void>

  /** Deletes staged texts; what is kept, or was never staged, stays as it is. */
  dropTexts(articles: readonly string[]): Promise<void>

  /**
   * Stores a text as another version of an article's, under a number that no other text of it ever had; resolves when it
   * is durable. The article is not changed by that.
   */
  storeVersion(article: string, text: string): Promise<{ readonly version: number; readonly hash: string }>

  /**
   * The canonical text of an article, of the version it is at unless another is asked for; `intact` is false when its SHA-256 is not the one recorded at import.
   * Works for an article that is in the project, and for a text written since opening or staged.
   * @throws StorageError 'not-found'
   */
  text(article: string, version?: number): Promise<{ readonly text: string; readonly intact: boolean }>

  /**
   * Puts the previous generation of a damaged file in its place; the damaged one stays aside.
   * @throws StorageError 'not-found' when there is no readable previous generation, 'read-only', 'disk-full'
   */
  restore(file: string): Promise<void>

  /**
   * Puts another copy of a damaged file in its place, such as a snapshot has; the damaged one stays aside.
   * @param bytes of that very file, as some version of Synoptic wrote them
   * @throws StorageError 'damaged' when they are not that, 'read-only', 'disk-full'
   */
  putBack(file: string, bytes: Buffer): Promise<void>

  /** Looks whether a damaged file has been put right from outside, as when a synced folder is complete at last. @returns whether it is sound now */
  lookAgain(file: string): Promise<boolean>

  /**
   * Replaces a damaged file of annotations, or a part of the list of articles that has no previous generation, by an empty one;
   * the damaged one stays aside.
   * @throws StorageError 'refused' for any other file
   */
  startAfresh(file: string): Promise<void>

  /**
   * Waits for what is being saved, then releases the lock. The folder must not be used afterwards. What is still to be
   * written of a decided large change is written when the project is opened again.
   */
  close(): Promise<void>
}
