import type { ColumnMapping, ColumnRole } from '../../domain/import/mapping'
import type { ImportProblem } from '../../domain/import/problem'
import { LONGEST_LINE } from '../../domain/project/limits'
import { canonicalText } from '../../domain/text/canonical'
import { withHeadline } from './articleText'
import type { FoundArticle } from './importer'
import { languageTag } from './languageTag'
import type { Table, TableRow } from './table'
import { dateOf } from './tableDate'

/**
 * Makes articles of rows; null for a row whose text is blank. The text is the cell as it stands, below the headline. A
 * date or language that can't be read is kept as a variable under its column's name, so that nothing of a row is lost.
 */
export function articleMaker({ columns }: Pick<Table, 'columns'>, mapping: ColumnMapping): (row: TableRow) => FoundArticle | null {
  const places = new Map(columns.map((name, i) => [name, i]))
  return ({ cells, notes }) => {
    const cell = (column: string | undefined): string => (column === undefined ? '' : cells[places.get(column) ?? -1] ?? '')
    const of = (role: ColumnRole): string => cell(mapping.roles[role])
    if (of('text').trim() === '') return null

    const problems: ImportProblem[] = notes.map((message) => ({ kind: 'note', message }))
    const line = (written: string, name: string): string => {
      const whole = written.replace(/\s+/g, ' ').trim()
      if (whole.length > LONGEST_LINE) problems.push({ kind: 'note', message: `“${name}” has ${whole.length.toLocaleString('en-GB')} characters: only the first ${LONGEST_LINE.toLocaleString('en-GB')} were kept` })
      return cut(whole)
    }
    const role = (one: ColumnRole): string => line(of(one), mapping.roles[one] ?? one)
    const variables = new Map(mapping.variables.flatMap((name) => (cell(name).trim() === '' ? [] : [[name, variable(cell(name), name, problems)]])))
    const unread = (one: ColumnRole): void => {
      const name = mapping.roles[one]
      if (name !== undefined) variables.set(name, variable(of(one), name, problems))
    }

    const date = dateOf(of('date'), mapping.dates) ?? ''
    if (date === '' && of('date').trim() !== '') {
      problems.push({ kind: 'unread-date', quote: cut(of('date').trim()) })
      unread('date')
    }
    const language = languageTag(of('language'))
    if (language === '' && of('language').trim() !== '') unread('language')
    const headline = role('headline')
    return {
      ...withHeadline(headline, { text: canonicalText(of('text')), headings: [] }), headline, date, language,
      outlet: role('outlet'), byline: role('byline'), section: role('section'), url: role('url'),
      variables: Object.fromEntries(variables), passages: [], problems,
    }
  }
}

/** A variable is what the cell says, to the character, unless it is too long for one. */
function variable(written: string, name: string, problems: ImportProblem[]): string {
  if (written.length <= LONGEST_LINE) return written
  problems.push({ kind: 'note', message: `“${name}” is too long for a variable: only its first ${LONGEST_LINE.toLocaleString('en-GB')} characters were kept` })
  return cut(written)
}

/** Never through a surrogate pair. */
function cut(text: string): string {
  if (text.length <= LONGEST_LINE) return text
  return text.slice(0, /[\uD800-\uDBFF]/.test(text[LONGEST_LINE - 1] ?? '') ? LONGEST_LINE - 1 : LONGEST_LINE)
}
