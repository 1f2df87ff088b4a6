import { cellsOf, columnLetters, styled, type WriteCell } from './cells'
import type { Sheet, SheetCell } from './sheet'
import type { SharedStrings } from './strings'
import { styles } from './styles'

/** Rows of a sheet of Excel, with its head. */
export const MOST_ROWS = 1_048_576
/** Columns of a sheet of Excel. */
export const MOST_COLUMNS = 16_384

const PIECE = 64 * 1024

/** Writes a sheet as XML (ECMA-376-1, 18.3), and those that it is continued on when it has more rows than one can hold. */
export class SheetXml {
  /** False while there are rows that the sheets written so far had no room for. */
  done = false
  private readonly batches: AsyncIterator<readonly (readonly SheetCell[])[]>
  private readonly cells: readonly { readonly start: string; readonly write: WriteCell }[]
  private batch: readonly (readonly SheetCell[])[] = []
  private next = 0

  constructor(private readonly sheet: Sheet, shared: SharedStrings, private readonly mostRows = MOST_ROWS) {
    this.batches = each(sheet.rows())
    this.cells = sheet.columns.slice(0, MOST_COLUMNS).map((column, i) => ({ start: `<c r="${columnLetters(i)}`, write: cellsOf(column, shared) }))
  }

  /** The next sheet, in pieces. */
  async* xml(): AsyncGenerator<string, void> {
    let piece = `${opening(this.sheet)}${this.head()}`
    let number = 2
    while (await this.fill()) {
      for (; this.next < this.batch.length; this.next += 1) {
        if (number > this.mostRows) {
          yield `${piece}${CLOSING}`
          return
        }
        piece += this.row(number, this.batch[this.next] ?? [])
        number += 1
        if (piece.length < PIECE) continue
        yield piece
        piece = ''
      }
    }
    this.done = true
    yield `${piece}${CLOSING}`
  }

  /** @returns false when there are no more rows */
  private async fill(): Promise<boolean> {
    while (this.next >= this.batch.length) {
      const { done, value } = await this.batches.next()
      if (done === true) return false
      this.batch = value
      this.next = 0
    }
    return true
  }

  private head(): string {
    const cells = this.cells.map(({ start }, i) => `${start}1${styled(this.sheet.head[i] ?? '', styles.head)}`)
    return `<row r="1">${cells.join('')}</row>`
  }

  private row(number: number, values: readonly SheetCell[]): string {
    const reference = String(number)
    let row = `<row r="${reference}">`
    for (const [i, { start, write }] of this.cells.entries()) {
      const written = write(values[i] ?? null)
      if (written !== '') row += start + reference + written
    }
    return `${row}</row>`
  }
}

const CLOSING = '</sheetData></worksheet>'

function opening({ columns, frozen }: Sheet): string {
  const widths = columns.slice(0, MOST_COLUMNS).map(({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
  return '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    + `<sheetViews><sheetView workbookViewId="0">${pane(frozen)}</sheetView></sheetViews>`
    + `${widths.length === 0 ? '' : `<cols>${widths.join('')}</cols>`}<sheetData>`
}

function pane({ rows, columns }: Sheet['frozen']): string {
  if (rows === 0 && columns === 0) return ''
  const active = rows === 0 ? 'topRight' : columns === 0 ? 'bottomLeft' : 'bottomRight'
  return `<pane${columns === 0 ? '' : ` xSplit="${columns}"`}${rows === 0 ? '' : ` ySplit="${rows}"`} topLeftCell="${columnLetters(columns)}${rows + 1}" activePane="${active}" state="frozen"/>`
}

async function* each<T>(all: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T, void> {
  yield* all
}
