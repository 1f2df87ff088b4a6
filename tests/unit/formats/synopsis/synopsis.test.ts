import { JSDOM } from 'jsdom'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { synopsisCsv } from '../../../../src/formats/synopsis/csv'
import { synopsisHtml } from '../../../../src/formats/synopsis/html'
import { synopsisXlsx } from '../../../../src/formats/synopsis/xlsx'
import { sheetsIn } from '../../../fixtures/sheets'
import { sheet } from '../../../fixtures/synopsisSheet'

describe('the CSV', () => {
  const { data } = Papa.parse<Record<string, string>>([...synopsisCsv(sheet)].join('').trimEnd(), { header: true })

  test('has a row per place, and one for each article that leaves a passage out', () => {
    expect(data.map((row) => [row['passage'], row['article_id'], row['found']])).toEqual([
      ['1', 'a1', '1'], ['1', 'a2', '1'], ['1', 'a3', '0'], ['2', 'a1', '1'], ['2', 'a2', '0'], ['2', 'a3', '1'], ['2', 'a3', '1'],
    ])
  })

  test('says in what words, whose, and how they were coded', () => {
    expect(data[0]).toMatchObject({ event: 'Summit at Kestrel', name: 'fight against powers', kind: 'quotation', strength: '0.88', state: 'confirmed', outlet: 'The Meridian', start: '10', end: '22', words: 'a just fight', passage_id: 'a1:10', differing_words: 'just', speaker: 'the chairman', cue: 'said', form: 'direct', codes: 'just fight | government', masked: '0' })
    expect(data[1]).toMatchObject({ words: 'a holy fight', differing_words: 'holy', through: 'the Northern Press Agency' })
    expect(data[2]).toMatchObject({ start: '', words: '', form: '' })
  })
})

describe('the workbook', () => {
  test('has the table as it is shown, and a sheet with a row per place', async () => {
    const { Synopsis = [], Places = [] } = await sheetsIn(synopsisXlsx(sheet))
    expect(Synopsis[0]).toEqual(['Summit at Kestrel', 'The Meridian, 2024-03-12', 'Lunde Courier, 2024-03-13', 'No outlet, “quoted”'])
    expect(Synopsis[1]?.slice(1)).toEqual(['a just fight\n(the chairman, direct)', 'a holy fight\n(the guest, fragment, through the Northern Press Agency)', 'not found'])
    expect(Synopsis[2]?.[3]?.split('\n\n')).toHaveLength(2)
    expect(Places).toHaveLength(8)
    expect(Places[4]?.slice(0, 5)).toEqual(['Summit at Kestrel', '2', 'a1:90', '=1+1', 'identical'])
  })

  test('keeps words that XML can’t hold, and is whole', async () => {
    const [first, ...more] = sheet.passages
    const odd = { ...sheet, passages: first ? [{ ...first, name: 'bell\u0007 \ud800 \uffff end <&>' }, ...more] : [] }
    const { Places = [] } = await sheetsIn(synopsisXlsx(odd))
    expect(Places[1]?.[3]).toBe('bell\u0007 \ufffd \uffff end <&>')
  })
})

describe('the page', () => {
  const { document } = new JSDOM(synopsisHtml(sheet)).window
  const cells = Array.from(document.querySelectorAll('tbody tr'), (row) => Array.from(row.querySelectorAll('td'), (cell) => cell))

  test('shows every cell with what differs marked, and gaps as such', () => {
    expect(cells.map((row) => row.map(({ className }) => className))).toEqual([['', '', 'gap'], ['', 'gap', '']])
    expect(Array.from(document.querySelectorAll('mark'), ({ textContent }) => textContent?.trim())).toEqual(['just', 'holy'])
    expect(cells[0]?.[0]?.textContent).toContain('the chairman, direct · just fight · government')
    expect(document.querySelector('h1 + p')?.textContent).toContain('2 of 5 shared passages')
  })

  test('takes words for words', () => {
    expect(cells[1]?.[0]?.querySelector('p')?.textContent).toBe('<b>two</b> rockets')
    const evil = synopsisHtml({ ...sheet, event: '</title><script>alert(1)</script>', articles: sheet.articles.map((one) => ({ ...one, outlet: '"><img src=x onerror=alert(1)>', date: "'><svg onload=alert(1)>" })) })
    expect(new JSDOM(evil).window.document.querySelectorAll('script, img, svg')).toHaveLength(0)
  })

  test('fetches nothing and lets nothing run', () => {
    expect(document.querySelector('meta[http-equiv]')?.getAttribute('content')).toContain("default-src 'none'")
    expect(document.querySelectorAll('[src], [href], script')).toHaveLength(0)
  })
})
