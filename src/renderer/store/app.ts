import { isUnforeseen } from '../../domain/diagnostics/fault'
import type { Article } from '../../domain/project/article'
import type { NewsEvent } from '../../domain/project/event'
import { inOrder } from '../../domain/project/order'
import type { Answer, Bridge, Failure, Handle, OpenedProject, ProjectChoice, RecentProject, Replacement, Settings, Signals, StartInfo } from '../../preload/contract'
import { Cell } from './cell'
import { ElsewhereWatch } from './elsewhere'
import { emptyCodebookState } from './codebook/state'
import { CodebookFiles } from './codebookFiles'
import { Exporting } from './export/exporting'
import { Jobs } from './jobs'
import { columnsThatFit, emptyLayout, openEvent, pruned, type Layout } from './layout'
import { fetchHistory, subjectsOf } from './pastSteps'
import { Recovery } from './recovery'
import { Session } from './session'
import { Snapshots } from './snapshots'
import { UnexpectedErrors } from './unexpected'
import { Works } from './work/works'

const VIEW_AFTER_MS = 300

/** The window's state: settings, the open project, what stands on the desk. */
export class App {
  readonly settings: Cell<Settings>
  readonly recent: Cell<readonly RecentProject[]>
  readonly session = new Cell<Session | null>(null)
  readonly layout = new Cell<Layout>(emptyLayout)
  /** The outline of the codebook, while the project is open. */
  readonly codebook = new Cell(emptyCodebookState)
  readonly jobs: Jobs
  readonly exporting: Exporting
  /** Bringing in what was coded elsewhere. */
  readonly works: Works
  readonly codebooks: CodebookFiles
  /** What other computers did to the open project. */
  readonly elsewhere: ElsewhereWatch
  /** A project that could not be opened. */
  readonly recovery: Recovery
  readonly snapshots: Snapshots
  /** A message that waits to be read; null when there is none. */
  readonly notice = new Cell<string | null>(null)
  readonly unexpected: UnexpectedErrors
  /** True while one project takes another's place. */
  readonly opening = new Cell(false)
  /** Where each article was last read, as an offset; apart from the layout, because it changes with every scrolled line. */
  private readonly tops = new Map<string, number>()
  /** What was last heard of the writing of large changes; it may come before the session it is about. */
  private writing: Signals['writing'] | null = null
  private viewTimer: ReturnType<typeof setTimeout> | undefined
  /** What is to be opened once it is known who codes. */
  private waiting: ProjectChoice | null = null

  constructor(readonly bridge: Bridge, readonly start: StartInfo) {
    this.settings = new Cell(start.settings)
    this.recent = new Cell(start.recent)
    const notify = (text: string): void => { this.notice.set(text) }
    this.jobs = new Jobs(bridge, () => this.session.get(), notify, { read: (offer) => this.works.read(offer), open: () => this.works.assistant.get() !== null })
    this.works = new Works({ bridge, jobs: this.jobs, session: () => this.session.get(), notify, after: (work) => this.after(work) })
    this.exporting = new Exporting(bridge, () => this.session.get(), notify)
    this.codebooks = new CodebookFiles(bridge, () => this.session.get(), notify)
    this.unexpected = new UnexpectedErrors(bridge, () => { void this.session.get()?.saver.flush() })
    this.elsewhere = new ElsewhereWatch(bridge, this.session)
    this.recovery = new Recovery({ bridge, tell: (text) => { this.notice.set(text) }, openGiven: () => this.open({ from: 'given' }) })
    this.snapshots = new Snapshots(bridge)
    bridge.on('found', (told) => { this.session.get()?.found(told) })
    bridge.on('progress', (progress) => { this.jobs.progressed(progress) })
    bridge.on('writing', (told) => {
      this.writing = told
      this.showWriting()
    })
    bridge.on('dropped', (offer) => { void this.jobs.import(offer) })
    bridge.on('open-given', () => { void this.open({ from: 'given' }) })
    bridge.on('closing', () => { void this.finish().then((unsaved) => bridge.call('app.closing', { unsaved })) })
    this.layout.watch(() => { this.rememberView() })
    this.session.watch(() => {
      this.jobs.assistant.set(null)
      this.exporting.leave()
      this.works.assistant.set(null)
      this.jobs.arrived.set(null)
    })
  }

