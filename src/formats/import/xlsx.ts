import { ImportRefusal } from './importer'
import { tableImporter } from './tableImporter'
import { tableOf, type Table } from './table'
import type { SourceFile } from './sourceFile'
import { readXlsxBook } from './xlsxBook'
import { xlsxRows } from './xlsxSheet'
import { isZip, readZip } from './zip'

/** The first sheet of an Excel workbook that has anything in it. */
export const xlsx = tableImporter({
  id: 'xlsx',
  label: 'Excel workbook',
  encodingOf: () => '',
  // Names stand in a ZIP file as they are, so that a damaged or unsafe one is known as a workbook, too.
  recognises: (file) => isZip(file) && Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength).includes('xl/workbook.xml'),
  tableIn: xlsxTable,
})

async function xlsxTable(file: SourceFile): Promise<Table> {
  const zip = await readZip(file)
  const book = await readXlsxBook(zip)
  for (const { name, member } of book.sheets) {
    const rows = xlsxRows(await zip.text(member), book)
    if (rows.length === 0) continue
    const others = book.sheets.filter((one) => one.member !== member).map((one) => `“${one.name}”`)
    return tableOf(() => rows.map((cells) => ({ cells, notes: [] })), others.length === 0 ? [] : [`Only the sheet “${name}” was read, not ${others.slice(0, 5).join(', ')}${others.length > 5 ? ' …' : ''}: save another sheet as a file of its own to import it`])
  }
  throw new ImportRefusal('empty', 'none of its sheets has anything in it')
}
