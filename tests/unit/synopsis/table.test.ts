import { describe, expect, it } from 'vitest'
import type { Place } from '../../../src/domain/synopsis/parallel'
import type { SharedPassage } from '../../../src/domain/synopsis/sharedPassages'
import { workOut } from '../../../src/domain/synopsis/once'
import { TableWork } from '../../../src/domain/synopsis/tableWork'
import { synopsisTable, type TableArticle, type TableRow } from '../../../src/domain/synopsis/table'
import { everyPassage, rowsMeeting, sortedRows, speakersIn, type TableOrder, type TableQuery } from '../../../src/domain/synopsis/tableQuery'

const texts: Readonly<Record<string, string>> = {
  a: 'The ferry ran aground. “We will talk about all issues,” said the minister.',
  b: 'On the agenda: “all issues”. A ferry had run aground, and all issues stayed open.',
  c: 'The ferry ran aground again.',
}
const articles: readonly TableArticle[] = [{ id: 'a', outlet: 'The Courier', language: 'en' }, { id: 'b', outlet: 'Harbour Post', language: 'en' }, { id: 'c', outlet: 'The Courier', language: 'en' }]

const place = (article: string, quote: string, from = 0): Place => {
  const start = (texts[article] ?? '').indexOf(quote, from)
  return { article, start, end: start + quote.length }
}
const passage = (id: string, places: readonly Place[], change: Partial<SharedPassage> = {}): SharedPassage => ({ id, places, links: [], kind: 'identical', strength: 0.8, state: 'strong', ...change })

const passages = [
  passage('ferry', [place('a', 'The ferry ran aground'), place('c', 'The ferry ran aground')], { strength: 0.9 }),
  passage('issues', [place('a', 'all issues'), place('b', 'all issues'), place('b', 'all issues', 40)], { kind: 'quotation', state: 'confirmed' }),
  passage('perhaps', [place('b', 'A ferry'), place('c', 'ferry')], { kind: 'wording', strength: 0.2, state: 'suggested' }),
]
const rows = synopsisTable(passages, articles, (id) => texts[id] ?? '')
const ids = (some: readonly TableRow[]): readonly string[] => some.map((row) => row.passage.id)
const codesOf = (at: Place): readonly string[] => (at.article === 'b' ? ['support'] : [])
const meeting = (change: Partial<TableQuery>): readonly string[] => ids(rowsMeeting(rows, { ...everyPassage, ...change }, articles, codesOf))
const ordered = (order: TableOrder, columns = articles): readonly string[] => ids(sortedRows(rows, { order, articles: columns, codesOf, codes: ['fight', 'support'] }))

describe('the table of an event', () => {
  it('has a row for each shared passage and counts outlets, not articles', () => {
    expect(ids(rows)).toEqual(['ferry', 'issues', 'perhaps'])
    expect(rows.map(({ outlets }) => outlets)).toEqual([1, 2, 2])
  })

  it('gives each article its places in the order of its text, each covered by its stretches', () => {
    const cell = rows[1]?.cells.get('b') ?? []
    expect(cell.map(({ text }) => text)).toEqual(['all issues', 'all issues'])
    expect(cell.map(({ place: { start } }) => start)).toEqual([16, 58])
    for (const { cells } of rows) {
      for (const { place: at, stretches } of [...cells.values()].flat()) {
        expect([stretches[0]?.start, stretches.at(-1)?.end]).toEqual([at.start, at.end])
        expect(stretches.slice(1).map(({ start }) => start)).toEqual(stretches.slice(0, -1).map(({ end }) => end))
      }
    }
  })

  it('leaves out articles that are no column, and passages that are in none', () => {
    const two = synopsisTable(passages, articles.slice(0, 1), (id) => texts[id] ?? '')
    expect(ids(two)).toEqual(['ferry', 'issues'])
    expect([...two.flatMap(({ cells }) => [...cells.keys()])]).toEqual(['a', 'a'])
  })
})

