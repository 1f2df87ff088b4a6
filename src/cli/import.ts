import { resolve } from 'node:path'
import type { Console } from './console'
import { exits } from './exits'
import { importArticles } from './importArticles'
import { counted, withProject } from './projects'

export interface ImportOptions {
  readonly duplicates?: true
}

/** Brings files and folders into a project. */
export const importInto = (folder: string, paths: readonly string[], { duplicates }: ImportOptions, out: Console, signal: AbortSignal): Promise<number> => withProject(folder, 'write', async (project) => {
  const { articles, known, refused } = await importArticles(project, paths.map((path) => resolve(path)), duplicates ?? false, out, signal)
  for (const { file, message } of refused) out.say(`${file} was not imported: ${message}.`)
  if (known.length > 0) out.say(`${counted(known.length, 'text')} ${known.length === 1 ? 'is' : 'are'} in the project already and did not come in again; --duplicates brings them in.`)
  out.answer({ articles: articles.length, known: known.length, refused }, [`Imported ${counted(articles.length, 'article')}${refused.length > 0 ? `; ${counted(refused.length, 'file')} refused` : ''}.`])
  return refused.length > 0 ? exits.partly : exits.done
})
