import { zipped, type Member } from '../export/zipped'
import { escaped } from './cellText'
import { SheetXml } from './sheetXml'
import { sheetName } from './sheetName'
import type { Sheet } from './sheet'
import { SharedStrings } from './strings'
import { stylesXml } from './styles'

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const KINDS = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** XML of cells shrinks well at any level, and the higher ones take several times as long. */
const LEVEL = 2

/**
 * An Excel workbook (ECMA-376) of these sheets, in this order, as it is made: any number of rows passes through little memory. A sheet
 * with more rows than one can hold is continued behind the others, as `Name 2`.
 * @param mostRows of a sheet, with its head
 */
export const workbook = (sheets: readonly Sheet[], mostRows?: number): AsyncGenerator<Uint8Array, void> => zipped(membersOf(sheets, mostRows), LEVEL)

async function* membersOf(sheets: readonly Sheet[], mostRows: number | undefined): AsyncGenerator<Member, void> {
  const shared = new SharedStrings(), used = new Set<string>()
  const names = sheets.map(({ name }) => sheetName(name, used))
  const added: string[] = []
  let number = 0
  const member = (xml: SheetXml): Member => {
    number += 1
    return { name: `xl/worksheets/sheet${number}.xml`, content: () => declared(xml.xml()) }
  }
  const unfinished: { readonly name: string; readonly xml: SheetXml }[] = []
  for (const [i, sheet] of sheets.entries()) {
    const xml = new SheetXml(sheet, shared, mostRows)
    yield member(xml)
    if (!xml.done) unfinished.push({ name: names[i] ?? '', xml })
  }
  for (const { name, xml } of unfinished) {
    while (!xml.done) {
      added.push(sheetName(name, used))
      yield member(xml)
    }
  }
  const parts = partsOf([...names, ...added])
  for (const [name, content] of Object.entries({ ...parts, 'xl/sharedStrings.xml': shared.xml() })) yield { name, content: () => [DECLARATION, content] }
}

async function* declared(pieces: AsyncIterable<string>): AsyncGenerator<string, void> {
  yield DECLARATION
  yield* pieces
}

/** What says which parts there are and how they belong together. */
function partsOf(names: readonly string[]): Readonly<Record<string, string>> {
  const relation = (id: string, kind: string, target: string): string => `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`
  const type = (part: string, kind: string): string => `<Override PartName="/xl/${part}.xml" ContentType="${KINDS}.${kind}+xml"/>`
  return {
    'xl/styles.xml': stylesXml,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${names.map((name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${names.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('')}`
      + `${relation('styles', 'styles', 'styles.xml')}${relation('strings', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relation('workbook', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`
      + `${type('workbook', 'sheet.main')}${names.map((_, i) => type(`worksheets/sheet${i + 1}`, 'worksheet')).join('')}${type('styles', 'styles')}${type('sharedStrings', 'sharedStrings')}</Types>`,
  }
}
