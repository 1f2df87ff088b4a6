import { readFile, stat } from 'node:fs/promises'
import { untouched, type Article } from '../domain/project/article'
import { countWords } from '../domain/text/canonical'
import { decode, LARGEST_FILE, tooLarge, type Encoding } from './decode'
import { fileError } from './fileError'
import { findFiles, type FoundFile } from './findFiles'
import { plainTextFacts } from './plainText'
import type { Refusal } from './refusal'
import { sha256 } from './sha256'

export interface ImportRequest {
  /** Absolute paths of files and folders, as the researcher picked them. */
  readonly paths: readonly string[]
  /** SHA-256 of every text already in the project -> how its article is called in a message. */
  readonly known: ReadonlyMap<string, string>
}

/** What the import may not find out by itself, and how it reports. */
export interface ImportServices {
  /** A fresh id at every call. */
  readonly id: () => string
  /** Now, as UTC ISO 8601. */
  readonly now: () => string
  /** Looked at between files: what was yielded before stays valid. */
  readonly signal?: AbortSignal
  /** Called at the start, at most every 50 ms, and at the end. `now` is the file's name, empty at the end. */
  readonly progress?: (progress: { readonly done: number; readonly total: number; readonly now: string }) => void
}

/** What one file came to; plain data, so that it can be posted from a worker. */
export type ImportedItem =
  | { readonly kind: 'article'; readonly article: Article; readonly text: string }
  | ({ readonly kind: 'refused'; readonly file: string } & Refusal)

/**
 * Reads files and folders one by one; every file comes to exactly one item, an article or a refusal, and a file that
 * fails keeps none of the others. Ends early, without an error, when `signal` is aborted.
 */
export async function* importFiles(request: ImportRequest, services: ImportServices): AsyncGenerator<ImportedItem, void> {
  const files = await findFiles(request.paths, services.signal)
  const report = throttled(services.progress, files.length)
  const seen = new Map<string, string>()
  for (const [done, file] of files.entries()) {
    if (services.signal?.aborted) return
    report(done, file.name)
    const read = file.refusal ?? await readText(file.path)
    yield 'reason' in read ? { kind: 'refused', file: file.name, ...read } : takeIn(file, read, seen, request.known, services)
  }
  services.progress?.({ done: files.length, total: files.length, now: '' })
}

interface ReadText {
  readonly text: string
  readonly encoding: Encoding
  readonly bytes: number
  readonly hash: string
}

async function readText(path: string): Promise<ReadText | Refusal> {
  try {
    const { size } = await stat(path)
    if (size > LARGEST_FILE) return { reason: 'too-large', message: tooLarge(size) }
    const bytes = await readFile(path)
    const decoded = decode(bytes)
    return decoded.ok
      ? { text: decoded.text, encoding: decoded.encoding, bytes: bytes.length, hash: sha256(bytes) }
      : { reason: decoded.reason, message: decoded.message }
  } catch (error) {
    return fileError(error)
  }
}

function takeIn(file: FoundFile, read: ReadText, seen: Map<string, string>, known: ImportRequest['known'], { id, now }: ImportServices): ImportedItem {
  const hash = sha256(read.text)
  const twin = known.get(hash)
  const earlier = seen.get(hash)
  if (twin !== undefined) return duplicate(file, `it has the same text as “${twin}”, which is in the project already`)
  if (earlier !== undefined) return duplicate(file, `it has the same text as “${earlier}” in this import`)
  seen.set(hash, file.name)
  const article: Article = {
    ...untouched, id: id(), outlet: file.outlet, ...plainTextFacts(read.text),
    words: countWords(read.text), length: read.text.length, hash,
    source: { file: file.name, encoding: read.encoding, bytes: read.bytes, hash: read.hash, kind: 'text', part: 0 }, imported: now(),
  }
  return { kind: 'article', article, text: read.text }
}

const duplicate = (file: FoundFile, message: string): ImportedItem => ({ kind: 'refused', file: file.name, reason: 'duplicate', message })

function throttled(progress: ImportServices['progress'], total: number): (done: number, now: string) => void {
  let last = -Infinity
  return (done, now) => {
    if (performance.now() - last < 50) return
    last = performance.now()
    progress?.({ done, total, now })
  }
}
