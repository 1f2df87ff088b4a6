import type { CodebookCalls } from '../../preload/contract'
import { chooseCodebook, exportCodebook } from '../codebookFiles'
import { preparedCodebooks } from '../preparedCodebooks'
import type { ProjectDesk } from '../projectDesk'
import type { MainWindow } from '../window'
import type { Answers } from './answers'

export const codebookAnswers = (window: MainWindow, desk: ProjectDesk): Answers<CodebookCalls> => ({
  'codebook.choose': () => chooseCodebook(window),
  'codebook.prepared': () => preparedCodebooks(),
  'codebook.export': ({ project, shortcuts }) => exportCodebook(window, desk.work(project), shortcuts),
})
