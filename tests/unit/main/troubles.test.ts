import { expect, test } from 'vitest'
import { Troubles } from '../../../src/main/log/troubles'

test('what is copied of an error names no file that is none of our own bundles', () => {
  const troubles = new Troubles((file) => file === 'window/index.js')
  troubles.note('window', { kind: 'TypeError', codes: ['ENOSPC'], frames: ['window/index.js:4:5', 'window/canary.js:1:2', 'main/canary-text.cjs:3:4'] })
  const copied = troubles.details('0.1.0')
  expect(copied).toContain('Something unexpected happened in the window: TypeError, ENOSPC.')
  expect(copied).toContain('at window/index.js:4:5')
  expect(copied).not.toContain('canary')
})

test('an error that comes again is not told of again, and is copied all the same', () => {
  const troubles = new Troubles(() => true)
  const [first, other] = ['main/index.cjs:1:2', 'main/index.cjs:3:4'].map((frame) => ({ kind: 'TypeError', codes: [], frames: [frame] }) as const)
  if (!first || !other) return
  expect(troubles.details('0.1.0')).not.toContain('unexpected')
  expect([first, other, first].map((fault) => troubles.note('main', fault))).toEqual([true, true, false])
  expect(troubles.details('0.1.0')).toContain('main/index.cjs:1:2')
})
