import { expect, test } from '@playwright/test'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { addArticles } from '../../src/domain/changes/commands/articles'
import { nodeHost } from '../../src/formats/reading/host'
import { Reader } from '../../src/formats/reading/reader'
import { Mappings } from '../../src/main/mappings'
import { OpenImport } from '../../src/main/openImport'
import type { FoundEntry, ImportFindings } from '../../src/preload/contract'
import { atOnce } from '../../src/storage/atOnce'
import { createProject, openProject, type ProjectFolder } from '../../src/storage/projectFolder'

const ARTICLES = 10_000
const ROUNDS = 3

/** About 600 words, each article another text. */
function articleText(n: number): string {
  const sentence = (i: number): string => `Delegation ${n} met for ${i + 2} hours at the bridge and published nothing at all about crossing number ${(n * 31 + i * 7) % 997}.`
  const paragraphs = Array.from({ length: 10 }, (_, p) => Array.from({ length: 3 }, (_unused, i) => sentence(p * 3 + i)).join(' '))
  return [`Talks on crossing ${n}`, 'September 13, 2023', ...paragraphs].join('\n\n')
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`

interface Paths { readonly parent: string; readonly files: string; readonly csv: string }

function materials(): Paths {
  const parent = mkdtempSync(join(tmpdir(), 'synoptic-bench-'))
  const [files, csv] = [join(parent, 'files'), join(parent, 'articles.csv')]
  mkdirSync(files)
  const rows = ['headline,date,outlet,text']
  for (let n = 0; n < ARTICLES; n += 1) {
    const text = articleText(n)
    writeFileSync(join(files, `${String(n).padStart(5, '0')}.txt`), text)
    rows.push([`Talks on crossing ${n}`, '2023-09-13', `Outlet ${n % 40}`, text].map(quoted).join(','))
  }
  writeFileSync(csv, rows.join('\n'))
  return { parent, files, csv }
}

/** What any tool would have to do to put as many files durably elsewhere. */
async function copyDurably(from: string, to: string, lanes: number): Promise<number> {
  mkdirSync(to)
  const start = performance.now()
  await atOnce(lanes, readdirSync(from), async (name) => {
    const bytes = await readFile(join(from, name))
    const handle = await open(join(to, name), 'wx')
    await handle.writeFile(bytes)
    await handle.sync()
    await handle.close()
  })
  const folder = await open(to, 'r')
  await folder.sync()
  await folder.close()
  return performance.now() - start
}

interface Measured { readonly read: number; readonly keep: number; readonly save: number; readonly articles: number }

async function importDurably(project: ProjectFolder, path: string, mappings: Mappings): Promise<Measured> {
  const reader = new Reader(nodeHost(resolve('out/main/reader.cjs')))
  const work = new OpenImport(project, [path], mappings)
  const start = performance.now()
  const findings: ImportFindings = await work.read({ reader, progress: () => undefined }, new AbortController().signal)
  const read = performance.now()
  const articles = (JSON.parse(findings.found) as FoundEntry[]).map(({ article }) => article)
  await work.keep(articles.map(({ id }) => id), () => undefined)
  const keep = performance.now()
  await project.save([addArticles(articles)])
  const save = performance.now()
  return { read: read - start, keep: keep - read, save: save - keep, articles: articles.length }
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`

/** I1: from files to a saved project, everything durable, against copying the same files with a flush each; in rounds, each in its turn. */
test('I1 import of 10,000 articles', async () => {
  const { parent, files, csv } = materials()
  const mappings = new Mappings(parent)
  const times: Record<'copy1' | 'copy16' | 'files' | 'csv', number[]> = { copy1: [], copy16: [], files: [], csv: [] }
  const parts: string[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    times.copy1.push(await copyDurably(files, join(parent, `copy1-${round}`), 1))
    times.copy16.push(await copyDurably(files, join(parent, `copy16-${round}`), 16))
    for (const [kind, path] of [['files', files], ['csv', csv]] as const) {
      const folder = join(parent, `${kind}-${round}.synoptic`)
      await createProject(folder, { info: { id: `p${round}`, name: 'Bench', created: '2026-03-01T12:00:00.000Z', memo: '' }, coder: { id: 'ana', name: 'First coder', joined: '2026-03-01T12:00:00.000Z' }, codebook: { name: 'Bench', version: 1, log: [], dimensions: [] } })
      const project = await openProject(folder)
      const { read, keep, save, articles } = await importDurably(project, path, mappings)
      await project.close()
      expect(articles).toBe(ARTICLES)
      times[kind].push(read + keep + save)
      parts.push(`   round ${round + 1}, ${kind}: read and stored ${seconds(read)}, made durable ${seconds(keep)}, index saved ${seconds(save)}`)
    }
  }
  const [one, many] = [median(times.copy1), median(times.copy16)]
  console.log(`I1 | copying ${ARTICLES.toLocaleString('en')} files, each flushed: ${seconds(one)} one after the other, ${seconds(many)} sixteen at once`)
  for (const kind of ['files', 'csv'] as const) {
    const time = median(times[kind])
    console.log(`I1 | import from ${kind === 'files' ? 'as many .txt files' : 'one CSV'}: ${seconds(time)}, ${Math.round(ARTICLES / (time / 1000))} articles/s | ratio ${(time / one).toFixed(2)} to copying one after the other, ${(time / many).toFixed(2)} to sixteen at once`)
  }
  console.log(parts.join('\n'))
  rmSync(parent, { recursive: true })
})
