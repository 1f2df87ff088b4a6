import { csvText } from './csv'
import type { Exporter } from './exporter'
import { withoutFormula } from './formulaCells'
import { tableFiles, tableLosses, tableShapes } from './tables'

/** As `csv`, of cells that no spreadsheet takes for a formula: see `withoutFormula`, which `withFormula` undoes. */
export const csvSafe: Exporter = {
  id: 'csv-safe',
  label: 'CSV, safe for spreadsheets',
  about: 'For Excel and LibreOffice: text that a spreadsheet would take for a formula has an apostrophe before it, which can be taken off again. Better still is Excel’s own format.',
  shapes: tableShapes,
  extension: 'csv',
  files: (source, order) => tableFiles(source, order, 'csv', (table) => csvText(table, withoutFormula)),
  losses: (source, order) => [...tableLosses(source, order), 'Text that begins like a formula has an apostrophe before it, which has to be taken off again for the exact words.'],
}
