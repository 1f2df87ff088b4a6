import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Passage } from '../../../../src/domain/project/passage'
import { previewBlocks } from '../../../../src/renderer/store/import/preview'

const passage = (text: string, quote: string, state: Passage['state'] = 'proposed'): Passage => {
  const start = text.indexOf(quote)
  return { start, end: start + quote.length, quote, reason: 'teaser', state, words: 1 }
}
const text = 'Talks end\n\nThe envoy left. Read more\nAdvertisement\nNobody spoke.'

test('a text stands in paragraphs, with its headings, and with what may not belong to it apart', () => {
  const passages = [passage(text, 'Read more'), passage(text, 'Advertisement', 'excluded'), passage(text, 'Nobody', 'kept')]
  const blocks = previewBlocks(text, { headings: [{ start: 0, end: 9, level: 1 }], passages }, 1_000)
  expect(blocks.map(({ level, runs }) => [level, ...runs.map((run) => (run.passage ? `[${run.text}]` : run.text))])).toEqual([
    [1, 'Talks end'], [null, 'The envoy left. ', '[Read more]'], [null, '[Advertisement]'], [null, 'Nobody spoke.'],
  ])
})

test('it ends with the paragraph in which enough is shown, and a paragraph of megabytes is cut', () => {
  expect(previewBlocks(text, { headings: [], passages: [] }, 12).map(({ runs }) => runs[0]?.text)).toEqual(['Talks end', 'The envoy le'])
})

test('nothing of a paragraph is lost or doubled', () => {
  const line = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n'), maxLength: 40 })
  const spans = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 12 })), { maxLength: 4 })
  fc.assert(fc.property(line, spans, (body, marks) => {
    const passages = marks.map(([start, long]) => ({ start, end: Math.min(body.length, start + long) })).filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start)
      .map(({ start, end }): Passage => ({ start, end, quote: body.slice(start, end), reason: 'teaser', state: 'proposed', words: 0 }))
    const shown = previewBlocks(body, { headings: [], passages }, 100).map(({ runs }) => runs.map((run) => run.text).join(''))
    expect(shown).toEqual(body.split('\n').filter((one) => one.trim() !== ''))
  }), { seed: 3 })
})
