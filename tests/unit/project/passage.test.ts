import { expect, test } from 'vitest'
import { parse } from '../../../src/domain/project/parse'
import { passageReasons, passageSchema, passageStates, touchesExcluded, wordsKept, type Passage, type PassageReason, type PassageState } from '../../../src/domain/project/passage'

const passage = (start: number, quote: string, state: PassageState, reason: PassageReason = 'advertisement'): Passage =>
  ({ start, end: start + quote.length, quote, reason, state, words: quote.split(' ').length })

test('only what is excluded keeps from coding and counting; what is proposed or kept is text', () => {
  for (const state of passageStates) {
    const list = [passage(10, 'Share this story', state)]
    expect(touchesExcluded(list, { start: 12, end: 40 })).toBe(state === 'excluded')
    expect(wordsKept(100, list)).toBe(state === 'excluded' ? 97 : 100)
    expect(touchesExcluded(list, { start: 0, end: 10 })).toBe(false)
    expect(touchesExcluded(list, { start: 26, end: 30 })).toBe(false)
  }
})

test('a passage is as long as what it quotes, and has a reason that is known', () => {
  for (const reason of passageReasons) expect(parse(passageSchema, passage(3, 'x y', 'kept', reason), 'passage')).toMatchObject({ reason })
  expect(() => parse(passageSchema, { ...passage(3, 'x y', 'kept'), end: 9 }, 'passage')).toThrow('as long as its span')
})
