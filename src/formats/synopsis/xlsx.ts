import writeExcelFile, { type Cell, type Row, type Sheet } from 'write-excel-file/node'
import { wordsOfPlace, type SheetPassage, type SheetPlace, type SynopsisSheet } from '../../domain/synopsis/sheet'
import { attributionLine, kindWords } from '../../domain/synopsis/words'
import { placeRows } from './places'

const INK = '#706a60'
/** Excel takes no more in a cell. */
const MOST = 32_767
/** What XML 1.0 can't hold: https://www.w3.org/TR/xml/#charsets */
// oxlint-disable-next-line no-control-regex -- these are the characters meant
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** A workbook with the synopsis as it is shown, and a second sheet with one row per place (see `placeRows`). Numbers are numbers, all else is text. */
export async function synopsisXlsx(sheet: SynopsisSheet): Promise<Buffer> {
  const table: Sheet<never> = {
    data: [titles(sheet), ...sheet.passages.map((passage) => line(sheet, passage))], sheet: 'Synopsis',
    columns: [{ width: 32 }, ...sheet.articles.map(() => ({ width: 44 }))], stickyRowsCount: 1, stickyColumnsCount: 1,
  }
  const [head = [], ...rows] = placeRows(sheet)
  const places: Sheet<never> = {
    data: [head.map((name) => titled(String(name))), ...rows.map((row) => row.map((cell): Cell => (typeof cell === 'string' ? text(cell) : cell)))],
    sheet: 'Places', stickyRowsCount: 1,
  }
  return writeExcelFile([table, places]).toBuffer()
}

const titles = ({ event, articles }: SynopsisSheet): Row => [titled(event), ...articles.map(({ outlet, date, headline }) => titled([outlet || headline, date].filter(Boolean).join(', ')))]

function line({ articles }: SynopsisSheet, { name, kind, state, outlets, places }: SheetPassage): Row {
  return [
    { ...wrapped(`${name}\n${kind === null ? state : kindWords[kind]}, ${outlets} ${outlets === 1 ? 'outlet' : 'outlets'}`), fontWeight: 'bold' },
    ...articles.map(({ id }): Cell => {
      const own = places.filter(({ article }) => article === id)
      return own.length === 0 ? { ...wrapped('not found'), textColor: INK } : wrapped(own.map(told).join('\n\n'))
    }),
  ]
}

const told = (place: SheetPlace): string => `${wordsOfPlace(place)}\n(${attributionLine(place)})`
const text = (value: string): Cell => (value === '' ? null : { value: value.replace(UNWRITABLE, '').slice(0, MOST), type: String })
const titled = (value: string): Cell => ({ value: value.replace(UNWRITABLE, '').slice(0, MOST), type: String, fontWeight: 'bold', alignVertical: 'top' })
const wrapped = (value: string) => ({ value: value.replace(UNWRITABLE, '').slice(0, MOST), type: String, wrap: true, alignVertical: 'top' as const })
