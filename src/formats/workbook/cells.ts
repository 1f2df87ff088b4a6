import { textElement } from './cellText'
import { serialDay, serialTime } from './serial'
import type { SheetCell, SheetColumn } from './sheet'
import type { SharedStrings } from './strings'
import { styles } from './styles'

/** What stands behind the reference of a cell, from its next attribute to its end (ECMA-376-1, 18.3.1.4); empty for an empty cell. */
export type WriteCell = (cell: SheetCell) => string

/** The cells of a column. Nothing it writes is a formula: texts are texts, whatever they begin with. */
export function cellsOf({ type }: SheetColumn, shared: SharedStrings): WriteCell {
  const numberOf = shared.ofColumn()
  const text = (value: string): string => {
    if (value === '') return ''
    const style = FORMULA_LIKE.test(value) ? ` s="${styles.quoted}"` : ''
    const number = numberOf(value)
    return number === undefined ? `"${style} t="inlineStr"><is>${textElement(value)}</is></c>` : `"${style} t="s"><v>${number}</v></c>`
  }
  const dated = type === 'date' ? { serial: serialDay, style: styles.day } : type === 'time' ? { serial: serialTime, style: styles.time } : undefined
  const write = (cell: string | number | boolean): string => {
    if (typeof cell === 'boolean') return `" t="b"><v>${cell ? 1 : 0}</v></c>`
    if (typeof cell === 'number') return Number.isFinite(cell) ? `"><v>${cell}</v></c>` : text(String(cell))
    const serial = dated?.serial(cell)
    return dated === undefined || serial === undefined ? text(cell) : `" s="${dated.style}"><v>${serial}</v></c>`
  }
  // What belongs to the article stands in each of its rows.
  let last: SheetCell = null, written = ''
  return (cell) => {
    if (cell === last) return written
    last = cell
    written = cell === null ? '' : typeof cell === 'object' ? styled(cell.text, styles[cell.style]) : write(cell)
    return written
  }
}

const FORMULA_LIKE = /^[=+\-@]/

export const styled = (text: string, style: number): string => (text === '' ? `" s="${style}"/>` : `" s="${style}" t="inlineStr"><is>${textElement(text)}</is></c>`)

/** Of a column counted from 0: A to Z, AA, AB … */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : `${columnLetters(Math.floor(index / 26) - 1)}${last}`
}
