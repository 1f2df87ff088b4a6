import { extname, join } from 'node:path'
import { dialog } from 'electron'
import type { ProjectFolder } from '../../storage/projectFolder'
import { AppError } from '../failure'
import { displayPlace, documentsFolder } from '../projectPlace'
import { writeWhole } from '../../storage/wholeFile'
import type { MainWindow } from '../window'
import { log } from './log'
import { problemReport } from './problemReport'
import { reportFacts } from './reportFacts'

/** The problem report as it was shown, until it is saved. */
export class ProblemReports {
  private made: { readonly text: string; readonly on: string } | null = null

  constructor(private readonly window: MainWindow, private readonly project: () => ProjectFolder | null) {}

  make(): string {
    const now = new Date().toISOString()
    this.made = { text: problemReport(reportFacts(this.project()), log.entries(), now), on: now.slice(0, 10) }
    return this.made.text
  }

  /** Asks where to and writes what was shown; null when cancelled. @throws AppError */
  async save(): Promise<{ readonly place: string } | null> {
    if (!this.made) throw new AppError('refused', 'No problem report was made yet.')
    const { text, on } = this.made
    const { canceled, filePath } = await dialog.showSaveDialog(this.window.browser, {
      title: 'Save the problem report', buttonLabel: 'Save', defaultPath: join(documentsFolder(), `Synoptic problem report ${on}.txt`), filters: [{ name: 'Text', extensions: ['txt'] }],
    })
    if (canceled || !filePath) return null
    const target = extname(filePath) === '' ? `${filePath}.txt` : filePath
    try {
      await writeWhole(target, [text])
    } catch (error) {
      throw new AppError('unexpected', `The problem report could not be written (${error instanceof Error ? error.message : String(error)}). Choose another folder or name, and save it again.`, error)
    }
    return { place: displayPlace(target) }
  }
}
