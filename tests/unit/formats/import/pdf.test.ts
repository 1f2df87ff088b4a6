import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { describe, expect, test, vi } from 'vitest'
import type { FoundArticle } from '../../../../src/formats/import/importer'
import { pdf } from '../../../../src/formats/import/pdf'
import { articlesIn, fileOf, refusalOf } from '../../../fixtures/imports'
import { linesAt, pdfOf, pdfWith, type PdfLine } from '../../../fixtures/pdfs'

async function read(bytes: Uint8Array): Promise<FoundArticle> {
  const [found, ...more] = await articlesIn(pdf, fileOf('a.pdf', bytes))
  if (!found || more.length > 0) throw new Error('A PDF is one article.')
  return found
}
const paragraphs = async (...pages: (readonly PdfLine[])[]): Promise<string[]> => (await read(pdfOf(pages))).text.split('\n\n')
const refusal = async (bytes: Uint8Array): Promise<string> => await refusalOf(read(bytes))
const passages = ({ text, passages: all }: FoundArticle): string[][] => all.map(({ start, end, quote, reason, state }) => [text.slice(start, end) === quote ? quote : 'misplaced', reason, state])

const leftColumn = ['The harbour of Lunde was closed', 'on Monday morning after a storm', 'had torn away the outer pier.', 'Ferries were sent to Velmar, an', 'hour further south, until further']
const rightColumn = ['notice, the harbour master said.', 'Fishermen had warned of the pier', 'for years. Nobody had listened to', 'them, their union wrote, and now', 'the whole town would pay for it.']

describe('the order of reading', () => {
  test('is column by column, below what lies across both', async () => {
    const headline: PdfLine = { text: 'Storm closes the harbour of Lunde for weeks to come', x: 50, y: 80, size: 20 }
    expect(await paragraphs([headline, ...linesAt(50, 120, leftColumn), ...linesAt(310, 120, rightColumn)])).toEqual([
      headline.text,
      'The harbour of Lunde was closed on Monday morning after a storm had torn away the outer pier. Ferries were sent to Velmar, an hour further south, until further notice, the harbour master said. Fishermen had warned of the pier for years. Nobody had listened to them, their union wrote, and now the whole town would pay for it.',
    ])
  })

  test('is the same whatever the order in the file, and for base lines that differ between columns', async () => {
    const text = await paragraphs([...linesAt(310, 124, rightColumn), ...[...linesAt(50, 120, leftColumn)].reverse()])
    expect(text).toHaveLength(1)
    expect(text[0]).toMatch(/^The harbour .* until further notice, the harbour .* pay for it\.$/)
  })

  test('of three columns with a line across the first two', async () => {
    const narrow = (word: string): string[] => ['alpha', 'beta', 'gamma', 'delta', 'epsilon'].map((letter) => `${word} ${letter} in a column`)
    const text = await paragraphs([
      { text: 'A headline that lies across the first two columns only', x: 50, y: 100, size: 12 },
      ...linesAt(50, 120, narrow('one')), ...linesAt(220, 120, narrow('two')), ...linesAt(390, 96, narrow('six')),
    ])
    const order = text.join(' ').match(/headline|one alpha|one epsilon|two alpha|two epsilon|six alpha|six epsilon/g)
    expect(order).toEqual(['headline', 'one alpha', 'one epsilon', 'two alpha', 'two epsilon', 'six alpha', 'six epsilon'])
  })

  test('a line across the columns divides the page: both above it, then both below', async () => {
    const text = (await paragraphs([
      ...linesAt(50, 100, leftColumn), ...linesAt(310, 100, rightColumn),
      { text: 'MORE FROM THE COAST: what the storm has done to the villages in the north of the country', x: 50, y: 180, size: 11 },
      ...linesAt(50, 200, leftColumn.map((line) => `Second ${line}`)), ...linesAt(310, 200, rightColumn.map((line) => `Second ${line}`)),
    ])).join(' ')
    const places = ['on Monday', 'Fishermen', 'MORE FROM', 'Second on Monday', 'Second Fishermen'].map((part) => text.indexOf(part))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places).not.toContain(-1)
  })

  test('labels beside what they label are no columns', async () => {
    const labels = ['Title:', 'Date:', 'Place:', 'Words:']
    const text = await paragraphs([...linesAt(50, 100, labels), ...linesAt(150, 100, ['A storm at the coast of Lunde', 'Monday in the first week', 'Lunde and Velmar, both ports', 'Four hundred and twenty'])])
    expect(text).toEqual(['Title: A storm at the coast of Lunde Date: Monday in the first week Place: Lunde and Velmar, both ports Words: Four hundred and twenty'])
  })

  test('an initial over several lines belongs to the first of them', async () => {
    const initial = (letter: string, ...[first = '', second = '', ...more]: string[]): Promise<string[]> => paragraphs([{ text: letter, x: 50, y: 132, size: 34 }, ...linesAt(74, 108, [first, second, ...more.slice(0, 1)]), ...linesAt(50, 144, more.slice(1))])
    expect(await initial('T', 'he harbour of Lunde was closed', 'on Monday morning after a storm', 'that had torn away the pier and', 'the lighthouse on its head.')).toEqual(['The harbour of Lunde was closed on Monday morning after a storm that had torn away the pier and the lighthouse on its head.'])
    expect(await initial('A', 'storm has closed the harbour of', 'Lunde for weeks, and the storm', 'was not the last of this winter', 'on the coast.')).toEqual(['A storm has closed the harbour of Lunde for weeks, and the storm was not the last of this winter on the coast.'])
  })

  test('is kept on pages that are turned', async () => {
    expect((await read(pdfWith([`0 1 -1 0 595 0 cm\n${['BT /F1 10 Tf 1 0 0 1 50 500 Tm (The first line of the page) Tj ET', 'BT /F1 10 Tf 1 0 0 1 50 488 Tm (and the second one.) Tj ET'].join('\n')}`], { rotate: 90 }))).text)
      .toBe('The first line of the page and the second one.')
  })
})

