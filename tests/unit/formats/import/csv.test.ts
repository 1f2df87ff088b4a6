import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import type { ColumnMapping, TableSample } from '../../../../src/domain/import/mapping'
import { csv } from '../../../../src/formats/import/csv'
import { csvRows } from '../../../../src/formats/import/csvRows'
import type { FoundArticle } from '../../../../src/formats/import/importer'
import { articlesIn, fileOf, refusalOf } from '../../../fixtures/imports'

const sample = async (content: string | Uint8Array, name = 'a.csv'): Promise<TableSample> => {
  const table = await csv.table?.(fileOf(name, content))
  if (!table) throw new Error('A CSV file is a table.')
  return table
}
const articles = async (content: string | Uint8Array, mapping: ColumnMapping | null = null): Promise<FoundArticle[]> => await articlesIn(csv, fileOf('a.csv', content), mapping)
const notes = ({ problems }: FoundArticle): string[] => problems.flatMap((one) => (one.kind === 'note' ? [one.message] : []))
const cells = (text: string, delimiter = ','): (readonly string[])[] => [...csvRows(text, delimiter)].map((row) => row.cells)

describe('rows', () => {
  test('are those that another program wrote, to the character', () => {
    // Not alone in its row: a row of one empty cell is an empty line.
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', '😀', '"', ',', ';', '\t', '\n', ' ', '=', "'"), maxLength: 8 })
    fc.assert(fc.property(fc.constantFrom(',', ';', '\t', '|'), fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 }), fc.boolean(), (delimiter, rows, quotes) => {
      expect(cells(Papa.unparse(rows, { delimiter, newline: '\n', quotes }), delimiter)).toEqual(rows)
    }), { seed: 4, numRuns: 500 })
  })

  test('any text at all has rows, and nothing of it is lost', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' '), maxLength: 30 }), (text) => {
      const letters = (one: string): string => one.replace(/[^a]/g, '')
      expect(letters(cells(text).flat().join(''))).toBe(letters(text))
    }), { seed: 4, numRuns: 1000 })
  })

  test('quotation marks within a cell, and spaces after a closing one, are forgiven', () => {
    expect(cells('x"y"z,"p""q"\n"a" ,"b"c",d\n')).toEqual([['x"y"z', 'p"q'], ['a', 'b"c', 'd']])
  })

  test('a quotation mark that is never closed takes the rest, and says so', () => {
    expect([...csvRows('1,"abc\n2,def', ',')]).toEqual([{ cells: ['1', 'abc\n2,def'], unterminated: true }])
  })

  test('a row of megabytes in malformed quotation marks is read at once', () => {
    const started = performance.now()
    expect(cells(`"${'x"y '.repeat(500_000)}`)).toHaveLength(1)
    expect(cells('"" '.repeat(500_000))).toHaveLength(1)
    expect(performance.now() - started).toBeLessThan(2000)
  })
})

const table = 'title,body,published\nFirst,The first text.,2024-03-12\nSecond,"Another, with a comma.",2024-03-13\n'

