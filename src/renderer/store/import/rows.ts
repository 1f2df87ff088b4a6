import { sameData } from '../../../domain/changes/change'
import type { ImportProblem } from '../../../domain/import/problem'
import { holdsAll, wordsOf } from '../../../domain/query/words'
import type { Article } from '../../../domain/project/article'
import type { FoundEntry } from '../../../preload/contract'
import { corrected, isTicked, problemsLeft, rowId, type Choices } from './corrections'
import { entriesById, type ImportState } from './state'

/** A found article as its row shows it. */
export interface ImportRow {
  readonly id: string
  readonly entry: FoundEntry
  /** As it will come in. */
  readonly article: Article
  readonly problems: readonly ImportProblem[]
  readonly ticked: boolean
}

/** What rows are narrowed to; `known` are those whose text is there already. */
export type ProblemFilter = ImportProblem['kind'] | 'known'

export interface RowFilter {
  readonly text: string
  readonly problem: ProblemFilter | null
  /** The key of a file. */
  readonly file: string | null
}

export const unfiltered: RowFilter = { text: '', problem: null, file: null }

export const sortable = ['headline', 'outlet', 'date', 'words', 'problems', 'format', 'file'] as const

export interface RowSort {
  /** Null for the order in which they were read. */
  readonly column: (typeof sortable)[number] | null
  readonly descending: boolean
}

const drawn = new WeakMap<FoundEntry, ImportRow>()

/** The same row as long as nothing in it changes: tables of ten thousand ask for all of them at every press of a key. */
function rowOf(entry: FoundEntry, choices: Choices): ImportRow {
  const known = drawn.get(entry)
  const article = corrected(entry, choices)
  const ticked = isTicked(entry, choices)
  if (known?.ticked === ticked && (known.article === article || sameData(known.article, article))) return known
  const row: ImportRow = { id: rowId(entry), entry, article, problems: problemsLeft(entry, article), ticked }
  drawn.set(entry, row)
  return row
}

/** The row with an id, if there is one. */
export function rowIn(state: ImportState, id: string): ImportRow | undefined {
  const entry = entriesById(state).get(id)
  return entry && rowOf(entry, state.choices)
}

/** The rows that pass the filter, in order; equal ones, and empty cells at the end, in the order in which they were read. */
export function rowOrder({ entries, choices }: ImportState, filter: RowFilter, { column, descending }: RowSort): readonly string[] {
  const words = wordsOf(filter.text)
  const rows = entries.filter(({ file }) => filter.file === null || file === filter.file).map((one) => rowOf(one, choices)).filter((row) => has(row, filter.problem) && holds(row, words))
  if (column !== null) rows.sort((a, b) => inOrder(cell(a, column), cell(b, column), descending))
  return rows.map(({ id }) => id)
}

/** How many rows there are of what. */
export interface Tally {
  readonly ticked: number
  /** Of those that are ticked. */
  readonly words: number
  readonly known: number
  readonly problems: ReadonlyMap<ProblemFilter, number>
}

export function tally({ entries, choices }: ImportState): Tally {
  const problems = new Map<ProblemFilter, number>()
  let ticked = 0, words = 0, known = 0
  for (const entry of entries) {
    const row = rowOf(entry, choices)
    if (row.ticked) {
      ticked += 1
      words += row.article.words
    }
    if (entry.known) known += 1
    for (const kind of kindsOf(row)) problems.set(kind, (problems.get(kind) ?? 0) + 1)
  }
  return { ticked, words, known, problems }
}

const kindsOf = ({ entry, problems }: ImportRow): ReadonlySet<ProblemFilter> => new Set([...problems.map(({ kind }) => kind), ...(entry.known ? ['known' as const] : [])])

const has = (row: ImportRow, problem: ProblemFilter | null): boolean => problem === null || kindsOf(row).has(problem)

const holds = ({ article: { outlet, headline, date, source } }: ImportRow, words: readonly string[]): boolean =>
  words.length === 0 || holdsAll(`${outlet}\n${headline}\n${date}\n${source.file}`.toLocaleLowerCase(), words)

function cell({ article, problems, entry }: ImportRow, column: (typeof sortable)[number]): string | number {
  switch (column) {
    case 'words': return article.words
    case 'problems': return problems.length + (entry.known ? 1 : 0)
    case 'format': return entry.format
    case 'file': return article.source.file
    default: return article[column]
  }
}

const { compare } = new Intl.Collator(undefined, { numeric: true })

function inOrder(x: string | number, y: string | number, descending: boolean): number {
  if (x === '' || y === '') return x === y ? 0 : x === '' ? 1 : -1
  const order = typeof x === 'number' && typeof y === 'number' ? x - y : compare(String(x), String(y))
  return descending ? -order : order
}
