export const snapshotReasons = ['opened', 'working', 'closing', 'before-going-back', 'before-mending', 'before-updating'] as const

/** Why a snapshot was taken. */
export type SnapshotReason = (typeof snapshotReasons)[number]

/** A project as it was at one moment, kept outside its folder. */
export interface Snapshot {
  readonly id: string
  /** UTC, ISO 8601. */
  readonly taken: string
  readonly why: SnapshotReason
  readonly files: number
  /** Of all files together, as they are in the project. */
  readonly bytes: number
  readonly articles: number
  readonly annotations: number
}
