import type { Annotation } from '../domain/project/annotation'
import type { Article } from '../domain/project/article'
import { codeEntries } from '../domain/project/codes'
import { isPlaced } from '../domain/project/placement'
import type { ProjectFolder } from '../storage/projectFolder'
import { StorageError } from '../storage/storageError'
import type { Console } from './console'
import { exits } from './exits'
import { counted, withProject } from './projects'

/** Something in a project that is not as it should be. */
interface Fault {
  readonly where: string
  readonly what: string
}

/** Reads everything in a project and says what is damaged or does not fit together. Alters nothing. */
export const check = (folder: string, out: Console, signal: AbortSignal): Promise<number> => withProject(folder, 'read', async (project) => {
  const { records } = project
  const faults: Fault[] = []
  const subjects = [...records.articles, ...records.events]
  const known = { codes: codeEntries(records.codebook), coders: new Set(records.coders.map(({ id }) => id)), events: new Set(records.events.map(({ id }) => id)) }
  let annotations = 0
  for (const [i, subject] of subjects.entries()) {
    signal.throwIfAborted()
    const article = 'hash' in subject ? subject : null
    const text = article && await textOf(project, article, faults)
    if (article?.event != null && !known.events.has(article.event)) faults.push({ where: `article ${article.id}`, what: 'belongs to an event that is not there' })
    const found = await project.annotations([subject.id])
    annotations += found.annotations.length
    for (const one of found.annotations) faults.push(...faultsOf(one, article, text, known))
    for (const { file, problem } of found.damaged) faults.push({ where: file, what: problem })
    out.progress('Checking', i + 1, subjects.length)
  }
  // Files that were read are told of by what needs them; the rest, such as lost parts of the list, here.
  for (const { file, problem } of project.damaged) if (faults.every(({ where }) => where !== file)) faults.push({ where: file, what: problem })
  const told = `${counted(records.articles.length, 'article')} and ${counted(annotations, 'annotation')} were read.`
  out.answer({ sound: faults.length === 0, articles: records.articles.length, annotations, faults }, faults.length === 0
    ? [`Sound. ${told}`]
    : [...faults.map(({ where, what }) => `${where}: ${what}`), `${counted(faults.length, 'fault')}. ${told} Open the project in Synoptic to mend it.`])
  return faults.length === 0 ? exits.done : exits.damaged
})

async function textOf(project: ProjectFolder, { id }: Article, faults: Fault[]): Promise<string | null> {
  try {
    const { text, intact } = await project.text(id)
    if (!intact) faults.push({ where: `article ${id}`, what: 'has a text that is not the one that was imported' })
    return text
  } catch (error) {
    if (!(error instanceof StorageError)) throw error
    faults.push({ where: `article ${id}`, what: 'has a text that can’t be read' })
    return null
  }
}

interface Known {
  readonly codes: ReadonlyMap<string, unknown>
  readonly coders: ReadonlySet<string>
}

function faultsOf(one: Annotation, article: Article | null, text: string | null, { codes, coders }: Known): readonly Fault[] {
  const where = `annotation ${one.id}`
  return [
    ...(codes.has(one.code) ? [] : [{ where, what: `has a code that is not in the codebook (${one.code})` }]),
    ...(coders.has(one.coder) ? [] : [{ where, what: `was made by a coder who is not in the project (${one.coder})` }]),
    ...(text !== null && article && isPlaced(one, article) && one.spans.some(({ start, end, quote }) => text.slice(start, end) !== quote) ? [{ where, what: 'does not stand where its words are' }] : []),
  ]
}
