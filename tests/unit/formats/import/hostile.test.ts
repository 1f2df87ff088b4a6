import { expect, test } from 'vitest'
import { importers } from '../../../../src/formats/import/importers'
import { carriers } from '../../../fixtures/hostile/carriers'
import { payloads } from '../../../fixtures/hostile/payloads'
import { articlesIn, fileOf } from '../../../fixtures/imports'

const all = payloads('http://127.0.0.1:9')

test('there is a carrier for every format', () => {
  expect(Object.keys(carriers).sort()).toEqual(importers.map(({ id }) => id).sort())
})

/** In these a payload is text; in the others it is markup, of which only the text is left. */
const asText: ReadonlySet<string> = new Set(['text', 'docx', 'rtf', 'xlsx', 'csv', 'json', 'jsonl', 'factiva-xml', 'nexis-text', 'nexis-docx', 'proquest-text'])

test.each(Object.entries(carriers))('%s files bring every payload to their own importer', async (id, make) => {
  const few = [...all.slice(0, 14), ...all.slice(14).filter((_none, n) => n % 8 === 0)]
  const files = await make(few)
  let text = ''
  for (const { name, content } of files) {
    const file = fileOf(name, content)
    const recognised = await Promise.all(importers.map(async (one) => await one.recognises(file)))
    const importer = importers[recognised.indexOf(true)]
    expect([name, importer?.id]).toEqual([name, id])
    if (!importer) continue
    const found = await articlesIn(importer, file, (await importer.table?.(file))?.guess)
    expect(found).not.toEqual([])
    for (const one of found) text += `${one.headline}\n${one.text}\n`
  }
  // Ours at least stand in it word for word; some of the others hold what one format or another can't.
  const missing = few.slice(0, 14).filter(({ markup }) => !text.replace(/\s+/g, ' ').includes(markup))
  expect(asText.has(id) ? missing : []).toEqual([])
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
}, 120_000)
