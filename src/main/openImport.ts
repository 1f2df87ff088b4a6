import { randomUUID } from 'node:crypto'
import type { ColumnMapping } from '../domain/import/mapping'
import { outletNaming } from '../domain/project/outletNames'
import { filesOf, importFile, importFiles, type ImportSink, type ImportTools } from '../formats/importFiles'
import type { FoundItem, ImportFile } from '../formats/reading/found'
import type { Reader } from '../formats/reading/reader'
import { TakeIn } from '../formats/reading/takeIn'
import type { ImportFindings, Progress, RefusedFile, TableOffer } from '../preload/contract'
import { Lanes } from '../storage/atOnce'
import type { ProjectFolder } from '../storage/projectFolder'
import { AppError, failureOf } from './failure'
import { log } from './log/log'
import type { Mappings } from './mappings'

/** Texts written at the same time. */
const STAGED_AT_ONCE = 16
const TELL_EVERY = 50

export interface Reading {
  readonly reader: Reader
  readonly progress: (progress: Omit<Progress, 'job'>) => void
}

interface Findings {
  readonly found: FoundItem[]
  /** Those of which the text is not stored. */
  readonly textless: Set<FoundItem>
  readonly tables: Map<string, Omit<TableOffer, 'rows'>>
  readonly refused: RefusedFile[]
}

/** What was offered for import while nobody has decided about it: its files, and the texts stored for the time being. */
export class OpenImport {
  private files: readonly ImportFile[] = []
  private readonly takeIn: TakeIn
  /** The key of each article's file. */
  private readonly staged = new Map<string, string>()
  /** How each table was last read. */
  private readonly tables = new Map<string, Omit<TableOffer, 'rows'>>()
  private discarded = false

  constructor(private readonly project: ProjectFolder, private readonly paths: readonly string[], private readonly mappings: Mappings) {
    const { articles, outlets } = project.records
    const known = articles.flatMap(({ hash, earlier, headline, source }) => [hash, ...earlier.map((one) => one.hash)].map((one): [string, string] => [one, headline || source.file]))
    this.takeIn = new TakeIn({ known: new Map(known), outlet: outletNaming(outlets), id: randomUUID, now: () => new Date().toISOString() })
  }

  read({ reader, progress }: Reading, signal: AbortSignal): Promise<ImportFindings> {
    return this.gather(reader, signal, async (tools, sink) => {
      this.files = await filesOf(this.paths, signal)
      await importFiles(this.files, tools, { ...sink, progress }, signal)
    })
  }

  remap(key: string, mapping: ColumnMapping, { reader }: Reading, signal: AbortSignal): Promise<ImportFindings> {
    const file = this.files.find((one) => one.key === key)
    if (!file) throw new AppError('not-found', 'This table is not among the files any more. Choose the files again.')
    return this.gather(reader, signal, async (tools, sink) => {
      const before = [...this.staged].flatMap(([article, from]) => (from === key ? [article] : []))
      this.takeIn.forget(file)
      await this.drop(before)
      const abort = (): void => { reader.close() }
      signal.addEventListener('abort', abort)
      await importFile(file, mapping, tools, sink).finally(() => { signal.removeEventListener('abort', abort) })
    })
  }

  /** @throws StorageError; everything is then as it was, and it can be tried again */
  async keep(articles: readonly string[], progress: Reading['progress']): Promise<void> {
    const texts = [...new Set(articles)]
    let told = -Infinity
    await this.project.keepTexts(texts, (done) => {
      if (performance.now() - told < TELL_EVERY) return
      told = performance.now()
      progress({ done, total: texts.length, now: '' })
    })
    const used = new Set(articles.map((one) => this.staged.get(one)))
    for (const article of articles) this.staged.delete(article)
    await this.discard()
    // Habits: what can't be remembered is no reason not to import.
    await this.mappings.remember([...this.tables.values()].filter(({ key }) => used.has(key)).map(({ sample, mapping }) => ({ columns: sample.columns, mapping }))).catch(log.failing('preferences'))
  }

  async discard(): Promise<void> {
    this.discarded = true
    await this.drop([...this.staged.keys()])
  }

  private async drop(articles: readonly string[]): Promise<void> {
    for (const article of articles) this.staged.delete(article)
    await this.project.dropTexts(articles)
  }

  private async gather(reader: Reader, signal: AbortSignal, work: (tools: ImportTools, sink: ImportSink) => Promise<void>): Promise<ImportFindings> {
    const findings: Findings = { found: [], textless: new Set(), tables: new Map(), refused: [] }
    const writes = new Lanes(STAGED_AT_ONCE)
    let stopped: string | null = null
    try {
      await work({ reader, takeIn: this.takeIn, remembered: (columns) => this.mappings.of(columns) }, this.sink(findings, writes))
      await writes.done()
    } catch (error) {
      if (!signal.aborted) {
        log.failed('import', error)
        stopped = failureOf(error).message
      }
      // What was begun is waited for, or it would be told of without its text.
      await writes.done().catch(() => undefined)
    } finally {
      reader.close()
    }
    const { tables, refused } = findings
    const found = findings.found.filter((item) => !findings.textless.has(item))
    const rows = new Map<string, number>()
    for (const { file } of found) rows.set(file, (rows.get(file) ?? 0) + 1)
    return { found: JSON.stringify(found), tables: [...tables.values()].map((table) => ({ ...table, rows: rows.get(table.key) ?? 0 })), refused, cancelled: signal.aborted, stopped }
  }

  private sink({ found, textless, tables, refused }: Findings, writes: Lanes): ImportSink {
    return {
      found: async (items) => {
        for (const { item, text } of items) {
          if (this.discarded) return
          found.push(item)
          this.staged.set(item.article.id, item.file)
          textless.add(item)
          await writes.add(async () => {
            await this.project.stageText(item.article.id, text)
            textless.delete(item)
          })
        }
      },
      table: ({ key, name }, table) => {
        tables.set(key, { file: name, key, ...table })
        this.tables.set(key, { file: name, key, ...table })
      },
      refused: ({ key, name }, refusal) => { refused.push({ file: name, key, reason: refusal.reason, message: refusal.message }) },
    }
  }
}
