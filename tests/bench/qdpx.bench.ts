import { expect, test } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { takeInWork } from '../../src/domain/changes/commands/takeInWork'
import { usualOrder } from '../../src/domain/exporting/usual'
import { emptyRecords, putRecord, THE } from '../../src/domain/project/records'
import { anchorAt } from '../../src/domain/text/anchor'
import { SourceFile } from '../../src/formats/import/sourceFile'
import { qdpx } from '../../src/formats/refi/qdpx'
import { refiProject } from '../../src/formats/refi/readers'
import type { ProjectContents } from '../../src/formats/source'
import { placeWork } from '../../src/formats/work/place'
import { createProject, openProject } from '../../src/storage/projectFolder'
import { sourceOf } from '../fixtures/projects'
import { annotation, article, codebook, ids, NOW } from '../fixtures/records'

const CODINGS = 300
const ARTICLES = 20
const ROUNDS = 5
const MOST_SECONDS = 2

const text = (n: number): string => Array.from({ length: 40 }, (_, i) => `Delegation ${n} met for ${i + 2} hours at crossing ${(n * 31 + i * 7) % 997} 🌉.`).join('\n')

/** Codings all over texts of about 500 words, half of them with fields and a note. */
function study(): ProjectContents {
  const articles = Array.from({ length: ARTICLES }, (_, i) => article(`a${i}`, text(i), { headline: `Crossing ${i}` }))
  const annotations = Array.from({ length: CODINGS }, (_, i) => {
    const subject = i % ARTICLES, start = (i * 97) % 1500
    return annotation(`n${i}`, '<x>', { subject: `a${subject}`, code: 'minister', spans: [anchorAt(text(subject), { start, end: start + 30 })], ...(i % 2 === 0 && { values: { form: 'direct', speaker: `Speaker ${i}` }, note: `Note ${i}` }) })
  })
  const coders = ['ann', 'bob'].map((id) => ({ id, name: id, joined: NOW }))
  return { info: { id: 'p1', name: 'Crossings', created: NOW, memo: '' }, coders, codebook, events: [], entities: [], outlets: [], rulings: [], sheets: [], articles, annotations, texts: new Map(articles.map(({ id }, i) => [id, text(i)])) }
}

/** From the bytes of the file to a project on the disk, everything durable. @returns seconds */
async function importDurably(bytes: Uint8Array, folder: string): Promise<number> {
  const coder = { id: 'ana', name: 'First coder', joined: NOW }, info = { id: 'p2', name: 'Bench', created: NOW, memo: '' }
  const before = { name: 'Bench', version: 1, log: [], dimensions: [] }
  await createProject(folder, { info, coder, codebook: before })
  const project = await openProject(folder)
  const records = emptyRecords()
  putRecord(records, 'project', THE, info)
  putRecord(records, 'coder', coder.id, coder)
  putRecord(records, 'codebook', THE, before)
  const start = performance.now()
  const { contents, placed, reading } = placeWork(await refiProject.read([new SourceFile('crossings.qdpx', bytes)]), null, { now: NOW })
  const { edits, texts } = takeInWork(records, contents, new Map(), { now: NOW, id: ids('new'), coder: coder.id })
  for (const [id, words] of texts) await project.stageText(id, words)
  await project.keepTexts([...texts.keys()])
  await project.save([{ label: 'import work', edits }])
  const seconds = (performance.now() - start) / 1000
  await project.close()
  expect(reading).toEqual({ unit: 'code-point', breaks: 'as-is' })
  expect(placed).toBe(CODINGS)
  return seconds
}

/** Importing a .qdpx file of 300 codings in less than 2 s. */
test('importing a .qdpx file of 300 codings', async () => {
  const parent = mkdtempSync(join(tmpdir(), 'synoptic-bench-'))
  const chunks: Uint8Array[] = []
  for (const file of qdpx.files(sourceOf(study()), { ...usualOrder, shape: 'project', format: 'qdpx' })) for await (const chunk of file.chunks()) chunks.push(Buffer.from(chunk))
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) times.push(await importDurably(Buffer.concat(chunks), join(parent, `${round}.synoptic`)))
  rmSync(parent, { recursive: true })
  console.log(`QDPX | ${CODINGS} codings in ${ARTICLES} texts, read, placed and saved durably: ${times.map((time) => time.toFixed(2)).join(', ')} s | at most ${MOST_SECONDS} s`)
  expect(Math.max(...times)).toBeLessThan(MOST_SECONDS)
})
