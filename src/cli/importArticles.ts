import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { addArticles } from '../domain/changes/commands/articles'
import type { Article } from '../domain/project/article'
import { outletNaming } from '../domain/project/outletNames'
import { saveEdits } from '../exchange/saveEdits'
import { filesOf, importFiles, type ImportSink } from '../formats/importFiles'
import { nodeHost } from '../formats/reading/host'
import { Reader } from '../formats/reading/reader'
import { TakeIn } from '../formats/reading/takeIn'
import type { ProjectFolder } from '../storage/projectFolder'
import type { Console } from './console'
import { CliError, exits } from './exits'

export interface ArticleImport {
  readonly articles: readonly Article[]
  /** Files that gave an article whose text was there already. */
  readonly known: readonly string[]
  readonly refused: readonly { readonly file: string; readonly reason: string; readonly message: string }[]
}

export const startReader = (): Reader => new Reader(nodeHost(join(__dirname, 'reader.cjs')))

/**
 * Brings the articles of files and folders in, as the window does: read by a process of its own, texts first, then the
 * articles as one change. @param duplicates whether a text that is there already comes in once more
 */
export async function importArticles(project: ProjectFolder, paths: readonly string[], duplicates: boolean, out: Console, signal: AbortSignal): Promise<ArticleImport> {
  const { articles: there, outlets } = project.records
  const texts = new Map(there.flatMap(({ hash, earlier, headline, source }) => [hash, ...earlier.map((one) => one.hash)].map((one): [string, string] => [one, headline || source.file])))
  const takeIn = new TakeIn({ known: texts, outlet: outletNaming(outlets), id: randomUUID, now: () => new Date().toISOString() })
  const found: Article[] = [], known: string[] = [], refused: ArticleImport['refused'][number][] = []
  const sink: ImportSink = {
    found: async (items) => {
      for (const { item, text } of items) {
        if (item.known && !duplicates) {
          known.push(item.article.source.file)
          continue
        }
        await project.stageText(item.article.id, text)
        found.push(item.article)
      }
    },
    table: ({ name }, { mapping }) => { if (mapping.roles.text === undefined) refused.push({ file: name, reason: 'no-text-column', message: 'it is a table in which no column was recognised as the text: import it in the window, where columns can be chosen' }) },
    refused: ({ name }, { reason, message }) => { refused.push({ file: name, reason, message }) },
    progress: ({ done, total }) => { out.progress('Reading files', done, total) },
  }
  const reader = startReader()
  try {
    await importFiles(await filesOf(paths, signal), { reader, takeIn, remembered: () => null }, sink, signal)
    if (signal.aborted) throw new CliError(exits.cancelled, 'The import was cancelled; nothing was brought in.')
    await project.keepTexts(found.map(({ id }) => id), (done) => { out.progress('Writing texts', done, found.length) })
    if (found.length > 0) await saveEdits(project, addArticles(found).edits)
    return { articles: found, known, refused }
  } finally {
    reader.close()
  }
}

/** A decided change is carried out when the project is next opened at the latest; here its files are waited for. */
export const written = (project: ProjectFolder): Promise<void> => new Promise((resolve) => {
  project.onWriting((writing) => { if (writing === null || writing.problem !== null) resolve() })
})
