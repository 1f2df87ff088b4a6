import type { CodebookCalls } from '../../preload/contract'
import { preparedCodebooks } from '../../formats/preparedCodebooks'
import { chooseCodebook, exportCodebook } from '../codebookFiles'
import type { ProjectDesk } from '../projectDesk'
import { resourcesFolder } from '../resources'
import type { MainWindow } from '../window'
import type { Answers } from './answers'

export const codebookAnswers = (window: MainWindow, desk: ProjectDesk): Answers<CodebookCalls> => ({
  'codebook.choose': () => chooseCodebook(window),
  'codebook.prepared': () => preparedCodebooks(resourcesFolder()),
  'codebook.export': ({ project, shortcuts }) => exportCodebook(window, desk.work(project), shortcuts),
})
