import { describe, expect, test } from 'vitest'
import { annotationSchema } from '../../../../src/domain/project/annotation'
import { articleSchema } from '../../../../src/domain/project/article'
import { fieldSchema } from '../../../../src/domain/project/field'
import { placeWork, type PlacedWork } from '../../../../src/formats/work/place'
import type { RawWork } from '../../../../src/formats/work/rawWork'
import { NOW } from '../../../fixtures/records'
import { rawCoding, rawDocument, rawWork } from '../../../fixtures/rawWork'

const placed = (raw: RawWork, more: { readonly texts?: ReadonlyMap<string, string> } = {}): PlacedWork => {
  const found = placeWork({ raw }, null, { now: NOW, ...more })
  for (const one of found.contents.annotations) expect(annotationSchema.parse(one)).toEqual(one)
  for (const one of found.contents.articles) expect(articleSchema.parse(one)).toEqual(one)
  return found
}

const quotes = ({ contents }: PlacedWork): string[] => contents.annotations.flatMap(({ spans }) => spans.map(({ quote }) => quote))

// In UTF-8 bytes, over CRLF.
const text = '😀 Dockers walk out.\r\nThe port – closed – waits.'
const bytes = (words: string): readonly [number, number, string] => {
  const start = Buffer.byteLength(text.slice(0, text.indexOf(words)))
  return [start, start + Buffer.byteLength(words), words]
}

