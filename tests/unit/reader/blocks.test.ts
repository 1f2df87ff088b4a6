import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paragraphs } from '../../../src/domain/text/segments'
import { blockAt, blocksOf, LONGEST, sectionOf, type Blocks } from '../../../src/renderer/reader/blocks'

const spans = (blocks: Blocks): { start: number; end: number }[] =>
  Array.from(blocks.starts, (start, at) => ({ start, end: blocks.ends[at] ?? start }))

/** Blocks put back together as the paragraphs they came from. */
function joined(blocks: Blocks): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  spans(blocks).forEach((span, at) => {
    const last = found.at(-1)
    if (blocks.continues[at] === 1 && last) last.end = span.end
    else found.push({ ...span })
  })
  return found
}

describe('blocksOf', () => {
  it('shows the paragraphs of the domain', () => {
    const line = fc.oneof(fc.constantFrom('', ' ', '\t', '\u00a0', '  • Oops!', '🙂'), fc.string({ unit: 'grapheme', maxLength: 30 }))
    fc.assert(fc.property(fc.array(line, { maxLength: 80 }), (lines) => {
      const text = lines.join('\n')
      expect(spans(blocksOf(text))).toEqual(paragraphs(text))
    }), { seed: 20230913 })
  })

  it('cuts very long paragraphs after white space', () => {
    const text = `short\n${'holy struggle '.repeat(2000)}\nshort`
    const blocks = blocksOf(text)
    expect(joined(blocks)).toEqual(paragraphs(text))
    for (const { start, end } of spans(blocks)) {
      expect(end - start).toBeLessThanOrEqual(LONGEST)
      expect(start === 0 ? ' ' : text[start - 1]).toMatch(/\s/)
    }
  })

  it.each([['a pair', '🙂'], ['an accent', 'e\u0301'], ['a joined emoji', '👩\u200d🚀']])('never cuts through %s where there is no white space', (_, one) => {
    const text = one.repeat(9000)
    const blocks = blocksOf(text)
    expect(joined(blocks)).toEqual([{ start: 0, end: text.length }])
    for (const { start } of spans(blocks)) expect(start % one.length).toBe(0)
  })

  it('keeps sections at 25 paragraphs, fewer when they are long, and none empty', () => {
    const blocks = blocksOf([...Array.from({ length: 60 }, () => 'short'), ...Array.from({ length: 6 }, () => 'x'.repeat(4900))].join('\n'))
    expect([...blocks.sections]).toEqual([0, 25, 50, 60, 61, 62, 63, 64, 65, 66])
    expect([0, 24, 25, 59, 65].map((block) => sectionOf(blocks, block))).toEqual([0, 0, 1, 2, 8])
  })

  it('has bounds for a million lines', () => {
    const blocks = blocksOf('line\n'.repeat(1_000_000))
    expect(blocks.count).toBe(1_000_000)
    expect(blocks.sections.length).toBeLessThanOrEqual(4001)
  })

  it('has no blocks in a text without words', () => {
    expect([...blocksOf(' \n\n').sections]).toEqual([0])
    expect(blockAt(blocksOf(''), 0)).toBe(-1)
  })
})

describe('blockAt', () => {
  it('takes the earlier block between two', () => {
    const blocks = blocksOf('\nab\n\ncd')
    expect([0, 1, 2, 3, 4, 5, 6, 7].map((offset) => blockAt(blocks, offset))).toEqual([0, 0, 0, 0, 0, 1, 1, 1])
  })
})
