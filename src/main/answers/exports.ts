import type { ExportsCalls } from '../../preload/contract'
import type { Exports } from '../exports'
import type { ProjectDesk } from '../projectDesk'
import { exportSynopsis } from '../synopsisExport'
import type { MainWindow } from '../window'
import type { Answers } from './answers'

export const exportsAnswers = (window: MainWindow, desk: ProjectDesk, exports: Exports): Answers<ExportsCalls> => ({
  'synopsis.export': ({ format, sheet }) => exportSynopsis(window, format, sheet),
  'export.begin': ({ project }) => exports.begin(desk.work(project)),
  'export.preview': ({ project, order }) => exports.preview(desk.work(project), order),
  'export.run': ({ project, order }) => exports.run(desk.work(project), order),
  'export.cancel': () => {
    exports.cancel()
    return null
  },
})
