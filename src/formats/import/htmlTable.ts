/** What no cell of a table of data holds. */
const notInCells = new Set(['article', 'blockquote', 'center', 'dl', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'ol', 'pre', 'section', 'table', 'ul'])

/**
 * Whether a table has data in rows and columns. Others only lay out a page, as was usual until about 2010: they have a
 * single column, or cells with headings, lists, tables or more than one paragraph.
 */
export function isDataTable(table: Element): boolean {
  if (table.getAttribute('role') === 'presentation') return false
  let columns = false
  for (const element of table.querySelectorAll('*')) {
    if (notInCells.has(element.localName) || isOneOfSeveral(element)) return false
    columns ||= isCell(element) && isCell(element.previousElementSibling)
  }
  return columns
}

const isCell = (element: Element | null): boolean => element?.localName === 'td' || element?.localName === 'th'

/** A paragraph after another one, or an empty line. */
function isOneOfSeveral(element: Element): boolean {
  const before = element.previousElementSibling?.localName
  if (element.localName === 'p' || element.localName === 'div') return before === 'p' || before === 'div'
  return element.localName === 'br' && before === 'br' && element.previousSibling?.nodeValue?.trim() === ''
}
