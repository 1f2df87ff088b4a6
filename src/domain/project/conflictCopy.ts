import type { RecordKind } from './records'

/** Another copy of a project file, as sync services leave them when a file was changed in two places, and what came of it. */
export interface ConflictCopy {
  /** Where it was found, relative to the project folder, with slashes. */
  readonly copy: string
  /** The file it is a copy of. */
  readonly of: string
  /**
   * `merged`: all of it is in the file now. `waiting`: found, and to be merged when the project is read anew or can be
   * written. `unreadable`: left where it is, because what it holds can't be told. `differs`: a text that no article has.
   */
  readonly outcome: 'merged' | 'waiting' | 'unreadable' | 'differs'
  /** Why it is not merged, to follow "it"; empty when it is. */
  readonly problem: string
  /** Where the copy is now, relative to the project folder. */
  readonly keptAs: string
  /** Records that it brought into the project, or changed or removed there. */
  readonly added: number
  readonly changed: number
  readonly removed: number
  /** Records that were changed on both sides, one version of which is shown now. */
  readonly contested: readonly { readonly kind: RecordKind; readonly id: string }[]
}

/** What happened to the project outside this window. */
export interface Elsewhere {
  /** Other copies of its files that were found since it was opened. */
  readonly copies: readonly ConflictCopy[]
  /** Files that somebody else changed and that are shown as they were before, relative to the project folder. */
  readonly changed: readonly string[]
}

export const nothingElsewhere: Elsewhere = { copies: [], changed: [] }
