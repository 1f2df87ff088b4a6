import { randomUUID } from 'node:crypto'
import { basename, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { dialog } from 'electron'
import type { Article } from '../domain/project/article'
import type { ImportedItem } from '../formats/importFiles'
import type { ImportOffer, ImportReport, Progress } from '../preload/contract'
import type { ProjectFolder } from '../storage/projectFolder'
import { AppError, failureOf } from './failure'
import { documentsFolder } from './projectPlace'
import type { MainWindow } from './window'
import type { ImportOrder, WorkerMessage } from './worker'

/** Files the researcher picked or dropped, kept here by id so that the window never handles paths. */
export class Imports {
  private readonly offers = new Map<string, readonly string[]>()
  private running: { readonly offer: string; readonly cancel: () => void } | undefined

  constructor(private readonly window: MainWindow) {}

  offer(paths: readonly string[]): ImportOffer | null {
    const [first] = paths
    if (first === undefined) return null
    const id = randomUUID()
    this.offers.set(id, paths)
    return { id, files: paths.length, label: paths.length === 1 ? basename(first) : `${paths.length} files` }
  }

  async choose(kind: 'files' | 'folder'): Promise<ImportOffer | null> {
    const { canceled, filePaths } = await dialog.showOpenDialog(this.window.browser, {
      title: kind === 'files' ? 'Import files' : 'Import a folder', buttonLabel: 'Import', defaultPath: documentsFolder(),
      properties: kind === 'files' ? ['openFile', 'multiSelections'] : ['openDirectory'],
      ...(kind === 'files' && { filters: [{ name: 'Plain text', extensions: ['txt', 'text', 'md'] }, { name: 'All files', extensions: ['*'] }] }),
    })
    return canceled ? null : this.offer(filePaths)
  }

  /** Reads what was offered in a worker and stores each text as it comes; what was stored before a cancel stays in the report. */
  async run(project: ProjectFolder, offer: string): Promise<ImportReport> {
    const paths = this.offers.get(offer)
    if (!paths) throw new AppError('not-found', 'These files are not waiting to be imported any more. Choose them again.')
    if (this.running) throw new AppError('refused', 'Another import is under way. Wait for it or cancel it first.')
    await project.readArticles()
    const known = project.records.articles.map((article): [string, string] => [article.hash, article.headline || article.source.file])
    const articles: Article[] = []
    const refused: ImportReport['refused'][number][] = []
    let cancelled = false
    let stopped: string | null = null
    const take = async (item: ImportedItem): Promise<void> => {
      if (item.kind === 'refused') {
        refused.push({ file: item.file, reason: item.reason, message: item.message })
        return
      }
      await project.writeText(item.article.id, item.text)
      articles.push(item.article)
    }
    try {
      await inWorker({ paths, known }, {
        item: take,
        progress: (progress) => { this.window.signal('progress', { job: offer, ...progress }) },
        started: (stop) => { this.running = { offer, cancel: () => { cancelled = true; stop() } } },
      })
    } catch (error) {
      stopped = failureOf(error).message
    } finally {
      this.running = undefined
      this.offers.delete(offer)
    }
    return { articles, refused, cancelled, stopped }
  }

  cancel(offer: string): void {
    if (this.running?.offer === offer) this.running.cancel()
  }
}

interface WorkerEvents {
  readonly item: (item: ImportedItem) => Promise<void>
  readonly progress: (progress: Omit<Progress, 'job'>) => void
  /** Called with what ends the worker early. */
  readonly started: (stop: () => void) => void
}

/** Runs the import outside this process's own thread, where it can be ended at any moment. Items are taken one after the other. */
function inWorker(order: ImportOrder, events: WorkerEvents): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(__dirname, 'worker.cjs'), { workerData: order })
    let taken: Promise<void> = Promise.resolve()
    const fail = (error: unknown): void => {
      void worker.terminate()
      reject(error instanceof Error ? error : new Error(String(error)))
    }
    events.started(() => { void worker.terminate() })
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'progress') events.progress(message.progress)
      else taken = taken.then(() => events.item(message.item)).then(() => { worker.postMessage('next') })
      taken.catch(fail)
    })
    worker.on('error', fail)
    worker.on('exit', () => { taken.then(resolve, reject) })
  })
}
