import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SourceFile } from '../../../../src/formats/import/sourceFile'
import { workReaders } from '../../../../src/formats/work/readers'

const PAYLOADS = '../shared/payloads'

test.skipIf(!existsSync(PAYLOADS)).each(['json', 'csv', 'unicode'])('every broken file of payloads/%s is nobody’s, is read, or is refused with a reason', async (folder) => {
  const whole = join(PAYLOADS, folder)
  const outcomes = new Set<string>()
  for (const entry of readdirSync(whole, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())) {
    const bytes = readFileSync(join(entry.parentPath, entry.name))
    for (const name of [entry.name, `${entry.name}.json`, `${entry.name}.ann`]) {
      const file = new SourceFile(name, bytes)
      for (const reader of workReaders.filter(({ id }) => id !== 'synoptic' && !id.startsWith('refi'))) {
        if ((await reader.recognises(file)) !== true) continue
        outcomes.add(await Promise.resolve().then(async () => await reader.read([file])).then(() => 'read', (error: unknown) => (error instanceof Error ? error.name : 'thrown')))
      }
    }
  }
  expect([...outcomes].filter((one) => one !== 'read' && one !== 'ImportRefusal')).toEqual([])
})
