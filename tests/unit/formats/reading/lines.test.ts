import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readSource } from '../../../../src/formats/reading/readSource'
import { refusalOf } from '../../../fixtures/imports'

/** Number of articles in a file with this text, or why it was refused. */
async function outcome(text: string): Promise<string | number> {
  const folder = mkdtempSync(join(tmpdir(), 'synoptic-lines-'))
  onTestFinished(() => { rmSync(folder, { recursive: true }) })
  writeFileSync(join(folder, 'a.txt'), text)
  let articles = 0
  const read = async (): Promise<void> => { for await (const _ of readSource({ path: join(folder, 'a.txt'), name: 'a.txt' }, () => Promise.reject(new Error('It is no table.')))) articles += 1 }
  const refusal = await refusalOf(read())
  return refusal === 'none' ? articles : refusal
}

test('an article of 1,000,000 lines comes in, one of more is refused with what to do', async () => {
  expect(await outcome('x\n'.repeat(999_999) + 'x')).toBe(1)
  expect(await outcome('x\n'.repeat(1_000_000) + 'x')).toMatch(/^too-large: .*1,000,001 lines.*split it/)
})
