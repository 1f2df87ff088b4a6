import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Coder } from '../domain/project/coder'
import type { ProjectInfo } from '../domain/project/info'
import type { Args, OpenedProject, ProjectChoice } from '../preload/contract'
import { createProject, openProject, type ProjectFolder } from '../storage/projectFolder'
import { AppError } from './failure'
import type { MainWindow } from './window'
import { askForNewFolder, askForProjectFolder, displayPlace, documentsFolder, folderName } from './projectPlace'
import { sampleContents, starterCodebook } from './startingContents'
import type { Preferences } from './preferences'

/** The open project of this window, and how another takes its place. */
export class ProjectDesk {
  private current: ProjectFolder | undefined

  constructor(private readonly window: MainWindow, private readonly preferences: Preferences, private given: string | null) {}

  /** @throws AppError when no project is open */
  get project(): ProjectFolder {
    if (!this.current) throw new AppError('not-found', 'No project is open.')
    return this.current
  }

  /** The folder named when Synoptic was started, until it was opened. */
  get givenName(): string | null {
    return this.given === null ? null : displayPlace(this.given)
  }

  give(folder: string): void {
    this.given = folder
  }

  /** Opens what was chosen in place of the open project; null when the dialog was cancelled. */
  async open(choice: ProjectChoice): Promise<OpenedProject | null> {
    const folder = await this.folderFor(choice)
    return folder === null ? null : this.openFolder(folder)
  }

  async mend({ file, with: how }: Args<'project.mend'>): Promise<OpenedProject> {
    await (how === 'previous' ? this.project.restore(file) : this.project.startAfresh(file))
    // Opened anew, so that the window sees exactly what is on disk.
    return this.openFolder(this.project.folder)
  }

  async close(): Promise<void> {
    const closing = this.current
    this.current = undefined
    await closing?.close()
  }

  private async openFolder(folder: string): Promise<OpenedProject> {
    const before = this.current
    if (before?.folder === folder) await this.close()
    const project = await openProject(folder)
    if (this.current) await this.close()
    this.current = project
    const coder = await this.coderOf(project)
    const { info, coders, codebook, events, articles } = project.records
    await this.preferences.opened({ path: project.folder, name: info.name })
    return {
      info, codebook, events, articles, coder, coders: coders.some((one) => one.id === coder.id) ? coders : [...coders, coder],
      place: displayPlace(project.folder), readOnly: project.readOnly, damaged: project.damaged, view: await this.preferences.view(info.id),
    }
  }

  /** The coder at work: the one with this machine's id for them or with their name, otherwise somebody new who joins the project. */
  private async coderOf(project: ProjectFolder): Promise<Coder> {
    const coder = await this.self()
    const known = project.records.coders.find((one) => one.id === coder.id) ?? project.records.coders.find((one) => one.name === coder.name)
    if (known) return known
    if (project.readOnly === null) await project.save([{ label: 'join', edits: [{ kind: 'coder', id: coder.id, before: null, after: coder }] }])
    return coder
  }

  private async folderFor(choice: ProjectChoice): Promise<string | null> {
    switch (choice.from) {
      case 'dialog': return askForProjectFolder(this.window.browser)
      case 'recent': return this.preferences.recentFolder(choice.recent)
      case 'given': return this.takeGiven()
      case 'sample': return this.sampleFolder()
      case 'new': return this.newProject(choice.name)
    }
  }

  private takeGiven(): string | null {
    const folder = this.given
    this.given = null
    return folder
  }

  private async newProject(name: string): Promise<string | null> {
    const folder = await askForNewFolder(this.window.browser, name)
    if (folder === null) return null
    await createProject(folder, { info: projectInfo(name), coder: await this.self(), codebook: await starterCodebook() })
    return folder
  }

  /** The sample is copied to where the researcher keeps documents, once; it is theirs to change. */
  private async sampleFolder(): Promise<string> {
    const contents = await sampleContents(randomUUID)
    const folder = join(documentsFolder(), folderName(contents.info.name))
    if (existsSync(folder)) return folder
    const [example] = contents.coders
    await createProject(folder, { info: contents.info, coder: example ?? (await this.self()), codebook: contents.codebook })
    const project = await openProject(folder)
    try {
      for (const [article, text] of contents.texts) await project.writeText(article, text)
      await project.save([{
        label: 'sample', edits: [
          ...contents.events.map((after) => ({ kind: 'event' as const, id: after.id, before: null, after })),
          ...contents.articles.map((after) => ({ kind: 'article' as const, id: after.id, before: null, after })),
          ...contents.annotations.map((after) => ({ kind: 'annotation' as const, id: after.id, before: null, after })),
        ],
      }])
    } finally {
      await project.close()
    }
    return folder
  }

  private async self(): Promise<Coder> {
    return { id: await this.preferences.coderId(), name: this.preferences.settings.coderName, joined: new Date().toISOString() }
  }
}

const projectInfo = (name: string): ProjectInfo => ({ id: randomUUID(), name, created: new Date().toISOString() })
