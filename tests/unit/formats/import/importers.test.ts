import { expect, test } from 'vitest'
import type { FoundArticle } from '../../../../src/formats/import/importer'
import { importers } from '../../../../src/formats/import/importers'
import { SourceFile } from '../../../../src/formats/import/sourceFile'
import { text, textOf } from '../../../../src/formats/import/text'

test('every format has its own id, and the last one takes what no other recognises', () => {
  const named = importers.map(({ id }) => id)
  expect(new Set(named).size).toBe(named.length)
  expect(named.at(-1)).toBe('text')
})

test('a plain text is one article, whole', async () => {
  const file = new SourceFile('a.txt', Buffer.from('\uFEFFA bridge opens\r\n\r\nIt was late.'))
  const found: FoundArticle[] = []
  for await (const one of text.read(file, { mapping: null })) found.push(one)
  const [first, ...more] = found
  expect(first).toMatchObject({ text: 'A bridge opens\n\nIt was late.', headline: 'A bridge opens', outlet: '', passages: [] })
  expect(more).toEqual([])
  expect([textOf(file), text.encodingOf(file)]).toEqual(['A bridge opens\n\nIt was late.', 'UTF-8'])
})

test('a file is looked into once for each reading, and an error is thrown again', () => {
  const file = new SourceFile('x', Buffer.from('x'))
  let times = 0
  const reading = (one: SourceFile): string => { times += 1; return one.name }
  expect([file.once(reading), file.once(reading), times]).toEqual(['x', 'x', 1])
  const failing = (): never => { times += 1; throw new Error('no') }
  expect(() => file.once(failing)).toThrow('no')
  expect(() => file.once(failing)).toThrow('no')
  expect(times).toBe(2)
})
