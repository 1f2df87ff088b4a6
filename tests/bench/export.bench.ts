import { expect, test } from '@playwright/test'
import { mkdtemp, open, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import type { Annotation } from '../../src/domain/project/annotation'
import { untouched, type Article } from '../../src/domain/project/article'
import { codebookSchema } from '../../src/domain/project/codebook'
import type { ExportFormat } from '../../src/domain/exporting/kinds'
import { usualOrder } from '../../src/domain/exporting/usual'
import type { prepare } from '../../src/formats/export/prepare'
import type { ProjectSource } from '../../src/formats/source'
import type { writeWhole } from '../../src/storage/wholeFile'

const ARTICLES = 100_000
const PER_ARTICLE = 10
const CHUNK = 256 * 1024
const noon = '2026-03-01T12:00:00.000Z'
const sentence = 'The minister said the bridge would “reopen by Friday”; engineers, who had seen it, were less sure of that.'

const codebook = codebookSchema.parse({
  name: 'Bridges', version: 4,
  dimensions: [
    { id: 'framing', name: 'Framing', unit: 'span', choice: 'many', level: 'nominal', mark: 'tint', codes: ['blame', 'repair', 'cost'].map((id) => ({ id, name: id, colour: 'rust' })) },
    {
      id: 'sentiment', name: 'Sentiment', unit: 'span', choice: 'many', level: 'ordinal', mark: 'polarity',
      fields: [{ id: 'polarity', name: 'Polarity', kind: 'ordinal', options: [-1, 0, 1].map((value) => ({ value, label: String(value) })) }, { id: 'target', name: 'Target', kind: 'text' }, { id: 'form', name: 'Form', kind: 'one-of', options: [{ id: 'direct', label: 'direct quotation' }] }],
      codes: [{ id: 'towards', name: 'towards', colour: 'green' }],
    },
  ],
})

const articles = Array.from({ length: ARTICLES }, (_, i): Article => ({
  ...untouched, id: `a${String(i).padStart(7, '0')}`, outlet: `Outlet ${i % 40}`, headline: `Talks on crossing ${i}, continued`, date: '2026-02-28', language: 'en', event: `e${i % 500}`,
  words: 600, length: 4000, hash: '0'.repeat(64), source: { file: `${i}.txt`, encoding: 'UTF-8', bytes: 4000, hash: '0'.repeat(64), kind: 'text', part: 0 }, imported: noon,
}))

const codes = ['blame', 'towards', 'repair', 'towards', 'cost']

/** Annotations of an article, made when they are asked for and never kept. */
function annotations(subject: string): Annotation[] {
  return Array.from({ length: PER_ARTICLE }, (_, i): Annotation => {
    const code = codes[i % codes.length] ?? ''
    const start = i * 350
    return {
      id: `${subject}-0c4e-4d2a-9f${i}`, subject, coder: i % 2 === 0 ? 'ann' : 'bob', code, unit: 'span', spans: [{ start, end: start + 30 + (i % 5) * 10, quote: sentence.slice(i, i + 30 + (i % 5) * 10), prefix: '', suffix: '' }],
      values: code === 'towards' ? { polarity: (i % 3) - 1, target: 'the ministry', form: 'direct' } : {}, note: i === 7 ? 'unsure, “see” next\nline' : '', certainty: i % 4 === 0 ? 'high' : null, textVersion: 1, codebook: 4, created: noon, modified: noon,
    }
  })
}

const source: ProjectSource = {
  info: { id: 'bench', name: 'Bench', created: noon, memo: '' }, coders: ['ann', 'bob'].map((id) => ({ id, name: `Coder ${id}`, joined: noon })), codebook, entities: [], rulings: [], articles,
  outlets: Array.from({ length: 40 }, (_, i) => ({ id: `o${i}`, name: `Outlet ${i}`, aliases: [], variables: { country: `Country ${i % 7}`, type: 'daily' } })),
  events: Array.from({ length: 500 }, (_, i) => ({ id: `e${i}`, name: `Event ${i}`, date: '2026-02', variables: { scale: 'large' } })),
  coded: (subject) => ({ annotations: subject.startsWith('a') ? annotations(subject) : [], sheets: [] }), text: () => '',
}

/** What writes, bundled as it is in the application: a runner of tests would load each module in a form of its own. */
async function shipped(folder: string): Promise<{ readonly prepare: typeof prepare; readonly writeWhole: typeof writeWhole }> {
  const entry = join(folder, 'entry.ts')
  await writeFile(entry, ['formats/export/prepare', 'storage/wholeFile'].map((file) => `export * from ${JSON.stringify(resolve('src', `${file}.ts`))}\n`).join(''))
  await build({ configFile: false, logLevel: 'silent', ssr: { noExternal: true }, build: { ssr: entry, outDir: folder, emptyOutDir: false, rolldownOptions: { output: { entryFileNames: 'export.mjs' } } } })
  return await import(pathToFileURL(join(folder, 'export.mjs')).href) as Awaited<ReturnType<typeof shipped>>
}

interface Measured { readonly ms: number; /** Time of the processor, in ms. */ readonly busy: number; /** By the clock, and what the processor worked in the longest turn. */ readonly stall: number; readonly worked: number; readonly memory: number; readonly bytes: number }

/** Writes, while watching how long the event loop is kept and how much memory there is beyond what was there before, in MB. */
async function measured(path: string, write: () => Promise<void>): Promise<Measured> {
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  let stall = 0, worked = 0, most = before, turn = performance.now(), usage = process.cpuUsage(), going = true
  const watch = (): void => {
    const now = performance.now()
    const { user, system } = process.cpuUsage(usage)
    stall = Math.max(stall, now - turn)
    worked = Math.max(worked, (user + system) / 1000)
    turn = now
    usage = process.cpuUsage()
    if (going) setImmediate(watch)
  }
  const weighing = setInterval(() => { most = Math.max(most, process.memoryUsage().rss) }, 50)
  turn = performance.now()
  usage = process.cpuUsage()
  setImmediate(watch)
  const [begun, work] = [performance.now(), process.cpuUsage()]
  await write()
  const ms = performance.now() - begun
  const { user, system } = process.cpuUsage(work)
  going = false
  clearInterval(weighing)
  return { ms, busy: (user + system) / 1000, stall, worked, memory: (most - before) / 1024 / 1024, bytes: (await stat(path)).size }
}

/** The same bytes, already in memory, in larger chunks than an export's, which are written faster; flushed to the disk as an export is. */
async function rawWrite(path: string, bytes: number): Promise<number> {
  const chunk = Buffer.alloc(CHUNK, 'a')
  const begun = performance.now()
  const file = await open(path, 'wx')
  for (let left = bytes; left > 0; left -= CHUNK) await file.writeFile(left >= CHUNK ? chunk : chunk.subarray(0, left))
  await file.sync()
  await file.close()
  return performance.now() - begun
}

/** What making the annotations up takes of the processor, in ms: it is part of every figure and no part of an export. */
async function everythingAsked(): Promise<number> {
  const begun = process.cpuUsage()
  let n = 0
  for (const { id } of source.articles) n += (await source.coded(id)).annotations.length
  expect(n).toBe(ARTICLES * PER_ARTICLE)
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / 1000
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
const formats: readonly ExportFormat[] = ['csv', 'jsonl', 'parquet']

for (const format of formats) {
  test(`X1 1,000,000 annotations of 100,000 articles as ${format}`, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'synoptic-bench-'))
    const rounds: (Measured & { readonly raw: number })[] = []
    try {
      const { prepare: prepared, writeWhole: write } = await shipped(folder)
      for (let round = 0; round < 3; round += 1) {
        const [path, raw] = [join(folder, `${round}.${format}`), join(folder, `${round}.raw`)]
        const main = prepared(source, { ...usualOrder, format })?.files[0]
        test.skip(!main, 'there is no such format')
        if (!main) return
        const found = await measured(path, () => write(path, main.chunks()))
        rounds.push({ ...found, raw: await rawWrite(raw, found.bytes) })
        await Promise.all([path, raw].map((one) => rm(one)))
      }
    } finally {
      await rm(folder, { recursive: true })
    }
    const of = (pick: (one: (typeof rounds)[number]) => number): number => median(rounds.map(pick))
    const made = await everythingAsked()
    console.log(`X1 | ${format}: ${(of((one) => one.ms) / 1000).toFixed(2)} s (${(of((one) => one.busy) / 1000).toFixed(2)} s of the processor) for ${Math.round((rounds[0]?.bytes ?? 0) / 1e6)} MB (of the processor’s ${(made / 1000).toFixed(2)} s to make the annotations up), raw ${(of((one) => one.raw) / 1000).toFixed(2)} s | ratio ${median(rounds.map(({ ms, raw }) => ms / raw)).toFixed(1)} | longest stall ${of((one) => one.stall).toFixed(1)} ms, of it ${of((one) => one.worked).toFixed(1)} ms of the processor | memory +${Math.max(...rounds.map(({ memory }) => memory)).toFixed(0)} MB`)
  })
}
