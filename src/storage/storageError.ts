import type { DamagedFile } from './damagedFile'

/** Why storage could not do something; each is also a code of the contract between window and main process. */
export type StorageFailure = 'refused' | 'not-found' | 'damaged' | 'read-only' | 'disk-full' | 'conflict' | 'unexpected'

/** What reading or writing a project fails with. The message is for researchers: what happened, what was kept, what to do. */
export class StorageError extends Error {
  readonly code: StorageFailure
  /** The files it is about, relative to the project folder, with slashes. */
  readonly files: readonly string[]
  /** The damage found, when that is the reason. */
  readonly damaged: readonly DamagedFile[]

  constructor(code: StorageFailure, message: string, more: { files?: readonly string[]; damaged?: readonly DamagedFile[]; cause?: unknown } = {}) {
    super(message, { cause: more.cause })
    this.name = 'StorageError'
    this.code = code
    this.files = more.files ?? []
    this.damaged = more.damaged ?? []
  }
}
