import { randomUUID } from 'node:crypto'
import { realpath } from 'node:fs/promises'
import type { Coder } from '../domain/project/coder'
import type { ProjectInfo } from '../domain/project/info'
import type { Args, OpenedProject, ProjectChoice, Result } from '../preload/contract'
import { startingCodebook } from '../formats/preparedCodebooks'
import { createProject, openProject, type ProjectFolder } from '../storage/projectFolder'
import { AppError } from './failure'
import { log } from './log/log'
import type { Preferences } from './preferences'
import { OpenWork } from './openWork'
import { askForNewFolder, askForProjectFolder, displayPlace } from './projectPlace'
import { mendFiles } from './recovery/mendFiles'
import { resourcesFolder } from './resources'
import { sampleFolder } from './sampleFolder'
import type { SnapshotKeeper } from './snapshots/keeper'
import { beforeUpdating } from './snapshots/updating'
import type { MainWindow } from './window'

/** The open project of this window, and how another takes its place. */
export class ProjectDesk {
  private current: OpenWork | undefined
  /** Settles when what is being opened is open, or could not be. */
  private opening: Promise<unknown> = Promise.resolve()
  /** The folder that could not be opened last, and why, as a sentence. */
  failed: { readonly folder: string; readonly problem: string } | null = null

  constructor(private readonly window: MainWindow, private readonly preferences: Preferences, private readonly snapshots: SnapshotKeeper, private given: string | null) {}

  /**
   * The open project.
   * @param handle which one the window means: a message that was under way while another was opened must not reach that one
   * @throws AppError when no project is open, or another one
   */
  project(handle: string): ProjectFolder {
    return this.work(handle).folder
  }

  /** Whichever project is open, for what is not about its contents. */
  get folderNow(): ProjectFolder | null {
    return this.current?.folder ?? null
  }

  /** The same with its history. */
  work(handle: string): OpenWork {
    if (!this.current) throw new AppError('not-found', 'No project is open.')
    if (this.current.handle !== handle) throw new AppError('conflict', 'Another project is open now.')
    return this.current
  }

  get isOpen(): boolean {
    return this.current !== undefined
  }

  /** The window's page is another one now: what the one before had not sent to the end is given up. */
  async pageBegins(): Promise<void> {
    await this.current?.drop()
  }

  /** The folder named when Synoptic was started, until it was opened. */
  get givenName(): string | null {
    return this.given === null ? null : displayPlace(this.given)
  }

  give(folder: string): void {
    this.given = folder
  }

  /** Opens what was chosen in place of the open project, which stays open when that fails; null when a dialog was cancelled. */
  async open(choice: ProjectChoice): Promise<OpenedProject | null> {
    if (this.preferences.settings.coderName === '') throw new AppError('refused', 'Say first who codes: your name stands beside everything you code.')
    const chosen = await this.folderFor(choice).catch((error: unknown) => {
      this.failed = null
      throw error
    })
    if (chosen === null) return null
    const path = await realpath(chosen).catch(() => chosen)
    if (this.current?.folder.folder === path) {
      // A page that begins anew has not heard how far the writing is.
      this.tellWriting(this.current)
      this.current.folder.shownAnew()
      return this.describe(this.current)
    }
    const opening = this.openAt(path)
    this.opening = opening.catch(() => undefined)
    return opening
  }

  private async openAt(path: string): Promise<OpenedProject> {
    const begun = performance.now()
    await beforeUpdating(this.snapshots, path)
    const folder = await this.reach(path)
    const next = new OpenWork(folder, randomUUID(), (await this.coderAmong(folder.records.coders)).id)
    try {
      const opened = await this.describe(next)
      await this.close()
      this.current = next
      noteOpened(folder, performance.now() - begun)
      this.snapshots.follow(folder)
      this.tellWriting(next)
      return opened
    } catch (error) {
      await next.folder.close()
      throw error
    }
  }

  /** See `project.mend`. */
  async mend({ project, files, with: how }: Args<'project.mend'>): Promise<Result<'project.mend'>> {
    const { folder, history, corpus } = this.work(project)
    if (how !== 'again') await this.snapshots.before(folder, 'before-mending')
    const mended = await mendFiles(folder, this.snapshots.store, files, how)
    // What was done before rests on what was there then; where nothing came in its place it still does.
    if (mended.left < files.length) {
      history.clear()
      corpus.stop()
    }
    return mended
  }

