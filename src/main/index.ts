import { join, resolve } from 'node:path'
import { app, dialog } from 'electron'
import { architectures, platforms, wordOf } from '../domain/diagnostics/logEntry'
import { ORIGIN, registerScheme, serve } from './appProtocol'
import type { Backend } from './backend'
import { confineProcess, confineSession } from './confinement'
import { listen } from './listener'
import { log } from './log/log'
import { Troubles } from './log/troubles'
import { engineVersions } from './log/versions'
import { watchProcess } from './log/watchProcess'
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

if (app.requestSingleInstanceLock()) app.whenReady().then(start).catch(couldNotStart)
else app.quit()

/** The window comes first; what is behind it is loaded once it has painted, and its calls wait for that. */
async function start(): Promise<void> {
  log.open(join(app.getPath('userData'), 'logs'))
  log.note({ event: 'started', version: app.getVersion(), ...engineVersions(), platform: wordOf(platforms, process.platform), arch: wordOf(architectures, process.arch) })
  confineSession(ORIGIN)
  serve(join(__dirname, '../renderer'))
  const troubles = new Troubles()
  const window = new MainWindow(iconPath(), troubles)
  watchProcess(troubles, () => { window.tellUnexpected('main') })
  const loading = window.browser.loadURL(`${ORIGIN}/`).catch((error: unknown) => {
    // Somewhere else the page tried to go meanwhile, which was denied: it is loaded all the same.
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_ABORTED')) throw error
  })
  const backend = Promise.race([loading, window.painted]).then(() => import('./backend')).then(({ openBackend }) => openBackend(window, troubles, folderIn(process.argv, process.cwd())))
  listen(ORIGIN, backend)
  followLifecycle(window, backend)
  await Promise.all([loading, backend])
}

function followLifecycle(window: MainWindow, backend: Promise<Backend>): void {
  app.on('window-all-closed', () => {
    backend.then((behind) => behind.close()).catch(log.failing('main')).finally(() => {
      log.note({ event: 'closed' })
      app.quit()
    })
  })
  app.on('second-instance', (_event, argv, cwd) => {
    const folder = folderIn(argv, cwd)
    if (folder !== null) backend.then((behind) => { behind.give(folder) }).catch(log.failing('main'))
    window.focus()
  })
}

/** The one message that no window can show. */
async function couldNotStart(error: unknown): Promise<void> {
  const { codes } = log.failed('start', error)
  await dialog.showMessageBox({
    type: 'error', message: 'Synoptic could not start.', buttons: ['Close'],
    detail: `Nothing in your projects was changed. Restart the computer and try again; if it happens again, install Synoptic anew.${codes.length > 0 ? ` (${codes.join(', ')})` : ''}`,
  })
  app.exit(1)
}
