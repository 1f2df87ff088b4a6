import type { FileKind } from './fileKind'
import { migrations, type Migration } from './migrations'
import { ParseError } from './parse'

/** The version every file of a project is written in. Raise it together with a migration. */
export const FORMAT_VERSION = 5

/** A file from a newer Synoptic: it can be looked at, but must not be written. */
export class NewerVersionError extends Error {
  readonly version: number

  constructor(version: number) {
    super(`written by a newer version of Synoptic (format ${version}, this one knows ${FORMAT_VERSION})`)
    this.name = 'NewerVersionError'
    this.version = version
  }
}

/**
 * Brings a file's data to the current version.
 * @param list the migrations to apply, all of them unless a test says otherwise
 * @throws NewerVersionError, or ParseError when the version is not one
 */
export function migrate(kind: FileKind, data: unknown, version: number, list: readonly Migration[] = migrations): unknown {
  const current = list.at(-1)?.to ?? FORMAT_VERSION
  if (!Number.isInteger(version) || version < 1) throw new ParseError(`${kind} file`, [`version is wrong: ${String(version)}`])
  if (version > current) throw new NewerVersionError(version)
  return list.filter((step) => step.to > version).reduce((so, step) => {
    const change = step.files[kind]
    return change ? change(so) : so
  }, data)
}
