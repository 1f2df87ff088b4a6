import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import readExcelFile from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { LONGEST_CELL } from '../../../../src/formats/workbook/cellText'
import type { Sheet, SheetCell } from '../../../../src/formats/workbook/sheet'
import { sheetName } from '../../../../src/formats/workbook/sheetName'
import { workbook } from '../../../../src/formats/workbook/workbook'
import { partIn, sheetsIn } from '../../../fixtures/sheets'

const sheet = (rows: readonly (readonly SheetCell[])[], over: Partial<Sheet> = {}): Sheet => ({
  name: 'Some', columns: [{ type: 'text', width: 10 }], frozen: { rows: 1, columns: 0 }, head: ['head'], rows: () => [rows], ...over,
})
const typed = (type: Sheet['columns'][number]['type'], cell: SheetCell): Sheet => sheet([[cell]], { columns: [{ type, width: 10 }] })
const firstSheet = async (one: Sheet): Promise<string> => await partIn(workbook([one]), 'xl/worksheets/sheet1.xml')

describe('cells', () => {
  test('texts of any kind come back exactly', async () => {
    // NUL is none that a text of ours may have, and half a character is read as one that is missing.
    const words = fc.string({ unit: fc.oneof(fc.constantFrom('_x0041_', '_x', '_', 'x000d_', '\r', '\n', '\t', ' ', '&', '<', '"', "'", '=', '😀', '\u0001', '\uffff', '\ufeff'), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })), minLength: 1, maxLength: 20 })
    await fc.assert(fc.asyncProperty(fc.array(words.map((text) => Buffer.from(text.replaceAll('\0', '')).toString()).filter((text) => text !== ''), { minLength: 1, maxLength: 20 }), async (texts) => {
      const { Some } = await sheetsIn(workbook([sheet([...texts, ...texts].map((text) => [text]))]))
      expect(Some).toEqual([['head'], ...texts.map((text) => [text]), ...texts.map((text) => [text])])
    }), { seed: 1, numRuns: 60 })
  })

  test('numbers, yes and no are such; what is no number is a text', async () => {
    const [{ data } = { data: [] }] = await readExcelFile(await buffer(workbook([sheet([[1.5], [-0.1], [1e21], [true], [false], ['7'], [Number.POSITIVE_INFINITY], ['']])])))
    expect(data.flat()).toEqual(['head', 1.5, -0.1, 1e21, true, false, '7', 'Infinity'])
  })

  test('whole days and times are such, parts of dates are texts', async () => {
    expect(await sheetsIn(workbook([typed('date', '2024-02-29')]))).toEqual({ Some: [['head'], ['2024-02-29']] })
    expect(await firstSheet(typed('date', '2024-02-29'))).toContain('<c r="A2" s="2"><v>45351</v></c>')
    expect(await firstSheet(typed('time', '2024-02-29T18:00:00.000Z'))).toContain('<c r="A2" s="3"><v>45351.75</v></c>')
    for (const text of ['2024', '2024-02', '2023-02-29', '1899-12-31', 'soon']) expect(await firstSheet(typed('date', text))).toContain('t="s"')
    expect(await firstSheet(typed('text', '2024-02-29'))).toContain('t="s"')
  })

  test('what looks like a formula is a text, and stays one when it is edited', async () => {
    const xml = await firstSheet(sheet([['=1+1'], ['+1'], ['-1'], ['@A1'], ['x']]))
    expect(xml.match(/<c r="A\d" s="4" t="s">/g)).toHaveLength(4)
    expect(xml).not.toContain('<f')
    expect(await partIn(workbook([sheet([])]), 'xl/styles.xml')).toMatch(/<cellXfs[^>]*>(<xf [^/]*\/?>(<alignment[^>]*\/><\/xf>|<\/xf>)){4}<xf [^>]*quotePrefix="1"/)
  })

  test('what is longer than a cell may be is cut, not inside a character, and says so', async () => {
    const { Some = [] } = await sheetsIn(workbook([sheet([['x'.repeat(LONGEST_CELL)], [`${'x'.repeat(LONGEST_CELL - 2)}😀x`]])]))
    expect(Some.slice(1).map(([text = '']) => [text.length, text.slice(-3)])).toEqual([[LONGEST_CELL, 'xxx'], [LONGEST_CELL - 1, 'xx…']])
  })

  test('a column of many different texts is written in place', async () => {
    const texts = Array.from({ length: 5000 }, (_none, i) => `text ${i}`)
    const { Some } = await sheetsIn(workbook([sheet(texts.map((text) => [text]))]))
    expect(Some?.slice(1).flat()).toEqual(texts)
    expect((await partIn(workbook([sheet(texts.map((text) => [text]))]), 'xl/sharedStrings.xml')).match(/<si>/g)).toHaveLength(2000)
  })
})

