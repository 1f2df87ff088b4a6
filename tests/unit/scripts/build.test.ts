import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fingerprint } from '../../../scripts/build.mjs'

let folder: string
const now = () => fingerprint(folder, ['src', 'config.ts', 'absent.ts'])

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'synoptic-build-'))
  mkdirSync(join(folder, 'src/deep'), { recursive: true })
  writeFileSync(join(folder, 'src/deep/a.ts'), 'one')
  writeFileSync(join(folder, 'config.ts'), 'two')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('the fingerprint stays while contents stay, whatever their times', () => {
  const before = now()
  utimesSync(join(folder, 'src/deep/a.ts'), 1, 1)
  writeFileSync(join(folder, 'unrelated.ts'), '')
  expect(now()).toBe(before)
})

test.each([
  ['a changed file', () => writeFileSync(join(folder, 'src/deep/a.ts'), 'One')],
  ['a new file', () => writeFileSync(join(folder, 'src/b.ts'), '')],
  ['a renamed file', () => renameSync(join(folder, 'src/deep/a.ts'), join(folder, 'src/deep/b.ts'))],
  ['a removed file', () => rmSync(join(folder, 'config.ts'))],
  ['contents moved between files', () => {
    writeFileSync(join(folder, 'src/deep/a.ts'), 'on')
    writeFileSync(join(folder, 'config.ts'), 'etwo')
  }],
])('%s changes the fingerprint', (_name, change) => {
  const before = now()
  change()
  expect(now()).not.toBe(before)
})
