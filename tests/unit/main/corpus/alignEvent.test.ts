import { expect, it } from 'vitest'
import { alignEvent } from '../../../../src/main/corpus/alignEvent'
import { EventAligners } from '../../../../src/main/corpus/eventAligners'
import { Library } from '../../../../src/main/corpus/library'
import type { TextReader } from '../../../../src/storage/textReader'

const RUSTY = 'Engineers found broken cables under the rusty bridge.'

interface Shelved {
  readonly text: string | null
  readonly language?: string
  readonly event?: string | null
}

/** A library of these articles; one without a text can't be read. */
function library(articles: Readonly<Record<string, Shelved>>): Library {
  const reader: Pick<TextReader, 'read'> = { read: (id: string) => (articles[id]?.text === null ? null : Buffer.from(articles[id]?.text ?? '')) }
  const made = new Library(reader as TextReader)
  made.put(Object.entries(articles).map(([id, { language = '', event = 'e1' }]) => ({ id, outlet: 'The Courier', version: 1, language, date: '', headline: id, event, excluded: [] })))
  return made
}

const silent = (): void => undefined
const pairs = (corpus: Library): string[] => alignEvent(corpus, { event: 'e1' }, silent).links.filter(({ strong }) => strong).map(({ a, b }) => a.article + b.article)

it('compares the articles of the event that can be read', () => {
  const corpus = library({ a1: { text: RUSTY }, a2: { text: null }, a3: { text: `It rained. ${RUSTY}` }, b1: { text: RUSTY, event: 'e2' }, c1: { text: RUSTY, event: null } })
  expect(pairs(corpus)).toEqual(['a1a3'])
  expect(alignEvent(corpus, { event: 'e1' }, silent).notCompared).toEqual([{ article: 'a2', why: 'unreadable' }])
})

it('takes articles for being in the language that they say', () => {
  const corpus = library({ a1: { text: RUSTY, language: 'en' }, a2: { text: RUSTY, language: 'en-GB' }, a3: { text: RUSTY, language: 'de' } })
  expect(pairs(corpus)).toEqual(['a1a2'])
  expect(alignEvent(corpus, { event: 'e1' }, silent).notCompared).toEqual([{ article: 'a3', why: 'other-language' }])
})

it('ends where it is cancelled, and goes on when it is asked again', () => {
  const articles = Object.fromEntries(Array.from({ length: 8 }, (_none, n) => [`a${n}`, { text: `${RUSTY} Pier ${n} was closed.` }]))
  const corpus = library(articles)
  let calls = 0
  expect(() => alignEvent(corpus, { event: 'e1' }, () => { if ((calls += 1) > 25) throw new Error('cancelled') })).toThrow('cancelled')
  expect(alignEvent(corpus, { event: 'e1' }, silent)).toEqual(alignEvent(library(articles), { event: 'e1' }, silent))
})

it('keeps an event’s aligner until the corpus has another size or other events were looked at since', () => {
  const aligners = new EventAligners()
  let size = 20
  const corpus = { get size() { return size }, inOrder: () => [], text: () => undefined }
  const first = aligners.of('e1', corpus, silent)
  size = 22
  expect(aligners.of('e1', corpus, silent)).toBe(first)
  size = 23
  const grown = aligners.of('e1', corpus, silent)
  expect(grown).not.toBe(first)
  for (let n = 0; n < 8; n += 1) aligners.of(`other ${n}`, corpus, silent)
  expect(aligners.of('e1', corpus, silent)).not.toBe(grown)
})

it('counts anew how rare words are once the corpus has grown', () => {
  const counted: string[] = []
  const shelves = Array.from({ length: 4 }, (_none, n) => ({ article: { id: `a${n}`, outlet: '', version: 1, language: '', date: '', headline: '', event: null, excluded: [] } }))
  const corpus = { size: 4, inOrder: () => shelves, text: (id: string) => { counted.push(id); return RUSTY } }
  const aligners = new EventAligners()
  aligners.of('e1', corpus, silent)
  aligners.of('e2', corpus, silent)
  expect(counted).toEqual(['a0', 'a1', 'a2', 'a3'])
  aligners.of('e1', { ...corpus, size: 5 }, silent)
  expect(counted).toHaveLength(8)
})
