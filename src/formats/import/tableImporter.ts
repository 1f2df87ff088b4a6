import type { ColumnMapping, TableSample } from '../../domain/import/mapping'
import { fits } from '../../domain/import/mapping'
import type { ImportProblem } from '../../domain/import/problem'
import { guessMapping } from './columnGuess'
import { ImportRefusal, type FoundArticle, type Importer } from './importer'
import { articleMaker } from './rowArticle'
import type { SourceFile } from './sourceFile'
import { firstOf, type Table } from './table'

/** How many rows a mapping is guessed from, and how many of them are shown. */
const GUESS_ROWS = 1000
const SHOWN_ROWS = 20

/** Cells are shown up to so many UTF-16 units. */
const SHOWN_CELL = 1000

interface TableFormat extends Pick<Importer, 'id' | 'label' | 'encodingOf' | 'recognises'> {
  /** Reads the table, or what of it tells its columns. @throws ImportRefusal */
  readonly tableIn: (file: SourceFile) => Table | Promise<Table>
}

/** The importer of a format that holds a table with an article in each row. */
export function tableImporter({ tableIn, ...format }: TableFormat): Importer {
  return {
    ...format,
    async table(file): Promise<TableSample> {
      const table = await file.once(tableIn)
      const { rows, guess } = beginning(table)
      if (guess.roles.text === undefined) throw withoutText(table.columns)
      return { columns: table.columns, rows: rows.slice(0, SHOWN_ROWS).map((cells) => cells.map(shown)), guess }
    },
    async *read(file, { mapping }): AsyncGenerator<FoundArticle> {
      const table = await file.once(tableIn)
      yield* articlesOf(table, mapping ?? beginning(table).guess)
    },
  }
}

function beginning(table: Table): { rows: readonly (readonly string[])[]; guess: ColumnMapping } {
  const rows = firstOf(table.rows(), GUESS_ROWS).map(({ cells }) => cells)
  return { rows, guess: guessMapping(table.columns, rows) }
}

/** What the table as a whole gives occasion to say stands with its first article, what only its end shows with the last. */
function* articlesOf(table: Table, mapping: ColumnMapping): Generator<FoundArticle> {
  if (!fits(mapping, table.columns)) throw new ImportRefusal('unreadable', 'its columns are not those that were chosen: choose them again for this file')
  if (mapping.roles.text === undefined) throw withoutText(table.columns)
  const make = articleMaker(table, mapping)
  let held: FoundArticle | undefined, textless = 0
  for (const row of table.rows()) {
    const article = make(row)
    if (!article) {
      textless += 1
      continue
    }
    if (held) yield held
    held = held ? article : noted(article, table.notes)
  }
  if (!held) throw new ImportRefusal('empty', `no row has anything in the column “${mapping.roles.text}”, where the text should be: choose another column for the text`)
  yield noted(held, textless === 0 ? [] : [`${textless === 1 ? 'One row has' : `${textless.toLocaleString('en-GB')} rows have`} no text in the column “${mapping.roles.text}” and ${textless === 1 ? 'was' : 'were'} left out`])
}

const noted = (article: FoundArticle, notes: readonly string[]): FoundArticle =>
  ({ ...article, problems: [...article.problems, ...notes.map((message): ImportProblem => ({ kind: 'note', message }))] })

const shown = (cell: string): string => (cell.length > SHOWN_CELL ? `${cell.slice(0, SHOWN_CELL)}…` : cell)

function withoutText(columns: readonly string[]): ImportRefusal {
  const named = columns.slice(0, 12).map((name) => name.slice(0, 40)).join(', ') + (columns.length > 12 ? ' …' : '')
  const mediaCloud = columns.some((name) => mediaCloudColumns.has(name)) ? ' Media Cloud exports titles and addresses only.' : ''
  return new ImportRefusal('not-text', `none of its columns (${named}) holds the texts of articles.${mediaCloud} Add a column “text” with the full texts and import it again, `
    + 'or save the articles’ pages as HTML or PDF and import those. To code the headlines alone, call their column “text”')
}

const mediaCloudColumns = new Set(['stories_id', 'media_id', 'media_name', 'media_url'])
