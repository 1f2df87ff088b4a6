import { basename, extname, join } from 'node:path'
import { app, dialog } from 'electron'
import { usualOrder, type ExportOrder } from '../domain/exporting/order'
import type { Exporter } from '../formats/export/exporter'
import { exporters } from '../formats/export/exporters'
import { openSource } from '../formats/export/openSource'
import { exporterOf, prepare } from '../formats/export/prepare'
import type { ExportReport, FormatOffer } from '../preload/contract'
import type { ProjectFolder } from '../storage/projectFolder'
import { StorageError } from '../storage/storageError'
import { writeAllWhole } from '../storage/wholeFile'
import { AppError } from './failure'
import { log } from './log/log'
import type { OpenWork } from './openWork'
import { displayPlace, documentsFolder, folderName, PROJECT_SUFFIX } from './projectPlace'
import type { MainWindow } from './window'

/** Writes the open project in another format to where the researcher says. */
export class Exports {
  private running: AbortController | null = null

  constructor(private readonly window: MainWindow) {}

  cancel(): void {
    this.running?.abort(new AppError('cancelled', 'The export was cancelled; nothing was written.'))
  }

  begin(): { readonly formats: readonly FormatOffer[]; readonly order: ExportOrder } {
    return { formats: exporters.map(({ id, label, about, shapes }) => ({ id, label, about, shapes })), order: usualOrder }
  }

  /** @returns null when the dialog was cancelled */
  async run(work: OpenWork, order: ExportOrder): Promise<ExportReport | null> {
    const project = work.folder
    const exporter = exporterOf(order.format)
    if (!exporter?.shapes.includes(order.shape)) throw new AppError('refused', `There is no export of ${order.shape} as ${order.format}.`)
    if (this.running) throw new AppError('refused', 'Another export is under way. Wait for it or cancel it first.')
    const masked = project.records.info.masking?.on === true
    if (masked && order.format === 'synoptic') throw new AppError('refused', 'Nothing was exported: the JSON export holds the whole project, with outlets and texts. Reveal the outlets first, in the menu Code.')
    const target = await this.askWhere(exporter, order, project)
    if (target === null) return null
    const running = new AbortController()
    this.running = running
    const begun = performance.now()
    try {
      const report = await this.write(work, order, target, running.signal)
      log.note({ event: 'exported', ms: Math.round(performance.now() - begun) })
      return report
    } catch (error) {
      // What storage says of the project is already said for researchers.
      if (error instanceof AppError || error instanceof StorageError) throw error
      if (error instanceof Error && 'code' in error && error.code === 'EISDIR') throw new AppError('refused', `There is a folder called ${basename(target)}: nothing was exported. Export again under another name.`)
      const why = error instanceof Error ? error.message : String(error)
      throw new AppError('unexpected', `The export could not be written (${why}). No half-written file was left. Free some space or choose another folder, and export again.`, error)
    } finally {
      this.running = null
    }
  }

  private async askWhere({ label, extension }: Exporter, { shape }: ExportOrder, project: ProjectFolder): Promise<string | null> {
    const suffix = shape === 'annotations' || shape === 'project' ? '' : ` ${shape}`
    const name = `${basename(folderName(project.records.info.name), PROJECT_SUFFIX)}${suffix}.${extension}`
    const { canceled, filePath } = await dialog.showSaveDialog(this.window.browser, {
      title: 'Export', buttonLabel: 'Export', defaultPath: join(documentsFolder(), name), filters: [{ name: label, extensions: [extension] }],
    })
    if (canceled || !filePath) return null
    return extname(filePath) === '' ? `${filePath}.${extension}` : filePath
  }

  private async write(work: OpenWork, order: ExportOrder, target: string, signal: AbortSignal): Promise<ExportReport> {
    const project = work.folder
    await project.readArticles()
    const mask = work.mask()
    const { source, counted } = openSource(project, { mask, program: `Synoptic ${app.getVersion()}`, signal, progress: (done, total, now) => { this.window.signal('progress', { job: 'export', done, total, now }) } })
    const { files = [] } = prepare(source, order) ?? {}
    const base = target.slice(0, target.length - extname(target).length)
    const [main, ...beside] = files.map(({ ending, chunks }, i) => ({ target: i === 0 ? target : `${base}${ending}`, chunks: () => unlessAborted(chunks(), signal) }))
    if (!main) throw new AppError('refused', 'Nothing was exported, because there is nothing to export.')
    await writeAllWhole([main, ...beside])
    return { place: displayPlace(target), beside: beside.map((one) => basename(one.target)), annotations: counted.annotations, incomplete: counted.incomplete, masked: mask !== null }
  }
}

async function* unlessAborted(chunks: AsyncIterable<string | Uint8Array>, signal: AbortSignal): AsyncGenerator<string | Uint8Array> {
  for await (const chunk of chunks) {
    signal.throwIfAborted()
    yield chunk
  }
}
