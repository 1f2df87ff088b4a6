import type { DamagedFile } from '../../domain/project/damagedFile'
import type { Handle } from './shared'

/** Getting a project back that can't be opened, or files of one that is open. */
export interface RecoveryCalls {
  /**
   * What keeps the project that failed to open last from being opened, and what can be done; null when nothing can be
   * done but what the message said.
   */
  'recovery.look': { args: null; result: FailedProject | null }
  /** Puts something in the place of one of its files; what is damaged stays aside. Nothing else is altered. */
  'recovery.put': { args: { file: string; with: Replacement }; result: null }
  /** Asks where to and makes a project of a snapshot; it is then the given one (see `project.open`). Null when cancelled. */
  'recovery.copy': { args: { snapshot: string }; result: { readonly place: string } | null }
  /** The project that failed is the given one: it may open now. */
  'recovery.again': { args: null; result: null }
  /** What snapshots have of damaged files of the open project, the newest first. */
  'recovery.versions': { args: { project: Handle; files: readonly string[] }; result: readonly FileVersion[] }
}

/** What comes in place of a damaged file: the generation before it, nothing, or what a snapshot has of it. */
export type Replacement = 'previous' | 'nothing' | { readonly snapshot: string }

/** A project that could not be opened. */
export interface FailedProject {
  /** What it is called, as far as that is known, otherwise its folder. */
  readonly name: string
  readonly place: string
  /** Why it could not be opened, as a sentence. */
  readonly problem: string
  readonly broken: readonly BrokenFile[]
  /** The newest first. */
  readonly copies: readonly WholeCopy[]
}

/** A file without which the project does not open. */
export interface BrokenFile {
  readonly damage: DamagedFile
  /** The newest first. */
  readonly versions: readonly FileVersion[]
  /** True when the project can do without what is in it. */
  readonly dispensable: boolean
}

/** What a snapshot has of a file, or of several together. */
export interface FileVersion {
  readonly snapshot: string
  /** UTC, ISO 8601. */
  readonly taken: string
  /** How many of the files that were asked for it has. */
  readonly files: number
  /** How many records they hold. */
  readonly records: number
}

/** A snapshot of the whole project. */
export interface WholeCopy {
  readonly snapshot: string
  /** UTC, ISO 8601. */
  readonly taken: string
  readonly articles: number
  readonly annotations: number
}
