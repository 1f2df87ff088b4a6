import { lstat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { dialog } from 'electron'
import type { ExportOrder } from '../domain/exporting/order'
import type { Exporter } from '../formats/export/exporter'
import { hasExtension, type Placed } from '../formats/export/places'
import { exportName } from './exportName'
import { AppError } from './failure'
import { documentsFolder, folderName, PROJECT_SUFFIX } from './projectPlace'
import type { MainWindow } from './window'

/** Most names that a question lists. */
const LISTED = 5

/**
 * Asks for the main file's place; null when cancelled. An extension that was typed is kept. `asked` says whether the dialog has asked before
 * a file of that name is replaced.
 * @param name the project's
 * @param folder where the last export went; null for none
 */
export async function askForPlace(window: MainWindow, { label, extension }: Exporter, order: ExportOrder, name: string, folder: string | null): Promise<{ readonly target: string; readonly asked: boolean } | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window.browser, {
    title: 'Export', buttonLabel: 'Export', properties: ['createDirectory', 'showOverwriteConfirmation'], filters: [{ name: label, extensions: [extension] }],
    defaultPath: join(folder ?? documentsFolder(), exportName(basename(folderName(name), PROJECT_SUFFIX), order, extension)),
  })
  if (canceled || !filePath) return null
  // What an extension is put to is another name than the dialog has asked for.
  return hasExtension(filePath) ? { target: filePath, asked: true } : { target: `${filePath}.${extension}`, asked: false }
}

/**
 * Asks before files are overwritten that the system's dialog has not asked for.
 * @param asked what that dialog has asked for; null for nothing
 * @returns false when they are to be kept
 * @throws AppError where a folder has the name of one
 */
export async function mayReplace(window: MainWindow, places: readonly Placed[], asked: string | null): Promise<boolean> {
  const there: string[] = []
  for (const place of places) {
    const kind = await kindOf(place.target)
    if (kind === 'folder') throw new AppError('refused', `There is a folder called ${basename(place.target)}: nothing was exported. Export again under another name.`)
    if (kind === 'file' && place.target !== asked) there.push(basename(place.target))
  }
  if (there.length === 0) return true
  const { response } = await dialog.showMessageBox(window.browser, {
    type: 'question', buttons: ['Replace', 'Cancel'], defaultId: 0, cancelId: 1, noLink: true,
    message: there.length === 1 ? 'A file that the export writes as well is there already. Replace it?' : `${there.length} files that the export writes as well are there already. Replace them?`,
    detail: [...there.slice(0, LISTED), ...(there.length > LISTED ? [`and ${there.length - LISTED} more`] : [])].join('\n'),
  })
  return response === 0
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'nothing'> {
  const found = await lstat(path).catch(() => null)
  if (found === null) return 'nothing'
  return found.isDirectory() ? 'folder' : 'file'
}
