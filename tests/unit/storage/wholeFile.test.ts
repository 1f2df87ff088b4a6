import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeAllWhole, writeWhole } from '../../../src/storage/wholeFile'
import { temporaryFolder } from './project'

test('texts of any length are written as UTF-8 one after the other, bytes as they are', async () => {
  const target = join(await temporaryFolder(), 'out.txt')
  const chunks = ['é', '', '😀'.repeat(50_000), 'short', new Uint8Array([0x00, 0xff]), '“long” '.repeat(60_000), 'end']
  await writeWhole(target, chunks)
  expect((await readFile(target)).equals(Buffer.concat(chunks.map((chunk) => Buffer.from(chunk as string))))).toBe(true)
})

test('of files that can’t all be written none appears, and what was there stays', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'a.txt'), 'before')
  const failing = function* chunks(): Generator<string> {
    yield 'begun'
    throw new Error('the source is damaged')
  }
  await expect(writeAllWhole([{ target: join(folder, 'a.txt'), chunks: () => ['new'] }, { target: join(folder, 'b.txt'), chunks: failing }])).rejects.toThrow('the source is damaged')
  expect(await readdir(folder)).toEqual(['a.txt'])
  expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('before')
})