  /** Shows what went wrong: words that were written for researchers as a notice, anything else as unexpected. */
  readonly tell = (error: unknown): void => {
    if (isUnforeseen(error)) this.unexpected.happened('command', error)
    else this.notice.set(error instanceof Error ? error.message : String(error))
  }

  async changeSettings(change: Partial<Settings>): Promise<void> {
    const answer = await this.bridge.call('app.settings', change)
    if (!answer.ok) {
      this.notice.set(answer.message)
      return
    }
    this.settings.set(answer.value)
    const choice = this.waiting
    if (answer.value.coderName === '' || choice === null) return
    this.waiting = null
    await this.open(choice)
  }

  /** Opens a project in place of the one that is open, whose changes are saved first. */
  async open(choice: ProjectChoice): Promise<void> {
    if (this.settings.get().coderName === '') {
      this.waiting = choice
      return
    }
    await this.switching(async () => {
      const answer = await this.bridge.call('project.open', choice)
      if (!answer.ok) await this.failed(answer)
      else if (answer.value) {
        this.recovery.leave()
        await this.enter(answer.value)
      }
    })
  }

  async close(): Promise<void> {
    await this.switching(async () => {
      this.session.get()?.saver.stop()
      this.session.set(null)
      await this.bridge.call('project.close', null)
      const again = await this.bridge.call('app.start', null)
      if (again.ok) this.recent.set(again.value.recent)
    })
  }

  async forget(recent: string): Promise<void> {
    const answer = await this.bridge.call('project.forget', { recent })
    if (answer.ok) this.recent.set(answer.value)
  }

  /**
   * Puts something in the place of damaged files, or looks whether they are well again, saves what had been waiting for
   * that, and reads the project anew.
   */
  async mend(files: readonly string[], how: Replacement | 'again'): Promise<void> {
    const session = this.session.get()
    if (!session) return
    const answer = await this.bridge.call('project.mend', { project: session.opened.handle, files, with: how })
    if (!answer.ok) {
      this.notice.set(answer.message)
      return
    }
    const { left } = answer.value
    if (left < files.length) await this.open({ from: 'current' })
    if (left > 0) this.notice.set(`${left === files.length ? 'Nothing has changed' : `${left} of ${files.length} files stay as they are`}: ${files.length === 1 ? 'it' : 'they'} can’t be read${how === 'again' ? ' yet' : ' in that version either'}. If the folder is synced or copied, wait until that has finished.`)
  }

  /** Takes in what other computers did: saves all there is here, and reads the project anew. What one looks at stays. */
  readAnew(): Promise<void> {
    return this.after((project) => this.bridge.call('project.readAnew', { project }))
  }

  /** Goes back to a snapshot, which is a step that can be undone, and reads the project anew. */
  async goBack(snapshot: string, scope: 'everything' | 'mine'): Promise<void> {
    if (this.session.get()?.readOnly !== null) return
    let edits = -1
    await this.after(async (project) => {
      const answer = await this.bridge.call('snapshots.goBack', { project, snapshot, scope })
      if (answer.ok) edits = answer.value.edits
      return answer
    })
    if (edits === 0) this.notice.set(scope === 'mine' ? 'Nothing was changed: your annotations are as they were, or belong to articles, events or codes that are not in the project any more.' : 'Nothing was changed: the project is as it was then.')
  }

  /** Makes a project of a snapshot and opens it. */
  async openCopy(snapshot: string): Promise<void> {
    if (await this.jobs.copy(snapshot)) await this.open({ from: 'given' })
  }

  /** Saves all there is, also what stands half typed in a field. @returns null, or what is not saved and why */
  async finish(): Promise<string | null> {
    await this.session.get()?.settled()
    if (this.jobs.assistant.get()?.touched) return 'The articles you corrected for the import are not in the project yet. Import them, or leave the import.'
    if (this.works.assistant.get()?.touched) return 'What you chose of the coding from elsewhere is not in the project yet. Bring it in, or leave it.'
    if (this.jobs.busy()) return 'An import, an export or a large change is under way. Wait for it or cancel it first.'
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    await this.sendView()
    return (await this.session.get()?.saver.flush()) ?? null
  }

  /** The first visible line of a column is now at `top`. */
  scrolled(article: string, top: number): void {
    this.tops.set(article, top)
    this.rememberView()
  }

  topOf(article: string): number {
    return this.tops.get(article) ?? 0
  }

