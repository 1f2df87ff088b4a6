import { basename, extname, join } from 'node:path'
import { dialog } from 'electron'
import type { Mask } from '../domain/masking/mask'
import type { FindCount, FindResult, Line } from '../domain/query/concordance'
import { concordanceCsv } from '../formats/concordanceCsv'
import type { Args } from '../preload/contract'
import type { RunOptions } from './corpus/corpusDesk'
import { AppError } from './failure'
import type { OpenWork } from './openWork'
import { displayPlace, documentsFolder, folderName, PROJECT_SUFFIX } from './projectPlace'
import { writeWhole } from '../storage/wholeFile'
import type { MainWindow } from './window'

/** How often the window hears how far a search is. */
const TELL_MS = 60
/** So many lines of a concordance are written at a time. */
const LINES = 1_000

const regexLimit: RunOptions['silence'] = {
  ms: 3_000,
  message: 'This regular expression took more than 3 seconds on a single article, so it was ended. Nothing was changed. Make it simpler: a repeated group with a repetition inside, such as (a+)+, tries too many ways.',
}

/** Searches through the whole corpus, for each place of the window one at a time. */
export class Finds {
  private readonly running = new Map<string, AbortController>()

  constructor(private readonly window: MainWindow) {}

  /** A search that is under way in the same place is given up for it. */
  async run(work: OpenWork, { project, ...asked }: Args<'find.run'>): Promise<FindResult> {
    const { place, id } = asked
    this.cancel(place)
    const mine = new AbortController()
    this.running.set(place, mine)
    let told = 0
    const progress = (done: number, total: number, count: unknown): void => {
      if (performance.now() - told < TELL_MS) return
      told = performance.now()
      // What goes along with this task's report.
      this.window.signal('found', { project, id, done, total, count: count as FindCount })
    }
    try {
      return await work.corpus.run('find', asked, { progress, signal: mine.signal, ...(asked.wanted.as === 'regex' && { silence: regexLimit }) })
    } finally {
      if (this.running.get(place) === mine) this.running.delete(place)
    }
  }

  cancel(place: string): void {
    this.running.get(place)?.abort()
  }

  /** Asks where to and writes lines of a concordance in the order given; null when the dialog was cancelled. */
  async export(work: OpenWork, { place, id, hits: json }: Args<'find.export'>): Promise<{ readonly place: string; readonly lines: number } | null> {
    const hits = hitNumbers(json)
    const { info, events } = work.folder.records
    const name = `${basename(folderName(info.name), PROJECT_SUFFIX)} concordance.csv`
    const { canceled, filePath } = await dialog.showSaveDialog(this.window.browser, {
      title: 'Export the concordance', buttonLabel: 'Export', defaultPath: join(documentsFolder(), name), filters: [{ name: 'CSV, one row per hit', extensions: ['csv'] }],
    })
    if (canceled || !filePath) return null
    const target = extname(filePath) === '' ? `${filePath}.csv` : filePath
    try {
      // Labels are of all outlets there are.
      if (info.masking?.on) await work.folder.readArticles()
      await writeWhole(target, concordanceCsv(events, linesOf(work, { place, id }, hits)))
    } catch (error) {
      if (error instanceof AppError) throw error
      throw new AppError('unexpected', `The concordance could not be written (${error instanceof Error ? error.message : String(error)}). No half-written file was left. Choose another folder or name, and export it again.`, error)
    }
    return { place: displayPlace(target), lines: hits.length }
  }
}

async function* linesOf(work: OpenWork, found: { readonly place: string; readonly id: string }, hits: readonly number[]) {
  const mask = work.mask()
  for (let at = 0; at < hits.length; at += LINES) {
    const wanted = hits.slice(at, at + LINES)
    const lines = await work.corpus.run('findLines', { ...found, hits: wanted })
    if (lines.length < wanted.length) throw new AppError('conflict', 'The search was done anew meanwhile, so nothing was exported. Export again when it is complete.')
    yield { lines, articles: await articlesOf(work, lines, mask) }
  }
}

async function articlesOf(work: OpenWork, lines: readonly Line[], mask: Mask | null) {
  const articles = await work.folder.articles([...new Set(lines.map(({ article }) => article))])
  return new Map(articles.map((article) => [article.id, mask?.article(article) ?? article]))
}

/** @throws AppError */
function hitNumbers(json: string): readonly number[] {
  try {
    const hits: unknown = JSON.parse(json)
    if (Array.isArray(hits) && hits.every((hit) => Number.isSafeInteger(hit))) return hits as number[]
  } catch { /* said below */ }
  throw new AppError('refused', 'These are no hits of a search.')
}
