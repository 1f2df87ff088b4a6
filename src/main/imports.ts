import { dialog } from 'electron'
import type { ColumnMapping } from '../domain/import/mapping'
import { Reader } from '../formats/reading/reader'
import type { ImportFindings, ImportOffer, Progress } from '../preload/contract'
import type { ProjectFolder } from '../storage/projectFolder'
import { AppError } from './failure'
import { holdCoding } from '../formats/work/holdsCoding'
import { log } from './log/log'
import type { Mappings } from './mappings'
import type { Offers } from './offers'
import { OpenImport } from './openImport'
import { documentsFolder } from './projectPlace'
import { readerHost } from './readerHost'
import type { MainWindow } from './window'

/** What can be picked as files; folders are taken whole. Every file is recognised by its content. */
const filters = [
  { name: 'Articles', extensions: ['txt', 'text', 'md', 'html', 'htm', 'xhtml', 'docx', 'pdf', 'rtf', 'epub', 'csv', 'tsv', 'xlsx', 'json', 'jsonl', 'ndjson', 'xml'] },
  { name: 'All files', extensions: ['*'] },
]

/** What was read of the files that the researcher picked or dropped as articles. */
export class Imports {
  private open: { readonly offer: string; readonly project: ProjectFolder; readonly work: OpenImport } | undefined
  private running: AbortController | undefined
  /** The offer that is read, or was last. */
  private reading: string | undefined

  constructor(private readonly window: MainWindow, private readonly offers: Offers, private readonly mappings: Mappings) {}

  async offer(paths: readonly string[]): Promise<ImportOffer | null> {
    const offer = this.offers.add(paths)
    return offer && { ...offer, holds: (await holdCoding(paths)) ? 'coding' : 'articles' }
  }

  async choose(kind: 'files' | 'folder'): Promise<ImportOffer | null> {
    const { canceled, filePaths } = await dialog.showOpenDialog(this.window.browser, {
      title: kind === 'files' ? 'Import files' : 'Import a folder', buttonLabel: 'Import', defaultPath: documentsFolder(),
      properties: kind === 'files' ? ['openFile', 'multiSelections'] : ['openDirectory'],
      ...(kind === 'files' && { filters }),
    })
    return canceled ? null : this.offer(filePaths)
  }

  /** Reads what was offered; what an earlier reading found is deleted. */
  async read(project: ProjectFolder, offer: string): Promise<ImportFindings> {
    const paths = this.offers.paths(offer)
    if (!paths) throw gone()
    this.demandIdle()
    if (project.readOnly !== null) throw new AppError('read-only', `Nothing was read, because the project is open for reading only. ${project.readOnly}`)
    this.reading = offer
    return this.run(async (signal) => {
      await this.close()
      await project.readArticles()
      const work = new OpenImport(project, paths, this.mappings)
      this.open = { offer, project, work }
      return work.read(this.tools(offer), signal)
    })
  }

  async remap(project: ProjectFolder, { offer, file, mapping }: { readonly offer: string; readonly file: string; readonly mapping: ColumnMapping }): Promise<ImportFindings> {
    const work = this.demand(project, offer)
    this.demandIdle()
    return this.run((signal) => work.remap(file, mapping, this.tools(offer), signal))
  }

  async keep(project: ProjectFolder, offer: string, articles: readonly string[]): Promise<void> {
    const work = this.demand(project, offer)
    this.demandIdle()
    await work.keep(articles, (progress) => { this.tell(offer, progress) })
    this.open = undefined
    this.offers.end(offer)
  }

  async discard(project: ProjectFolder, offer: string): Promise<void> {
    this.offers.end(offer)
    if (this.open?.offer !== offer || this.open.project !== project) return
    this.running?.abort()
    await this.close()
  }

  cancel(offer: string): void {
    if (this.reading === offer || this.open?.offer === offer) this.running?.abort()
  }

  /** The window's page is another one now: nobody knows any more what was found for the one before. */
  async pageBegins(): Promise<void> {
    this.running?.abort()
    this.offers.clear()
    await this.close()
  }

  private async close(): Promise<void> {
    const { open } = this
    this.open = undefined
    await open?.work.discard()
  }

  private async run(work: (signal: AbortSignal) => Promise<ImportFindings>): Promise<ImportFindings> {
    const running = new AbortController()
    this.running = running
    const begun = performance.now()
    try {
      const findings = await work(running.signal)
      log.note({ event: 'imported', ms: Math.round(performance.now() - begun), refused: findings.refused.length })
      return findings
    } finally {
      if (this.running === running) this.running = undefined
    }
  }

  private tools(offer: string): { readonly reader: Reader; readonly progress: (progress: Omit<Progress, 'job'>) => void } {
    return { reader: new Reader(readerHost), progress: (progress) => { this.tell(offer, progress) } }
  }

  private tell(offer: string, progress: Omit<Progress, 'job'>): void {
    this.window.signal('progress', { job: offer, ...progress })
  }

  private demandIdle(): void {
    if (this.running) throw new AppError('refused', 'Another import is under way. Wait for it or cancel it first.')
  }

  private demand(project: ProjectFolder, offer: string): OpenImport {
    if (this.open?.offer !== offer || this.open.project !== project) throw gone()
    return this.open.work
  }
}

const gone = (): AppError => new AppError('not-found', 'These files are not waiting to be imported any more. Choose them again.')
