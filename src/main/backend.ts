import { app, nativeTheme, screen, type Rectangle } from 'electron'
import type { Args, CallName, ImportOffer, Result } from '../preload/contract'
import { BoilerplateSearch } from './boilerplate'
import { chooseCodebook, exportCodebook } from './codebookFiles'
import { CorpusRuns } from './corpus/corpusRuns'
import { Exports } from './exports'
import { AppError } from './failure'
import { Finds } from './finds'
import { Imports } from './imports'
import { Mappings } from './mappings'
import { showMenu } from './menu'
import { Preferences } from './preferences'
import { preparedCodebooks } from './preparedCodebooks'
import { ProjectDesk } from './projectDesk'
import { displayPlace } from './projectPlace'
import { isCallName, parseArgs, pathsSchema } from './requests'
import { exportSynopsis } from './synopsisExport'
import type { MainWindow } from './window'

/** What answers each call. */
type Handlers = { readonly [K in CallName]: (args: Args<K>) => Promise<Result<K>> | Result<K> }

/** Everything behind the window: what it calls, what is dropped on it, and a second start. */
export interface Backend {
  /** @throws AppError when there is no such call or its arguments don't fit */
  answer(name: unknown, args: unknown): unknown
  drop(paths: unknown): ImportOffer | null
  /** Another start named this project folder. */
  give(folder: string): void
  close(): Promise<void>
}

export async function openBackend(window: MainWindow, given: string | null): Promise<Backend> {
  const preferences = await Preferences.open(app.getPath('userData'))
  nativeTheme.themeSource = preferences.settings.theme
  const { bounds } = preferences
  if (bounds && isOnScreen(bounds)) window.place(bounds)
  window.onMoved((moved) => { preferences.moved(moved).catch(console.error) })
  const desk = new ProjectDesk(window, preferences, given)
  const mappings = new Mappings(app.getPath('userData'))
  await mappings.read()
  const imports = new Imports(window, mappings)
  const handlers = handlersOf(window, desk, imports, new Exports(window), preferences)
  const handle = <K extends CallName>(name: K, args: unknown): unknown => handlers[name](parseArgs(name, args))
  return {
    answer(name, args) {
      if (!isCallName(name)) throw new AppError('refused', 'The window asked for something unknown.')
      return handle(name, args)
    },
    drop: (paths) => imports.offer(pathsSchema.parse(paths)),
    give(folder) {
      desk.give(folder)
      window.signal('open-given', { name: displayPlace(folder) })
    },
    close: () => desk.close(),
  }
}

function isOnScreen(bounds: Rectangle): boolean {
  const { workArea: area } = screen.getDisplayMatching(bounds)
  return bounds.x < area.x + area.width && bounds.y < area.y + area.height && bounds.x + bounds.width > area.x && bounds.y + bounds.height > area.y
}

