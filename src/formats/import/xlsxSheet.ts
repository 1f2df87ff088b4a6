import { excelDate } from './excelDate'
import { ImportRefusal } from './importer'
import { MOST_COLUMNS } from './table'
import { richText, type XlsxBook } from './xlsxBook'
import { readXml } from './xml'

/** More than any table of articles has; a small file can claim any number. */
const MOST_CELLS = 5_000_000

/** UTF-16 units of all cells together: a string that stands in the file once may be used in every cell. */
const MOST_TEXT = 256 * 1024 * 1024

/**
 * The rows of a sheet that hold something, as what their cells show: formulas as the value that was last calculated,
 * days as `2024-03-12`, everything else as it stands. No formula is evaluated.
 * @param xml of the sheet
 * @throws ImportRefusal
 */
export function xlsxRows(xml: string, book: XlsxBook): string[][] {
  const rows: string[][] = []
  let row: string[] = [], column = -1, cell: CellMark = { type: '', style: 0 }, inValue = false, value = '', cells = 0, length = 0
  const inline = richText((text) => { value = text }, 'is')
  readXml(xml, {
    open: (name, attributes) => {
      inline.open(name)
      if (name === 'row') [row, column] = [[], -1]
      else if (name === 'c') {
        column = columnOf(attributes['r']) ?? column + 1
        cell = { type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0) }
        value = ''
      } else if (name === 'v') [inValue, value] = [true, '']
    },
    text: (text) => {
      inline.text(text)
      if (inValue) value += text
    },
    close: (name) => {
      inline.close(name)
      if (name === 'v') inValue = false
      else if (name === 'row' && row.some((one) => one !== '')) rows.push(Array.from(row, (one) => one ?? ''))
      else if (name === 'c') {
        const shown = shownValue(value, cell, book)
        cells += 1
        length += shown.length
        if (cells > MOST_CELLS || length > MOST_TEXT) throw new ImportRefusal('too-costly', 'the sheet has more in it than can be read at once: split it into several files')
        // One column too many is enough to see that there are too many.
        if (shown !== '' && column <= MOST_COLUMNS) row[column] = shown
      }
    },
  })
  return rows
}

interface CellMark {
  readonly type: string
  readonly style: number
}

/** 0 for A; undefined where a cell does not say its place. */
function columnOf(place: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(place ?? '')?.[0]
  return letters === undefined ? undefined : Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function shownValue(value: string, { type, style }: CellMark, book: XlsxBook): string {
  if (type === 's') return book.strings[Number(value)] ?? ''
  if (type === 'b') return value === '1' ? 'TRUE' : value === '0' ? 'FALSE' : ''
  if (type === 'd') return value.replace(/T00:00:00(\.0+)?Z?$/, '')
  if (type !== 'n' || value === '') return value
  const date = book.dateStyles[style] ? excelDate(Number(value), book.since1904) : undefined
  return date ?? (/^-?\d+$/.test(value) || Number.isNaN(Number(value)) ? value : String(Number(value)))
}
