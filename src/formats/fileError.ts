import type { Refusal } from './refusal'

const causes: Readonly<Record<string, string>> = {
  ENOENT: 'it is no longer there, or its name can’t be read',
  EACCES: 'you are not allowed to read it',
  EPERM: 'you are not allowed to read it',
  EISDIR: 'it is a folder now',
  ENAMETOOLONG: 'its path is too long',
  EMFILE: 'too many files are open',
  EIO: 'the disk reported an error',
}

/** An error of the file system as a refusal; the path is left out, the report names the file. */
export function fileError(error: unknown): Refusal {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
  return { reason: 'unreadable', message: Object.hasOwn(causes, code) ? causes[code] ?? code : `it could not be read (${code})` }
}
