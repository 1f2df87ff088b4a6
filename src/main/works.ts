import { dialog } from 'electron'
import type { OffsetReading } from '../domain/text/offsets'
import { Reader } from '../formats/reading/reader'
import { readWorks } from '../formats/work/readWorks'
import type { WorkChoices, WorkFindings, WorkOffer, WorkReport } from '../preload/contract'
import { AppError } from './failure'
import { log } from './log/log'
import type { Offers } from './offers'
import type { OpenWork } from './openWork'
import { documentsFolder } from './projectPlace'
import { readerHost } from './readerHost'
import type { MainWindow } from './window'
import { WorkInHand } from './workInHand'

const filters = [
  { name: 'Coding from other programs', extensions: ['qdpx', 'qdc', 'qde', 'qda', 'sqlite3', 'sqlite', 'db', 'zip', 'json', 'jsonl', 'ann', 'tsv', 'xml'] },
  { name: 'All files', extensions: ['*'] },
]

/** Coding that was done elsewhere: which files were picked, and what was found in them while nobody has decided about it. */
export class Works {
  private open: { readonly offer: string; readonly project: OpenWork; readonly found: WorkInHand } | undefined
  private running: AbortController | undefined

  constructor(private readonly window: MainWindow, private readonly offers: Offers) {}

  async choose(kind: 'files' | 'folder'): Promise<WorkOffer | null> {
    const { canceled, filePaths } = await dialog.showOpenDialog(this.window.browser, {
      title: kind === 'files' ? 'Import coding from another program' : 'Import a folder of coding from another program', buttonLabel: 'Import', defaultPath: documentsFolder(),
      properties: kind === 'files' ? ['openFile', 'multiSelections'] : ['openDirectory'],
      ...(kind === 'files' && { filters }),
    })
    return canceled ? null : this.offers.add(filePaths)
  }

  /** See `work.read`. */
  async read(project: OpenWork, offer: string, readings: Readonly<Record<string, OffsetReading>>): Promise<WorkFindings> {
    const paths = this.offers.paths(offer)
    if (!paths) throw gone()
    if (this.running) throw new AppError('refused', 'Something else is being read. Wait for it or cancel it first.')
    const { readOnly } = project.folder
    if (readOnly !== null) throw new AppError('read-only', `Nothing was read, because the project is open for reading only. ${readOnly}`)
    if (this.open?.offer !== offer || this.open.project !== project) this.open = { offer, project, found: await this.readFiles(offer, paths) }
    const { found } = this.open
    return found.findings(project, readings)
  }

  /** See `work.keep`. */
  async keep(project: OpenWork, offer: string, choices: WorkChoices): Promise<WorkReport> {
    if (this.open?.offer !== offer || this.open.project !== project) throw gone()
    if (project.mask() !== null) throw new AppError('refused', 'Nothing came in: outlets are masked. Reveal them first, in the menu Code.')
    const report = await this.open.found.keep(project, choices, (done, total) => { this.window.signal('progress', { job: offer, done, total, now: '' }) })
    this.discard(offer)
    return report
  }

  discard(offer: string): void {
    this.cancel(offer)
    this.offers.end(offer)
    if (this.open?.offer === offer) this.open = undefined
  }

  cancel(offer: string): void {
    if (this.offers.paths(offer)) this.running?.abort()
  }

  /** Nobody knows any more what was found for the page before. */
  pageBegins(): void {
    this.running?.abort()
    this.open = undefined
  }

  private async readFiles(offer: string, paths: readonly string[]): Promise<WorkInHand> {
    const running = new AbortController()
    const reader = new Reader(readerHost)
    const begun = performance.now()
    this.running = running
    try {
      const read = await readWorks(paths, { reader, progress: (progress) => { this.window.signal('progress', { job: offer, ...progress }) } }, running.signal)
      log.note({ event: 'imported', ms: Math.round(performance.now() - begun), refused: read.refused.length })
      return new WorkInHand(read, running.signal.aborted)
    } finally {
      reader.close()
      if (this.running === running) this.running = undefined
    }
  }
}

const gone = (): AppError => new AppError('not-found', 'These files are not waiting to be imported any more. Choose them again.')
