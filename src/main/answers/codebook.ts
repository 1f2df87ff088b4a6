import { preparedCodebooks } from '../../formats/preparedCodebooks'
import type { CodebookCalls } from '../../preload/contract'
import { chooseCodebook } from '../codebookFiles'
import { resourcesFolder } from '../resources'
import type { MainWindow } from '../window'
import type { Answers } from './answers'

export const codebookAnswers = (window: MainWindow): Answers<CodebookCalls> => ({
  'codebook.choose': () => chooseCodebook(window),
  'codebook.prepared': () => preparedCodebooks(resourcesFolder()),
})