describe('a table', () => {
  test('gives its columns, its first rows and what they probably mean', async () => {
    expect(await sample(table)).toEqual({
      columns: ['title', 'body', 'published'],
      rows: [['First', 'The first text.', '2024-03-12'], ['Second', 'Another, with a comma.', '2024-03-13']],
      guess: { roles: { headline: 'title', text: 'body', date: 'published' }, variables: [], dates: null },
    })
  })

  test('gives an article for each row, its headline above its text', async () => {
    expect(await articles(table)).toMatchObject([
      { headline: 'First', text: 'First\n\nThe first text.', date: '2024-03-12', headings: [{ start: 0, end: 5, level: 1 }] },
      { headline: 'Second', text: 'Second\n\nAnother, with a comma.', date: '2024-03-13' },
    ])
  })

  test('is read as the researcher says', async () => {
    const mapping: ColumnMapping = { roles: { text: 'title' }, variables: ['body'], dates: null }
    expect(await articles(table, mapping)).toMatchObject([{ text: 'First', headline: '', date: '', variables: { body: 'The first text.' } }, { text: 'Second' }])
    expect(await refusalOf(articles('a,b\n1,2\n', mapping))).toMatch(/^unreadable: its columns are not those that were chosen/)
  })

  test('divided by semicolons, tabs, bars or what its first line says, in UTF-8, UTF-16 or Windows-1252', async () => {
    const semicolons = 'Titel;Volltext;Datum\nEins;"Ein Text; mit Semikolon, und Komma";12.03.2024\n'
    expect((await sample(semicolons)).guess.roles).toEqual({ headline: 'Titel', text: 'Volltext', date: 'Datum' })
    expect((await sample(`sep=;\r\n${semicolons}`)).columns).toEqual(['Titel', 'Volltext', 'Datum'])
    expect((await sample(semicolons.replace('; mit', ' mit').replaceAll(';', '\t'))).columns).toEqual(['Titel', 'Volltext', 'Datum'])
    expect((await sample(semicolons.replace('; mit', ' mit').replaceAll(';', '|'))).columns).toEqual(['Titel', 'Volltext', 'Datum'])
    const umlauts = 'Titel;Text\nEins;"Früh am Morgen, spät am Abend und schön dazu"\n'
    for (const bytes of [Buffer.from(`\uFEFF${umlauts}`), Buffer.from(`\uFEFF${umlauts}`, 'utf16le'), Buffer.from(umlauts, 'latin1')]) {
      expect((await articles(bytes))[0]?.text).toBe('Eins\n\nFrüh am Morgen, spät am Abend und schön dazu')
    }
  })

  test('with line ends of an old Macintosh', async () => {
    expect((await articles(table.replaceAll('\n', '\r'))).map(({ headline }) => headline)).toEqual(['First', 'Second'])
  })

  test('keeps cells that look like formulas', async () => {
    const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', "'quoted", '\t=1']
    const found = await articles(`text,x\n${formulas.map((cell) => `Some text.,"${cell}"`).join('\n')}\n`, { roles: { text: 'text' }, variables: ['x'], dates: null })
    expect(found.map(({ variables }) => variables['x'])).toEqual(formulas)
    expect((await articles('text\n=1+1 is a text\n'))[0]?.text).toBe('=1+1 is a text')
  })

  test('names each column once, by its place where it has no name', async () => {
    expect((await sample('text,id,,id,id 2,__proto__,constructor\nA text,1,2,3,4,5,6\n')).columns).toEqual(['text', 'id', 'column 3', 'id 3', 'id 2', 'column 6', 'constructor'])
    const [found] = await articles('text,__proto__,constructor\nA text,1,2\n')
    expect(Object.entries(found?.variables ?? {})).toEqual([['column 2', '1'], ['constructor', '2']])
    expect(({} as Record<string, unknown>)['column 2']).toBeUndefined()
  })

  test('without a line of names keeps its first row', async () => {
    const texts = ['one', 'two'].map((word) => `https://lunde.example/${word},2024-03-12,${`The ${word} text goes on and on. `.repeat(12)}`)
    expect(await articles(`${texts.join('\n')}\n`)).toMatchObject([{ url: 'https://lunde.example/one', date: '2024-03-12' }, { url: 'https://lunde.example/two' }])
  })

  test('leaves out rows without a text, and says how many', async () => {
    const found = await articles('text,x\nA,1\n,2\n   ,3\n,\nB,4\n')
    expect(found.map(({ text }) => text)).toEqual(['A', 'B'])
    expect(found.map(notes)).toEqual([[], ['2 rows have no text in the column “text” and were left out']])
    expect(await refusalOf(articles('text,x\n,1\n'))).toMatch(/^empty: /)
  })

  test('says where a row has too many cells, and fills those that have too few', async () => {
    const found = await articles('text,x,y\nA,1\nB,1,2,3\nC,1,2,\n')
    expect(found.map(({ variables }) => variables)).toEqual([{ x: '1' }, { x: '1', y: '2' }, { x: '1', y: '2' }])
    expect(found.map(notes)).toEqual([[], ['Row 3 of the table has 4 cells for 3 columns: what stands beyond the last column was left out. A quotation mark may be missing in it'], []])
  })

  test('says where a quotation mark is never closed', async () => {
    expect((await articles('id,text\n1,"abc\n2,def\n')).flatMap(notes)).toEqual([expect.stringContaining('never closed')])
  })

  test('cuts what is too long for a field, and says so', async () => {
    const [found] = await articles(`text,note,author\nA,${'n'.repeat(10_001)},${'😀'.repeat(5001)}\n`, { roles: { text: 'text', byline: 'author' }, variables: ['note'], dates: null })
    expect([found?.variables['note']?.length, found?.byline.length, found?.byline.endsWith('😀')]).toEqual([10_000, 10_000, true])
    expect(found && notes(found)).toHaveLength(2)
  })
})

