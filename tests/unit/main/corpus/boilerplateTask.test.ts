import { expect, it } from 'vitest'
import { findBoilerplate, type BoilerplateOrder } from '../../../../src/main/corpus/boilerplateTask'
import { Library } from '../../../../src/main/corpus/library'
import type { TextReader } from '../../../../src/storage/textReader'

const texts: Readonly<Record<string, readonly [outlet: string, text: string]>> = {
  a1: ['North', 'The ship came in at noon on that day.\n\nThe live desk\n\nNobody spoke of it to anybody at all.'],
  a2: ['North', 'A crane fell into the harbour basin.\n\nThe live desk\n\nIt was lifted out again the day after.'],
  a3: ['North', 'The yard was closed for the whole week.\n\nThe live desk\n\nAdvertisement'],
  b1: ['South', 'The owners were silent all week long.\n\nThe live desk\n\nAdvertisement'],
}

/** The shelves of a library that reads its texts from here; of `gone` there is none. */
function library(gone: readonly string[] = []): Library {
  const reader: Pick<TextReader, 'read'> = { read: (id: string) => (gone.includes(id) ? null : Buffer.from(texts[id]?.[1] ?? '')) }
  const made = new Library(reader as TextReader)
  made.put(Object.entries(texts).map(([id, [outlet]]) => ({ id, outlet, version: id === 'a2' ? 3 : 1, language: '', date: '', headline: id, event: null, excluded: [] })))
  return made
}

const found = (order: Partial<BoilerplateOrder>, gone?: readonly string[]): string[] =>
  findBoilerplate(library(gone), { articles: null, known: new Map(), like: null, ...order }, () => undefined).flatMap(({ article, version, passages }) => passages.map((one) => `${article} v${version} ${one.reason}: ${one.quote}`))

it('proposes in all articles, or in some, where repeated lines are counted in all of their outlets', () => {
  const all = ['a1 v1 repeated: The live desk', 'a2 v3 repeated: The live desk', 'a3 v1 repeated: The live desk', 'a3 v1 advertisement: Advertisement', 'b1 v1 advertisement: Advertisement']
  expect(found({})).toEqual(all)
  expect(found({ articles: ['a2', 'b1'] })).toEqual([all[1], all[4]])
})

it('leaves out what is known, and articles whose texts can’t be read', () => {
  expect(found({ known: new Map([['a3', [{ start: 41, end: 54 }]], ['b1', [{ start: 0, end: 900 }]]]) })).toEqual(['a1 v1 repeated: The live desk', 'a2 v3 repeated: The live desk', 'a3 v1 advertisement: Advertisement'])
  expect(found({}, ['a1'])).toEqual(['a3 v1 advertisement: Advertisement', 'b1 v1 advertisement: Advertisement'])
})

it('looks for what says the same as a passage in the articles of an outlet, or in all', () => {
  expect(found({ like: { quote: 'LIVE: nobody', reason: 'by-hand', outlet: 'North' } })).toEqual([])
  expect(found({ like: { quote: 'the LIVE desk!', reason: 'by-hand', outlet: 'South' } })).toEqual(['b1 v1 by-hand: The live desk'])
  expect(found({ like: { quote: 'The live desk', reason: 'by-hand', outlet: null } })).toHaveLength(4)
})

it('says how far it is', () => {
  const told: (readonly [number, number])[] = []
  findBoilerplate(library(), { articles: null, known: new Map(), like: null }, (done, total) => { told.push([done, total]) })
  expect(told).toEqual([[0, 8], [1, 8], [2, 8], [3, 8], [4, 8], [5, 8], [6, 8], [7, 8]])
})
