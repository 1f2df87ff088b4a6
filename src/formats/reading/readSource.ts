import { readFileSync, statSync } from 'node:fs'
import type { ColumnMapping, TableSample } from '../../domain/import/mapping'
import { MOST_LINES } from '../../domain/project/limits'
import { countWords } from '../../domain/text/canonical'
import { LARGEST_FILE, tooLarge } from '../decode'
import { fileError } from '../fileError'
import { ImportRefusal, type FoundArticle, type Importer } from '../import/importer'
import { importers } from '../import/importers'
import { problemsOf } from '../import/problemsOf'
import { SourceFile } from '../import/sourceFile'
import { sha256 } from '../sha256'
import { looksLikeWork } from '../work/looksLikeWork'
import { keepable } from './keepable'
import type { FileToRead, ReadArticle } from './messages'

/** Settles what the columns of a table mean. */
export type AskMapping = (sample: TableSample) => Promise<ColumnMapping>

/**
 * The articles of one file, by the first importer that recognises it. Runs where a file can do no harm: see docs/decisions/import-in-a-worker.md.
 * @throws ImportRefusal and nothing else
 */
export async function* readSource(asked: FileToRead, ask: AskMapping, known: readonly Importer[] = importers): AsyncGenerator<ReadArticle, void> {
  const file = sourceOf(asked)
  try {
    const importer = await recognising(known, file)
    const mapping = importer.table ? await ask(await importer.table(file)) : null
    if (importer.table && mapping?.roles.text === undefined) return
    const hash = sha256(file.bytes)
    let part = 0
    for await (const found of importer.read(file, { mapping })) {
      part += 1
      demandFewLines(found.text)
      yield described(keepable(found), importer, { part: importer.single ? 0 : part, encoding: importer.encodingOf(file), bytes: file.bytes.length, fileHash: hash })
    }
    if (part === 0) throw new ImportRefusal('empty', `no article was found in it (${importer.label})`)
  } catch (error) {
    throw error instanceof ImportRefusal ? error : garbled(error)
  }
}

/** @throws ImportRefusal */
export function sourceOf({ path, name }: FileToRead): SourceFile {
  try {
    // This process has nothing else to do meanwhile.
    const { size } = statSync(path)
    if (size > LARGEST_FILE) throw new ImportRefusal('too-large', tooLarge(size))
    return new SourceFile(name, readFileSync(path))
  } catch (error) {
    if (error instanceof ImportRefusal) throw error
    const { reason, message } = fileError(error)
    throw new ImportRefusal(reason, message)
  }
}

async function recognising(known: readonly Importer[], file: SourceFile): Promise<Importer> {
  if (looksLikeWork(file.name, file.bytes)) throw new ImportRefusal('not-text', 'it holds coding that was done elsewhere, and no articles: bring it in with File > Import coding from another program')
  for (const importer of known) if (await importer.recognises(file)) return importer
  throw new ImportRefusal('not-text', 'it is none of the formats that Synoptic reads: save the article as plain text (UTF-8, .txt) and import that')
}

function described(found: FoundArticle, { id, label }: Importer, source: Pick<ReadArticle, 'part' | 'encoding' | 'bytes' | 'fileHash'>): ReadArticle {
  const shown = problemsOf(found).filter(({ kind }) => found.problems.every((one) => one.kind !== kind))
  return { ...found, problems: [...found.problems, ...shown], kind: id, format: label, ...source, hash: sha256(found.text), words: countWords(found.text) }
}

/** Nothing that would hold the reader up comes in. @throws ImportRefusal */
function demandFewLines(text: string): void {
  let lines = 1
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1
  if (lines > MOST_LINES) throw new ImportRefusal('too-large', `an article in it has ${lines.toLocaleString('en-GB')} lines, more than the ${MOST_LINES.toLocaleString('en-GB')} that Synoptic can show: split it into several files`)
}

/** An importer stumbled over what is not as its format has it. */
export function garbled(error: unknown): ImportRefusal {
  const what = error instanceof Error ? error.name : 'unknown error'
  return new ImportRefusal('damaged', `it could not be read to its end: it is cut off or garbled (${what}). Open it in its own program, save it anew and import that`)
}