describe('sheets', () => {
  test('the head stays in sight', async () => {
    expect(await firstSheet(sheet([]))).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>')
  })

  test('a sheet with more rows than one may have goes on behind the others', async () => {
    const rows = Array.from({ length: 11 }, (_none, i) => [i])
    const long = sheet(rows, { rows: () => [rows.slice(0, 3), [], rows.slice(3)] })
    expect(await sheetsIn(workbook([long, sheet([['b']], { name: 'Other' })], 5))).toEqual({
      Some: [['head'], ['0'], ['1'], ['2'], ['3']], Other: [['head'], ['b']], 'Some 2': [['head'], ['4'], ['5'], ['6'], ['7']], 'Some 3': [['head'], ['8'], ['9'], ['10']],
    })
  })

  test('of as many rows as a sheet has no empty one follows', async () => {
    expect(Object.keys(await sheetsIn(workbook([sheet([[1], [2]])], 3)))).toEqual(['Some'])
  })

  test('columns beyond the alphabet have names of two and three letters', async () => {
    const wide = sheet([], { columns: Array.from({ length: 703 }, () => ({ type: 'text', width: 8 })), head: Array.from({ length: 703 }, (_none, i) => String(i)) })
    const xml = await firstSheet(wide)
    for (const [i, letters] of [[25, 'Z'], [26, 'AA'], [701, 'ZZ'], [702, 'AAA']] as const) expect(xml).toContain(`<c r="${letters}1" s="1" t="inlineStr"><is><t>${i}</t>`)
  })

  test('names are such as Excel takes', () => {
    const used = new Set<string>()
    expect(['Tone: [a/b]', "'quoted'", 'TONE  A B', '', 'History', 'x'.repeat(40), 'x'.repeat(40)].map((name) => sheetName(name, used)))
      .toEqual(['Tone a b', 'quoted', 'TONE A B 2', 'Sheet', 'History 2', 'x'.repeat(31), `${'x'.repeat(29)} 2`])
  })

  test('the same sheets give the same bytes', async () => {
    expect(Buffer.compare(await buffer(workbook([sheet([['a']])])), await buffer(workbook([sheet([['a']])])))).toBe(0)
  })

  test('what goes wrong while rows are read ends the workbook', async () => {
    await expect(buffer(workbook([sheet([], { rows: () => { throw new Error('damaged') } })]))).rejects.toThrow('damaged')
    async function* failing(): AsyncGenerator<SheetCell[][], void> {
      yield [['a']]
      throw new Error('damaged later')
    }
    await expect(buffer(workbook([sheet([], { rows: failing })]))).rejects.toThrow('damaged later')
  })

  test('whoever stops reading asks for no more rows', async () => {
    let asked = 0
    async function* endless(): AsyncGenerator<SheetCell[][], void> {
      for (;;) yield [[(asked += 1), Math.sin(asked)]]
    }
    for await (const chunk of workbook([sheet([], { columns: [{ type: 'number', width: 8 }, { type: 'number', width: 8 }], rows: endless })])) {
      if (chunk.length > 0) break
    }
    const then = asked
    await new Promise((resolve) => { setImmediate(resolve) })
    expect(asked - then).toBeLessThan(20_000)
  })
})
