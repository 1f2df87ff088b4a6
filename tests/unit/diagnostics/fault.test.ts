import fc from 'fast-check'
import { expect, test } from 'vitest'
import { errorCodes, errorKinds, faultOf, fileOfFrame, isUnforeseen, sameFault } from '../../../src/domain/diagnostics/fault'

const withStack = (stack: string): Error => Object.assign(new TypeError('canary'), { stack })

test('an error is told by its class, its codes and the places in our own bundles', () => {
  const cause = Object.assign(new Error('ENOSPC: no space left, write /home/canary'), { code: 'ENOSPC' })
  const error = Object.assign(new Error('The disk is full', { cause }), { name: 'StorageError', code: 'disk-full' })
  error.stack = [
    'StorageError: The disk is full',
    '    at save (/opt/canary/out/main/index.cjs:120:15)',
    '    at async Object.handle (C:\\Users\\canary\\out\\main\\backend-Bx_1-aZ2.cjs:7:1)',
    '    at app://synoptic/assets/index-D4f.js:3:99',
    '    at node:internal/process/task_queues:95:5',
    '    at /home/canary/notes.js:1:1',
  ].join('\n')
  expect(faultOf(error)).toEqual({
    kind: 'StorageError', codes: ['disk-full', 'ENOSPC'],
    frames: ['main/index.cjs:120:15', 'main/backend-Bx_1-aZ2.cjs:7:1', 'window/index-D4f.js:3:99'],
  })
})

test.each([[null, 'no error'], ['canary', 'no error'], [undefined, 'no error'], [Object.assign(new Error('x'), { name: 'Canary' }), 'other'], [new DOMException('canary', 'AbortError'), 'other']])('%s is told as %s', (thrown, kind) => {
  expect(faultOf(thrown)).toMatchObject({ kind, codes: [] })
})

test('something that throws when it is looked at is no more than something', () => {
  const trap = new Proxy({}, { get: () => { throw new Error('canary') } })
  expect(faultOf(trap)).toEqual({ kind: 'no error', codes: [], frames: [] })
})

test('no word of a message, a name, a code or a path gets through', () => {
  const secret = fc.string({ minLength: 1 }).map((text) => `canary${text}`)
  fc.assert(fc.property(secret, secret, secret, fc.array(secret), (name, code, message, lines) => {
    const stack = [message, ...lines.map((line) => `    at ${line} (/home/${line}/out/main/index.cjs:1:2)`)].join('\n')
    const told = faultOf(Object.assign(new Error(message), { name, code, stack }))
    expect(JSON.stringify(told)).not.toContain('canary')
  }), { seed: 2024, numRuns: 500 })
})

test('whatever is thrown, only words of the lists come out', () => {
  fc.assert(fc.property(fc.anything(), (thrown) => {
    const { kind, codes, frames } = faultOf(thrown)
    expect(errorKinds).toContain(kind)
    for (const code of codes) expect(errorCodes).toContain(code)
    for (const frame of frames) expect(fileOfFrame(frame)).not.toBeNull()
  }), { seed: 2024, numRuns: 500 })
})

test('an error that comes again is known, another place is another error', () => {
  const [first, again, elsewhere] = [1, 1, 2].map((row) => faultOf(withStack(`TypeError: ${row}\n    at x (app://synoptic/assets/index-D4f.js:${row}:1)`)))
  expect(first && again && sameFault(first, again)).toBe(true)
  expect(first && elsewhere && sameFault(first, elsewhere)).toBe(false)
})

test('words for researchers are told from faults of the program', () => {
  expect(isUnforeseen(new Error('Nothing was changed, because it is open elsewhere.'))).toBe(false)
  for (const thrown of [new TypeError('x is undefined'), new RangeError('too deep'), 'a string', null]) expect(isUnforeseen(thrown)).toBe(true)
})
