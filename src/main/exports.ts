import { basename, extname, join } from 'node:path'
import { dialog } from 'electron'
import { exporters } from '../formats/exporters'
import type { Mask } from '../domain/masking/mask'
import type { Article } from '../domain/project/article'
import { inOrder } from '../domain/project/order'
import { maskedSource } from '../formats/maskedSource'
import type { ProjectSource } from '../formats/source'
import type { ExportFormat, ExportReport } from '../preload/contract'
import type { ProjectFolder } from '../storage/projectFolder'
import { StorageError } from '../storage/storageError'
import { AppError } from './failure'
import { log } from './log/log'
import type { OpenWork } from './openWork'
import { displayPlace, documentsFolder, folderName, PROJECT_SUFFIX } from './projectPlace'
import { writeWhole } from './wholeFile'
import type { MainWindow } from './window'

type Exporter = (typeof exporters)[number]

/** Writes the open project in another format to where the researcher says. */
export class Exports {
  private cancelled = false
  private running = false

  constructor(private readonly window: MainWindow) {}

  cancel(): void {
    this.cancelled = true
  }

  /** @param only ids of the articles to be exported, with their events; null for everything. @returns null when the dialog was cancelled */
  async run(work: OpenWork, format: ExportFormat, only: readonly string[] | null): Promise<ExportReport | null> {
    const project = work.folder
    const exporter = exporters.find((one) => one.id === format)
    if (!exporter) throw new AppError('refused', `There is no export called ${format}.`)
    if (this.running) throw new AppError('refused', 'Another export is under way. Wait for it or cancel it first.')
    const masked = project.records.info.masking?.on === true
    if (masked && format === 'json') throw new AppError('refused', 'Nothing was exported: the JSON export holds the whole project, with outlets and texts. Reveal the outlets first, in the menu Code.')
    const target = await this.askWhere(exporter, project)
    if (target === null) return null
    this.running = true
    this.cancelled = false
    const begun = performance.now()
    try {
      const report = await this.write(exporter, work, target, only)
      log.note({ event: 'exported', ms: Math.round(performance.now() - begun) })
      return report
    } catch (error) {
      // What storage says of the project is already said for researchers.
      if (error instanceof AppError || error instanceof StorageError) throw error
      if (error instanceof Error && 'code' in error && error.code === 'EISDIR') throw new AppError('refused', `There is a folder called ${basename(target)}: nothing was exported. Export again under another name.`)
      const why = error instanceof Error ? error.message : String(error)
      throw new AppError('unexpected', `The export could not be written (${why}). No half-written file was left. Free some space or choose another folder, and export again.`, error)
    } finally {
      this.running = false
    }
  }

  private async askWhere({ label, extension, suffix }: Exporter, project: ProjectFolder): Promise<string | null> {
    const name = `${basename(folderName(project.records.info.name), PROJECT_SUFFIX)}${suffix}.${extension}`
    const { canceled, filePath } = await dialog.showSaveDialog(this.window.browser, {
      title: 'Export', buttonLabel: 'Export', defaultPath: join(documentsFolder(), name), filters: [{ name: label, extensions: [extension] }],
    })
    if (canceled || !filePath) return null
    return extname(filePath) === '' ? `${filePath}.${extension}` : filePath
  }

  private async write(exporter: Exporter, work: OpenWork, target: string, only: readonly string[] | null): Promise<ExportReport> {
    const project = work.folder
    await project.readArticles()
    const mask = work.mask()
    const { source, counted } = this.counting(project, only, mask)
    await writeWhole(target, this.unlessCancelled(exporter.run(mask ? maskedSource(source, mask) : source)))
    return { place: displayPlace(target), annotations: counted.annotations, incomplete: counted.incomplete, masked: mask !== null }
  }

  private async *unlessCancelled(chunks: AsyncIterable<string>): AsyncGenerator<string, void> {
    for await (const chunk of chunks) {
      if (this.cancelled) throw new AppError('cancelled', 'The export was cancelled; nothing was written.')
      yield chunk
    }
  }

  /** The project as exporters read it, counting what goes through and saying how far it is. */
  private counting(project: ProjectFolder, only: readonly string[] | null, mask: Mask | null): { source: ProjectSource; counted: { annotations: number; incomplete: boolean } } {
    const { records } = project
    const wanted = only && new Set(only)
    const wantedOnes = wanted ? records.articles.filter(({ id }) => wanted.has(id)) : records.articles
    // The order tells outlets from each other as well.
    const articles = mask?.inOrder(wantedOnes) ?? inOrder(wantedOnes)
    const told = new Set(articles.map(({ event }) => event))
    const events = wanted ? records.events.filter(({ id }) => told.has(id)) : records.events
    const counted = { annotations: 0, incomplete: false }
    let done = 0
    const headlineOf = (article: Article | undefined): string => (article ? mask?.article(article).headline ?? article.headline : '')
    const total = events.length + articles.length
    const coded = async (subject: string) => {
      if (this.cancelled) throw new AppError('cancelled', 'The export was cancelled; nothing was written.')
      const found = await project.annotations([subject])
      counted.annotations += found.annotations.length
      counted.incomplete ||= found.damaged.length > 0
      done += 1
      if (done % 20 === 0) this.window.signal('progress', { job: 'export', done, total, now: headlineOf(articles[done - events.length]) })
      return found
    }
    const text = async (article: string) => {
      const found = await project.text(article)
      counted.incomplete ||= !found.intact
      return found.text
    }
    return { counted, source: { ...records, events, articles, coded, text } }
  }
}
