import { app, nativeTheme } from 'electron'
import type { AppCalls } from '../../preload/contract'
import { showMenu } from '../menu'
import type { Preferences } from '../preferences'
import type { ProjectDesk } from '../projectDesk'
import type { MainWindow } from '../window'
import type { Answers } from './answers'

/** What knows things for one page, of which the next knows nothing. */
interface OfPage {
  readonly pageBegins: () => Promise<void> | void
}

export const appAnswers = (window: MainWindow, desk: ProjectDesk, ofPage: readonly OfPage[], preferences: Preferences): Answers<AppCalls> => ({
  'app.start': async () => {
    for (const one of ofPage) await one.pageBegins()
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
})