describe('placing others’ work', () => {
  test('finds out what its positions count, and gives each passage our offsets', () => {
    const found = placed(rawWork([rawDocument('a', text)], [rawCoding('a', [bytes('walk out')]), rawCoding('a', [bytes('closed')], { code: 'walkout', note: 'So?' })]))
    expect(found.reading).toEqual({ unit: 'utf8-byte', breaks: 'as-is' })
    expect(quotes(found)).toEqual(['walk out', 'closed'])
    expect(found.contents.annotations[1]).toMatchObject({ spans: [{ start: 32, end: 38 }], note: 'So?', unit: 'span' })
    expect(found).toMatchObject({ codings: 2, placed: 2, losses: [] })
    expect([...found.contents.texts.values()]).toEqual(['😀 Dockers walk out.\nThe port – closed – waits.'])
  })

  test('refuses to guess where nothing fits, and shows what it would come to', () => {
    const found = placed(rawWork([rawDocument('a', 'One two three four')], [rawCoding('a', [[1, 6, null]]), rawCoding('a', [[5, 9, null]])]))
    expect(found.reading).toBeNull()
    expect(found.readings[0]?.score).toBeLessThan(0.85)
    expect(found.examples.map(({ passage }) => passage)).toContain('wo t')
    const asked = placeWork({ raw: rawWork([rawDocument('a', 'One two three four')], [rawCoding('a', [[1, 6, null]])]) }, { unit: 'utf16', breaks: 'lf' }, { now: NOW })
    expect(asked.reading).toEqual({ unit: 'utf16', breaks: 'lf' })
  })

  test('refuses to guess where two readings fit, unless one is what the format counts', () => {
    const unclear = [rawDocument('a', '中文 😀 中文 在这里')], coding = [rawCoding('a', [[6, 8, null]])]
    expect(placed(rawWork(unclear, coding)).reading).toBeNull()
    expect(placed(rawWork(unclear, coding, { usual: { unit: 'code-point', breaks: 'lf' } })).reading).toEqual({ unit: 'code-point', breaks: 'lf' })
  })

  test('leaves nothing out without saying so', () => {
    const found = placed(rawWork([rawDocument('a', 'Plain text'), rawDocument('gone', null)], [
      rawCoding('a', [[0, 5, 'Plain']]), rawCoding('a', [[6, 10, 'text'], [60, 70, null]]), rawCoding('a', [[90, 95, null]]), rawCoding('gone', [[0, 1, null]]), rawCoding('a', [[0, 5, 'Plain']], { code: 'unknown' }),
    ], { losses: [{ what: 'pictures', count: 1_200 }], usual: { unit: 'code-point', breaks: 'lf' } }))
    expect(quotes(found)).toEqual(['Plain', 'text'])
    expect(found).toMatchObject({ codings: 5, placed: 2 })
    expect(found.losses).toEqual([
      'pictures (1,200)', 'documents without a text, neither in the file nor in this project (1)', 'passages of codings with several, outside the text or around nothing (1)',
      'codings whose positions lie outside the text, inside a character or around nothing (1)', 'codings of documents that are left out (1)', 'codings with a code that the file does not define, or that takes no such unit (1)',
    ])
  })

  test('reads a document from the project where the file has no text of it', () => {
    const found = placed(rawWork([rawDocument('a', null)], [rawCoding('a', [[0, 5, 'Plain']])]), { texts: new Map([['a', 'Plain text']]) })
    expect(quotes(found)).toEqual(['Plain'])
  })

  test('puts codes of whole documents into a dimension of their own', () => {
    const found = placed(rawWork([rawDocument('a', 'Plain text')], [rawCoding('a', [[0, 5, 'Plain']]), rawCoding('a', [], { code: 'walkout' })]))
    expect(found.contents.codebook.dimensions.map(({ name, unit, codes }) => [name, unit, codes.map((code) => [code.name, code.codes.length])])).toEqual([
      ['Topics', 'span', [['strike', 1]]], ['Topics (whole articles)', 'article', [['strike', 1]]],
    ])
    expect(found.contents.annotations.map(({ unit, spans }) => [unit, spans.length])).toEqual([['span', 1], ['article', 0]])
  })

  test('is of an event where the file has one of that key', () => {
    const found = placed(rawWork([], [rawCoding('e', [])], { events: [{ key: 'e', name: 'Strike', date: '2024-03', variables: {} }] }))
    expect(found.contents.annotations).toMatchObject([{ unit: 'event', subject: found.contents.events[0]?.id }])
  })

  test('gives the same ids each time, and keeps those that are UUIDs', () => {
    const work = (): RawWork => rawWork([rawDocument('{0F8FAD5B-D9CB-469F-A165-70867728950E}', 'Plain text')], [rawCoding('{0F8FAD5B-D9CB-469F-A165-70867728950E}', [[0, 5, 'Plain']]), rawCoding('{0F8FAD5B-D9CB-469F-A165-70867728950E}', [[0, 5, 'Plain']])])
    const { articles, annotations } = placed(work()).contents
    expect(articles[0]?.id).toBe('0f8fad5b-d9cb-469f-a165-70867728950e')
    expect(new Set(annotations.map(({ id }) => id)).size).toBe(2)
    expect(placed(work()).contents.annotations).toEqual(annotations)
  })

  test('makes entities of the names that values hold, and links of the codings they name', () => {
    const [dimension] = rawWork([], []).dimensions
    const fields = [fieldSchema.parse({ id: 'who', name: 'Who', kind: 'entity' }), fieldSchema.parse({ id: 'to', name: 'Answers', kind: 'link' })]
    const found = placed(rawWork([rawDocument('a', 'Plain text')], [rawCoding('a', [[0, 5, 'Plain']], { key: 'c1', values: { who: 'Union', to: 'c2' } }), rawCoding('a', [[6, 10, 'text']], { key: 'c2', values: { who: 'Union', to: 'c9', gone: 'x' } })], { dimensions: dimension ? [{ ...dimension, fields }] : [] }))
    const [entity] = found.contents.entities, [first, second] = found.contents.annotations
    expect(found.contents.entities.map(({ name }) => name)).toEqual(['Union'])
    expect(first?.values).toEqual({ who: entity?.id, to: second?.id })
    expect(second?.values).toEqual({ who: entity?.id })
    expect(found.losses).toEqual(['values of fields that their codes do not have, or links to codings that are left out (2)'])
  })

  test('names somebody who coded without a name after the program, and keeps memos of documents', () => {
    const found = placed(rawWork([rawDocument('a', 'Plain text', { memo: 'Read twice.' })], [rawCoding('a', [[0, 5, 'Plain']], { coder: null })], { coders: [] }))
    expect(found.contents.coders.map(({ name }) => name)).toEqual(['Unnamed coder (Some Tool 2)'])
    expect(found.contents.sheets).toMatchObject([{ memo: 'Read twice.', coder: found.contents.coders[0]?.id, coded: [] }])
  })

  test('takes the nearest of our colours', () => {
    const [dimension] = rawWork([], []).dimensions
    const codes = ['#ff0000', '#3366ff', '#888888', '#11aa22', ''].map((colour, i) => ({ key: `k${i}`, name: `k${i}`, colour, definition: '', memo: '', fields: [], codes: [] }))
    expect(placed(rawWork([], [], { dimensions: dimension ? [{ ...dimension, codes }] : [] })).contents.codebook.dimensions[0]?.codes.map(({ colour }) => colour)).toEqual(['rust', 'blue', 'slate', 'green', 'green'])
  })
})
