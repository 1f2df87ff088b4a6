import type { ElectronApplication } from '@playwright/test'

export interface MenuEntry {
  readonly menu: string
  readonly label: string
  readonly keys: string
  readonly enabled: boolean
  readonly checked: boolean
}

/** The application menu as the system shows it, separators left out. */
export const menuEntries = (app: ElectronApplication): Promise<MenuEntry[]> => app.evaluate(({ Menu }) =>
  (Menu.getApplicationMenu()?.items ?? []).flatMap(({ label: menu, submenu }) => (submenu?.items ?? [])
    .filter((item) => item.type !== 'separator')
    .map(({ label, enabled, checked, accelerator }) => ({ menu, label, enabled, checked, keys: String(accelerator ?? '') }))))

/** Whether an entry is there and can be chosen. */
export async function menuOffers(app: ElectronApplication, label: RegExp): Promise<boolean> {
  const entries = await menuEntries(app)
  return entries.some((entry) => label.test(entry.label) && entry.enabled)
}

/** Chooses an entry of the menu, as a click on it would. */
export async function choosesFromMenu(app: ElectronApplication, menu: string, label: string): Promise<void> {
  await app.evaluate(({ Menu, BrowserWindow }, wanted) => {
    const entry = Menu.getApplicationMenu()?.items.find((item) => item.label === wanted.menu)?.submenu?.items.find((item) => item.label === wanted.label)
    if (!entry) throw new Error(`There is no ${wanted.label} in the menu ${wanted.menu}.`)
    const [window] = BrowserWindow.getAllWindows()
    ;(entry.click as (event: object, window?: object, contents?: object) => void)({}, window, window?.webContents)
  }, { menu, label })
}
