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
 * Writes rows cell by cell. Most cells are the same as in the row above, such as those of the article: these are put into words once,
 * and so are stretches of them, as every piece that a text is put together from takes time when it is written.
 * @param cellText what a cell reads as; `column` counts from 0
 */
export function cellByCell(cellText: (cell: ExportCell, column: number) => string, end: string): () => (row: readonly ExportCell[]) => string {
  return () => {
    const last: ExportCell[] = [], texts: string[] = []
    /** In which row each cell was put into words. */
    const since: number[] = []
    const stretches: { to: number; since: number; text: string }[] = []
    let number = 0
    const stretch = (from: number, to: number, newest: number): string => {
      if (to - from === 1) return texts[from] ?? ''
      const known = stretches[from]
      if (known?.to === to && known.since >= newest) return known.text
      const text = texts.slice(from, to).join('')
      stretches[from] = { to, since: number, text }
      return text
    }
    return (row) => {
      let line = '', from = 0, newest = 0
      number += 1
      for (let i = 0; i < row.length; i += 1) {
        const cell = row[i] ?? null
        if (cell === last[i] && i < texts.length) {
          newest = Math.max(newest, since[i] ?? 0)
          continue
        }
        if (from < i) line += stretch(from, i, newest)
        const text = cellText(cell, i)
        last[i] = cell
        texts[i] = text
        since[i] = number
        line += text
        from = i + 1
        newest = 0
      }
      return (from < row.length ? line + stretch(from, row.length, newest) : line) + end
    }
  }
}
