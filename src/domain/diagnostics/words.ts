import type { FaultPlace } from './fault'
import type { LogEntry } from './logEntry'

/** An entry of the log for people. */
export interface LogLine {
  /** UTC, to the second, as `2026-03-01 09:30:12`. */
  readonly time: string
  readonly text: string
  /** Places in the program, where there are any. */
  readonly details: readonly string[]
  readonly isTrouble: boolean
}

const where: Readonly<Record<FaultPlace, string>> = {
  start: 'while Synoptic started', main: 'behind the window', window: 'in the window', drawing: 'while the window was drawn', command: 'while a command was carried out',
  call: 'while something was answered', import: 'while files were read', corpus: 'while the texts were looked through', preferences: 'while habits were remembered', page: 'with the window’s page',
}

const calm = new Set<LogEntry['event']>(['started', 'closed', 'opened', 'imported', 'exported'])

/** The same words in the window, in the log's file for people, and in a report. */
export const logLine = (entry: LogEntry): LogLine => ({
  time: entry.at.slice(0, 19).replace('T', ' '), text: sentence(entry), details: entry.frames ?? [],
  isTrouble: !calm.has(entry.event) && !(entry.event === 'process-gone' && entry.reason === 'clean-exit'),
})

/** Lines as they stand in a text file. */
export const logText = (entries: readonly LogEntry[]): string =>
  entries.map(logLine).map(({ time, text, details }) => [`${time}  ${text}`, ...details.map((one) => `                       at ${one}`)].join('\n')).join('\n')

function sentence(entry: LogEntry): string {
  switch (entry.event) {
    case 'started': return `Synoptic ${entry.version ?? ''} started (Electron ${entry.electron ?? '?'}, Chrome ${entry.chrome ?? '?'}, Node ${entry.node ?? '?'}, ${entry.platform ?? 'other'} ${entry.arch ?? 'other'}).`
    case 'closed': return 'Synoptic was closed.'
    case 'opened': return `A project was opened${took(entry)}: ${counts(entry)}${entry.readOnly === true ? ', for reading only' : ''}.`
    case 'imported': return `Files were read for an import${took(entry)}: ${counts(entry)}.`
    case 'exported': return `An export was written${took(entry)}.`
    case 'call-failed': return `${entry.call ?? 'A call'} failed${took(entry)}: ${reason(entry)}.`
    case 'failed': return `Something unexpected happened ${where[entry.place ?? 'main']}: ${reason(entry)}.`
    case 'process-gone': return `The process “${entry.process ?? 'other'}” ended (${entry.reason ?? 'other'}${entry.exit === undefined ? '' : `, ${entry.exit}`}).`
    case 'unresponsive': return 'The window did not react for a while.'
    case 'left-out': return `${entry.entries ?? 0} more entries came within a minute and were left out.`
  }
}

const took = ({ ms }: LogEntry): string => (ms === undefined ? '' : ` after ${ms} ms`)

const reason = ({ kind, codes }: LogEntry): string => [kind ?? 'other', ...(codes ?? [])].join(', ')

const counted = [['articles', 'article'], ['events', 'event'], ['entities', 'registered name'], ['coders', 'coder'], ['damaged', 'damaged file'], ['refused', 'refused file']] as const

const counts = (entry: LogEntry): string => counted.flatMap(([field, name]) => (entry[field] === undefined ? [] : `${entry[field]} ${name}${entry[field] === 1 ? '' : 's'}`)).join(', ')
