import { expect, test } from 'vitest'
import { sha256 } from '../../../src/storage/disk'
import { textBytes } from '../../../src/storage/textBytes'

const SLICE = 1 << 20

test.each([
  ['nothing', ''], ['a line', 'The bridge “opens”.'], ['a pair across the cut', `${'a'.repeat(SLICE - 1)}😀${'b'.repeat(SLICE)}`], ['several slices', 'é😀x'.repeat(SLICE)],
])('%s becomes the same UTF-8 as at once', async (_what, text) => {
  const { bytes, hash } = await textBytes('a1', 'a1.txt', text)
  expect(bytes.equals(Buffer.from(text))).toBe(true)
  expect(hash).toBe(sha256(Buffer.from(text)))
})

test.each([['at the end', `a\ud800`], ['at a cut', `${'a'.repeat(SLICE - 1)}\ud800b`]])('half a character %s is refused', async (_where, text) => {
  await expect(textBytes('a1', 'a1.txt', text)).rejects.toThrow('half a character')
})

test('others have their turn during a text of megabytes', async () => {
  let turns = 0
  const timer = setInterval(() => { turns += 1 }, 0)
  await textBytes('a1', 'a1.txt', 'nothing at all '.repeat(2 * SLICE))
  clearInterval(timer)
  expect(turns).toBeGreaterThan(3)
})
