import type { Column, ExportCell } from '../../domain/exporting/column'
import type { ExportOrder } from '../../domain/exporting/order'
import { codeEntries } from '../../domain/project/codes'
import type { ProjectSource } from '../source'
import { codingColumns } from './codingColumns'
import { distinctNames } from './distinctNames'
import { codersOf, unitCoding, type SubjectCoding } from './unitCoding'

export interface UnitRows {
  /** Who the row is by, then what was coded. */
  readonly columns: readonly Column[]
  /** The cells of these columns; a row for each coder who coded anything, or a single one. */
  readonly cellsOf: (subjects: readonly SubjectCoding[]) => readonly (readonly ExportCell[])[]
}

const coder: Column = { name: 'coder', label: 'Coder', meaning: 'Whose coding the row has; empty where nobody coded it.', type: 'text', level: 'nominal', values: null }
const coders: Column = { name: 'coders', label: 'Coders', meaning: 'How many coders coded something of it.', type: 'whole', level: 'ratio', values: null }

/**
 * The part of a row that says what was coded of an article or event.
 * @param used names of other columns; those made here are added
 */
export function unitRows(source: ProjectSource, { by, adjudicator }: Pick<ExportOrder, 'by' | 'adjudicator'>, kind: 'article' | 'event', used: Set<string>): UnitRows {
  const entries = codeEntries(source.codebook), names = distinctNames(source.coders)
  const rank = new Map(source.coders.map(({ id }, i) => [id, i]))
  const who = by === 'together' ? coders : coder
  const made = codingColumns(source, kind, { together: by === 'together', within: true, used: used.add(who.name) })
  const row = (first: ExportCell, subjects: readonly SubjectCoding[], id: string | null): readonly ExportCell[] => {
    const coding = unitCoding(subjects, id, entries)
    return [first, ...made.map(({ cell }) => cell(coding))]
  }
  return {
    columns: [who, ...made.map(({ column }) => column)],
    cellsOf: (subjects) => {
      const found = [...codersOf(subjects)].sort((a, b) => (rank.get(a) ?? rank.size) - (rank.get(b) ?? rank.size) || (a < b ? -1 : 1))
      if (by === 'together') return [row(found.length, subjects, null)]
      if (by === 'adjudicated') return [adjudicator === null ? row(null, [], null) : row(names.get(adjudicator) ?? adjudicator, subjects, adjudicator)]
      return found.length === 0 ? [row(null, [], null)] : found.map((id) => row(names.get(id) ?? id, subjects, id))
    },
  }
}
