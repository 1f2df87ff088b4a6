import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { corrected, correctedChoices, dateOffered, isTicked, noChoices, problemsLeft, tickedChoices, type Choices } from '../../../../src/renderer/store/import/corrections'
import { act, begun, chosenArticles, entriesById, mapped, only, redo, reread, undo, type Found, type ImportState } from '../../../../src/renderer/store/import/state'
import type { FoundEntry, TableOffer } from '../../../../src/preload/contract'
import { found } from './found'

const nothing: Found = { found: [], tables: [], refused: [], cancelled: false, stopped: null }
const stateOf = (...entries: FoundEntry[]): ImportState => begun({ ...nothing, found: entries })
const ids = (state: ImportState): string[] => chosenArticles(state).map(({ id }) => id)

const [one, two, known, empty] = [found('one.txt'), found('two.txt'), found('known.txt', {}, { known: { where: 'project', title: 'Known' } }), found('empty.txt', { length: 0 })]

describe('what comes in', () => {
  test('is what is new and has a text, until somebody says otherwise', () => {
    const state = stateOf(one, two, known, empty)
    expect(ids(state)).toEqual(['one.txt-0', 'two.txt-0'])
    const chosen = act(act(state, (now) => tickedChoices(now, [one], false)), (now) => tickedChoices(now, [known], true))
    expect(ids(chosen)).toEqual(['two.txt-0', 'known.txt-0'])
    expect(ids(undo(chosen))).toEqual(['two.txt-0'])
    expect(ids(redo(undo(chosen)))).toEqual(['two.txt-0', 'known.txt-0'])
  })

  test('comes in as it was corrected', () => {
    const state = act(stateOf(one, two), (now) => correctedChoices(now, [one, two], () => ({ outlet: 'Lunde Courier' })))
    expect(chosenArticles(state).map(({ outlet, headline }) => [outlet, headline])).toEqual([['Lunde Courier', 'one.txt'], ['Lunde Courier', 'two.txt']])
    expect(state.entries[0]?.article.outlet).toBe('')
  })

  test('a correction to what the source says is none', () => {
    const state = act(stateOf(one), (now) => correctedChoices(now, [one], () => ({ headline: 'Another' })))
    const back = act(state, (now) => correctedChoices(now, [one], () => ({ headline: 'one.txt' })))
    expect([state.choices.corrections.size, back.choices.corrections.size]).toEqual([1, 0])
    expect(act(back, (now) => tickedChoices(now, [one], true))).toBe(back)
  })
})

test('undoing everything restores the beginning, and doing it again the end', () => {
  const entries = [one, two, known]
  const step = fc.oneof(
    fc.record({ which: fc.subarray(entries), ticked: fc.boolean() }).map(({ which, ticked }) => (now: Choices) => tickedChoices(now, which, ticked)),
    fc.record({ which: fc.subarray(entries), outlet: fc.constantFrom('', 'A', 'B') }).map(({ which, outlet }) => (now: Choices) => correctedChoices(now, which, () => ({ outlet }))),
  )
  fc.assert(fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
    const begin = stateOf(...entries)
    const end = steps.reduce(act, begin)
    let back = end
    for (const _ of end.done) back = undo(back)
    expect(back.choices).toEqual(begin.choices)
    expect(undo(back)).toBe(back)
    for (const _ of end.done) back = redo(back)
    expect(back.choices).toEqual(end.choices)
  }), { seed: 4 })
})

describe('the problems of an article', () => {
  const dated = found('a.txt', {}, { problems: [{ kind: 'no-outlet' }, { kind: 'no-date' }, { kind: 'date-in-text', date: '2024-03-12', quote: '12 March' }, { kind: 'unread-date', quote: '3/4/24' }, { kind: 'very-short' }] })
  const kinds = (entry: FoundEntry, choices: Choices = noChoices): string[] => problemsLeft(entry, corrected(entry, choices)).map(({ kind }) => kind)

  test('go when the field is filled in, and come when it is emptied', () => {
    expect(kinds(dated)).toEqual(['no-outlet', 'no-date', 'date-in-text', 'unread-date', 'very-short'])
    expect(kinds(dated, correctedChoices(noChoices, [dated], () => ({ outlet: 'A', date: '2024' })))).toEqual(['very-short'])
    expect(kinds(one, correctedChoices(noChoices, [one], () => ({ headline: '' })))).toEqual(['no-outlet', 'no-date', 'no-headline'])
    expect(kinds(empty)).toContain('no-text')
  })

  test('offer a date from the text while there is none', () => {
    expect(dateOffered(problemsLeft(dated, dated.article))).toBe('2024-03-12')
    expect(dateOffered(problemsLeft(dated, { ...dated.article, date: '2024' }))).toBeNull()
  })
})

describe('a table that is read anew', () => {
  const mapping = { roles: { text: 'body' }, variables: [], dates: null }
  const table: TableOffer = { key: 't', file: 'articles.csv', rows: 2, sample: { columns: ['body', 'other'], rows: [], guess: mapping }, mapping, remembered: true }
  const row = (n: number, over = {}): FoundEntry => found('t', { headline: `row ${n}`, ...over }, {}, n)
  const state = act(begun({ ...nothing, found: [one, row(1), row(2), two], tables: [table] }), (now) => correctedChoices(tickedChoices(now, [row(2)], false), [row(1)], () => ({ outlet: 'Mine' })))
  const other = { ...mapping, roles: { text: 'other' } }

  test('gives its place to what it holds now; corrections and ticks stay with their rows', () => {
    const again = reread(mapped(state, 't', other), 't', { ...nothing, found: [row(1, { headline: 'new 1', outlet: 'Theirs' }), row(2), row(3)], tables: [{ ...table, rows: 3, mapping: other, remembered: false }] })
    expect([...entriesById(again).keys()]).toEqual(['one.txt 0', 't 1', 't 2', 't 3', 'two.txt 0'])
    expect(chosenArticles(again).map(({ headline, outlet }) => [headline, outlet])).toEqual([['one.txt', ''], ['new 1', 'Mine'], ['row 3', ''], ['two.txt', '']])
    expect(again.tables).toMatchObject([{ rows: 3, mapping: other, remembered: false }])
  })

  test('may hold nothing, or be refused, and come back', () => {
    const refusal = { key: 't', file: 'articles.csv', reason: 'damaged', message: 'cut off' } as const
    const none = reread(state, 't', { ...nothing, refused: [refusal] })
    expect([...entriesById(none).keys()]).toEqual(['one.txt 0', 'two.txt 0'])
    expect(none.refused).toEqual([refusal])
    const back = reread(none, 't', { ...nothing, found: [row(1)] })
    expect([...entriesById(back).keys()]).toEqual(['one.txt 0', 'two.txt 0', 't 1'])
    expect(back.refused).toEqual([])
  })

  test('can’t be read any more once the rest is let go of', () => {
    const left = only(state, (entry) => isTicked(entry, state.choices))
    expect([left.entries.length, left.tables.length]).toEqual([3, 0])
    expect(chosenArticles(left)).toEqual(chosenArticles(state))
  })
})
