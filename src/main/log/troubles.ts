import { sameFault, type Fault, type FaultPlace } from '../../domain/diagnostics/fault'
import { allowedEntry, type LogEntry } from '../../domain/diagnostics/logEntry'
import { logText } from '../../domain/diagnostics/words'
import { log } from './log'
import { ownBundles } from './ownBundles'
import { engineVersions } from './versions'

/** So many different ones are told apart. */
const MOST = 100

/** What went wrong unexpectedly since the start, and what may be copied of the latest. */
export class Troubles {
  private told: readonly Fault[] = []
  private last: LogEntry | null = null

  /** @param isOurs whether a file named as `main/index.cjs` is one of Synoptic's bundles */
  constructor(private readonly isOurs: (file: string) => boolean = ownBundles()) {}

  /**
   * Notes it in the log.
   * @returns true when it did not happen before: only then the researcher is told of it again
   */
  note(place: FaultPlace, fault: Fault): boolean {
    log.noteFault(place, fault)
    // The window tells of faults too, and what it says passes the same gate for copying as for the log.
    this.last = allowedEntry({ event: 'failed', at: new Date().toISOString(), place, ...fault }, this.isOurs)
    if (this.told.some((one) => sameFault(one, fault))) return false
    this.told = [...this.told.slice(1 - MOST), fault]
    return true
  }

  /** The latest in words, with the versions: what is copied. */
  details(version: string): string {
    const { electron, chrome, node } = engineVersions()
    const head = `Synoptic ${version}, Electron ${electron}, Chrome ${chrome}, Node ${node}`
    return this.last === null ? head : `${head}\n${logText([this.last])}`
  }
}
