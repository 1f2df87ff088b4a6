import { expect, test } from 'vitest'
import { parse } from '../../../src/domain/project/parse'
import { wordsKept } from '../../../src/domain/project/articlePassages'
import { passageReasons, passageSchema, passageStates, type Passage, type PassageReason, type PassageState } from '../../../src/domain/project/passage'

const passage = (start: number, quote: string, state: PassageState, reason: PassageReason = 'advertisement'): Passage =>
  ({ start, end: start + quote.length, quote, reason, state, words: quote.split(' ').length })

test('only what is excluded is left out of counting; what is proposed or kept is text', () => {
  for (const state of passageStates) {
    const list = [passage(10, 'Share this story', state)]
    expect(wordsKept(100, list)).toBe(state === 'excluded' ? 97 : 100)
  }
})

test('a passage is as long as what it quotes, and has a reason that is known', () => {
  for (const reason of passageReasons) expect(parse(passageSchema, passage(3, 'x y', 'kept', reason), 'passage')).toMatchObject({ reason })
  expect(() => parse(passageSchema, { ...passage(3, 'x y', 'kept'), end: 9 }, 'passage')).toThrow('as long as its span')
})
