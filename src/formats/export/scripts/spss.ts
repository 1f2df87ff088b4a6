import { endingOf } from '../dictionary'
import type { ExportFile } from '../exporter'
import { tableText } from '../tableText'
import { namedTables, nameless, once, oneLine, purpose, type Script } from './script'
import { spssColumns, type SpssColumn } from './spssColumns'
import { inBytes, spssName } from './spssNames'

const EXTENSION = 'spss.tsv', SYNTAX = '.sps'

/** Syntax for SPSS and PSPP, and for each table a file that they can read: in theirs a cell ends with the line. */
export const spss: Script = {
  kind: 'spss',
  files: (tables, again) => {
    const columns = tables.map((table) => spssColumns(table.columns))
    const copies = again()
    const data = copies.map((table, i) => ({
      ending: endingOf(table, copies, EXTENSION),
      chunks: () => tableText(table, {
        head: `${(columns[i] ?? []).map(({ name }) => name).join('\t')}\r\n`, tail: '',
        rowWriter: () => (row) => `${(columns[i] ?? []).map(({ write }, at) => write(row[at] ?? null)).join('\t')}\r\n`,
      }),
    }))
    // Behind the data: how wide texts are, and which values there are, is known when they have been written.
    const syntax = {
      ending: SYNTAX,
      chunks: (nameOf = nameless) => {
        const named = namedTables(tables, EXTENSION, nameOf), used = new Set<string>()
        const parts = named.map(({ table, file }, i) => tableSyntax(spssName(table.id, used), table.title, file, columns[i] ?? []))
        const before = `* Encoding: UTF-8.\n* ${comment(purpose(named))}\n* From elsewhere: INSERT FILE=${quoted(`the folder/${nameOf(SYNTAX)}`)} CD=YES.`
        return once(`${[before, 'PRESERVE.\nSET DECIMAL=DOT.', ...parts, 'RESTORE.'].join('\n\n')}\n`)
      },
    } satisfies ExportFile
    return [...data, syntax]
  },
}

function tableSyntax(dataset: string, title: string, file: string, columns: readonly SpssColumn[]): string {
  const labelled = columns.map((one) => ({ one, labels: one.labels() })).filter(({ labels }) => labels.length > 0)
  return [
    `* ${comment(title)}`,
    'GET DATA', '  /TYPE=TXT', `  /FILE=${quoted(file)}`, "  /ENCODING='UTF8'", '  /ARRANGEMENT=DELIMITED', '  /FIRSTCASE=2', "  /DELIMITERS='\\t'",
    '  /VARIABLES=', `${columns.map(({ name, format }) => `    ${name} ${format()}`).join('\n')}.`,
    `DATASET NAME ${dataset}.`,
    'VARIABLE LABELS', `${columns.map(({ name, column }) => `  ${name} ${quoted(inBytes(oneLine(column.label), 255))}`).join('\n')}.`,
    ...(labelled.length === 0 ? [] : ['VALUE LABELS', `${labelled.map(({ one, labels }) => `  /${one.name}\n${labels.map(([value, label]) => `    ${value} ${quoted(inBytes(oneLine(label), 120))}`).join('\n')}`).join('\n')}.`]),
    'VARIABLE LEVEL', `  ${columns.map(({ name, column }) => `${name} (${levelOf(column)})`).join('\n  /')}.`,
    'EXECUTE.',
  ].join('\n')
}

function levelOf({ type, level }: SpssColumn['column']): string {
  if (level !== null) return level === 'interval' || level === 'ratio' ? 'SCALE' : level.toUpperCase()
  return type === 'text' || type === 'date' ? 'NOMINAL' : 'SCALE'
}

const quoted = (text: string): string => `'${oneLine(text).replaceAll("'", "''")}'`

/** A comment ends with the first full stop at the end of a line. */
const comment = (text: string): string => `${oneLine(text).replace(/\.+$/, '')}.`
