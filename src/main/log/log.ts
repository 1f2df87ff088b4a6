import { faultOf, type Fault, type FaultPlace } from '../../domain/diagnostics/fault'
import { allowedEntry, type LogEntry } from '../../domain/diagnostics/logEntry'
import { LogFile } from './logFile'
import { ownBundles } from './ownBundles'

type Happening = Omit<LogEntry, 'at'>

/** So many entries are taken within a minute; an error that comes with every movement of the mouse must not fill the log. */
const MOST_A_MINUTE = 120
const MINUTE_MS = 60_000
/** Kept in memory, for when the file can't be written. */
const RECENT = 300

/**
 * What happened on this machine, in words from fixed lists and numbers: no texts, names, paths or messages of errors. Takes
 * entries from the first moment on; they go to the disk once it is open.
 */
export class Log {
  #file: LogFile | null = null
  #written = true
  #recent: readonly LogEntry[] = []
  #minute = { began: -Infinity, entries: 0, leftOut: 0 }

  constructor(private readonly isOurs: (file: string) => boolean = ownBundles(), private readonly now = (): number => performance.now()) {}

  /** @param folder which holds nothing else */
  open(folder: string): void {
    this.#file = new LogFile(folder)
    for (const entry of this.#recent) this.#file.append(JSON.stringify(entry))
  }

  note(happening: Happening): void {
    if (this.#isTooMuch()) return
    this.#put(happening)
  }

  /** Notes an error, without its message. @returns what is known of it */
  failed(place: FaultPlace, error: unknown): Fault {
    const fault = faultOf(error)
    this.noteFault(place, fault)
    return fault
  }

  noteFault(place: FaultPlace, fault: Fault): void {
    this.note({ event: 'failed', place, ...fault })
  }

  /** For promises nobody waits for: `promise.catch(log.failing('preferences'))`. */
  failing(place: FaultPlace): (error: unknown) => void {
    return (error) => { this.failed(place, error) }
  }

  /** All there are, the oldest first; what has come to stand in the files otherwise is left out. */
  entries(): readonly LogEntry[] {
    if (!this.#file || !this.#written) return this.#recent
    return this.#file.lines().flatMap((line) => this.#allowed(line) ?? [])
  }

  #put(happening: Happening): void {
    const entry = allowedEntry({ ...happening, at: new Date().toISOString() }, this.isOurs)
    if (!entry) return
    this.#recent = [...this.#recent.slice(1 - RECENT), entry]
    if (this.#file) this.#written = this.#file.append(JSON.stringify(entry)) && this.#written
  }

  #isTooMuch(): boolean {
    const now = this.now()
    if (now - this.#minute.began > MINUTE_MS) {
      const { leftOut } = this.#minute
      this.#minute = { began: now, entries: 0, leftOut: 0 }
      if (leftOut > 0) this.#put({ event: 'left-out', entries: leftOut })
    }
    this.#minute.entries += 1
    const tooMuch = this.#minute.entries > MOST_A_MINUTE
    if (tooMuch) this.#minute.leftOut += 1
    return tooMuch
  }

  #allowed(line: string): LogEntry | null {
    try {
      return allowedEntry(JSON.parse(line), this.isOurs)
    } catch {
      return null
    }
  }
}

/** The log of this process. */
export const log = new Log()