describe('what is no table of articles', () => {
  const mediaCloud = 'id,indexed_date,language,media_name,media_url,publish_date,title,url\n'
    + 'abc,2024-03-13 01:02:03,en,lunde.example,lunde.example,2024-03-12,Storm closes the harbour of Lunde for weeks to come and ferries go elsewhere,https://lunde.example/storm\n'

  test('a list without texts is refused with what to do', async () => {
    expect(await refusalOf(sample(mediaCloud))).toMatch(/^not-text: none of its columns \(id, .*Media Cloud exports titles and addresses only.*Add a column “text”/)
    expect(await refusalOf(articles(mediaCloud))).toMatch(/^not-text: /)
    expect(await refusalOf(sample('a,b\n1,2\n'))).not.toContain('Media Cloud')
  })

  test('prose with commas is not taken for one', () => {
    const recognised = (name: string, content: string): unknown => csv.recognises(fileOf(name, content))
    expect(recognised('a.txt', 'Late, at night, they met.\nEarly, in the morning, they parted.\nThen, at last, came the storm.\nIt was, as ever, too late.\n')).toBe(false)
    expect(recognised('a.txt', table)).toBe(false)
    expect(recognised('export.txt', `${table}Third,The third text.,2024-03-14\n`)).toBe(true)
    expect(recognised('export.tsv', 'a\tb\n1\t2\n')).toBe(true)
    expect(recognised('export.csv', 'a\0b')).toBe(false)
  })
})

test('64 MB are read in little more memory than they take themselves', async () => {
  const row = `"A headline","${'A sentence of the text, no longer than others. '.repeat(40)}",2024-03-12\n`
  const file = fileOf('a.csv', Buffer.from(`headline,text,date\n${row.repeat(Math.floor(60_000_000 / row.length))}`))
  let count = 0, most = 0
  const before = process.memoryUsage()
  for await (const _ of csv.read(file, { mapping: null })) {
    count += 1
    if (count % 5000 === 0) most = Math.max(most, process.memoryUsage().heapUsed - before.heapUsed)
  }
  expect(count).toBe(Math.floor(60_000_000 / row.length))
  expect(most).toBeLessThan(256 * 1024 * 1024)
}, 60_000)

const payloads = join(import.meta.dirname, '../../../../../shared/payloads/csv/made')

test.skipIf(!existsSync(payloads))('every hostile file is imported or refused for the reason expected (skipped where ../shared is absent)', async () => {
  const outcomes = await Promise.all(readdirSync(payloads).filter((name) => /\.[ct]sv$/.test(name)).map(async (name) => {
    const file = fileOf(name, readFileSync(join(payloads, name)))
    if (!csv.recognises(file)) return [name, 'not a table']
    const read = articlesIn(csv, file)
    return [name, await read.then((found) => found.map(({ text }) => text).join('|'), async () => (await refusalOf(read)).split(':')[0])]
  }))
  expect(Object.fromEntries(outcomes)).toEqual({
    'bom.csv': 'a', 'latin1.csv': 'café', 'utf16le.csv': 'ä', 'unterminated_quote.csv': 'abc\n2,def', 'nul.csv': 'not a table',
    ...Object.fromEntries(['blank_header.csv', 'cr_only.csv', 'dup_headers.csv', 'header_only.csv', 'proto_headers.csv', 'quote_mid.csv', 'ragged.csv', 'semicolon.csv', 'sep_line.csv', 'tab.tsv'].map((name) => [name, 'not-text'])),
  })
})