describe('paragraphs', () => {
  test('are told by an indent, by space, by an early end of a sentence and by another size', async () => {
    expect(await paragraphs([
      ...linesAt(50, 100, ['The first paragraph begins here and fills the line', 'and ends here, near the right edge of the column.']),
      { text: 'An indent begins the second, which fills its line', x: 62, y: 124 }, { text: 'and goes on without one until it ends early.', x: 50, y: 136 },
      { text: 'Space begins the third, which is as long as a line', x: 50, y: 156 }, { text: 'and over.', x: 50, y: 168 },
      { text: 'Early ends begin the fourth, and it fills the line', x: 50, y: 180 },
      { text: 'A subheading', x: 50, y: 196, size: 13 },
      { text: 'The fifth stands below its heading and fills a line', x: 50, y: 210 },
    ])).toEqual([
      'The first paragraph begins here and fills the line and ends here, near the right edge of the column.',
      'An indent begins the second, which fills its line and goes on without one until it ends early.',
      'Space begins the third, which is as long as a line and over.',
      'Early ends begin the fourth, and it fills the line',
      'A subheading',
      'The fifth stands below its heading and fills a line',
    ])
  })

  test('items of a list are paragraphs, with lines below their text', async () => {
    expect(await paragraphs([
      ...linesAt(50, 100, ['The list fills its first line to the edge:', '\x95 a first item, which goes on and on and']), { text: 'ends below its text, not its mark', x: 60, y: 124 },
      ...linesAt(50, 136, ['\x95 a second item']),
    ])).toEqual(['The list fills its first line to the edge:', '• a first item, which goes on and on and ends below its text, not its mark', '• a second item'])
  })

  test('words set apart by space alone are apart, letters near each other are not', async () => {
    expect(await paragraphs([{ text: 'Two', x: 50, y: 100 }, { text: 'words', x: 72, y: 100 }, { text: ' and lett', x: 98, y: 100 }, { text: 'ers', x: 133.8, y: 100 }])).toEqual(['Two words and letters'])
  })
})

describe('a hyphen at the end of a line', () => {
  const joined = async (...lines: string[]): Promise<string> => (await paragraphs(linesAt(50, 100, lines))).join(' ')

  test('goes when the word goes on in lower case', async () => {
    expect(await joined('They met at the Kosmo-', 'drom of the far east.')).toBe('They met at the Kosmodrom of the far east.')
  })

  test('stays where the word is written with it elsewhere, and nowhere without', async () => {
    expect(await joined('A long-term plan is a plan for a long-', 'term future.')).toBe('A long-term plan is a plan for a long-term future.')
    expect(await joined('A long-term and a longterm plan, for a long-', 'term future.')).toBe('A long-term and a longterm plan, for a longterm future.')
  })

  test('stays before a capital and between figures; a dash is none', async () => {
    expect(await joined('The Lunde-', 'Velmar ferry ran in 2019-', '2020 as ever - or so -', 'they say.')).toBe('The Lunde-Velmar ferry ran in 2019-2020 as ever - or so - they say.')
  })
})

