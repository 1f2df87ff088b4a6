import { randomUUID } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { dialog } from 'electron'
import { ParseError } from '../domain/project/parse'
import { parseCodebookFile } from '../formats/codebookFile'
import { decode, LARGEST_FILE } from '../formats/decode'
import { fileError } from '../formats/fileError'
import type { CodebookOffer } from '../preload/contract'
import { AppError } from './failure'
import { documentsFolder } from './projectPlace'
import type { MainWindow } from './window'

const kinds = [{ name: 'Codebook (JSON)', extensions: ['json'] }, { name: 'All files', extensions: ['*'] }]

/** Asks for a codebook file and reads it; null when cancelled. @throws AppError that says why it can't be taken */
export async function chooseCodebook(window: MainWindow): Promise<CodebookOffer | null> {
  const { canceled, filePaths: [path] } = await dialog.showOpenDialog(window.browser, {
    title: 'Import a codebook', buttonLabel: 'Import', defaultPath: documentsFolder(), properties: ['openFile'], filters: kinds,
  })
  return canceled || path === undefined ? null : offerOf(path)
}

async function offerOf(path: string): Promise<CodebookOffer> {
  const file = basename(path)
  try {
    const { codebook, shortcuts, report } = parseCodebookFile(await textOf(path, file), file, randomUUID)
    const left = Object.keys(shortcuts).length > 0 ? ['The keyboard shortcuts in the file are left out: they are set on each computer.'] : []
    return { file, codebook, report: [...report, ...left] }
  } catch (error) {
    if (!(error instanceof ParseError)) throw error
    throw new AppError('refused', `${error.message}. Your codebook stays as it is. Mend the file, or export it again where it comes from, then import it once more.`)
  }
}

async function textOf(path: string, file: string): Promise<string> {
  try {
    const { size } = await stat(path)
    if (size > LARGEST_FILE) throw new ParseError(file, [`it has more than ${LARGEST_FILE / 1024 / 1024} MB, so it can hardly be a codebook`])
    const read = decode(await readFile(path))
    if (read.ok) return read.text
    throw new ParseError(file, [read.message])
  } catch (error) {
    if (error instanceof ParseError) throw error
    throw new ParseError(file, [fileError(error).message])
  }
}
