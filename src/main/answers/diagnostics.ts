import { app, clipboard } from 'electron'
import type { DiagnosticsCalls } from '../../preload/contract'
import { log } from '../log/log'
import { ProblemReports } from '../log/problemReports'
import type { Troubles } from '../log/troubles'
import type { ProjectDesk } from '../projectDesk'
import type { MainWindow } from '../window'
import type { Answers } from './answers'

export function diagnosticsAnswers(window: MainWindow, desk: ProjectDesk, troubles: Troubles): Answers<DiagnosticsCalls> {
  const reports = new ProblemReports(window, () => desk.folderNow)
  return {
    'diagnostics.failed': ({ place, ...fault }) => {
      troubles.note(place, fault)
      return null
    },
    'diagnostics.log': () => JSON.stringify(log.entries()),
    'diagnostics.report': () => ({ text: reports.make() }),
    'diagnostics.saveReport': () => reports.save(),
    'diagnostics.copy': async () => {
      // Later versions of Electron answer this in their own time.
      await clipboard.writeText(troubles.details(app.getVersion()))
      return null
    },
    'diagnostics.reload': () => {
      window.reload()
      return null
    },
  }
}
