import type { ExportCell } from '../../domain/exporting/column'
import { CHUNK } from './chunks'
import type { Table } from './table'
import { Turns } from './turns'

/** How a table is written as text. */
export interface TableText {
  /** What comes before the rows and behind them. */
  readonly head: string
  readonly tail: string
  /** Makes what writes one row after the other; they may go by what came before. */
  readonly rowWriter: () => (row: readonly ExportCell[]) => string
}

/** A table as chunks of text. However its rows come, the event loop gets its turn every few milliseconds. */
export async function* tableText({ rows }: Table, { head, tail, rowWriter }: TableText): AsyncGenerator<string, void> {
  const write = rowWriter()
  let chunk = head
  const turns = new Turns()
  for await (const some of rows()) {
    for (const row of some) {
      chunk += write(row)
      if (chunk.length < CHUNK) continue
      yield chunk
      chunk = ''
      turns.begins()
    }
    if (turns.isOver()) await turns.pass()
  }
  chunk += tail
  if (chunk !== '') yield chunk
}

/**
 * Writes rows cell by cell. Most cells are the same as in the row above, such as those of the article: these are put into words once.
 * @param cellText what a cell reads as; `column` counts from 0
 */
export function cellByCell(cellText: (cell: ExportCell, column: number) => string, end: string): () => (row: readonly ExportCell[]) => string {
  return () => {
    const last: ExportCell[] = [], texts: string[] = []
    return (row) => {
      let line = ''
      for (let i = 0; i < row.length; i += 1) {
        const cell = row[i] ?? null
        let text = texts[i]
        if (text === undefined || cell !== last[i]) {
          text = cellText(cell, i)
          last[i] = cell
          texts[i] = text
        }
        line += text
      }
      return line + end
    }
  }
}