  /** Does what ends the open session, once everything in it is saved; until then nothing in it can be changed. */
  private async switching(work: () => Promise<void>): Promise<void> {
    if (this.opening.get()) return
    this.opening.set(true)
    const leaving = this.session.get()
    try {
      const unsaved = await this.finish()
      if (unsaved !== null) {
        this.notice.set(`The project stays open, because not everything is saved yet. ${unsaved}`)
        return
      }
      if (leaving) leaving.frozen = true
      await work()
    } finally {
      if (leaving) leaving.frozen = false
      this.opening.set(false)
    }
  }

  /** Shows what can be done about a project that can't be opened, or else says why. */
  private async failed({ code, message }: Failure): Promise<void> {
    const shown = (code === 'damaged' || code === 'not-found') && (await this.recovery.look())
    if (!shown) this.notice.set(message)
  }

  /** Has something done to the open project, once everything in it is saved, and reads it anew. */
  private async after(work: (project: Handle) => Promise<Answer<unknown>>): Promise<void> {
    await this.switching(async () => {
      const session = this.session.get()
      if (!session) return
      const done = await work(session.opened.handle)
      const answer = done.ok ? await this.bridge.call('project.open', { from: 'current' }) : done
      if (!answer.ok) this.notice.set(answer.message)
      else if (answer.value) await this.enter(answer.value)
    })
  }

  private async enter(opened: OpenedProject): Promise<void> {
    const session = await this.begin(opened)
    // Main has already closed the project that was open: its session can't go on, whatever came of the new one.
    this.session.get()?.saver.stop()
    if (!session) {
      this.session.set(null)
      return
    }
    const exists = (article: string): boolean => session.records.article.has(article)
    this.session.set(null)
    this.tops.clear()
    this.codebook.set(emptyCodebookState)
    for (const column of opened.view?.columns ?? []) this.tops.set(column.article, column.top)
    this.layout.set(opened.view ? pruned({ ...emptyLayout, ...opened.view }, exists) : firstLayout(opened.events, [...session.seen.article.values()]))
    this.session.set(session)
    this.showWriting()
    const { columns } = this.layout.get()
    session.load(columns.map((column) => column.article))
      .then(() => session.listing.whole)
      .then(() => { this.openFirst(session) })
      .then(() => session.loadAll())
      .catch(this.tell)
  }

  /** @returns null, with a notice, when it can't be read */
  private async begin(opened: OpenedProject): Promise<Session | null> {
    try {
      const history = await fetchHistory(this.bridge, opened.handle)
      const session = new Session(opened, this.bridge, this.jobs.change, history)
      // Undo finds what it takes back.
      await session.load(subjectsOf(history))
      return session
    } catch (error) {
      this.notice.set(`“${opened.info.name}” could not be opened. Nothing in it was changed. ${error instanceof Error ? error.message : String(error)}`)
      return null
    }
  }

  /** At the first visit of a project whose list of articles came late. */
  private openFirst(session: Session): void {
    if (!session.opened.articlesToCome || session.opened.view || this.session.get() !== session || this.layout.get().columns.length > 0) return
    this.layout.set(firstLayout([...session.records.event.values()], [...session.seen.article.values()]))
  }

  private showWriting(): void {
    const session = this.session.get()
    if (session?.opened.handle === this.writing?.project) session?.writing.set(this.writing?.writing ?? null)
  }

  private rememberView(): void {
    clearTimeout(this.viewTimer)
    this.viewTimer = setTimeout(() => { void this.sendView() }, VIEW_AFTER_MS)
  }

  private async sendView(): Promise<void> {
    clearTimeout(this.viewTimer)
    const session = this.session.get()
    if (!session) return
    const { view, event, columns, active, panes, synopsis } = this.layout.get()
    const read = columns.map((column) => ({ ...column, top: this.topOf(column.article) }))
    await this.bridge.call('project.view', { project: session.opened.handle, view: { view, event, columns: read, active, panes, synopsis } })
  }
}

/** At the first visit the largest event lies open. */
function firstLayout(events: readonly NewsEvent[], articles: readonly Article[]): Layout {
  const groups = new Map(events.map(({ id }): [string, Article[]] => [id, []]))
  for (const article of articles) if (article.event !== null) groups.get(article.event)?.push(article)
  const [largest] = [...groups].sort(([, a], [, b]) => b.length - a.length)
  if (!largest || largest[1].length === 0) return emptyLayout
  return openEvent(emptyLayout, largest[0], inOrder(largest[1]).map(({ id }) => id), columnsThatFit(window.innerWidth))
}
