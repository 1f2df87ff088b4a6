import type { Column } from '../../../domain/exporting/column'
import { namedTables, once, oneLine, purpose, type Script, type ScriptTable } from './script'

/** A script in base R, of any version since 3.4: a data frame for each table, called as the table. */
export const r: Script = {
  kind: 'r',
  files: (tables) => [{
    ending: '.R',
    chunks: (nameOf) => once(rScript(namedTables(tables, 'csv', nameOf))),
  }],
}

const rScript = (tables: readonly ScriptTable[]): string => `${[`# ${purpose(tables)}`, HELPERS, ...tables.map(tableScript)].join('\n\n')}\n`

const HELPERS = `# The folder of this script, whether it is sourced or run by Rscript.
folder <- sub("^--file=", "", c(grep("^--file=", commandArgs(), value = TRUE), "./here")[1])
for (frame in sys.frames()) if (!is.null(frame$ofile)) folder <- frame$ofile
# Rscript writes blanks in it so.
folder <- dirname(gsub("~+~", " ", folder, fixed = TRUE))

read_table <- function(file, types) {
  read.csv(file.path(folder, file), colClasses = types, na.strings = "", check.names = FALSE, encoding = "UTF-8", comment.char = "", skipNul = TRUE)
}
# What is not among the values that are known keeps its own name.
with_labels <- function(x, values, labels, ordered) {
  others <- setdiff(sort(unique(x[!is.na(x)])), values)
  factor(x, levels = c(values, others), labels = make.unique(c(labels, as.character(others))), ordered = ordered)
}
# A date may be a year or a month alone; then all stay text.
as_dates <- function(x) if (all(is.na(x) | grepl("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", x))) as.Date(x) else x
as_times <- function(x) as.POSIXct(x, format = "%Y-%m-%dT%H:%M:%OS", tz = "UTC")`

function tableScript({ table: { id, columns }, file }: ScriptTable): string {
  const name = symbol(id)
  const types = columns.map((column) => `  ${text(classOf(column))}`).join(',\n')
  const cell = (column: Column): string => `${name}[[${text(column.name)}]]`
  const set = columns.flatMap((column) => {
    const value = converted(column, cell(column))
    return value === undefined ? [] : [`${cell(column)} <- ${value}`]
  })
  // Last, as conversions drop it.
  const labels = columns.map((column) => `attr(${cell(column)}, "label") <- ${text(column.label)}`)
  return [`${name} <- read_table(${text(file)}, c(\n${types}\n))`, ...set, ...labels].join('\n')
}

const classOf = ({ type }: Column): string => (type === 'number' || type === 'whole' ? 'numeric' : type === 'yes-no' ? 'integer' : 'character')

/** What a column becomes after it was read; undefined where it stays as it is. */
function converted({ type, level, values }: Column, cell: string): string | undefined {
  if (type === 'yes-no') return `${cell} == 1L`
  if (type === 'date') return `as_dates(${cell})`
  if (type === 'time') return `as_times(${cell})`
  if (values !== null && level !== 'interval' && level !== 'ratio') return `with_labels(${cell}, ${list(values.map(({ value }) => value))}, ${list(values.map(({ label }) => label))}, ordered = ${level === 'ordinal' ? 'TRUE' : 'FALSE'})`
  if (type === 'text' && level === 'nominal') return `factor(${cell})`
  return undefined
}

const list = (all: readonly (string | number)[]): string => (all.length === 0 ? 'character(0)' : `c(${all.map((one) => (typeof one === 'number' ? String(one) : text(one))).join(', ')})`)

/** A string of R: characters that don't show are written by their number; NUL is none that R has. */
const text = (value: string): string =>
  `"${value.replaceAll('\0', '').replace(/["\\]/g, '\\$&').replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) => `\\U${(/\p{Cs}/u.test(character) ? 0xfffd : character.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`)}"`

const symbol = (name: string): string => (/^[A-Za-z][A-Za-z0-9_]*$/.test(name) ? name : `\`${oneLine(name).replace(/[`\\\p{Cs}]/gu, '_') || 'table'}\``)
