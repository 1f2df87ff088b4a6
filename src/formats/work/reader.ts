import type { ProjectContents } from '../source'
import type { SourceFile } from '../import/sourceFile'
import type { Loss, RawWork } from './rawWork'

/** A format in which others' work comes. */
export interface WorkReader {
  /** Unique among the readers; what they read names it in `RawWork.format`. */
  readonly id: string
  /** What it is, as a researcher calls it, such as `REFI-QDA project`. */
  readonly label: string
  /** `file`: each file is a work. `folder`: all files of one folder (or ZIP) that it recognises are one work. */
  readonly takes: 'file' | 'folder'
  /** From its content; its name (relative to what was picked, with `/`) may decide between equals. Must not throw. */
  readonly recognises: (file: SourceFile) => boolean | Promise<boolean>
  /** What belongs to a work in a folder but is none by itself, such as the texts beside annotation files: it comes along with what was recognised there. */
  readonly beside?: (file: SourceFile) => boolean
  /**
   * @param files one, if it takes a `file`; else all of a folder that it recognises, at least one, and what belongs `beside` them
   * @throws ImportRefusal
   */
  readonly read: (files: readonly SourceFile[]) => ReadWork | Promise<ReadWork>
}

/** What a reader found: somebody's coding whose positions are still to be understood, or a project that has ours. */
export type ReadWork = { readonly raw: RawWork } | { readonly contents: ProjectContents; readonly losses: readonly Loss[] }
