import { lstat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { dialog } from 'electron'
import type { ExportOrder } from '../domain/exporting/order'
import type { Exporter, ExportFile, NameOfFile } from '../formats/export/exporter'
import { AppError } from './failure'
import { documentsFolder, folderName, PROJECT_SUFFIX } from './projectPlace'
import type { MainWindow } from './window'

/** What a name ends with that was meant as its extension, unlike the end of `Study 1.2`. */
const EXTENSION = /^\.[a-z][a-z0-9]{0,9}$/i

/** Most names that a question lists. */
const LISTED = 5

/** A file of an export, and where it goes. */
interface Placed {
  readonly file: ExportFile
  readonly target: string
}

/** Asks for the main file's place; null when cancelled. An extension that was typed is kept. @param name the project's */
export async function askForPlace(window: MainWindow, { label, extension }: Exporter, { shape }: ExportOrder, name: string): Promise<string | null> {
  const suffix = shape === 'annotations' || shape === 'project' ? '' : ` ${shape}`
  const { canceled, filePath } = await dialog.showSaveDialog(window.browser, {
    title: 'Export', buttonLabel: 'Export', filters: [{ name: label, extensions: [extension] }],
    defaultPath: join(documentsFolder(), `${basename(folderName(name), PROJECT_SUFFIX)}${suffix}.${extension}`),
  })
  if (canceled || !filePath) return null
  return EXTENSION.test(extname(filePath)) ? filePath : `${filePath}.${extension}`
}

/** Where the files of an export go: the main one where it was said, unless its name tells it from others of its kind, and the others beside it. */
export function placesOf(files: readonly ExportFile[], { extension }: Exporter, target: string): readonly Placed[] {
  const typed = extname(target)
  const base = EXTENSION.test(typed) ? target.slice(0, target.length - typed.length) : target
  return files.map((file) => ({ file, target: file.ending === `.${extension}` ? target : `${base}${file.ending}` }))
}

/** What these files are called, by their endings, for those of them that name others. */
export function namesOf(places: readonly Placed[]): NameOfFile {
  const names = new Map(places.map(({ file: { ending }, target }) => [ending, basename(target)]))
  return (ending) => names.get(ending) ?? ending
}

/**
 * Asks before files are overwritten that the system's dialog has not asked for.
 * @param target what that dialog has asked for
 * @returns false when they are to be kept
 * @throws AppError where a folder has the name of one
 */
export async function mayReplace(window: MainWindow, places: readonly Placed[], target: string): Promise<boolean> {
  const there: string[] = []
  for (const place of places) {
    const kind = await kindOf(place.target)
    if (kind === 'folder') throw new AppError('refused', `There is a folder called ${basename(place.target)}: nothing was exported. Export again under another name.`)
    if (kind === 'file' && place.target !== target) there.push(basename(place.target))
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
