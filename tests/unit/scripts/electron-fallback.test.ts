import { expect, test } from 'vitest'
import { asar } from '../../../scripts/electron-fallback.mjs'

test('the archive holds an index and, behind it, every file at its offset', () => {
  const archive = asar({ 'package.json': '{}', 'main.cjs': 'ü = 1' })
  const headerSize = archive.readUInt32LE(4), indexSize = archive.readUInt32LE(12)
  const { files } = JSON.parse(archive.subarray(16, 16 + indexSize).toString()) as { files: Record<string, { size: number; offset: string }> }
  const read = (name: string) => {
    const entry = files[name] ?? { size: 0, offset: '0' }
    const start = 8 + headerSize + Number(entry.offset)
    return archive.subarray(start, start + entry.size).toString()
  }
  expect(archive.readUInt32LE(0)).toBe(4)
  expect([read('package.json'), read('main.cjs')]).toEqual(['{}', 'ü = 1'])
})