describe('heads and feet', () => {
  const body = (page: number): PdfLine[] => linesAt(50, 120, ['begins a sentence that fills', 'the lines of this page and', 'goes on without an end over', 'the edge to its follower'].map((line) => `The ${['first', 'second', 'third', 'fourth'][page] ?? ''} page ${line}`))
  const page = (i: number): PdfLine[] => [{ text: 'Lunde Courier', x: 50, y: 40, size: 8 }, ...body(i), { text: `${i + 7}`, x: 290, y: 800, size: 8 }]

  test('stay in the text as lines of their own and are proposed for exclusion', async () => {
    const found = await read(pdfOf([page(0), page(1), page(2)]))
    expect(passages(found)).toEqual([0, 1, 2].flatMap((i) => [['Lunde Courier', 'running-head', 'proposed'], [`${i + 7}`, 'page-number', 'proposed']]))
    expect(found.text.split('\n\n')).toEqual(expect.arrayContaining(['Lunde Courier', '7', '8', '9']))
  })

  test('do not break a paragraph that goes on over the page', async () => {
    const [first, second] = [page(0), [...page(1)]]
    second[1] = { text: 'and ends on the next page with', x: 50, y: 120 }
    const { text } = await read(pdfOf([first, second]))
    expect(text).toContain('the edge to its follower and ends on the next page')
    expect(text.indexOf('\n\n7')).toBeGreaterThan(text.indexOf('and ends on'))
  })

  test('printed web pages: date and address with page and number of pages', async () => {
    const print = (i: number): PdfLine[] => [{ text: '14/03/2024, 10:12', x: 30, y: 20, size: 8 }, { text: 'Storm closes harbour', x: 280, y: 20, size: 8 }, ...body(i), { text: 'lunde.example/storm', x: 30, y: 830, size: 8 }, { text: `${i + 1}/2`, x: 560, y: 830, size: 8 }]
    expect(passages(await read(pdfOf([print(0), print(1)]))).map(([quote, reason]) => [quote, reason])).toEqual([
      ['14/03/2024, 10:12 Storm closes harbour', 'running-head'], ['lunde.example/storm 1/2', 'running-head'],
      ['14/03/2024, 10:12 Storm closes harbour', 'running-head'], ['lunde.example/storm 2/2', 'running-head'],
    ])
  })

  test('heads that change from chapter to chapter are known by their page’s number', async () => {
    const heads = ['Chapter 1: The pier 11', '12 The coast, a history', 'Chapter 2: The storm 13', '14 The coast, a history']
    const found = await read(pdfOf(heads.map((text, i) => [{ text, x: 50, y: 40, size: 8 }, ...body(i)])))
    expect(passages(found).map(([quote]) => quote)).toEqual(heads)
  })

  test('a line that is repeated in the text itself is text', async () => {
    const refrain = (i: number): PdfLine[] => linesAt(50, 120, ['And again the bells', ...[1, 2, 3].map((line) => `rang over the town ${'xyz'[i] ?? ''}${'abc'[line - 1] ?? ''} as ever`)])
    expect((await read(pdfOf([refrain(0), refrain(1), refrain(2)]))).passages).toEqual([])
  })

  test('a line that stands elsewhere on the other page is text', async () => {
    const [first, second] = [linesAt(50, 120, ['It was the same', 'line of a poem', 'each time again', 'and yet another']), linesAt(50, 300, ['It was the same', 'tune of a song', 'that nobody knew', 'in those days'])]
    expect((await read(pdfOf([first, second]))).passages).toEqual([])
  })

  test('a single page says which it is', async () => {
    expect(passages(await read(pdfOf([[...body(0), { text: 'Page 1 of 1', x: 260, y: 810 }]])))).toEqual([['Page 1 of 1', 'page-number', 'proposed']])
  })
})

describe('the headline', () => {
  const body = linesAt(50, 160, leftColumn)

  test('is the largest text of the first page, on however many lines', async () => {
    const found = await read(pdfOf([[{ text: 'COAST', x: 50, y: 60, size: 12 }, ...linesAt(50, 90, ['Storm closes', 'the harbour'], { size: 24, spacing: 28 }), ...body]], { title: 'Microsoft Word - draft7.doc' }))
    expect(found).toMatchObject({ headline: 'Storm closes the harbour', date: '', outlet: '', headings: [{ level: 2 }, { level: 1 }] })
    expect(found.headings.map(({ start, end }) => found.text.slice(start, end))).toEqual(['COAST', 'Storm closes the harbour'])
  })

  test('is the title of the properties where that is a heading of the first page', async () => {
    const found = await read(pdfOf([[{ text: 'THE COURIER', x: 50, y: 60, size: 40 }, { text: 'Storm closes the harbour', x: 50, y: 120, size: 18 }, ...body]], { title: 'Storm Closes the Harbour' }))
    expect(found.headline).toBe('Storm closes the harbour')
  })

  test('is the title of the properties where all text is of one size, if the text has it', async () => {
    expect((await read(pdfOf([body], { title: 'harbour of Lunde' }))).headline).toBe('harbour of Lunde')
    expect((await read(pdfOf([body], { title: 'The harbour of Velmar' }))).headline).toBe('')
  })

  test('a date that has a line to itself is taken', async () => {
    expect((await read(pdfOf([[{ text: '12 March 2024', x: 50, y: 100 }, ...body]]))).date).toBe('2024-03-12')
  })
})

