import { faultOf, sameFault, type Fault, type FaultPlace } from '../../domain/diagnostics/fault'
import type { Bridge, WindowFault } from '../../preload/contract'
import { Cell } from './cell'

/** So many different ones are told apart. */
const MOST = 100
/** Said by the engine when something was resized while it was laid out; nothing is wrong then. */
const HARMLESS = /^ResizeObserver loop/

/** What went wrong that should not: noted in the log, and shown once for each kind. */
export class UnexpectedErrors {
  /** Where what is shown now went wrong; null when nothing is shown. */
  readonly shown = new Cell<FaultPlace | null>(null)
  private told: readonly Fault[] = []

  /** @param saves what is left to be saved, as far as that is possible */
  constructor(private readonly bridge: Bridge, private readonly saves: () => void) {
    bridge.on('unexpected', ({ place }) => { this.show(place) })
  }

  /** Hears whatever nobody caught in the page. */
  watch(page: Window): void {
    page.addEventListener('error', ({ error, message }) => { if (!HARMLESS.test(message)) this.happened('window', error) })
    page.addEventListener('unhandledrejection', ({ reason }) => { this.happened('window', reason) })
  }

  /** Notes an error without its message, which may hold parts of a text, and shows that it came. */
  happened(place: WindowFault['place'], error: unknown): void {
    const fault = this.note(place, error)
    if (this.told.some((one) => sameFault(one, fault))) return
    this.told = [...this.told.slice(1 - MOST), fault]
    this.show(place)
  }

  /** Notes an error that is shown otherwise. */
  note(place: WindowFault['place'], error: unknown): Fault {
    const fault = faultOf(error)
    // Whether it can be noted is of no concern to what goes on.
    this.bridge.call('diagnostics.failed', { place, ...fault }).catch(() => undefined)
    return fault
  }

  dismiss(): void {
    this.shown.set(null)
  }

  private show(place: FaultPlace): void {
    this.saves()
    this.shown.set(place)
  }
}
