import { basename, extname, join } from 'node:path'
import { dialog } from 'electron'
import { z } from 'zod'
import { linkKinds } from '../domain/synopsis/parallel'
import type { SynopsisSheet } from '../domain/synopsis/sheet'
import { parse } from '../domain/project/parse'
import { synopsisCsv } from '../formats/synopsis/csv'
import { synopsisHtml } from '../formats/synopsis/html'
import { synopsisXlsx } from '../formats/synopsis/xlsx'
import type { SynopsisFormat } from '../preload/contract'
import { AppError } from './failure'
import { displayPlace, documentsFolder, folderName, PROJECT_SUFFIX } from './projectPlace'
import { writeWhole } from '../storage/wholeFile'
import type { MainWindow } from './window'

const count = z.int().min(0)

const placeSchema = z.object({
  article: z.string(), start: count, end: count, pieces: z.array(z.object({ text: z.string(), agrees: z.boolean() })),
  speaker: z.string().nullable(), cue: z.string().nullable(), through: z.string().nullable(), form: z.enum(['direct', 'fragment', 'reported', 'own']), codes: z.array(z.string()),
})

const sheetSchema: z.ZodType<SynopsisSheet> = z.object({
  event: z.string(), date: z.string(), of: count, masked: z.boolean(),
  articles: z.array(z.object({ id: z.string(), outlet: z.string(), headline: z.string(), date: z.string() })),
  passages: z.array(z.object({ id: z.string(), name: z.string(), kind: z.enum(linkKinds).nullable(), strength: z.number().nullable(), state: z.enum(['confirmed', 'strong', 'suggested', 'rejected']), outlets: count, places: z.array(placeSchema) })),
})

const kinds: Readonly<Record<SynopsisFormat, { readonly label: string; readonly write: (sheet: SynopsisSheet) => AsyncIterable<Uint8Array> | Iterable<string> }>> = {
  csv: { label: 'CSV, one row per place', write: synopsisCsv },
  xlsx: { label: 'Excel workbook', write: synopsisXlsx },
  html: { label: 'Web page', write: (sheet) => [synopsisHtml(sheet)] },
}

/**
 * Asks where to and writes a synopsis as the window shows it; null when the dialog was cancelled.
 * @param json a `SynopsisSheet`
 * @throws AppError
 */
export async function exportSynopsis(window: MainWindow, format: SynopsisFormat, json: string): Promise<{ readonly place: string } | null> {
  const sheet = read(json)
  const { label, write } = kinds[format]
  const name = `${basename(folderName(sheet.event), PROJECT_SUFFIX)} synopsis.${format}`
  const { canceled, filePath } = await dialog.showSaveDialog(window.browser, {
    title: 'Export the synopsis', buttonLabel: 'Export', defaultPath: join(documentsFolder(), name), filters: [{ name: label, extensions: [format] }],
  })
  if (canceled || !filePath) return null
  const target = extname(filePath) === '' ? `${filePath}.${format}` : filePath
  try {
    await writeWhole(target, write(sheet))
  } catch (error) {
    throw new AppError('unexpected', `The synopsis could not be written (${error instanceof Error ? error.message : String(error)}). No half-written file was left. Choose another folder or name, and export it again.`, error)
  }
  return { place: displayPlace(target) }
}

function read(json: string): SynopsisSheet {
  try {
    return parse(sheetSchema, JSON.parse(json), 'the synopsis')
  } catch (error) {
    throw new AppError('refused', error instanceof Error ? error.message : String(error))
  }
}