  /** Takes in what was changed elsewhere. What was done before rests on what was there then, and can't be undone any more. */
  async readAnew(handle: string): Promise<void> {
    const { folder, history, corpus } = this.work(handle)
    history.clear()
    corpus.stop()
    await folder.readAnew()
  }

  async close(): Promise<void> {
    const closing = this.current
    this.current = undefined
    closing?.corpus.close()
    await closing?.folder.close()
    if (closing) this.snapshots.leave(closing.folder)
  }

  /** Closes for good, as the window is gone: also what was being opened in it, whose lock would stay behind. */
  async end(): Promise<void> {
    await this.opening
    await this.close()
  }

  private async reach(path: string): Promise<ProjectFolder> {
    try {
      const folder = await openProject(path)
      this.failed = null
      return folder
    } catch (error) {
      this.failed = { folder: path, problem: error instanceof Error ? error.message : String(error) }
      throw error
    }
  }

  private tellWriting({ folder, handle }: OpenWork): void {
    folder.onWriting((writing) => { this.window.signal('writing', { project: handle, writing }) })
  }

  private async describe({ folder, handle }: OpenWork): Promise<OpenedProject> {
    const { info, coders, codebook, events, entities, outlets, rulings, articles: read } = folder.records
    // Habits: a home folder that can't be written is no reason not to open a project.
    await this.preferences.opened({ path: folder.folder, name: info.name }).catch(log.failing('preferences'))
    const view = await this.preferences.view(info.id)
    const articles = folder.articlesRead ? read : await folder.articles(view?.columns.map(({ article }) => article) ?? [])
    return {
      handle, info, coders, codebook, events, entities, outlets, rulings, articles, articlesToCome: !folder.articlesRead, coder: await this.coderAmong(coders),
      place: displayPlace(folder.folder), readOnly: folder.readOnly, damaged: folder.damaged, view,
    }
  }

  /** The coder at work: the one with this machine's id for them or with their name, otherwise somebody new, whom the window adds. */
  private async coderAmong(coders: readonly Coder[]): Promise<Coder> {
    const self = await this.self()
    return coders.find((one) => one.id === self.id) ?? coders.find((one) => one.name === self.name) ?? self
  }

  private async folderFor(choice: ProjectChoice): Promise<string | null> {
    switch (choice.from) {
      case 'dialog': return askForProjectFolder(this.window.browser)
      case 'recent': return this.preferences.recentFolder(choice.recent)
      case 'given': return this.takeGiven()
      case 'sample': return sampleFolder(await this.self())
      case 'new': return this.newProject(choice)
      case 'current': return this.current?.folder.folder ?? null
    }
  }

  private takeGiven(): string | null {
    const folder = this.given
    this.given = null
    return folder
  }

  private async newProject({ name, codebook: chosen }: Extract<ProjectChoice, { from: 'new' }>): Promise<string | null> {
    const codebook = await startingCodebook(resourcesFolder(), chosen)
    if (!codebook) throw new AppError('not-found', 'There is no such codebook among the prepared ones. No project was made; choose another one.')
    const folder = await askForNewFolder(this.window.browser, name)
    if (folder === null) return null
    const info: ProjectInfo = { id: randomUUID(), name, created: new Date().toISOString(), memo: '' }
    await createProject(folder, { info, coder: await this.self(), codebook })
    return folder
  }

  private async self(): Promise<Coder> {
    return { id: await this.preferences.coderId(), name: this.preferences.settings.coderName, joined: new Date().toISOString() }
  }
}

function noteOpened({ records, articlesRead, damaged, readOnly }: ProjectFolder, ms: number): void {
  const { articles, events, entities, coders } = records
  log.note({
    event: 'opened', ms: Math.round(ms), ...(articlesRead && { articles: articles.length }), events: events.length, entities: entities.length, coders: coders.length,
    damaged: damaged.length, readOnly: readOnly !== null,
  })
}
