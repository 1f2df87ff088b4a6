import { join } from 'node:path'
import { BrowserWindow, dialog, nativeTheme, type Rectangle } from 'electron'
import { faultOf, type FaultPlace } from '../domain/diagnostics/fault'
import { reasons, wordOf } from '../domain/diagnostics/logEntry'
import type { SignalChannel, SignalName, Signals } from '../preload/contract'
import { log } from './log/log'
import type { Troubles } from './log/troubles'

const SIGNAL: SignalChannel = 'synoptic:signal'
const CLOSING_MS = 15_000
const [OFTEN_MS, TOO_OFTEN] = [60_000, 4]

/** The one window: sandboxed, isolated, shown as soon as something is painted. */
export class MainWindow {
  readonly browser: BrowserWindow
  private answered: ((unsaved: string | null) => void) | undefined
  private mayClose = false
  private heard = false
  /** What the page is to be told as soon as it hears. */
  private untold: FaultPlace | null = null
  /** When the page went, lately; milliseconds. */
  private gone: readonly number[] = []
  /** Settles when something stands in the window. */
  readonly painted: Promise<void>

  constructor(icon: string, private readonly troubles: Troubles) {
    this.browser = new BrowserWindow({
      ...size(), useContentSize: true, minWidth: 800, minHeight: 560, show: false, title: 'Synoptic', icon,
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#151413' : '#f3f1ec',
      webPreferences: {
        preload: join(__dirname, '../preload/index.cjs'),
        contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true, webviewTag: false, spellcheck: false,
        navigateOnDragDrop: false,
      },
    })
    this.painted = new Promise((resolve) => {
      this.browser.once('ready-to-show', () => {
        this.browser.show()
        resolve()
      })
    })
    // A page that begins anew hears nothing yet.
    this.browser.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => { if (isMainFrame && !isSameDocument) this.heard = false })
    this.browser.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
      log.note({ event: 'process-gone', process: 'window', reason: wordOf(reasons, reason), exit: exitCode })
      if (reason !== 'clean-exit') this.comeBack()
    })
    this.browser.on('unresponsive', () => { log.note({ event: 'unresponsive' }) })
    this.browser.on('close', (event) => {
      if (this.mayClose) return
      event.preventDefault()
      void this.close()
    })
  }

  /** Where it stood last time; a size given for this start wins. */
  place(bounds: Rectangle): void {
    if (givenSize() === null) this.browser.setBounds(bounds)
  }

  /** Calls back when it was moved or resized by hand. */
  onMoved(moved: (bounds: Rectangle) => void): void {
    const remember = (): void => { if (!this.browser.isMinimized()) moved(this.browser.getNormalBounds()) }
    this.browser.on('resized', remember).on('moved', remember)
  }

  signal<K extends SignalName>(name: K, payload: Signals[K]): void {
    if (!this.browser.isDestroyed()) this.browser.webContents.send(SIGNAL, name, payload)
  }

  /** The page hears signals from now on. */
  hears(): void {
    this.heard = true
    if (this.untold !== null) this.tellUnexpected(this.untold)
  }

  /** Has the page tell that something went wrong outside it, as soon as it can. */
  tellUnexpected(place: FaultPlace): void {
    this.untold = this.heard ? null : place
    if (this.heard) this.signal('unexpected', { place })
  }

  /** Loads the page anew; it finds the project open. */
  reload(): void {
    this.browser.webContents.reload()
  }

  /** The page's answer to the signal `closing`. */
  saved(unsaved: string | null): void {
    this.answered?.(unsaved)
  }

  focus(): void {
    if (this.browser.isMinimized()) this.browser.restore()
    this.browser.focus()
  }

  /** The page is gone: it begins anew and finds the project open, unless it goes again and again. */
  private comeBack(): void {
    this.heard = false
    this.untold = 'page'
    this.troubles.note('page', faultOf(null))
    this.answered?.(null)
    this.gone = [...this.gone.filter((time) => Date.now() - time < OFTEN_MS), Date.now()]
    if (this.gone.length < TOO_OFTEN) this.browser.webContents.reload()
    else void dialog.showMessageBox({ type: 'error', message: 'The window stopped working.', detail: 'It stopped several times within a minute. What was saved is kept. Close Synoptic and start it anew.', buttons: ['OK'] })
  }

  /** Lets the page save, then closes; where something can't be saved the researcher decides. */
  private async close(): Promise<void> {
    if (this.answered) return
    const unsaved = await new Promise<string | null>((resolve) => {
      this.answered = resolve
      setTimeout(() => { resolve('The window has not answered for a while; it may still be saving.') }, CLOSING_MS).unref()
      // A page that is gone has nothing more to save, one that has only begun nothing yet.
      if (!this.heard || this.browser.webContents.isCrashed()) resolve(null)
      this.signal('closing', null)
    })
    this.answered = undefined
    if (unsaved !== null && !(await this.abandon(unsaved))) return
    this.mayClose = true
    this.browser.close()
  }

  private async abandon(unsaved: string): Promise<boolean> {
    const { response } = await dialog.showMessageBox(this.browser, {
      type: 'warning', message: 'The latest changes are not saved.', detail: unsaved,
      buttons: ['Keep Synoptic open', 'Close and lose them'], defaultId: 0, cancelId: 0,
    })
    return response === 1
  }
}

function givenSize(): { width: number; height: number } | null {
  const given = /^(\d+)x(\d+)$/.exec(process.env['SYNOPTIC_WINDOW'] ?? '')
  return given && { width: Number(given[1]), height: Number(given[2]) }
}

const size = (): { width: number; height: number } => givenSize() ?? { width: 1440, height: 900 }
