import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, join, sep } from 'node:path'
import { app, dialog, type BrowserWindow } from 'electron'

export const PROJECT_SUFFIX = '.synoptic'

/** A folder as the researcher would write it: the home folder as `~`. */
export function displayPlace(folder: string): string {
  const home = homedir()
  return folder === home || folder.startsWith(home + sep) ? `~${folder.slice(home.length)}` : folder
}

/** A folder name for a project called `name`: without characters some file system refuses, and short enough for all. */
export function folderName(name: string): string {
  const safe = name.normalize('NFC').replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, '-').replace(/^[.\s]+|[.\s]+$/g, '')
  const short = cut(safe, 100)
  return `${short === '' ? 'Project' : short}${PROJECT_SUFFIX}`
}

/** At most `bytes` of UTF-8, whole characters. */
function cut(text: string, bytes: number): string {
  let kept = ''
  for (const char of text) {
    if (Buffer.byteLength(kept + char) > bytes) break
    kept += char
  }
  return kept.trimEnd()
}

export const documentsFolder = (): string => {
  const folder = app.getPath('documents')
  return existsSync(folder) ? folder : homedir()
}

/** Asks where a new project is to be kept; null when cancelled. */
export async function askForNewFolder(window: BrowserWindow, name: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'Where to keep the project', buttonLabel: 'Create', nameFieldLabel: 'Folder',
    defaultPath: join(documentsFolder(), folderName(name)), properties: ['createDirectory', 'showOverwriteConfirmation'],
  })
  if (canceled || !filePath) return null
  return basename(filePath).endsWith(PROJECT_SUFFIX) ? filePath : filePath + PROJECT_SUFFIX
}

/** Asks for the folder of a project; null when cancelled. */
export async function askForProjectFolder(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Open a project', buttonLabel: 'Open', defaultPath: documentsFolder(), properties: ['openDirectory'],
    message: `Choose the project's folder; its name ends in ${PROJECT_SUFFIX}.`,
  })
  return canceled ? null : (filePaths[0] ?? null)
}
