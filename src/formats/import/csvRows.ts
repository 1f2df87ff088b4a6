/** A row as it stands in the file. */
export interface CsvRow {
  readonly cells: readonly string[]
  /** A quotation mark opens in it that nothing closes: the rest of the file is its last cell. */
  readonly unterminated: boolean
}

/**
 * The rows of delimited text, one after the other, as RFC 4180 has them: cells may stand in quotation marks and then hold
 * delimiters, line ends and doubled quotation marks. More is forgiven than the RFC allows: a quotation mark within a cell
 * is a character like any other, and so is one in a quoted cell after which the cell goes on. Empty lines are left out.
 * The time is linear in the text, whatever stands in it.
 * @param text with line ends as LF
 * @param delimiter one character
 */
export function* csvRows(text: string, delimiter: string): Generator<CsvRow> {
  const delimiters = ahead(text, delimiter), lineEnds = ahead(text, '\n')
  for (let at = 0; at < text.length;) {
    const cells: string[] = []
    let unterminated = false
    for (let ended = false; !ended;) {
      const quoted = text[at] === '"' ? quotedCell(text, at, delimiter) : null
      const lineEnd = lineEnds(at)
      const end = quoted?.end ?? Math.min(delimiters(at), lineEnd)
      cells.push(quoted?.value ?? text.slice(at, end))
      unterminated ||= quoted?.unterminated ?? false
      ended = text[end] !== delimiter
      at = end + 1
    }
    if (cells.length > 1 || cells[0] !== '') yield { cells, unterminated }
  }
}

interface QuotedCell {
  readonly value: string
  /** Where the delimiter or line end after it stands, or the end of the text. */
  readonly end: number
  readonly unterminated: boolean
}

function quotedCell(text: string, start: number, delimiter: string): QuotedCell {
  for (let quote = text.indexOf('"', start + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    if (text[quote + 1] === '"') {
      quote += 1
      continue
    }
    let end = quote + 1
    while (text[end] === ' ' && delimiter !== ' ') end += 1
    if (end >= text.length || text[end] === delimiter || text[end] === '\n') return { value: unquoted(text.slice(start + 1, quote)), end, unterminated: false }
  }
  return { value: unquoted(text.slice(start + 1)), end: text.length, unterminated: true }
}

const unquoted = (value: string): string => (value.includes('"') ? value.replaceAll('""', '"') : value)

/** Finds the next place of a character, for places asked in rising order; the text's length where there is none. */
function ahead(text: string, character: string): (from: number) => number {
  let found = -1
  return (from) => {
    if (found < from) {
      const next = text.indexOf(character, from)
      found = next === -1 ? text.length : next
    }
    return found
  }
}
