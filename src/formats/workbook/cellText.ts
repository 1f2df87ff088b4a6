/** Excel takes no more UTF-16 units in a cell. */
export const LONGEST_CELL = 32_767

// What XML 1.0 can't hold (https://www.w3.org/TR/xml/#charsets), the carriage return that its readers would change, and what would be read as an escape.
// oxlint-disable-next-line no-control-regex -- these are the characters meant
const INEXACT = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|_(?=x[0-9A-Fa-f]{4}_)/g
// oxlint-disable-next-line no-control-regex -- these are the characters meant
const UNUSUAL = /[&<>_\u0000-\u001f\ud800-\udfff\ufffe\uffff]/
const EDGED = /^\s|\s$/

/**
 * A `t` element of SpreadsheetML that holds a text exactly: what XML can't hold is written as `_xHHHH_` (ECMA-376-1, 22.9.2.19,
 * ST_Xstring). What is longer than a cell may be ends in `…`.
 */
export function textElement(whole: string): string {
  const text = whole.length > LONGEST_CELL ? cut(whole) : whole
  const kept = EDGED.test(text) ? ' xml:space="preserve"' : ''
  return `<t${kept}>${UNUSUAL.test(text) ? escaped(text) : text}</t>`
}

/** Of text between tags or in a quoted attribute. */
export const escaped = (text: string): string => text.replace(INEXACT, numbered).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const numbered = (unit: string): string => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`

function cut(text: string): string {
  const last = text.charCodeAt(LONGEST_CELL - 2)
  return `${text.slice(0, last >= 0xd800 && last <= 0xdbff ? LONGEST_CELL - 2 : LONGEST_CELL - 1)}…`
}
