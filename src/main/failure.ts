import type { Failure, FailureCode } from '../preload/contract'
import { StorageError } from '../storage/storageError'

/** An error whose message is meant for the researcher: what happened, what was kept, what to do next. */
export class AppError extends Error {
  /** @param cause the error behind it, of which the log notes the kind */
  constructor(readonly code: FailureCode, message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'AppError'
  }
}

const codes: Readonly<Record<FailureCode, true>> = {
  refused: true, 'not-found': true, damaged: true, 'read-only': true, 'disk-full': true, conflict: true, cancelled: true, unexpected: true,
}

/** What the window is told of an error: the error's own words where it has a known code, otherwise that it was unexpected. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Error) {
    const code = 'code' in error && typeof error.code === 'string' && Object.hasOwn(codes, error.code) ? (error.code as FailureCode) : undefined
    const damaged = error instanceof StorageError ? error.damaged : []
    if (code) return { code, message: error.message, damaged }
    return { code: 'unexpected', message: `Something unexpected happened: ${error.message}. What was saved before is kept. Try again; if it happens again, start Synoptic anew.`, damaged: [] }
  }
  return { code: 'unexpected', message: String(error), damaged: [] }
}
