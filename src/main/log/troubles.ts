import { sameFault, type Fault, type FaultPlace } from '../../domain/diagnostics/fault'
import { logText } from '../../domain/diagnostics/words'
import { log } from './log'
import { engineVersions } from './versions'

/** So many different ones are told apart. */
const MOST = 100

/** What went wrong unexpectedly since the start, and what may be copied of the latest. */
export class Troubles {
  private told: readonly Fault[] = []
  private last: { readonly place: FaultPlace; readonly fault: Fault; readonly at: string } | null = null

  /**
   * Notes it in the log.
   * @returns true when it did not happen before: only then the researcher is told of it again
   */
  note(place: FaultPlace, fault: Fault): boolean {
    log.noteFault(place, fault)
    this.last = { place, fault, at: new Date().toISOString() }
    if (this.told.some((one) => sameFault(one, fault))) return false
    this.told = [...this.told.slice(1 - MOST), fault]
    return true
  }

  /** The latest in words, with the versions: what is copied. */
  details(version: string): string {
    const { electron, chrome, node } = engineVersions()
    const head = `Synoptic ${version}, Electron ${electron}, Chrome ${chrome}, Node ${node}`
    return this.last === null ? head : `${head}\n${logText([{ event: 'failed', at: this.last.at, place: this.last.place, ...this.last.fault }])}`
  }
}
