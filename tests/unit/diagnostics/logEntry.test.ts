import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allowedEntry, architectures, logEvents, platforms, wordOf } from '../../../src/domain/diagnostics/logEntry'
import { logLine, logText } from '../../../src/domain/diagnostics/words'

const at = '2026-03-01T09:30:12.345Z'
const isOurs = (file: string): boolean => file === 'main/index.cjs'

describe('the gate of the log', () => {
  test('lets through what an entry may tell, and drops the rest', () => {
    expect(allowedEntry({
      at, event: 'call-failed', call: 'project.save', ms: 12, kind: 'StorageError', codes: ['disk-full', 'ENOSPC'],
      frames: ['main/index.cjs:1:2', 'main/canary.cjs:1:2', 'canary'], message: 'canary', path: '/home/canary',
    }, isOurs)).toEqual({ at, event: 'call-failed', call: 'project.save', ms: 12, kind: 'StorageError', codes: ['disk-full', 'ENOSPC'], frames: ['main/index.cjs:1:2'] })
  })

  test.each([
    ['a code that is none', { codes: ['canary'] }], ['a kind that is none', { kind: 'Canary' }], ['a version that is none', { version: '1.0-canary' }],
    ['a call that is none', { call: 'canary/file' }], ['a number that is none', { ms: 'canary' }], ['half a number', { ms: 0.5 }], ['a place that is none', { place: 'canary' }],
  ])('drops %s', (_, field) => {
    expect(allowedEntry({ at, event: 'failed', ...field }, isOurs)).toEqual({ at, event: 'failed' })
  })

  test.each([[null], ['canary'], [{ at }], [{ at: 'canary', event: 'failed' }], [{ at, event: 'canary' }]])('refuses %j', (entry) => {
    expect(allowedEntry(entry, isOurs)).toBeNull()
  })

  test('whatever is put in, no text comes out that is not from its lists', () => {
    const canary = fc.string().map((text) => `canary ${text}`)
    const field = fc.oneof(canary, fc.array(canary), fc.integer(), fc.anything())
    const names = ['place', 'kind', 'codes', 'frames', 'call', 'process', 'reason', 'version', 'electron', 'platform', 'arch', 'exit', 'ms', 'readOnly', 'text']
    const entry = fc.record(Object.fromEntries(names.map((name) => [name, field])), { requiredKeys: [] })
    fc.assert(fc.property(entry, fc.constantFrom(...logEvents), (fields, event) => {
      expect(JSON.stringify(allowedEntry({ ...fields, at, event }, isOurs))).not.toContain('canary')
    }), { seed: 2024, numRuns: 500 })
  })
})

test('a word that is not in a list is “other”', () => {
  expect(wordOf(platforms, 'linux')).toBe('linux')
  expect([wordOf(platforms, 'canary'), wordOf(architectures, '')]).toEqual(['other', 'other'])
})

test('every kind of entry reads as a sentence', () => {
  for (const event of logEvents) expect(logLine({ at, event }).text).toMatch(/^\S.*\.$/)
  expect(logText([
    { at, event: 'opened', ms: 41, articles: 12, events: 1, damaged: 0, readOnly: false },
    { at, event: 'call-failed', call: 'project.save', ms: 3, kind: 'StorageError', codes: ['disk-full', 'ENOSPC'], frames: ['main/index.cjs:1:2'] },
  ])).toBe([
    '2026-03-01 09:30:12  A project was opened after 41 ms: 12 articles, 1 event, 0 damaged files.',
    '2026-03-01 09:30:12  project.save failed after 3 ms: StorageError, disk-full, ENOSPC.',
    '                       at main/index.cjs:1:2',
  ].join('\n'))
  expect([logLine({ at, event: 'opened' }), logLine({ at, event: 'failed' }), logLine({ at, event: 'process-gone', reason: 'clean-exit' })].map(({ isTrouble }) => isTrouble)).toEqual([false, true, false])
})
