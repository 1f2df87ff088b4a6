import { NewerVersionError } from '../domain/project/format'
import { ParseError } from '../domain/project/parse'
import type { DamagedFile } from '../domain/project/damagedFile'
import { errorCode } from './disk'

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

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const FORBIDDEN = new Set(['EROFS', 'EACCES', 'EPERM'])

/**
 * Whatever went wrong with a file as a `StorageError`.
 * @param doing what was being done, to follow "While", e.g. `saving events.json`
 */
export function storageError(cause: unknown, doing: string, file: string): StorageError {
  if (cause instanceof StorageError) return cause
  const more = { files: [file], cause }
  const code = errorCode(cause)
  if (cause instanceof NewerVersionError) return new StorageError('refused', newer(file, cause.message), more)
  if (cause instanceof ParseError) return new StorageError('refused', `${cause.message}. Nothing was altered. Report this as a fault of Synoptic.`, more)
  if (FULL.has(code)) return new StorageError('disk-full', `The disk is full: ${doing} failed. What was saved before is whole. Make room on the disk, then try again.`, more)
  if (FORBIDDEN.has(code)) return new StorageError('read-only', `Access was refused: ${doing} failed. What was saved before is whole. Check that you may read and write in the project folder and that its drive is not write-protected, then try again.`, more)
  if (code === 'ENOENT') return new StorageError('not-found', `${file} is not there: ${doing} failed. Nothing was altered. Check that the folder has not been moved and that its drive is connected.`, more)
  if (code === 'ELOOP') return new StorageError('refused', `${file} is a link to somewhere else: ${doing} failed. Nothing was altered. Put the real file in its place.`, more)
  const reason = cause instanceof Error ? cause.message.replace(/,? '[^']*'.*$/, '') : 'an unknown error'
  return new StorageError('unexpected', `Something unforeseen happened: ${doing} failed (${reason}). What was saved before is whole. Try again; if it happens again, copy the project folder to another drive.`, more)
}

const newer = (file: string, reason: string): string =>
  `${file} was ${reason}. Nothing was altered. Open the project with the newer version of Synoptic.`

/** Why a damaged file is not written. */
export function awaitsDecision(damage: DamagedFile): StorageError {
  const more = { files: [damage.file], damaged: [damage] }
  if (damage.kind === 'in-cloud') return new StorageError('damaged', `${damage.file} ${damage.problem}. Nothing was saved to it. Look again when it has come, then save again.`, more)
  const kept = damage.keptAs === '' ? '' : ` The damaged file is kept as ${damage.keptAs}.`
  const offer = damage.previous ? 'Restore its previous generation, or put a good copy in its place, then save again.' : 'Put a good copy in its place, or start it afresh, then save again.'
  return new StorageError('damaged', `${damage.file} ${damage.problem}, so nothing was saved to it.${kept} ${offer}`, more)
}
