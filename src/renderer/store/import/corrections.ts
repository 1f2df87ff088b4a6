import type { ImportProblem } from '../../../domain/import/problem'
import type { Article } from '../../../domain/project/article'
import type { FoundEntry } from '../../../preload/contract'

/** What a researcher sets right before an article comes in. */
export type Correction = Partial<Pick<Article, 'outlet' | 'headline' | 'date'>>

/** What was chosen and corrected so far, by row (see `rowId`). */
export interface Choices {
  readonly corrections: ReadonlyMap<string, Correction>
  /** Rows whose tick is not what it was at first. */
  readonly flipped: ReadonlySet<string>
}

export const noChoices: Choices = { corrections: new Map(), flipped: new Set() }

const ids = new WeakMap<FoundEntry, string>()

/** Names a found article, also when its file is read anew: the file, and which article of it. */
export function rowId(entry: FoundEntry): string {
  const known = ids.get(entry)
  if (known !== undefined) return known
  const id = `${entry.file} ${entry.article.source.part}`
  ids.set(entry, id)
  return id
}

/** Whether an article comes in unless somebody says otherwise: when it is new and there is something to read. */
export const startsTicked = ({ known, article }: FoundEntry): boolean => known === null && article.length > 0

export const isTicked = (entry: FoundEntry, { flipped }: Choices): boolean => startsTicked(entry) !== flipped.has(rowId(entry))

/** The article as it will come in. */
export function corrected(entry: FoundEntry, { corrections }: Choices): Article {
  const correction = corrections.get(rowId(entry))
  return correction ? { ...entry.article, ...correction } : entry.article
}

/** What there is to look at in an article as it is now: what is filled in is no problem any more. */
export function problemsLeft({ problems }: FoundEntry, { outlet, date, headline, length }: Article): readonly ImportProblem[] {
  const missing = ([['no-outlet', outlet === ''], ['no-date', date === ''], ['no-headline', headline === ''], ['no-text', length === 0]] as const).flatMap(([kind, is]) => (is ? [{ kind }] : []))
  const aboutDate = (kind: ImportProblem['kind']): boolean => kind === 'unread-date' || kind === 'date-in-text'
  return [...missing, ...problems.filter(({ kind }) => !kind.startsWith('no-') && (date === '' || !aboutDate(kind)))]
}

/** The date that stands in the text of an article without one; null when none does. */
export function dateOffered(problems: readonly ImportProblem[]): string | null {
  for (const one of problems) if (one.kind === 'date-in-text') return one.date
  return null
}

/** Sets fields of some rows; those that the source says already are no corrections. */
export function correctedChoices(choices: Choices, entries: readonly FoundEntry[], fieldsOf: (entry: FoundEntry) => Correction): Choices {
  const corrections = new Map(choices.corrections)
  for (const entry of entries) {
    const all = { ...corrections.get(rowId(entry)), ...fieldsOf(entry) }
    const kept = Object.fromEntries(Object.entries(all).filter(([key, value]) => entry.article[key as keyof Correction] !== value)) as Correction
    if (Object.keys(kept).length > 0) corrections.set(rowId(entry), kept)
    else corrections.delete(rowId(entry))
  }
  return { ...choices, corrections }
}

/** Ticks some rows, or takes the tick away. */
export function tickedChoices(choices: Choices, entries: readonly FoundEntry[], ticked: boolean): Choices {
  const flipped = new Set(choices.flipped)
  for (const entry of entries) {
    if (startsTicked(entry) === ticked) flipped.delete(rowId(entry))
    else flipped.add(rowId(entry))
  }
  return { ...choices, flipped }
}
