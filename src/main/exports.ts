import { basename, dirname } from 'node:path'
import { app } from 'electron'
import { fitting } from '../domain/exporting/fitting'
import type { ExportOrder } from '../domain/exporting/order'
import { inOrder } from '../domain/project/order'
import { exporters } from '../formats/export/exporters'
import { openSource, type OpenProject } from '../formats/export/openSource'
import { namesOf, placesOf } from '../formats/export/places'
import { exporterOf, prepare } from '../formats/export/prepare'
import { previewOf } from '../formats/export/preview'
import type { ProjectSource } from '../formats/source'
import type { ExportPreview, ExportReport, FormatOffer } from '../preload/contract'
import { StorageError } from '../storage/storageError'
import { writeAllWhole } from '../storage/wholeFile'
import { askForPlace, mayReplace } from './exportPlaces'
import { AppError } from './failure'
import type { LastOrders } from './lastOrders'
import { log } from './log/log'
import type { OpenWork } from './openWork'
import type { Preferences } from './preferences'
import { displayPlace } from './projectPlace'
import type { MainWindow } from './window'

/** A preview that has not found its rows by then shows those it has. */
const PREVIEW_MS = 1_500

/** Writes the open project in another format to where the researcher says. */
export class Exports {
  private running: AbortController | null = null
  private looking: AbortController | null = null
  /** Where the last export went, as long as the app runs. */
  private folder: string | null = null
  /** What previews read, since an export was begun: to sort a hundred thousand articles takes a second, unless they are in order. */
  private ordered: { readonly work: OpenWork; readonly records: OpenProject['records'] } | null = null

  constructor(private readonly window: MainWindow, private readonly preferences: Preferences, private readonly orders: LastOrders) {}

  cancel(): void {
    this.running?.abort(new AppError('cancelled', 'The export was cancelled; nothing was written.'))
  }

  async begin({ folder: { records } }: OpenWork): Promise<{ readonly formats: readonly FormatOffer[]; readonly order: ExportOrder }> {
    this.ordered = null
    return { formats: exporters.map(({ id, label, about, shapes }) => ({ id, label, about, shapes })), order: fitting(await this.orders.of(records.info.id), records) }
  }

  async preview(work: OpenWork, order: ExportOrder): Promise<ExportPreview> {
    this.looking?.abort(new AppError('cancelled', 'Another preview was asked for.'))
    const looking = new AbortController()
    this.looking = looking
    demandAllowed(work, order)
    await work.folder.readArticles()
    looking.signal.throwIfAborted()
    const project = work.folder, mask = work.mask()
    if (this.ordered?.work !== work) {
      const { records } = project
      this.ordered = { work, records: { ...records, articles: mask?.inOrder(records.articles) ?? inOrder(records.articles) } }
    }
    const reading = { records: this.ordered.records, annotations: (subjects: readonly string[]) => project.annotations(subjects), text: (article: string) => project.text(article) }
    const { source } = openSource(reading, { mask, program: `Synoptic ${app.getVersion()}`, signal: looking.signal, progress: () => undefined })
    const until = performance.now() + PREVIEW_MS
    return previewOf(this.prepared(source, order), order, () => performance.now() > until)
  }

  /** @returns null when a dialog was cancelled */
  async run(work: OpenWork, order: ExportOrder): Promise<ExportReport | null> {
    const exporter = exporterOf(order.format)
    if (!exporter?.shapes.includes(order.shape)) throw notThere(order)
    if (this.running) throw new AppError('refused', 'Another export is under way. Wait for it or cancel it first.')
    demandAllowed(work, order)
    const { info } = work.folder.records
    const running = new AbortController()
    // Before the first dialog: a second call must not pass meanwhile.
    this.running = running
    let target = ''
    const begun = performance.now()
    try {
      const chosen = await askForPlace(this.window, exporter, order, info.name, this.folder)
      if (chosen === null) return null
      target = chosen.target
      const report = await this.write(work, order, chosen, running.signal)
      if (report) log.note({ event: 'exported', ms: Math.round(performance.now() - begun) })
      return report
    } catch (error) {
      // What storage says of the project is already said for researchers.
      if (error instanceof AppError || error instanceof StorageError) throw error
      if (isHeld(error)) throw new AppError('refused', `${basename(target)} could not be replaced: another program has it open, or it may not be written. It is as it was. Close it there, or choose another name, and export again.`, error)
      const why = error instanceof Error ? error.message : String(error)
      throw new AppError('unexpected', `The export could not be written (${why}). No half-written file was left. Free some space or choose another folder, and export again.`, error)
    } finally {
      this.running = null
    }
  }

  private async write(work: OpenWork, order: ExportOrder, { target, asked }: { readonly target: string; readonly asked: boolean }, signal: AbortSignal): Promise<ExportReport | null> {
    const project = work.folder
    await project.readArticles()
    const mask = work.mask()
    const { source, counted } = openSource(project, { mask, program: `Synoptic ${app.getVersion()}`, selection: order.selection, signal, progress: (done, total, now) => { this.window.signal('progress', { job: 'export', done, total, now }) } })
    const { exporter, files } = this.prepared(source, order)
    const places = placesOf(files, exporter, target)
    const [main, ...beside] = places
    if (!main) throw new AppError('refused', 'Nothing was exported, because there is nothing to export. Choose more of the project, and export again.')
    if (!(await mayReplace(this.window, places, asked ? target : null))) return null
    const nameOf = namesOf(places)
    await writeAllWhole(places.map(({ file, target: place }) => ({ target: place, chunks: () => unlessAborted(file.chunks(nameOf), signal) })))
    this.folder = dirname(target)
    // Forgotten, it costs nothing.
    await this.orders.remember(source.info.id, fitting(order, project.records)).catch(log.failing('preferences'))
    return { place: displayPlace(main.target), beside: beside.map((one) => basename(one.target)), annotations: counted.annotations, incomplete: counted.incomplete, masked: mask !== null }
  }

  private prepared(source: ProjectSource, order: ExportOrder): NonNullable<ReturnType<typeof prepare>> {
    const prepared = prepare({ ...source, shortcuts: this.preferences.settings.keys }, order)
    if (!prepared) throw notThere(order)
    return prepared
  }
}

const notThere = ({ shape, format }: ExportOrder): AppError => new AppError('refused', `There is no export of ${shape} as ${format}.`)

/** @throws AppError where it would show outlets that are masked */
function demandAllowed({ folder: { records: { info } } }: OpenWork, { shape, format }: ExportOrder): void {
  if (info.masking?.on === true && format === 'synoptic' && shape === 'project') throw new AppError('refused', 'Nothing was exported: the JSON export holds the whole project, with outlets and texts. Reveal the outlets first, in the menu Code.')
}

async function* unlessAborted(chunks: AsyncIterable<string | Uint8Array>, signal: AbortSignal): AsyncGenerator<string | Uint8Array> {
  for await (const chunk of chunks) {
    signal.throwIfAborted()
    yield chunk
  }
}

const HELD = new Set(['EPERM', 'EBUSY', 'EACCES', 'ETXTBSY'])

const isHeld = (error: unknown): boolean => error instanceof Error && 'code' in error && typeof error.code === 'string' && HELD.has(error.code)
