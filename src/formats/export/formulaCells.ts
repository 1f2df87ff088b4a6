/**
 * What spreadsheets take for the beginning of a formula, also in the wide forms of East Asian keyboards, or skip before one: at the
 * beginning of a cell, and behind what another spreadsheet would end a cell or a row at.
 */
const plain = /^'*(?=[=+\-@\t\r\n\0＝＋－＠])|(?<=[;\t\r\n])'*(?=[=+\-@\0＝＋－＠])/g
const guarded = /^'(?='*[=+\-@\t\r\n\0＝＋－＠])|(?<=[;\t\r\n])'(?='*[=+\-@\0＝＋－＠])/g

/** A cell that no spreadsheet takes for a formula: with `'` before what would begin one. */
export const withoutFormula = (cell: string): string => cell.replace(plain, "'$&")

/** The cell that `withoutFormula` made this of, exactly: one `'` less in each of these places. */
export const withFormula = (cell: string): string => cell.replace(guarded, '')
