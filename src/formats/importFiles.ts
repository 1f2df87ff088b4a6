import type { ColumnMapping, TableSample } from '../domain/import/mapping'
import { findFiles } from './findFiles'
import { AHEAD, type Reader } from './reading/reader'
import type { ReadArticle } from './reading/messages'
import type { FoundItem, ImportFile } from './reading/found'
import type { TakeIn } from './reading/takeIn'
import type { Refusal } from './refusal'

/** A table among the files, and how it is read. */
export interface FoundTable {
  readonly sample: TableSample
  readonly mapping: ColumnMapping
  readonly remembered: boolean
}

/** Where what is found goes to. */
export interface ImportSink {
  /** Called one after the other; nothing more comes until it resolves. */
  readonly found: (items: readonly { readonly item: FoundItem; readonly text: string }[]) => Promise<void>
  readonly table: (file: ImportFile, table: FoundTable) => void
  readonly refused: (file: ImportFile, refusal: Refusal) => void
  /** At the start, at most every 50 ms, and at the end. `now` is the file's name, empty at the end. */
  readonly progress?: (progress: { readonly done: number; readonly total: number; readonly now: string; readonly found: number }) => void
}

export interface ImportTools {
  readonly reader: Reader
  readonly takeIn: TakeIn
  /** What was last said about tables with these columns. */
  readonly remembered: (columns: readonly string[]) => ColumnMapping | null
}

/** The files and folders that were picked, as files with keys. @param paths absolute */
export async function filesOf(paths: readonly string[], signal?: AbortSignal): Promise<readonly ImportFile[]> {
  return (await findFiles(paths, signal)).map((file, i) => ({ ...file, key: `f${i + 1}` }))
}

/**
 * Reads files one after the other; each comes to articles or a refusal, or both where it was read in part, and one that fails keeps none of
 * the others. Ends early, without an error, when `signal` is aborted: what went to the sink stays valid.
 */
export async function importFiles(files: readonly ImportFile[], tools: ImportTools, sink: ImportSink, signal?: AbortSignal): Promise<void> {
  const tell = throttled(sink, files.length)
  const abort = (): void => { tools.reader.close() }
  signal?.addEventListener('abort', abort)
  try {
    const underway: Promise<void>[] = []
    let before = Promise.resolve()
    for (const file of files) {
      if (signal?.aborted) break
      // Told of some files ahead, the other process never waits for us; results keep their order.
      if (underway.length >= AHEAD) await underway.shift()
      const heard: ImportSink = { ...sink, found: (items) => { tell.found(items.length); return sink.found(items) } }
      const read = file.refusal ? before.then(() => importFile(file, null, tools, heard)) : importFile(file, null, tools, heard)
      before = held(read.then(() => { tell.done(file.name) }))
      underway.push(before)
    }
    for (const one of underway) await one
    tell.end()
  } catch (error) {
    if (!signal?.aborted) throw error
  } finally {
    signal?.removeEventListener('abort', abort)
  }
}

/** Reads one file. @param mapping what its columns mean; null to take what is remembered or guessed */
export async function importFile(file: ImportFile, mapping: ColumnMapping | null, { reader, takeIn, remembered }: ImportTools, sink: ImportSink): Promise<void> {
  if (file.refusal) {
    sink.refused(file, file.refusal)
    return
  }
  const refusal = await reader.read({ path: file.path, name: file.name }, {
    articles: (articles) => sink.found(articles.map((one: ReadArticle) => ({ item: takeIn.article(file, one), text: one.text }))),
    mapping: (sample) => {
      const known = mapping ? null : remembered(sample.columns)
      const table = { sample, mapping: mapping ?? known ?? sample.guess, remembered: known !== null }
      sink.table(file, table)
      return table.mapping
    },
  })
  if (refusal) sink.refused(file, refusal)
}

/** A promise that is waited for later: until then its error is nobody's fault. */
function held(promise: Promise<void>): Promise<void> {
  promise.catch(() => undefined)
  return promise
}

function throttled({ progress }: ImportSink, total: number): { readonly found: (count: number) => void; readonly done: (name: string) => void; readonly end: () => void } {
  let [last, done, found, now] = [-Infinity, 0, 0, '']
  const tell = (): void => {
    if (performance.now() - last < 50) return
    last = performance.now()
    progress?.({ done, total, now, found })
  }
  tell()
  return {
    found: (count) => { found += count; tell() },
    done: (name) => { done += 1; now = name; tell() },
    end: () => { progress?.({ done: total, total, now: '', found }) },
  }
}
