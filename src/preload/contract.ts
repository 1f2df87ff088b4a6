import type { FaultPlace } from '../domain/diagnostics/fault'
import type { DamagedFile } from '../domain/project/damagedFile'
import type { FindCount } from '../domain/query/concordance'
import type { AppCalls } from './calls/app'
import type { CodebookCalls } from './calls/codebook'
import type { DiagnosticsCalls } from './calls/diagnostics'
import type { ExportsCalls } from './calls/exports'
import type { ImportOffer, ImportsCalls } from './calls/imports'
import type { ProjectCalls, Writing } from './calls/project'
import type { RecoveryCalls } from './calls/recovery'
import type { Handle } from './calls/shared'
import type { SnapshotsCalls } from './calls/snapshots'
import type { TextsCalls } from './calls/texts'
import type { WorkCalls } from './calls/work'

export type * from './calls/shared'
export type * from './calls/app'
export type * from './calls/project'
export type * from './calls/texts'
export type * from './calls/imports'
export type * from './calls/codebook'
export type * from './calls/exports'
export type * from './calls/diagnostics'
export type * from './calls/recovery'
export type * from './calls/snapshots'
export type * from './calls/work'

/** Every call the window may make of the main process: what it sends and what comes back. */
export interface Calls extends AppCalls, ProjectCalls, TextsCalls, ImportsCalls, CodebookCalls, ExportsCalls, DiagnosticsCalls, RecoveryCalls, SnapshotsCalls, WorkCalls {}

export type CallName = keyof Calls
export type Args<K extends CallName> = Calls[K]['args']
export type Result<K extends CallName> = Calls[K]['result']

/** Errors are values: a sentence for the researcher, and a code for the program. */
export interface Failure {
  readonly code: FailureCode
  /** What happened, what was kept, what to do next. */
  readonly message: string
  /** The files found damaged, where that is the reason. */
  readonly damaged: readonly DamagedFile[]
}
export type FailureCode = 'refused' | 'not-found' | 'damaged' | 'read-only' | 'disk-full' | 'conflict' | 'cancelled' | 'unexpected'
export type Answer<T> = { readonly ok: true; readonly value: T } | ({ readonly ok: false } & Failure)

/** What the main process tells the window on its own. */
export interface Signals {
  /** A menu entry was chosen. */
  command: { id: string }
  /** Files were dropped on the window; dropping is caught before the page sees it, so paths stay outside it. */
  dropped: ImportOffer
  progress: Progress
  /** How far a search is, and what it has found so far. */
  found: { project: Handle; id: string; done: number; total: number; count: FindCount }
  /** How far the files of large changes are written; null when they all are. */
  writing: { project: Handle; writing: Writing | null }
  /** Why no snapshot could be taken, as a sentence; null when the last one could. */
  snapshots: { problem: string | null }
  /** The window is about to close: save, then answer with `app.closing`. */
  closing: null
  /** Something went wrong outside the page that should not; it goes on. */
  unexpected: { place: FaultPlace }
  /** A second start asked for this project. */
  'open-given': { name: string }
}
export type SignalName = keyof Signals

/** What the preload script exposes as `window.synoptic`. */
export interface Bridge {
  call<K extends CallName>(name: K, args: Args<K>): Promise<Answer<Result<K>>>
  /** @returns a function that ends the subscription */
  on<K extends SignalName>(name: K, listener: (payload: Signals[K]) => void): () => void
}

export interface Progress {
  /** The offer's id for an import of articles or coding, `export` for an export, `boilerplate` for a search for that, `copy` for a copy of a snapshot, what the window made up for other work. */
  readonly job: string
  readonly done: number
  readonly total: number
  /** What is being worked on. */
  readonly now: string
  /** Articles found so far, while an import reads. */
  readonly found?: number
}

/** Names of the IPC channels, as types so that both sides write the same without sharing code. */
export type CallChannel = 'synoptic:call'
export type SignalChannel = 'synoptic:signal'
export type DropChannel = 'synoptic:drop'