function handlersOf(window: MainWindow, desk: ProjectDesk, imports: Imports, exports: Exports, preferences: Preferences): Handlers {
  const finds = new Finds(window)
  const boilerplate = new BoilerplateSearch(window)
  const runs = new CorpusRuns((progress) => { window.signal('progress', progress) })
  return {
    'app.start': async () => {
      await imports.pageBegins()
      await desk.pageBegins()
      return {
        settings: preferences.settings,
        recent: preferences.recent,
        given: desk.givenName === null ? null : { name: desk.givenName },
        open: desk.isOpen,
        version: app.getVersion(),
        platform: process.platform === 'darwin' ? 'mac' : process.platform === 'win32' ? 'windows' : 'linux',
      }
    },
    'app.settings': async (change) => {
      const settings = await preferences.change(change)
      nativeTheme.themeSource = settings.theme
      return settings
    },
    'app.menu': (sections) => {
      // Sent as soon as the page stands, and only then.
      window.hears()
      showMenu(sections, (id) => { window.signal('command', { id }) })
      return null
    },
    'app.closing': ({ unsaved }) => {
      window.saved(unsaved)
      return null
    },
    'project.open': (choice) => desk.open(choice),
    'project.close': async () => {
      await desk.close()
      return null
    },
    'project.forget': async ({ recent }) => {
      await preferences.forget(recent)
      return preferences.recent
    },
    'project.save': ({ project, changes }) => desk.work(project).save(changes),
    'project.changePart': async (part) => {
      await desk.work(part.project).addPart(part)
      return null
    },
    'project.changeCommit': async (order) => {
      await desk.work(order.project).commit(order)
      return null
    },
    'project.changeDrop': async ({ project, change }) => {
      await desk.work(project).drop(change)
      return null
    },
    'project.history': async ({ project, from }) => JSON.stringify(await desk.work(project).history.page(from)),
    'project.articles': async ({ project, from }) => {
      const folder = desk.project(project)
      return JSON.stringify({ ...(await folder.articlePage(from)), damaged: folder.damaged })
    },
    'project.annotations': async ({ project, subjects }) => JSON.stringify(await desk.project(project).annotations(subjects)),
    'project.mend': async (damage) => {
      await desk.mend(damage)
      return null
    },
    'project.view': async ({ project, view }) => {
      await preferences.rememberView(desk.project(project).info.id, view)
      return null
    },
    'find.prepare': async ({ project }) => {
      await desk.work(project).corpus.readAhead()
      return null
    },
    'find.run': (asked) => finds.run(desk.work(asked.project), asked),
    'find.cancel': ({ place }) => {
      finds.cancel(place)
      return null
    },
    'find.lines': async ({ project, ...asked }) => JSON.stringify(await desk.work(project).corpus.run('findLines', asked)),
    'find.order': async ({ project, ...asked }) => JSON.stringify(await desk.work(project).corpus.run('findOrder', asked)),
    'find.export': (asked) => finds.export(desk.work(asked.project), asked),
    'article.correct': ({ project, article, text }) => desk.project(project).storeVersion(article, text),
    'boilerplate.find': ({ project, ...asked }) => boilerplate.run(desk.work(project), asked),
    'boilerplate.cancel': () => {
      boilerplate.cancel()
      return null
    },
    'article.text': ({ project, article, version }) => desk.project(project).text(article, version ?? undefined),
    'corpus.copies': async ({ project, job }) => JSON.stringify(await runs.run(desk.work(project).corpus, 'copies', null, job)),
    'corpus.events': async ({ project, job }) => JSON.stringify(await runs.run(desk.work(project).corpus, 'events', null, job)),
    'corpus.align': async ({ project, job, event }) => JSON.stringify(await runs.run(desk.work(project).corpus, 'align', { event }, job)),
    'corpus.cancel': ({ job }) => {
      runs.cancel(job)
      return null
    },
    'import.choose': ({ kind }) => imports.choose(kind),
    'import.read': ({ project, offer }) => imports.read(desk.project(project), offer),
    'import.remap': ({ project, ...asked }) => imports.remap(desk.project(project), asked),
    'import.keep': async ({ project, offer, articles }) => {
      await imports.keep(desk.project(project), offer, articles)
      return null
    },
    'import.discard': async ({ project, offer }) => {
      await imports.discard(desk.project(project), offer)
      return null
    },
    'import.cancel': ({ offer }) => {
      imports.cancel(offer)
      return null
    },
    'codebook.choose': () => chooseCodebook(window),
    'codebook.prepared': () => preparedCodebooks(),
    'codebook.export': ({ project, shortcuts }) => exportCodebook(window, desk.work(project), shortcuts),
    'synopsis.export': ({ format, sheet }) => exportSynopsis(window, format, sheet),
    'export.run': ({ project, format, articles }) => exports.run(desk.work(project), format, articles),
    'export.cancel': () => {
      exports.cancel()
      return null
    },
  }
}
