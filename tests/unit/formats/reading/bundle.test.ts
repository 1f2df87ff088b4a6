import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nodeHost } from '../../../../src/formats/reading/host'
import { buildReader, hereHost, imported, type Imported } from '../../../fixtures/importing'

// What stands in a bundle may differ from what stands in node_modules, and what is confined from what is not.

let folder = ''
let script = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'synoptic-reader-'))
  script = await buildReader(join(folder, 'bundle'))
}, 120_000)
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

const brief = ({ items, refused, tables }: Imported): readonly unknown[] => [
  items.map(({ article: { source, headline, length, hash }, format, problems }) => [source.file, source.part, headline, length, hash, format, problems]), refused, tables,
]

test('the process reads as the code does where it is not bundled and not confined', async () => {
  const files: Readonly<Record<string, string | Buffer>> = {
    'a.txt': 'A bridge opens\n\nIt was late.\n',
    'b.csv': `headline,outlet,date,text\n${[1, 2, 3].map((n) => `"Bridge ${n}",Courier,2024-03-0${n},"The minister said on day ${n} that the bridge over the river would reopen by Friday, and that engineers were less sure of it."`).join('\n')}\n`,
    'c.html': '<!doctype html><html><head><title>Bridge</title></head><body><h1>Bridge</h1><p>The minister said that the bridge would reopen.</p></body></html>',
    'd.txt': Buffer.from([1, 2, 0, 0, 3, 0, 255, 0, 0]),
    'e.json': JSON.stringify([1, 2].map((n) => ({ title: `Bridge ${n}`, text: `Engineers said on day ${n} that the bridge over the river would not reopen by Friday, whatever the minister had said of it.` }))),
  }
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  const paths = Object.keys(files).map((name) => join(folder, name))
  const bundled = await imported(paths, { host: nodeHost(script) })
  expect(brief(bundled)).toEqual(brief(await imported(paths, { host: hereHost })))
  expect(bundled.items.length).toBeGreaterThan(5)
})
