/** The part of Synoptic in which something went wrong that should not. */
export const faultPlaces = ['start', 'main', 'window', 'drawing', 'command', 'call', 'import', 'corpus', 'preferences', 'page'] as const
export type FaultPlace = (typeof faultPlaces)[number]

/** Classes of errors that are told apart; anything can be written into an error's name. */
export const errorKinds = [
  'Error', 'TypeError', 'RangeError', 'ReferenceError', 'SyntaxError', 'URIError', 'EvalError', 'AggregateError', 'DOMException',
  'AppError', 'StorageError', 'DamageError', 'NewerVersionError', 'ParseError', 'ZodError', 'no error', 'other',
] as const
export type ErrorKind = (typeof errorKinds)[number]

/** Codes of Synoptic itself, and of the system. */
export const errorCodes = [
  'refused', 'not-found', 'damaged', 'read-only', 'disk-full', 'conflict', 'cancelled', 'unexpected',
  'E2BIG', 'EACCES', 'EAGAIN', 'EBADF', 'EBUSY', 'ECONNRESET', 'EDQUOT', 'EEXIST', 'EFAULT', 'EFBIG', 'EINTR', 'EINVAL', 'EIO', 'EISDIR', 'ELOOP',
  'EMFILE', 'EMLINK', 'ENAMETOOLONG', 'ENFILE', 'ENODEV', 'ENOENT', 'ENOLCK', 'ENOMEM', 'ENOSPC', 'ENOSYS', 'ENOTCONN', 'ENOTDIR', 'ENOTEMPTY',
  'ENOTSUP', 'ENXIO', 'EOPNOTSUPP', 'EOVERFLOW', 'EPERM', 'EPIPE', 'EPROTO', 'EROFS', 'ESPIPE', 'ESRCH', 'ESTALE', 'ETIMEDOUT', 'ETXTBSY',
  'EUNKNOWN', 'EXDEV', 'ERR_ABORTED', 'ERR_ENCODING_INVALID_ENCODED_DATA', 'ERR_INVALID_ARG_TYPE', 'ERR_INVALID_ARG_VALUE', 'ERR_INVALID_STATE',
  'ERR_OUT_OF_RANGE', 'ERR_STRING_TOO_LONG', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_WORKER_OUT_OF_MEMORY', 'ERR_WORKER_PATH',
  'ERR_UNHANDLED_REJECTION', 'MODULE_NOT_FOUND',
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** What may be said of an error without saying anything of the work: never its message. */
export interface Fault {
  readonly kind: ErrorKind
  /** The error's own code and, where it tells one, that of the system's error behind it. */
  readonly codes: readonly ErrorCode[]
  /** Places in Synoptic's own bundles, innermost first, as `main/index.cjs:12:5`. */
  readonly frames: readonly string[]
}

const MOST_FRAMES = 12
/** So deep are causes of causes looked into. */
const MOST_CAUSES = 4
/** A stack may carry a message of any length. */
const LONGEST_STACK = 20_000

/** @returns what is known of it, in words from the lists above only */
export function faultOf(error: unknown): Fault {
  const codes = causesOf(error).flatMap((one) => errorCodes.find((code) => code === read(one, 'code')) ?? [])
  const stack = read(error, 'stack')
  return { kind: kindOf(error), codes: [...new Set(codes)], frames: typeof stack === 'string' ? framesIn(stack) : [] }
}

/** Whether two errors are most likely the same one that came again. */
export const sameFault = (a: Fault, b: Fault): boolean =>
  a.kind === b.kind && a.codes.join() === b.codes.join() && a.frames.join() === b.frames.join()

const unforeseen = new Set<ErrorKind>(['TypeError', 'RangeError', 'ReferenceError', 'SyntaxError', 'URIError', 'EvalError', 'AggregateError', 'DOMException', 'no error'])

/** True for what no sentence for researchers was written for: an error of the language, or something thrown that is no error. */
export const isUnforeseen = (error: unknown): boolean => unforeseen.has(kindOf(error))

function kindOf(error: unknown): ErrorKind {
  const name = read(error, 'name')
  if (name === undefined) return 'no error'
  return errorKinds.find((kind) => kind === name) ?? 'other'
}

function causesOf(error: unknown): readonly unknown[] {
  const chain: unknown[] = []
  for (let one = error; one !== undefined && chain.length < MOST_CAUSES; one = read(one, 'cause')) chain.push(one)
  return chain
}

/** Whatever was thrown may also be something that throws when it is looked at. */
function read(from: unknown, key: 'name' | 'code' | 'stack' | 'cause'): unknown {
  try {
    return typeof from === 'object' && from !== null ? (from as Readonly<Record<string, unknown>>)[key] : undefined
  } catch {
    return undefined
  }
}

/** Lines of a stack as engines write them; what else stands in it is the message. */
const LINE = /^\s*at .*?([^/\\(\s]+)[/\\]([^/\\(\s]+\.c?js):(\d{1,7}):(\d{1,7})\)?$/
const FOLDERS: Readonly<Record<string, string>> = { main: 'main', preload: 'preload', assets: 'window' }

function framesIn(stack: string): readonly string[] {
  const frames: string[] = []
  for (const line of stack.slice(0, LONGEST_STACK).split('\n')) {
    const [, folder = '', file = '', row, column] = LINE.exec(line) ?? []
    const bundle = Object.hasOwn(FOLDERS, folder) ? FOLDERS[folder] : undefined
    if (bundle !== undefined) frames.push(`${bundle}/${file}:${row}:${column}`)
    if (frames.length === MOST_FRAMES) break
  }
  return frames
}

/** A frame's file, as `main/index.cjs`; null for anything that is no frame. */
export const fileOfFrame = (frame: string): string | null => /^((?:main|preload|window)\/[\w.-]{1,80}\.c?js):\d{1,7}:\d{1,7}$/.exec(frame)?.[1] ?? null
