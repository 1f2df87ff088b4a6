import { showsDate } from './excelDate'
import { readXml } from './xml'
import type { ZipContents } from './zip'

/** What the cells of a workbook (ECMA-376-1, SpreadsheetML) need to be read. */
export interface XlsxBook {
  /** In their order; those that are hidden come last. */
  readonly sheets: readonly XlsxSheetPlace[]
  readonly since1904: boolean
  readonly strings: readonly string[]
  /** For each cell style whether it shows dates. */
  readonly dateStyles: readonly boolean[]
}
export interface XlsxSheetPlace {
  readonly name: string
  /** Of the member that holds it. */
  readonly member: string
}

/** @throws ImportRefusal */
export async function readXlsxBook(zip: ZipContents): Promise<XlsxBook> {
  const targets = await relations(zip)
  const shown: XlsxSheetPlace[] = [], hidden: XlsxSheetPlace[] = []
  let since1904 = false
  readXml(await zip.text('xl/workbook.xml'), {
    open: (name, { date1904, name: sheet = '', id = '', state }) => {
      if (name === 'workbookPr') since1904 = date1904 === '1' || date1904 === 'true'
      const member = targets.get(id)
      // Charts and macro sheets have relations of other kinds, and no cells.
      if (name === 'sheet' && member !== undefined) (state === undefined || state === 'visible' ? shown : hidden).push({ name: sheet, member })
    },
  })
  return { sheets: [...shown, ...hidden], since1904, strings: await sharedStrings(zip), dateStyles: await dateStyles(zip) }
}

/** Relation id -> member, for those of sheets. */
async function relations(zip: ZipContents): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  readXml(await zip.text('xl/_rels/workbook.xml.rels'), {
    open: (name, { Id: id, Target: target, Type: type = '', TargetMode: mode }) => {
      if (name !== 'Relationship' || id === undefined || target === undefined || mode === 'External' || !type.endsWith('/worksheet')) return
      found.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    },
  })
  return found
}

async function sharedStrings(zip: ZipContents): Promise<string[]> {
  const strings: string[] = []
  if (!zip.has('xl/sharedStrings.xml')) return strings
  const text = richText((whole) => { strings.push(whole) }, 'si')
  readXml(await zip.text('xl/sharedStrings.xml'), text)
  return strings
}

/** Gathers the text of an element in however many runs, without the phonetic hints above East Asian text. */
export function richText(found: (text: string) => void, element: string): { open: (name: string) => void; text: (text: string) => void; close: (name: string) => void } {
  let whole = '', inText = false, hints = 0
  return {
    open: (name) => {
      if (name === element) whole = ''
      else if (name === 'rPh') hints += 1
      else if (name === 't') inText = hints === 0
    },
    text: (text) => { if (inText) whole += text },
    close: (name) => {
      if (name === 't') inText = false
      else if (name === 'rPh') hints -= 1
      else if (name === element) found(unescaped(whole))
    },
  }
}

/** `_x000D_` stands for a character that XML can't hold or would change; NUL is none that a text may have. */
const unescaped = (text: string): string =>
  (text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => (code === '0000' ? '\uFFFD' : String.fromCharCode(Number.parseInt(code, 16)))).replace(/\p{Surrogate}/gu, '\uFFFD') : text)

async function dateStyles(zip: ZipContents): Promise<boolean[]> {
  const codes = new Map<number, string>(), styles: boolean[] = []
  let inCells = false
  if (!zip.has('xl/styles.xml')) return styles
  readXml(await zip.text('xl/styles.xml'), {
    open: (name, { numFmtId = '0', formatCode }) => {
      if (name === 'cellXfs') inCells = true
      else if (name === 'numFmt' && formatCode !== undefined) codes.set(Number(numFmtId), formatCode)
      else if (name === 'xf' && inCells) styles.push(showsDate(Number(numFmtId), codes.get(Number(numFmtId))))
    },
    close: (name) => { if (name === 'cellXfs') inCells = false },
  })
  return styles
}
