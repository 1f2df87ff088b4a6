import { outletNaming } from '../../domain/project/outletNames'
import type { ExportOrder } from '../../domain/exporting/order'
import type { Bridge, ExportReport, ImportOffer, Progress, WorkOffer, WorkReport } from '../../preload/contract'
import { Cell } from './cell'
import { ImportAssistant } from './import/assistant'
import type { LongWatch } from './longChange'
import { Cancelled, type Session } from './session'

/** Long work the researcher waits for, and what came of it. */
export type Job =
  | { readonly kind: 'import'; readonly offer: string; readonly label: string; readonly progress: Progress | null; readonly cancelling: boolean }
  | { readonly kind: 'copy'; readonly progress: Progress | null; readonly cancelling: boolean }
  | { readonly kind: 'look'; readonly label: string; readonly progress: Progress | null; readonly cancelling: boolean }
  | { readonly kind: 'export'; readonly progress: Progress | null; readonly cancelling: boolean }
  /** Others' coding is read or, once it is firm, comes in. */
  | { readonly kind: 'work'; readonly label: string; readonly progress: Progress | null; readonly cancelling: boolean; readonly firm: boolean; readonly cancel: () => void }
  | { readonly kind: 'brought'; readonly report: WorkReport }
  | { readonly kind: 'exported'; readonly order: ExportOrder; readonly report: ExportReport }
  /** `firm`: it can't be cancelled any more. */
  | { readonly kind: 'change'; readonly label: string; readonly progress: Progress | null; readonly cancelling: boolean; readonly firm: boolean; readonly cancel: () => void }

/** Imports, exports and large changes, one at a time. */
export class Jobs {
  readonly current = new Cell<Job | null>(null)
  /** What was found in files, while it is looked at before any of it comes in. */
  readonly assistant = new Cell<ImportAssistant | null>(null)
  /** The articles that came in last; null when they are old news. */
  readonly arrived = new Cell<readonly string[] | null>(null)

  /** Shows how far a large change of the open project is. */
  readonly change: LongWatch = {
    begins: (label, cancel) => {
      // What is half typed counts as done before.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      this.current.set({ kind: 'change', label, progress: null, cancelling: false, firm: false, cancel })
    },
    progress: (now, done, total, firm) => {
      this.current.update((job) => (job?.kind === 'change' ? { ...job, firm, progress: { job: 'change', done, total, now } } : job))
    },
    ends: (problem) => {
      this.current.set(null)
      if (problem !== null) this.notify(problem)
    },
    notify: (text) => { this.notify(text) },
    refused: (label) => { this.notify(`Nothing was changed, because “${label}” is still under way. Wait until it is done, then do it again.`) },
  }

  /** @param coding shows what was coded elsewhere, when that was chosen or dropped; says whether it is open */
  constructor(private readonly bridge: Bridge, private readonly session: () => Session | null, private readonly notify: (text: string) => void, private readonly coding: { readonly read: (offer: WorkOffer) => Promise<void>; readonly open: () => boolean }) {}

  progressed(progress: Progress): void {
    this.current.update((job) => (job?.kind === 'import' || job?.kind === 'export' || job?.kind === 'copy' || job?.kind === 'look' || job?.kind === 'work' ? { ...job, progress } : job))
    this.assistant.get()?.progressed(progress)
  }

  /** Asks what to import and imports it. */
  async chooseImport(kind: 'files' | 'folder'): Promise<void> {
    const hidden = this.masked()
    if (hidden !== null) {
      this.notify(hidden)
      return
    }
    const answer = await this.bridge.call('import.choose', { kind })
    if (!answer.ok) this.notify(answer.message)
    else if (answer.value) await this.import(answer.value)
  }

  /** Ends what is under way; an import keeps what it has already stored. */
  async cancel(): Promise<void> {
    const job = this.current.get()
    if (!job || !('cancelling' in job)) return
    this.current.set({ ...job, cancelling: true })
    if ('cancel' in job) {
      job.cancel()
      return
    }
    if (job.kind === 'copy') await this.bridge.call('snapshots.cancel', null)
    else if (job.kind === 'look') await this.bridge.call('boilerplate.cancel', null)
    else await (job.kind === 'import' ? this.bridge.call('import.cancel', { offer: job.offer }) : this.bridge.call('export.cancel', null))
  }

