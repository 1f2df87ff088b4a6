import { app } from 'electron'
import { faultOf } from '../../domain/diagnostics/fault'
import { processes, reasons, wordOf } from '../../domain/diagnostics/logEntry'
import { log } from './log'
import type { Troubles } from './troubles'

/**
 * Notes what nobody caught in this process, and the end of its helpers. The process goes on: what is being saved comes to
 * its end, and what is open stays open until the researcher closes it.
 * @param tell is called when the researcher should hear of it
 */
export function watchProcess(troubles: Troubles, tell: () => void): void {
  const unexpected = (error: unknown): void => { if (troubles.note('main', faultOf(error))) tell() }
  process.on('uncaughtException', unexpected)
  process.on('unhandledRejection', unexpected)
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    // A reader is ended by us after every import.
    if (reason !== 'clean-exit' && reason !== 'killed') log.note({ event: 'process-gone', process: wordOf(processes, type), reason: wordOf(reasons, reason), exit: exitCode })
  })
}
