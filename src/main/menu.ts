import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { MenuItem, MenuSection } from '../preload/contract'

const isMac = process.platform === 'darwin'

/** Shows the menus the window describes; a chosen entry goes back to it as a command. */
export function showMenu(sections: readonly MenuSection[], choose: (command: string) => void): void {
  const menus = sections.map((section): MenuItemConstructorOptions => ({
    label: section.label,
    submenu: [
      ...section.items.map((item) => entry(item, choose)),
      ...(systemEntries.get(section.label) ?? []),
    ],
  }))
  Menu.setApplicationMenu(Menu.buildFromTemplate([...(isMac ? [{ role: 'appMenu' } as const] : []), ...menus]))
}

/** What the system does by itself, below our own entries. */
const systemEntries: ReadonlyMap<string, readonly MenuItemConstructorOptions[]> = new Map(Object.entries<MenuItemConstructorOptions[]>({
  File: isMac ? [] : [{ type: 'separator' }, { role: 'quit' }],
  Edit: [{ type: 'separator' }, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, ...(isMac ? [{ role: 'selectAll' } as const] : [])],
  View: [{ type: 'separator' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'resetZoom' }, { role: 'togglefullscreen' }],
}))

function entry(item: MenuItem | 'separator', choose: (command: string) => void): MenuItemConstructorOptions {
  if (item === 'separator') return { type: 'separator' }
  return {
    label: item.label.replaceAll('&', '&&'),
    enabled: item.enabled,
    ...(item.checked !== null && { type: 'checkbox', checked: item.checked }),
    // The window binds the keys, so that they mean the same with and without a menu; here they are only shown.
    // On a Mac the menu takes every key it shows, also from somebody who is typing: there bare keys are not shown.
    ...(item.keys !== '' && (!isMac || item.keys.startsWith('CmdOrCtrl')) && { accelerator: item.keys, registerAccelerator: false }),
    click: () => { choose(item.id) },
  }
}
