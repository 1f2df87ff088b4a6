import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apply, invert } from '../../../src/domain/changes/change'
import { carried, correctText } from '../../../src/domain/changes/commands/correctText'
import { isPlaced } from '../../../src/domain/project/placement'
import { holds } from '../../../src/domain/text/anchor'
import { CarryOver } from '../../../src/domain/text/carryOver'
import { annotation, article, LATER, records } from '../../fixtures/records'
import { marked } from '../../fixtures/marked'

const HASH = 'a'.repeat(64)

/** Where the marked passage of one text stands in another, marked there too. */
function moved(before: string, after: string): string | undefined {
  const { text, spans: [span] } = marked(before)
  const found = span && new CarryOver(text, after).span(span)
  return found && `${after.slice(0, found.start)}<${after.slice(found.start, found.end)}>${after.slice(found.end)}`
}

describe('a passage', () => {
  test.each([
    ['goes along with what was put before it', 'They spoke of a <just fight> here.', 'On Monday they spoke of a <just fight> here.'],
    ['keeps its place when a word in it is corrected', 'a <holy and jsut fight> here', 'a <holy and just fight> here'],
    ['takes in what its first word became', 'a <jsut and holy fight> here', 'a <just and holy fight> here'],
    ['takes in what its last word became', 'a <just and holy figth>. So', 'a <just and holy fight>. So'],
    ['takes in its corrected last word also where what followed was cut', 'a <just fgiht>. Nobody asked. So', 'a <just fight>. So'],
    ['takes in its corrected first word also where what preceded was cut', 'So. Nobody asked. <A jsut fight> here', 'So. <A just fight> here'],
    ['of one word keeps its place when a letter of it is corrected, and much else with it', 'One. The <\u0421osmodrome>. They had not met.', 'Two. The <Cosmodrome>. They hadn’t met.'],
    ['does not take in what was put right before or after it', 'a <just fight> here', 'a very <just fight> indeed here'],
    ['is found again when its paragraph went elsewhere', 'First.\n\n<A sacred struggle it was>.\n\nThird and last one.', 'First.\n\nThird and last one.\n\n<A sacred struggle it was>.'],
  ])('%s', (_what, before, after) => { expect(moved(before, after.replace(/[<>]/g, ''))).toBe(after) })

  test.each([
    ['that was cut out', 'He said <these very words> then.', 'He said then.'],
    ['of which next to nothing is left', 'He said <a holy and just fight> then.', 'He said a thing nobody heard then.'],
  ])('%s is not placed anywhere', (_what, before, after) => { expect(moved(before, after)).toBeUndefined() })

  test('in an unchanged part reads as before, whatever is changed around it', () => {
    const words = fc.array(fc.constantFrom('the', 'council', 'met', 'again,', 'late.', '“Yes”', '👍🏽', 'Čapek', '\n\n'), { maxLength: 12 }).map((list) => list.join(' '))
    fc.assert(fc.property(words, words, words, words, (a, b, c, d) => {
      const core = 'a quite unmistakable passage'
      const before = `${a} ${core} ${b}`
      const span = { start: a.length + 1, end: a.length + 1 + core.length }
      const after = `${c} ${core} ${d}`
      const found = new CarryOver(before, after).span(span)
      expect(found && after.slice(found.start, found.end)).toBe(core)
    }), { seed: 11, numRuns: 300 })
  })
})

describe('correcting a text', () => {
  const { text: before } = marked('Share this\n\nIt is a <just fgiht> against <hegemonic forces> said <someone>.')
  const after = 'It is a just fight against hegemonic forces.'
  const share = { start: 0, end: 10, quote: 'Share this', reason: 'sharing', state: 'excluded', words: 2 } as const
  const setting = () => records(
    [article('a1', before, { passages: [share], words: 10, headings: [{ start: 12, end: 17, level: 2 }] })],
    [
      annotation('n1', 'Share this\n\nIt is a just fgiht against <hegemonic forces> said someone.', { coder: 'bob' }),
      annotation('n2', 'Share this\n\nIt is a <just fgiht> against hegemonic forces said someone.'),
      annotation('n3', 'Share this\n\nIt is a just fgiht against hegemonic forces said <someone>.'),
      annotation('n4', '', { spans: [], unit: 'article' }),
    ],
  )
  const correction = { article: 'a1', before, after, version: 2, hash: HASH }

  test('carries over what was coded by everybody, and names what has changed or is gone', () => {
    const now = setting()
    const { same, changed, lost } = carried(now, correction)
    expect([same, changed, lost].map((list) => list.map(({ id }) => id))).toEqual([['n1'], ['n2'], ['n3']])
    const change = correctText(now, correction, { now: LATER })
    if (!change) throw new Error('nothing changed')
    apply(now, change)
    expect(now.article.get('a1')).toMatchObject({
      version: 2, hash: HASH, length: after.length, words: 8, passages: [], headings: [{ start: 0, end: 5, level: 2 }],
      earlier: [{ version: 1, length: before.length, words: 10, passages: [share] }],
    })
    for (const id of ['n1', 'n2']) expect(now.annotation.get(id)?.spans.every((part) => holds(after, part))).toBe(true)
    expect(now.annotation.get('n2')?.spans[0]?.quote).toBe('just fight')
    expect(['n1', 'n2', 'n3', 'n4'].map((id) => isPlaced(now.annotation.get(id) ?? annotation('x', ''), now.article.get('a1')))).toEqual([true, true, false, true])
  })

  test('is taken back by undo, to the last record', () => {
    const now = setting()
    const [articles, annotations] = [structuredClone(now.article), structuredClone(now.annotation)]
    const change = correctText(now, correction, { now: LATER })
    if (!change) throw new Error('nothing changed')
    apply(now, change)
    apply(now, invert(change))
    expect([now.article, now.annotation]).toEqual([articles, annotations])
    expect(correctText(now, { ...correction, after: before }, { now: LATER })).toBeNull()
  })
})
