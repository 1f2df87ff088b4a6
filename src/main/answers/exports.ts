import type { ExportsCalls } from '../../preload/contract'
import type { Exports } from '../exports'
import type { ProjectDesk } from '../projectDesk'
import { exportSynopsis } from '../synopsisExport'
import type { MainWindow } from '../window'
import type { Answers } from './answers'

export const exportsAnswers = (window: MainWindow, desk: ProjectDesk, exports: Exports): Answers<ExportsCalls> => ({
  'synopsis.export': ({ format, sheet }) => exportSynopsis(window, format, sheet),
  'export.run': ({ project, format, articles }) => exports.run(desk.work(project), format, articles),
  'export.cancel': () => {
    exports.cancel()
    return null
  },
})