describe('what the table is narrowed to', () => {
  it('leaves suggestions out unless they are asked for', () => {
    expect(meeting({})).toEqual(['ferry', 'issues'])
    expect(meeting({ suggestions: true })).toEqual(['ferry', 'issues', 'perhaps'])
    expect(meeting({ confirmed: true })).toEqual(['issues'])
  })

  it('knows quotations by their marks as well as by their kind', () => {
    expect(meeting({ quotations: true })).toEqual(['issues'])
    const marked = rows.map((row) => ({ ...row, passage: { ...row.passage, kind: 'identical' as const } }))
    expect(ids(rowsMeeting(marked, { ...everyPassage, quotations: true }, articles, codesOf))).toEqual(['issues'])
  })

  it('takes an outlet to leave out what none of its articles has', () => {
    expect(meeting({ missingIn: 'The Courier', suggestions: true })).toEqual([])
    expect(meeting({ missingIn: 'Harbour Post' })).toEqual(['ferry'])
  })

  it('finds what any place was coded with', () => {
    expect(meeting({ codes: new Set(['support']) })).toEqual(['issues'])
    expect(meeting({ codes: new Set(['fight']) })).toEqual([])
  })

  it('finds what a speaker is quoted with, and names each speaker once', () => {
    const said = (speaker: string | null): TableRow[] => rows.map((row, i) => ({ ...row, cells: new Map([...row.cells].map(([id, cell]) => [id, cell.map((one) => ({ ...one, attribution: { speaker: i === 1 ? speaker : null, cue: null, through: null, form: 'direct' as const } }))])) }))
    expect(speakersIn(said('the minister'))).toEqual(['the minister'])
    expect(ids(rowsMeeting(said('the minister'), { ...everyPassage, speaker: 'the minister' }, articles, codesOf))).toEqual(['issues'])
    expect(ids(rowsMeeting(said(null), { ...everyPassage, speaker: 'the minister' }, articles, codesOf))).toEqual([])
  })
})

describe('the order of the table', () => {
  it('goes by outlets, strength or code, and by position where that is equal', () => {
    expect(ordered('outlets')).toEqual(['issues', 'perhaps', 'ferry'])
    expect(ordered('strength')).toEqual(['ferry', 'issues', 'perhaps'])
    expect(ordered('code')).toEqual(['issues', 'perhaps', 'ferry'])
  })

  it('follows the text of the first column', () => {
    expect(ordered('position')).toEqual(['ferry', 'issues', 'perhaps'])
    expect(ordered('position', [...articles].reverse())).toEqual(['ferry', 'perhaps', 'issues'])
  })
})

describe('what takes time', () => {
  const textOf = (id: string): string => texts[id] ?? ''
  const steps = (some: readonly TableRow[]) => some.flatMap(({ work }) => [...work.attributions, ...work.words])

  it('waits until it is asked for, and is there once it was worked out', () => {
    const some = synopsisTable(passages, articles, textOf)
    expect(steps(some).filter(({ isDone }) => isDone)).toEqual([])
    expect([...workOut(steps(some))]).toHaveLength(steps(some).length)
    expect(steps(some).every(({ isDone }) => isDone)).toBe(true)
  })

  it('is not done again for a passage that comes again, but is for one with other links', () => {
    const kept = new TableWork(textOf)
    for (const one of steps(synopsisTable(passages, articles, textOf, kept))) one.get()
    const [ferry, ...others] = passages.map((one) => ({ ...one }))
    expect(steps(synopsisTable(others, articles, textOf, kept)).every(({ isDone }) => isDone)).toBe(true)
    const [a, b] = ferry?.places ?? []
    const linked = ferry && a && b ? [{ ...ferry, links: [{ a, b, kind: 'identical' as const, strength: 1, strong: true, runs: [] }] }] : []
    expect(synopsisTable(linked, articles, textOf, kept).flatMap(({ work }) => work.words.map(({ isDone }) => isDone))).toEqual([false, false])
  })
})
