import type { Fault, FaultPlace } from '../../domain/diagnostics/fault'
import type { LogEntry } from '../../domain/diagnostics/logEntry'
import type { Json } from './shared'

/** What goes wrong unexpectedly, and what is told of it. No text goes from the window to a file or the clipboard this way. */
export interface DiagnosticsCalls {
  /** Something went wrong in the window that should not. */
  'diagnostics.failed': { args: WindowFault; result: null }
  /** What stands in the log of this machine, the latest last. */
  'diagnostics.log': { args: null; result: Json<readonly LogEntry[]> }
  /** Makes a problem report, to be read before it is saved. */
  'diagnostics.report': { args: null; result: { readonly text: string } }
  /** Asks where to and writes the report that was made last; null when cancelled. */
  'diagnostics.saveReport': { args: null; result: { readonly place: string } | null }
  /** Puts on the clipboard what is known of the error that came last. */
  'diagnostics.copy': { args: null; result: null }
  /** Loads the window's page anew; what is open stays open. */
  'diagnostics.reload': { args: null; result: null }
}

export interface WindowFault extends Fault {
  readonly place: Extract<FaultPlace, 'window' | 'drawing' | 'command' | 'start'>
}
