import { expect, test } from 'vitest'
import { keepCopies, linkCopies, reopenCopies } from '../../../src/domain/changes/commands/copies'
import { decidedCopies } from '../../../src/domain/project/copies'
import type { Records } from '../../../src/domain/project/records'
import { applied } from '../../fixtures/changeLaws'
import { article, ids, records } from '../../fixtures/records'

const at = { id: ids('g') }
const start = (): Records => records(['a1', 'a2', 'a3', 'a4'].map((id) => article(id, `text ${id}`)))
const decisions = (now: Records): readonly string[] => [...decidedCopies(now).values()].map(({ decision, articles }) => `${decision} ${articles.map(({ id }) => id).join(' ')}`)

test('copies are linked, with all that were linked with one of them before', () => {
  const two = applied(start(), linkCopies(start(), ['a1', 'a2'], at))
  expect(decisions(two)).toEqual(['linked a1 a2'])
  const three = applied(two, linkCopies(two, ['a2', 'a3'], at))
  expect(decisions(three)).toEqual(['linked a1 a2 a3'])
  expect(linkCopies(three, ['a1', 'a3'], at)).toBeNull()
  expect(linkCopies(three, ['a4', 'a4', 'gone'], at)).toBeNull()

  const pairs = applied(two, linkCopies(two, ['a3', 'a4'], at))
  expect(decisions(pairs)).toEqual(['linked a1 a2', 'linked a3 a4'])
  expect(decisions(applied(pairs, linkCopies(pairs, ['a1', 'a4'], at)))).toEqual(['linked a1 a2 a3 a4'])
})

test('articles are kept as they are, but those that are linked stay linked', () => {
  const two = applied(start(), linkCopies(start(), ['a1', 'a2'], at))
  const now = applied(two, keepCopies(two, ['a1', 'a2', 'a3'], at))
  expect(decisions(now)).toEqual(['linked a1 a2', 'kept a3'])
  expect(keepCopies(now, ['a1', 'a3'], at)).toBeNull()
  expect(decisions(applied(now, linkCopies(now, ['a3', 'a4'], at)))).toEqual(['linked a1 a2', 'linked a3 a4'])
})

test('a decision is taken back as a whole', () => {
  const now = applied(start(), linkCopies(start(), ['a1', 'a2'], at))
  const [group = ''] = decidedCopies(now).keys()
  expect(decisions(applied(now, reopenCopies(now, group)))).toEqual([])
  expect(reopenCopies(now, 'another')).toBeNull()
})
