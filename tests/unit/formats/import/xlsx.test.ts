import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { excelDate, showsDate } from '../../../../src/formats/import/excelDate'
import type { FoundArticle } from '../../../../src/formats/import/importer'
import { xlsx } from '../../../../src/formats/import/xlsx'
import { articlesIn, fileOf, refusalOf } from '../../../fixtures/imports'
import { workbook, type SheetCell, type Workbook } from '../../../fixtures/workbooks'

const read = async (book: Workbook): Promise<FoundArticle[]> => await articlesIn(xlsx, fileOf('a.xlsx', await workbook(book)))
const sheet = (...rows: (SheetCell | string | null)[][]): Workbook['sheets'] => [{ name: 'Articles', rows }]
const number = (v: string, s = 0): SheetCell => ({ v, s })
const notes = (found: readonly FoundArticle[]): string[] => found.flatMap(({ problems }) => problems.flatMap((one) => (one.kind === 'note' ? [one.message] : [])))

describe('a workbook', () => {
  test('is a table of what its cells show', async () => {
    const found = await read({
      sheets: sheet(
        ['Headline', 'Text', 'Date', 'Words', 'Checked', 'Note'],
        ['Storm', { t: 's', v: '0' }, number('45363', 1), number('1234'), { t: 'b', v: '1' }, { t: 'str', v: 'Lunde 3', formula: '"Lunde "&1+2' }],
        ['Calm', { t: 's', v: '1' }, number('45364.5', 1), number('0.1', 2), { t: 'e', v: '#N/A' }, '=1+1'],
      ),
      strings: ['The harbour was closed.', '<r><t>The sea </t></r><r><rPr/><t xml:space="preserve">was calm.</t></r><rPh><t>hint</t></rPh>'],
      styles: [0, 14, '0.00'],
    })
    expect(found).toMatchObject([
      { headline: 'Storm', text: 'Storm\n\nThe harbour was closed.', date: '2024-03-12', variables: { Words: '1234', Checked: 'TRUE', Note: 'Lunde 3' } },
      { headline: 'Calm', text: 'Calm\n\nThe sea was calm.', date: '2024-03-13', variables: { Words: '0.1', Checked: '#N/A', Note: '=1+1' } },
    ])
  })

  test('counts days from 1904 where it says so', async () => {
    expect((await read({ sheets: sheet(['Text', 'Date'], ['A text.', number('43901', 0)]), styles: ['yyyy-mm-dd'], since1904: true }))[0]?.date).toBe('2024-03-12')
  })

  test('is read in its first sheet that has anything in it; the others are named', async () => {
    const found = await read({ sheets: [{ name: 'Hidden', hidden: true, rows: [['Text'], ['Hidden text.']] }, { name: 'Blank', rows: [[], [null, number('')]] }, { name: 'Data', rows: [['Text'], ['A text.']] }] })
    expect(found.map(({ text }) => text)).toEqual(['A text.'])
    expect(notes(found)).toEqual(['Only the sheet “Data” was read, not “Blank”, “Hidden”: save another sheet as a file of its own to import it'])
  })

  test('rows and cells that are not there make no difference', async () => {
    expect(await read({ sheets: sheet([], ['Text', 'A', 'B'], [], [], ['One.', null, 'b'], ['Two.']) })).toMatchObject([{ text: 'One.', variables: { B: 'b' } }, { text: 'Two.', variables: {} }])
  })

  test('line ends within a cell, and characters that XML can’t hold', async () => {
    expect((await read({ sheets: sheet(['Text'], ['One_x000D_\nTwo &_x0041__x0000_']) }))[0]?.text).toBe('One\nTwo &A\uFFFD')
  })

  test('with nothing in it, claiming much or garbled is refused', async () => {
    const rows = (xml: string): Workbook => ({ sheets: sheet([]), parts: { 'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${xml}</sheetData></worksheet>` } })
    expect(await refusalOf(read({ sheets: sheet([]) }))).toMatch(/^empty: none of its sheets/)
    expect(await refusalOf(read(rows('<row r="1"><c')))).toMatch(/^damaged: /)
    expect(await refusalOf(read(rows('<!DOCTYPE x [<!ENTITY y "z">]><row/>')))).toMatch(/^(unsafe|damaged): /)
    const many = Array.from({ length: 1200 }, (_, i) => `<c t="inlineStr"><is><t>n${i}</t></is></c>`).join('')
    expect(await refusalOf(read(rows(`<row>${many}</row>`)))).toMatch(/^too-costly: the table has 1,001 columns/)
    const whole = await workbook({ sheets: sheet(['Text'], ['A text.']) })
    expect(await refusalOf(articlesIn(xlsx, fileOf('a.xlsx', whole.subarray(0, whole.length - 60))))).toMatch(/^damaged: /)
  })

  test('a place far outside the sheet costs nothing', async () => {
    const parts = { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>Text</v></c></row><row r="2000000000"><c r="A2000000000" t="str"><v>A text.</v></c><c r="ZZZ2" t="str"><v>far</v></c></row></sheetData></worksheet>' }
    expect((await read({ sheets: sheet([]), parts })).map(({ text }) => text)).toEqual(['A text.'])
  })

  test('a string used over and over is counted each time', async () => {
    const cells = '<row><c t="s"><v>0</v></c></row>'.repeat(30_000)
    expect(await refusalOf(read({ sheets: sheet([]), strings: ['x'.repeat(10_000)], parts: { 'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${cells}</sheetData></worksheet>` } }))).toMatch(/^too-costly: /)
  })

  test('is recognised by what it holds', async () => {
    expect(xlsx.recognises(fileOf('a.bin', await workbook({ sheets: sheet(['Text']) })))).toBe(true)
    expect(xlsx.recognises(fileOf('a.xlsx', 'xl/workbook.xml'))).toBe(false)
  })
})

describe('days of Excel', () => {
  test('count from 1900, with a 29 February that never was, or from 1904', () => {
    expect([1, 59, 60, 61, 45363].map((serial) => excelDate(serial, false))).toEqual(['1900-01-01', '1900-02-28', undefined, '1900-03-01', '2024-03-12'])
    expect([0, 60, 43901].map((serial) => excelDate(serial, true))).toEqual(['1904-01-01', '1904-03-01', '2024-03-12'])
    expect([-1, 3_000_000, Number.NaN].map((serial) => excelDate(serial, false))).toEqual([undefined, undefined, undefined])
  })

  test('have times of day', () => {
    expect([45363.4375, 45363.99999999, 0.5, 45363 + 1 / 86400].map((serial) => excelDate(serial, false))).toEqual(['2024-03-12 10:30', '2024-03-13', '12:00', '2024-03-12 00:00:01'])
  })

  test('are told by the number format', () => {
    for (const code of ['yyyy-mm-dd', 'd. mmmm yyyy;@', '[$-407]dd/mm/yy', 'h:mm AM/PM', 'mm:ss.0', 'yyyy"年"m"月"']) expect([code, showsDate(164, code)]).toEqual([code, true])
    for (const code of ['General', '0.00', '#,##0 "days"', '[Red]0', '[h]:mm', '@', '0.0E+00', '_-* #,##0\\ "m"']) expect([code, showsDate(164, code)]).toEqual([code, false])
    expect([14, 22, 0, 2, 49].map((id) => showsDate(id, undefined))).toEqual([true, true, false, false, false])
  })
})

const payloads = join(import.meta.dirname, '../../../../../shared/payloads/zip/made')

test.skipIf(!existsSync(payloads))('no hostile archive is taken for a workbook (skipped where ../shared is absent)', () => {
  for (const name of readdirSync(payloads)) expect([name, xlsx.recognises(fileOf(name, readFileSync(join(payloads, name))))]).toEqual([name, false])
})