describe('what is no article', () => {
  test('pictures of pages are refused with what to do about it', async () => {
    expect(await refusal(pdfWith(['q 100 0 0 100 0 0 cm Q', '0 0 m 10 10 l S']))).toMatch(/^empty: .*OCR/)
  })

  test('a page without text among others is named', async () => {
    const { problems } = await read(pdfWith(['BT /F1 10 Tf 50 700 Td (Some text.) Tj ET', '']))
    expect(problems).toContainEqual({ kind: 'note', message: 'Page 2 of the PDF has no text: a picture, perhaps of a page' })
  })

  test('more than ten pages are questioned, more than a thousand refused', async () => {
    const pages = (count: number): Buffer => pdfOf(Array.from({ length: count }, () => linesAt(50, 100, ['Some text.'])))
    expect((await read(pages(11))).problems).toContainEqual({ kind: 'note', message: 'The PDF has 11 pages and was taken for one article: if it holds several, split it first' })
    expect((await read(pages(10))).problems.filter(({ kind }) => kind === 'note')).toEqual([])
    expect(await refusal(pages(1001))).toMatch(/^too-costly: it has 1,001 pages/)
  })

  test('a locked one, a damaged one', async () => {
    const locked = '/Encrypt << /Filter /Standard /V 1 /R 2 /O <0000000000000000000000000000000000000000000000000000000000000000> /U <1111111111111111111111111111111111111111111111111111111111111111> /P -4 >> /ID [<00> <00>]'
    expect(await refusal(pdfOf([linesAt(50, 100, ['Secret.'])], { trailer: locked }))).toMatch(/^encrypted: /)
    expect(await refusal(Buffer.from('%PDF-1.7\nnothing else'))).toMatch(/^damaged: /)
  })

  test('cut off anywhere, it is refused or imported with a warning', async () => {
    const whole = pdfOf([linesAt(50, 100, leftColumn), linesAt(50, 100, rightColumn)])
    for (let length = 20; length < whole.length - 8; length += 97) {
      const imported = read(whole.subarray(0, length))
      const outcome = await imported.then(({ problems }) => problems.map((one) => ('message' in one ? one.message : '')).join(), async () => await refusalOf(imported))
      expect(outcome).toMatch(/damaged|pictures without text/)
    }
  })

  test('one that draws text without end comes to an end', async () => {
    const text = 'BT /F1 10 Tf 50 700 Td (again) Tj ET '
    expect(await refusal(pdfWith([text.repeat(61_000)]))).toMatch(/^too-costly: /)
  }, 60_000)

  test('a stream that is packed as no page is, or twice, is not unpacked', async () => {
    const honest = deflateSync(Array.from({ length: 3000 }, (_, i) => `BT /F1 10 Tf 50 ${i % 800} Td (Line ${i * 7919} of the text) Tj ET`).join('\n'))
    expect((await read(pdfWith([honest]))).text).toContain('Line 7919 of the text')
    const bomb = deflateSync(Buffer.alloc(40_000_000, 'q '))
    expect(await refusal(pdfWith([bomb]))).toMatch(/^unsafe: /)
    expect(await refusal(pdfWith([deflateSync(bomb)], { filter: '[ /FlateDecode /FlateDecode ]' }))).toMatch(/^unsafe: /)
  })

  test('nothing is said on the console', async () => {
    const said = vi.spyOn(console, 'log').mockImplementation(() => undefined)
    await read(pdfOf([linesAt(50, 100, leftColumn)]))
    expect(said).not.toHaveBeenCalled()
    said.mockRestore()
  })
})

const specification = join(import.meta.dirname, '../../../../../shared/samples/A_refi/spec/REFI-QDA-1-5.pdf')

test.skipIf(!existsSync(specification))('a real document of 60 pages (skipped where ../shared is absent)', async () => {
  const found = await read(readFileSync(specification))
  expect(found.headline).toBe('REFI-QDA')
  const reasons = found.passages.map(({ reason }) => reason)
  expect([reasons.filter((one) => one === 'page-number').length, reasons.filter((one) => one === 'running-head').length]).toEqual([60, 60])
  expect(found.text).toContain('a direction meaning (association, one-way or bi-directional)')
  expect(found.text).toContain('Not all features of all QDA Software are supported in this standard. The rule-of-thumb was that at least two software packages should support a particular feature')
}, 60_000)
