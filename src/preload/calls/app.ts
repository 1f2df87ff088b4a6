/** What the window asks of the application itself. */
export interface AppCalls {
  /** Once, when the window starts. */
  'app.start': { args: null; result: StartInfo }
  'app.settings': { args: Partial<Settings>; result: Settings }
  /** What the application menu shows; sent whenever a name, key or availability changes. */
  'app.menu': { args: readonly MenuSection[]; result: null }
  /** The answer to the signal `closing`: null when all is saved, otherwise what is not and why. */
  'app.closing': { args: { unsaved: string | null }; result: null }
}

export interface Settings {
  /** Empty until asked. */
  readonly coderName: string
  readonly theme: 'system' | 'light' | 'dark'
  /** Whether snapshots of projects are kept on this machine. */
  readonly snapshots: boolean
  /** Command id -> the keys it has in place of its usual ones. */
  readonly keys: Readonly<Record<string, readonly string[]>>
}

export interface RecentProject {
  readonly id: string
  readonly name: string
  /** The folder as the researcher would write it. For display only. */
  readonly place: string
}

export interface StartInfo {
  readonly settings: Settings
  readonly recent: readonly RecentProject[]
  /** A project folder named on the command line, if any. */
  readonly given: { readonly name: string } | null
  /** Whether a project is open already, because the window's page was loaded anew. */
  readonly open: boolean
  readonly version: string
  readonly platform: 'mac' | 'windows' | 'linux'
}

/** One top-level menu. */
export interface MenuSection {
  readonly label: string
  readonly items: readonly (MenuItem | 'separator')[]
}
export interface MenuItem {
  readonly id: string
  readonly label: string
  /** As Electron writes accelerators, for display; the window handles the keys. */
  readonly keys: string
  readonly enabled: boolean
  readonly checked: boolean | null
}
