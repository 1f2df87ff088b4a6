import type { ImportProblem } from '../../domain/import/problem'
import { countWords } from '../../domain/text/canonical'
import type { FoundArticle } from './importer'

/** Fewer words are rather a caption, a teaser or a remnant than an article. */
const FEW_WORDS = 50

/** More words are rather several articles, or a book. */
const MANY_WORDS = 20_000

/** What every article is looked through for: the facts that it lacks, and an unlikely length. Headings count as words. */
export function problemsOf(found: Pick<FoundArticle, 'text' | 'headline' | 'outlet' | 'date'>): ImportProblem[] {
  const problems: ImportProblem[] = []
  if (found.outlet === '') problems.push({ kind: 'no-outlet' })
  if (found.date === '') problems.push({ kind: 'no-date' })
  if (found.headline === '') problems.push({ kind: 'no-headline' })
  const words = countWords(found.text)
  if (words === 0) problems.push({ kind: 'no-text' })
  else if (words < FEW_WORDS) problems.push({ kind: 'very-short' })
  else if (words > MANY_WORDS) problems.push({ kind: 'very-long' })
  return problems
}
