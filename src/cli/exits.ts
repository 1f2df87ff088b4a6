import { StorageError } from '../storage/storageError'

/** What a command ends with; docs/guide/command-line.md explains them. */
export const exits = { done: 0, failed: 1, usage: 2, partly: 3, damaged: 4, locked: 5, cancelled: 130 } as const

/** Why a command ends early: a sentence, and its exit code. */
export class CliError extends Error {
  override readonly name = 'CliError'

  constructor(readonly exit: number, message: string) {
    super(message)
  }
}

/** Any error as what is said of it and the exit code. */
export function ending(error: unknown): { readonly exit: number; readonly message: string } {
  if (error instanceof CliError) return error
  if (error instanceof StorageError) return { exit: error.code === 'damaged' ? exits.damaged : error.code === 'read-only' ? exits.locked : exits.failed, message: error.message }
  return { exit: exits.failed, message: error instanceof Error ? error.message : String(error) }
}
