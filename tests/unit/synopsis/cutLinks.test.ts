import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutLinks } from '../../../src/domain/synopsis/cutLinks'
import type { Link, Place } from '../../../src/domain/synopsis/parallel'
import { sharedPassages } from '../../../src/domain/synopsis/sharedPassages'

const texts: Readonly<Record<string, string>> = {
  courier: 'The minister said: “We have always given our whole support to the harbour workers, and I take this chance to affirm that we will always stand with Lunde.”',
  post: 'He said they had always given their whole support to the harbour workers and that he took this chance to affirm that they would stand with Lunde.',
  herald: 'It was a promise of “whole support to the harbour workers” from the minister.',
  times: '“I take this chance to affirm that we will always stand with Lunde on the quay,” the minister said.',
}
const textOf = (article: string): string => texts[article] ?? ''

function find(article: string, words: string): Place {
  const start = textOf(article).indexOf(words)
  if (start < 0) throw new Error(`no “${words}” in ${article}`)
  return { article, start, end: start + words.length }
}

/** A link of two places with the words they share, in order. */
function linked(a: Place, b: Place, shared: readonly string[]): Link {
  const runs = shared.map((words) => ({ a: find(a.article, words), b: find(b.article, words) })).map(({ a: x, b: y }) => ({ a: { start: x.start, end: x.end }, b: { start: y.start, end: y.end } }))
  return { a, b, kind: 'quotation', strength: 0.8, strong: true, runs }
}
const all = (article: string, from: string, to: string): Place => ({ article, start: find(article, from).start, end: find(article, to).end })

const long = linked(all('courier', 'We have', 'Lunde'), all('post', 'they had', 'Lunde'), ['always given', 'whole support to the harbour workers', 'this chance to affirm that', 'stand with Lunde'])
const first = linked(find('courier', 'whole support to the harbour workers'), find('herald', 'whole support to the harbour workers'), ['whole support to the harbour workers'])
const second = linked(all('courier', 'I take', 'Lunde'), all('times', 'I take', 'Lunde'), ['I take this chance to affirm that we will always stand with Lunde'])
const words = ({ article, start, end }: Place): string => textOf(article).slice(start, end)

test('a link over two statements is cut between them, on the other side where the equal words say', () => {
  const cut = cutLinks([long, first, second], textOf)
  expect(cut).toHaveLength(4)
  expect(cut.slice(0, 2).map(({ a, b }) => [words(a), words(b)])).toEqual([
    ['We have always given our whole support to the harbour workers', 'they had always given their whole support to the harbour workers'],
    ['this chance to affirm that we will always stand with Lunde', 'this chance to affirm that they would stand with Lunde'],
  ])
  expect(sharedPassages(cut, [], ['courier', 'post', 'herald', 'times']).map(({ places }) => places.map(({ article }) => article))).toEqual([['courier', 'post', 'herald'], ['courier', 'post', 'times']])
})

test('a link is whole where nothing else is about a part of it, or only about one', () => {
  expect(cutLinks([long], textOf)).toEqual([long])
  expect(cutLinks([long, first], textOf)).toEqual([long, first])
})

test('suggestions cut nothing themselves, but are cut where others are', () => {
  const weak = { ...second, strong: false }
  expect(cutLinks([long, first, weak], textOf)).toHaveLength(3)
  expect(cutLinks([{ ...long, strong: false }, long, first, second], textOf)).toHaveLength(6)
})

test('what has too few words to be a statement is not cut off', () => {
  const short = linked(find('courier', 'with Lunde'), find('times', 'with Lunde'), ['with Lunde'])
  const text = (article: string): string => textOf(article).replace('stand with', 'stand, with')
  const moved: Link = { ...long, a: { ...long.a, end: long.a.end + 1 }, runs: long.runs.slice(0, 3) }
  expect(cutLinks([moved, first, { ...short, a: { ...short.a, start: short.a.start + 1, end: short.a.end + 1 } }], text).filter(({ a }) => a.article === 'courier').every(({ a }) => text('courier').slice(a.start, a.end).split(' ').length > 1)).toBe(true)
})

test('any parts lie within the link they come from, with their equal words in order', () => {
  const anyPart = fc.tuple(fc.nat(120), fc.integer({ min: 10, max: 140 })).map(([start, length]) => ({ start, end: Math.min(start + length, 140) }))
  fc.assert(fc.property(fc.array(fc.tuple(anyPart, anyPart), { maxLength: 8 }), (pairs) => {
    const links = pairs.map(([p, q]): Link => {
      const length = Math.min(p.end - p.start, q.end - q.start)
      return { a: { article: 'courier', ...p }, b: { article: 'post', ...q }, kind: 'identical', strength: 1, strong: true, runs: [{ a: { start: p.start, end: p.start + length }, b: { start: q.start, end: q.start + length } }] }
    })
    for (const { a, b, runs } of cutLinks(links, textOf)) {
      expect(links.some((one) => one.a.start <= a.start && a.end <= one.a.end && one.b.start <= b.start && b.end <= one.b.end)).toBe(true)
      expect(runs.every((run) => a.start <= run.a.start && run.a.start < run.a.end && run.a.end <= a.end && b.start <= run.b.start && run.b.end <= b.end)).toBe(true)
    }
  }), { seed: 20260301 })
})