  /** Exports the open project once everything in it is saved. @returns whether it was written */
  async export(order: ExportOrder): Promise<boolean> {
    const session = this.session()
    if (!session || this.busy()) return false
    const unsaved = await session.saver.flush()
    if (unsaved !== null) {
      this.notify(`Nothing was exported, because the latest changes are not saved yet. ${unsaved}`)
      return false
    }
    this.current.set({ kind: 'export', progress: null, cancelling: false })
    const answer = await this.bridge.call('export.run', { project: session.opened.handle, order })
    this.current.set(answer.ok && answer.value ? { kind: 'exported', order, report: answer.value } : null)
    if (!answer.ok && answer.code !== 'cancelled') this.notify(answer.message)
    return answer.ok && answer.value !== null
  }

  /** Makes a project of a snapshot of the open one. @returns whether it was made */
  async copy(snapshot: string): Promise<boolean> {
    const session = this.session()
    if (!session || this.busy()) return false
    this.current.set({ kind: 'copy', progress: null, cancelling: false })
    const answer = await this.bridge.call('snapshots.copy', { project: session.opened.handle, snapshot })
    this.current.set(null)
    if (!answer.ok && answer.code !== 'cancelled') this.notify(answer.message)
    return answer.ok && answer.value !== null
  }

  /** Reads what was chosen or dropped and shows what was found. */
  async import(offer: ImportOffer): Promise<void> {
    if (offer.holds === 'coding') {
      await this.coding.read(offer)
      return
    }
    const session = this.session()
    const hindrance = this.hindrance()
    if (!session || hindrance !== null) {
      this.notify(hindrance ?? 'Open or make a project first, then drop the files on it.')
      return
    }
    this.current.set({ kind: 'import', offer: offer.id, label: offer.label, progress: null, cancelling: false })
    // What is known already is told from what is saved.
    const unsaved = await session.saver.flush()
    if (unsaved !== null) {
      this.current.set(null)
      this.notify(`Nothing was read, because the latest changes are not saved yet. ${unsaved}`)
      return
    }
    const project = session.opened.handle
    const answer = await this.bridge.call('import.read', { project, offer: offer.id })
    this.current.set(null)
    if (!answer.ok) this.notify(answer.message)
    else if (this.session() !== session) this.notify('Another project was opened meanwhile: nothing was imported. Drop the files on the project they belong to.')
    else this.assistant.set(new ImportAssistant({ bridge: this.bridge, project, offer, nameOutlet: outletNaming(session.records.outlet.values()) }, answer.value))
  }

  /** Why nothing can be imported now, as a sentence; null when something can. */
  hindrance(): string | null {
    if (this.assistant.get() || this.coding.open()) return 'Nothing was added: finish the import that is open, or leave it, then drop the files again.'
    if (this.session()?.frozen === true) return 'Another project is being opened: nothing was imported. Drop the files again when it is open.'
    if (this.busy()) return 'Something else is still under way: nothing was imported. Wait for it, then drop the files again.'
    const readOnly = this.session()?.readOnly
    const hidden = this.masked()
    if (hidden !== null) return hidden
    return readOnly === null || readOnly === undefined ? null : `Nothing was imported. ${readOnly}`
  }

  /** Files would show the outlets they come from. */
  private masked(): string | null {
    return this.session()?.masked.mask ? 'Nothing was imported: outlets are masked, and the import shows them. Reveal them first, in the menu Code, and mask them again when the articles are in.' : null
  }

  /** Shows how far a search through the texts is, and says why it failed. @returns undefined when it failed or was cancelled */
  async look<T>(label: string, work: () => Promise<T>): Promise<T | undefined> {
    this.current.set({ kind: 'look', label, progress: null, cancelling: false })
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Cancelled)) this.notify(error instanceof Error ? error.message : String(error))
      return undefined
    } finally {
      this.current.update((job) => (job?.kind === 'look' ? null : job))
    }
  }

  /** True while work is under way that must not lose its project. */
  busy(): boolean {
    const job = this.current.get()
    return job !== null && 'cancelling' in job
  }
}
