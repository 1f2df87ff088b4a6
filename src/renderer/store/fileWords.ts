import type { Session } from './session'

/** What the project's own files hold, by name. */
const FILES: Readonly<Record<string, string>> = {
  'project.json': 'the name of the project and its coders', 'codebook.json': 'the codebook', 'events.json': 'the events',
  'entities.json': 'the register of entities', 'outlets.json': 'the outlets', 'rulings.json': 'rulings on shared passages',
}

/** What a file of the project holds, in words that stand within a sentence. @param file relative to the project folder */
export function fileWords({ seen, records }: Pick<Session, 'seen' | 'records'>, file: string): string {
  const known = FILES[file]
  if (known !== undefined) return known
  if (file.startsWith('articles/index')) return 'a part of the list of articles'
  const [, folder = '', id = ''] = /^(.+)\/([^/.]+)\.[^/]*$/.exec(file) ?? []
  const article = seen.article.get(id)
  const name = article ? article.headline || article.source.file : records.event.get(id)?.name ?? ''
  const subject = name === '' ? 'an article that is not in the list' : `“${name}”`
  if (folder === 'articles/text') return `the text of ${subject}`
  const coder = records.coder.get(folder.slice('annotations/'.length))?.name
  return `annotations of ${subject}${coder === undefined ? '' : ` by ${coder}`}`
}

/** Some files in words, as a list within a sentence; of many only the first. */
export function filesWords(session: Pick<Session, 'seen' | 'records'>, files: readonly string[], most = 3): string {
  const all = [...new Set(files.map((file) => fileWords(session, file)))]
  const shown = all.length > most ? [...all.slice(0, most - 1), `${all.length - most + 1} more`] : all
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`
}

/** A sentence's beginning. */
export const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1)
