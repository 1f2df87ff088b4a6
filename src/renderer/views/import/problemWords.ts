import type { ImportProblem } from '../../../domain/import/problem'
import type { Article } from '../../../domain/project/article'
import type { FoundEntry } from '../../../preload/contract'
import type { ProblemFilter } from '../../store/import/rows'

/** What problems are called in a list, those first that one would look at first. */
export const problemNames: Readonly<Record<ProblemFilter, string>> = {
  'no-text': 'no text', 'no-outlet': 'no outlet', 'no-date': 'no date', 'date-in-text': 'date in the text', 'unread-date': 'date not understood', 'no-headline': 'no headline',
  'very-short': 'very short', 'very-long': 'very long', note: 'other notes', known: 'known already',
}

export const problemOrder = Object.keys(problemNames) as readonly ProblemFilter[]

/** The problems of an article in its row. */
export function problemsInShort(problems: readonly ImportProblem[], known: FoundEntry['known']): string {
  const names = problems.filter((one) => one.kind !== 'date-in-text').map((one) => (one.kind === 'note' ? one.message : problemNames[one.kind]))
  return [...(known ? [known.where === 'project' ? 'in the project already' : 'twice in this import'] : []), ...names].join(', ')
}

/** What a problem means and what to do about it. */
export function problemSentence(problem: ImportProblem, { words }: Article): string {
  const long = words.toLocaleString('en')
  switch (problem.kind) {
    case 'no-outlet': return 'The file does not say which outlet it is from. Type it in the row, or for many rows at once.'
    case 'no-date': return 'No date of publication was found.'
    case 'no-headline': return 'No headline was found.'
    case 'no-text': return 'There is no text in it.'
    case 'very-short': return `It is very short, ${long} ${words === 1 ? 'word' : 'words'}: perhaps a caption, or what was left of an article.`
    case 'very-long': return `It is very long, ${long} words: perhaps several articles that could not be told apart.`
    case 'date-in-text': return `Its text names a day, which need not be the one it was published on: “${problem.quote}”.`
    case 'unread-date': return `“${problem.quote}” could not be read as a date. If day and month could each be the other, say under Tables which comes first.`
    case 'note': return problem.message
  }
}

export const knownSentence = ({ where, title }: NonNullable<FoundEntry['known']>): string =>
  where === 'project' ? `The same text is in the project as “${title}”. It stays out unless you tick it.` : `The same text came before in this import as “${title}”. It stays out unless you tick it.`
