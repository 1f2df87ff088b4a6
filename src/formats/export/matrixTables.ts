import type { Column, ExportCell } from '../../domain/exporting/column'
import { codeEntries } from '../../domain/project/codes'
import type { ProjectSource } from '../source'
import type { CodingColumn } from './codingColumn'
import { codingColumns } from './codingColumns'
import { columnWords } from './columnName'
import { freeNumbered } from './freeName'
import { Remembered } from './remembered'
import type { Table } from './table'
import { codersOf, unitCoding } from './unitCoding'

/** How many units are gone through at a time. */
const BLOCK = 16

/** How many cells are kept at most, so that not every table goes through the whole project again. */
const KEPT = 4_000_000

/** As ids become names of files. */
const LONGEST_ID = 40

const unit: Column = { name: 'unit', label: 'Unit', meaning: 'The article or event: its article_id or event_id in the other tables.', type: 'text', level: null, values: null }

/**
 * For each variable a table of units and coders, as programs for intercoder reliability take it: a row per article, or per event
 * where events are coded, and a column per coder. A cell is empty where that coder has not coded it; what was finished without
 * anything found is 0, or `(none)`. See `codingColumns` for the variables.
 */
export const matrixTables = (source: ProjectSource): readonly Table[] => [...tablesFor(source, 'article', source.articles), ...tablesFor(source, 'event', source.events)]

function tablesFor(source: ProjectSource, kind: 'article' | 'event', units: readonly { readonly id: string }[]): readonly Table[] {
  const variables = codingColumns(source, kind, { together: false, within: false, used: new Set() }).filter(({ variable }) => variable)
  const ids = new Set<string>()
  const entries = codeEntries(source.codebook)
  const coders = source.coders.map(({ id }) => id)

  /** For each of some variables the cells of a block, a row's after the other. */
  const block = async (some: readonly CodingColumn[], at: number): Promise<readonly (readonly ExportCell[])[]> => {
    const found = some.map((): ExportCell[] => [])
    for (const { id } of units.slice(at * BLOCK, (at + 1) * BLOCK)) {
      const subjects = [{ kind, coded: await source.coded(id) }]
      const active = codersOf(subjects)
      for (const coder of coders) {
        const coding = active.has(coder) ? unitCoding(subjects, coder, entries) : null
        for (const [i, { cell }] of some.entries()) found[i]?.push(coding && cell(coding))
      }
    }
    return found
  }
  const remembered = new Remembered(variables, Math.max(1, Math.floor(KEPT / Math.max(1, units.length * coders.length))), block)
  return variables.map((variable, i): Table => ({
    id: freeNumbered(`matrix_${kind === 'event' ? 'event_' : ''}${Array.from(variable.column.name).slice(0, LONGEST_ID).join('')}`, ids),
    title: variable.column.label,
    columns: [unit, ...coderColumns(source, variable.column)],
    rows: async function* rows() {
      for (let at = 0; at * BLOCK < units.length; at += 1) {
        const cells = await remembered.block(i, at) ?? []
        yield units.slice(at * BLOCK, (at + 1) * BLOCK).map(({ id }, row) => [id, ...cells.slice(row * coders.length, (row + 1) * coders.length)])
      }
    },
  }))
}

function coderColumns({ coders }: ProjectSource, { label, meaning, type, level, values }: Column): readonly Column[] {
  const used = new Set([unit.name])
  return coders.map(({ name }) => {
    const words = columnWords(name)
    return { name: freeNumbered(/^\p{L}/u.test(words) ? words : `coder_${words}`, used), label: name, meaning: `${label}, as this coder has it. ${meaning}`, type, level, values }
  })
}
