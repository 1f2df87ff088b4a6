import { errorCodes, errorKinds, faultPlaces, fileOfFrame, type ErrorCode, type ErrorKind, type FaultPlace } from './fault'

export const logEvents = ['started', 'closed', 'opened', 'imported', 'exported', 'call-failed', 'failed', 'process-gone', 'unresponsive', 'left-out'] as const
export type LogEvent = (typeof logEvents)[number]

export const platforms = ['linux', 'darwin', 'win32', 'other'] as const
export const architectures = ['x64', 'arm64', 'ia32', 'arm', 'other'] as const
export const processes = ['window', 'reader', 'corpus', 'GPU', 'Utility', 'other'] as const
export const reasons = ['clean-exit', 'abnormal-exit', 'killed', 'crashed', 'oom', 'launch-failed', 'integrity-failure', 'too-costly', 'other'] as const
/** Calls of the window are named as in the contract: an area and what is asked of it. */
const CALL = /^[a-z]{1,20}\.[A-Za-z]{1,20}$/
const VERSION = /^\d{1,6}(\.\d{1,6}){0,3}(-(alpha|beta|rc|nightly)\.\d{1,8})?$/

/** What an entry may tell beside when and what. Each is a number, a yes or no, or a word from a list. */
export interface LogFields {
  readonly place: FaultPlace
  readonly kind: ErrorKind
  readonly codes: readonly ErrorCode[]
  readonly frames: readonly string[]
  readonly call: string
  readonly process: (typeof processes)[number]
  readonly reason: (typeof reasons)[number]
  readonly version: string
  readonly electron: string
  readonly chrome: string
  readonly node: string
  readonly platform: (typeof platforms)[number]
  readonly arch: (typeof architectures)[number]
  /** Of a process that ended. */
  readonly exit: number
  /** How long it took, in milliseconds. */
  readonly ms: number
  readonly articles: number
  readonly events: number
  readonly entities: number
  readonly coders: number
  readonly damaged: number
  readonly refused: number
  /** Entries that were left out, as there were too many at once. */
  readonly entries: number
  readonly readOnly: boolean
}

/** One thing that happened. */
export type LogEntry = { readonly at: string; readonly event: LogEvent } & Partial<LogFields>

type Check = (value: unknown) => boolean
const oneOf = (words: readonly string[]): Check => (value) => typeof value === 'string' && words.includes(value)
const like = (form: RegExp): Check => (value) => typeof value === 'string' && form.test(value)
const listOf = (check: Check, most: number): Check => (value) => Array.isArray(value) && value.length <= most && value.every(check)
const count: Check = (value) => typeof value === 'number' && Number.isSafeInteger(value)

/** @param isOurs whether a file named as `main/index.cjs` is one of Synoptic's bundles */
const checks = (isOurs: (file: string) => boolean): { readonly [K in keyof LogFields]-?: Check } => ({
  place: oneOf(faultPlaces), kind: oneOf(errorKinds), codes: listOf(oneOf(errorCodes), 8),
  frames: listOf((frame) => typeof frame === 'string' && isOurs(fileOfFrame(frame) ?? ''), 12),
  call: like(CALL), process: oneOf(processes), reason: oneOf(reasons),
  version: like(VERSION), electron: like(VERSION), chrome: like(VERSION), node: like(VERSION), platform: oneOf(platforms), arch: oneOf(architectures),
  exit: count, ms: count, articles: count, events: count, entities: count, coders: count, damaged: count, refused: count, entries: count,
  readOnly: (value) => typeof value === 'boolean',
})

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/**
 * The gate of the log: lets through what may stand in it and drops everything else, whoever wrote it.
 * @param isOurs whether a file named as `main/index.cjs` is one of Synoptic's bundles
 * @returns null when it is no entry at all
 */
export function allowedEntry(entry: unknown, isOurs: (file: string) => boolean): LogEntry | null {
  if (typeof entry !== 'object' || entry === null) return null
  const given = entry as Readonly<Record<string, unknown>>
  const { at, event } = given
  if (!like(TIME)(at) || !oneOf(logEvents)(event)) return null
  const frames = Array.isArray(given['frames']) ? { frames: given['frames'].filter((one) => typeof one === 'string' && isOurs(fileOfFrame(one) ?? '')) } : {}
  const fields = { ...given, ...frames }
  const kept = Object.entries(checks(isOurs)).filter(([name, check]) => Object.hasOwn(fields, name) && check(fields[name as keyof typeof fields]))
  return Object.fromEntries([['at', at], ['event', event], ...kept.map(([name]) => [name, fields[name as keyof typeof fields]])]) as unknown as LogEntry
}

/** A word of a list, or `other` where it is none of them. */
export const wordOf = <W extends string>(words: readonly W[], given: string): W | 'other' => words.find((word) => word === given) ?? 'other'
