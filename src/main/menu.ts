import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { MenuItem, MenuSection } from '../preload/contract'

const isMac = process.platform === 'darwin'

/** Shows the menus the window describes; a chosen entry goes back to it as a command. */
export function showMenu(sections: readonly MenuSection[], choose: (command: string) => void): void {
  const menus = sections.map((section): MenuItemConstructorOptions => ({
    label: section.label,
    submenu: [
      ...section.items.map((item) => entry(item, choose)),
      ...(section.label === 'Edit' ? textEditing : []),
    ],
  }))
  Menu.setApplicationMenu(Menu.buildFromTemplate([...(isMac ? [{ role: 'appMenu' } as const] : []), ...menus]))
}

const textEditing: MenuItemConstructorOptions[] = [{ type: 'separator' }, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }]

function entry(item: MenuItem | 'separator', choose: (command: string) => void): MenuItemConstructorOptions {
  if (item === 'separator') return { type: 'separator' }
  return {
    label: item.label.replaceAll('&', '&&'),
    enabled: item.enabled,
    ...(item.checked !== null && { type: 'checkbox', checked: item.checked }),
    // The window binds the keys, so that they mean the same with and without a menu; here they are only shown.
    ...(item.keys !== '' && { accelerator: item.keys, registerAccelerator: false }),
    click: () => { choose(item.id) },
  }
}
