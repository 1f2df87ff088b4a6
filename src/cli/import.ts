import { basename, resolve } from 'node:path'
import { offsetBreaks, offsetUnits, type OffsetReading } from '../domain/text/offsets'
import { holdsCoding } from '../formats/work/holdsCoding'
import type { Console } from './console'
import { CliError, exits } from './exits'
import { importArticles, type ArticleImport } from './importArticles'
import { importCoding, type CodingImport } from './importCoding'
import { counted, withProject } from './projects'

export interface ImportOptions {
  readonly duplicates?: true
  readonly coding?: true
  readonly offsets?: string
  readonly lineEnds?: string
  readonly dryRun?: true
}

/** Brings files and folders into a project: those that hold coding of other programs as coding, the others as articles. */
export const importInto = (folder: string, paths: readonly string[], options: ImportOptions, out: Console, signal: AbortSignal): Promise<number> => withProject(folder, options.dryRun ? 'read' : 'write', async (project) => {
  const coding: string[] = [], texts: string[] = []
  for (const path of paths.map((one) => resolve(one))) (options.coding || await holdsCoding(path) ? coding : texts).push(path)
  if (texts.length > 0 && coding.length > 0) throw new CliError(exits.usage, `Nothing was imported: articles and coding come in one after the other, each as a whole. Import ${coding.map((path) => basename(path)).join(', ')} by itself.`)
  if (texts.length > 0 && options.dryRun) throw new CliError(exits.usage, 'Only coding can be tried out with --dry-run; articles are shown before they come in by the window.')
  const articles = texts.length === 0 ? null : await importArticles(project, texts, options.duplicates ?? false, out, signal)
  const work = coding.length === 0 ? null : await importCoding(project, coding, { reading: readingOf(options), trial: options.dryRun ?? false }, out, signal)
  return tell(articles, work, options, out)
})

function tell(articles: ArticleImport | null, work: CodingImport | null, { dryRun }: ImportOptions, out: Console): number {
  const refused = [...articles?.refused ?? [], ...work?.refused ?? []]
  for (const { file, message } of refused) out.say(`${file} was not imported: ${message}.`)
  const known = articles?.known.length ?? 0
  if (known > 0) out.say(`${counted(known, 'text')} ${known === 1 ? 'is' : 'are'} in the project already and did not come in again; --duplicates brings them in.`)
  const count = (articles?.articles.length ?? 0) + (work?.articles ?? 0)
  const came = work && !dryRun ? `, ${counted(work.annotations, 'annotation')}, ${counted(work.codes, 'code')} and ${counted(work.coders, 'coder')}` : ''
  const found = work?.files.map(({ file, format, codings, placed }) => `${file}: ${format}, ${counted(codings, 'coding')}, ${placed} can come in`) ?? []
  out.answer(
    { articles: count, known, ...(work && { annotations: work.annotations, codes: work.codes, coders: work.coders, files: work.files }), refused },
    dryRun ? [...found, 'Nothing was brought in.'] : [`Imported ${counted(count, 'article')}${came}${refused.length > 0 ? `; ${counted(refused.length, 'file')} refused` : ''}.`],
  )
  return refused.length > 0 ? exits.partly : exits.done
}

/** Null where nothing was said. */
function readingOf({ offsets, lineEnds }: ImportOptions): OffsetReading | null {
  if (offsets === undefined && lineEnds === undefined) return null
  const unit = offsetUnits.find((one) => one === (offsets ?? 'utf16')), breaks = offsetBreaks.find((one) => one === (lineEnds ?? 'lf'))
  if (unit && breaks) return { unit, breaks }
  throw new CliError(exits.usage, `--offsets is one of ${offsetUnits.join(', ')}; --line-ends one of ${offsetBreaks.join(', ')}.`)
}
