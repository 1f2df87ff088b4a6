import type { Tally } from '../../domain/snapshots/goingBack'
import type { Snapshot } from '../../domain/snapshots/snapshot'
import type { Handle } from './shared'

/** Snapshots of the open project, which are kept on this machine outside its folder. */
export interface SnapshotsCalls {
  /** Those there are; when they are switched on one of now is taken first, unless the last one is that. */
  'snapshots.list': { args: { project: Handle }; result: SnapshotList }
  /** What going back to one would do to the project as it is now. */
  'snapshots.compare': { args: { project: Handle; snapshot: string }; result: SnapshotDifferences }
  /** Goes back: one step, which can be undone. Open the project anew (`current`) after that. */
  'snapshots.goBack': { args: { project: Handle; snapshot: string; scope: 'everything' | 'mine' }; result: { readonly edits: number } }
  /** Asks where to and makes a project of one; it is then the given one (see `project.open`). Null when cancelled. */
  'snapshots.copy': { args: { project: Handle; snapshot: string }; result: { readonly place: string } | null }
  /** Ends the copying. */
  'snapshots.cancel': { args: null; result: null }
  /** Where they are and how much room they take. */
  'snapshots.place': { args: null; result: SnapshotPlace }
  /** Deletes those of all projects on this machine. */
  'snapshots.deleteAll': { args: null; result: SnapshotPlace }
}

export interface SnapshotList {
  /** Newest first. */
  readonly snapshots: readonly Snapshot[]
  /** Id of the one that has the project as it is now; null when they are switched off. */
  readonly now: string | null
}

export interface SnapshotDifferences {
  readonly annotations: readonly ({ readonly coder: string; readonly name: string; readonly own: boolean } & Tally)[]
  readonly articles: Tally
  readonly codes: Tally
  readonly others: Tally
}

export interface SnapshotPlace {
  /** As the researcher would write it. For display only. */
  readonly place: string
  /** Bytes. */
  readonly room: number
}
