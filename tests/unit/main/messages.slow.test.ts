import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AppError } from '../../../src/main/failure'
import { isCallName, parseArgs } from '../../../src/main/requests'
import { callNames, messagesFor } from '../../fixtures/messages'

const SEED = 20_240_312

test.each(callNames)('%s: 10,000 generated messages are taken or refused in words', (name) => {
  const count = { taken: 0, refused: 0 }
  fc.assert(fc.property(messagesFor(name), (message) => {
    try {
      parseArgs(name, message)
      count.taken += 1
    } catch (error) {
      // Anything else would be an error of ours, and reach the researcher as one.
      if (!(error instanceof AppError) || error.code !== 'refused' || error.message === '' || error.message.length > 10_000) throw error
      count.refused += 1
    }
  }), { numRuns: 10_000, seed: SEED })
  expect(count.taken + count.refused).toBe(10_000)
  // The generator knows both sides of every schema.
  expect(Object.entries(count).filter(([, times]) => times === 0)).toEqual([])
  expect('polluted' in {}).toBe(false)
}, 120_000)

test('10,000 generated names are no calls', () => {
  fc.assert(fc.property(fc.oneof(fc.anything(), fc.constantFrom('__proto__', 'constructor', 'toString', 'app.start ', 'APP.START')), (name) => { expect(isCallName(name)).toBe(false) }), { numRuns: 10_000, seed: SEED })
})
