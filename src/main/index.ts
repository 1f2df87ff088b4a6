import { join, resolve } from 'node:path'
import { app, nativeTheme } from 'electron'
import { ORIGIN, registerScheme, serve } from './appProtocol'
import { confineProcess, confineSession } from './confinement'
import { ProjectDesk } from './desk'
import { Exports } from './exports'
import { Imports } from './imports'
import { listen, type Handlers } from './listener'
import { showMenu } from './menu'
import { Preferences } from './preferences'
import { displayPlace } from './projectPlace'
import { iconPath } from './resources'
import { MainWindow } from './window'

const dataFolder = process.env['SYNOPTIC_DATA_DIR']
// Before the lock is asked for: it belongs to the data folder.
if (dataFolder) app.setPath('userData', dataFolder)
confineProcess()
registerScheme()

/** The project folder named on a command line: the first argument that is no switch, after the program and, unless packaged, after its folder. */
function folderIn(argv: readonly string[], cwd: string): string | null {
  const own = app.isPackaged ? 0 : argv.findIndex((one) => resolve(cwd, one) === app.getAppPath())
  const folder = argv.slice(own + 1).find((one) => !one.startsWith('-') && one !== '')
  return folder === undefined ? null : resolve(cwd, folder)
}

if (app.requestSingleInstanceLock()) app.whenReady().then(start).catch((error: unknown) => { console.error(error); app.exit(1) })
else app.quit()

async function start(): Promise<void> {
  confineSession(ORIGIN)
  serve(join(__dirname, '../renderer'))
  const preferences = await Preferences.open(app.getPath('userData'))
  nativeTheme.themeSource = preferences.settings.theme
  const window = new MainWindow({
    bounds: preferences.bounds, icon: iconPath(), moved: (bounds) => { preferences.moved(bounds).catch(console.error) },
  })
  const desk = new ProjectDesk(window, preferences, folderIn(process.argv, process.cwd()))
  const imports = new Imports(window, desk)
  listen(ORIGIN, handlers(window, desk, imports, new Exports(window, desk), preferences), (paths) => imports.offer(paths))
  app.on('window-all-closed', () => { desk.close().catch(console.error).finally(() => { app.quit() }) })
  app.on('second-instance', (_event, argv, cwd) => {
    const folder = folderIn(argv, cwd)
    if (folder !== null) {
      desk.give(folder)
      window.signal('open-given', { name: displayPlace(folder) })
    }
    window.focus()
  })
  await window.browser.loadURL(`${ORIGIN}/`)
}

function handlers(window: MainWindow, desk: ProjectDesk, imports: Imports, exports: Exports, preferences: Preferences): Handlers {
  return {
    'app.start': () => ({
      settings: preferences.settings,
      recent: preferences.recent,
      given: desk.givenName === null ? null : { name: desk.givenName },
      version: app.getVersion(),
      platform: process.platform === 'darwin' ? 'mac' : process.platform === 'win32' ? 'windows' : 'linux',
    }),
    'app.settings': async (change) => {
      const settings = await preferences.change(change)
      nativeTheme.themeSource = settings.theme
      return settings
    },
    'app.menu': (sections) => {
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
    'project.save': async ({ changes }) => {
      await desk.project.save(changes)
      return null
    },
    'project.annotations': ({ articles }) => desk.project.annotations(articles),
    'project.restore': ({ file }) => desk.restore(file),
    'project.view': async (view) => {
      await preferences.rememberView(desk.project.records.info.id, view)
      return null
    },
    'article.text': ({ article }) => desk.project.text(article),
    'import.choose': ({ kind }) => imports.choose(kind),
    'import.run': ({ offer }) => imports.run(offer),
    'import.cancel': ({ offer }) => {
      imports.cancel(offer)
      return null
    },
    'export.run': ({ format }) => exports.run(format),
    'export.cancel': () => {
      exports.cancel()
      return null
    },
  }
}
