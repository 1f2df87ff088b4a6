import { existsSync } from 'node:fs'
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import type { FoundEntry, ImportFindings, ImportOffer, OpenedProject } from '../../src/preload/contract'
import { call, pinging } from './calls'
import { willPick } from './dialogs'
import { expect, test } from './fixtures'
import { Researcher } from './researcher'
import { watchProcesses } from './processes'

const payloads = resolve('../shared/payloads')
const samples = resolve('../shared/samples/C_tools/article_db')
const NOT_HERE = `${payloads} is not on this machine`

/** Makes a project; its handle, its folder. */
async function begins(ana: Researcher, projectsDir: string): Promise<{ readonly project: string; readonly folder: string }> {
  const folder = join(projectsDir, 'Study.synoptic')
  await ana.introducesHerself()
  await ana.makesProject('Study', folder)
  const opened = await call(ana.page, 'project.open', { from: 'current' }) as OpenedProject
  return { project: opened.handle, folder }
}

async function offered(ana: Researcher, folder: string): Promise<string> {
  await willPick(ana.at.app, folder)
  return (await call(ana.page, 'import.choose', { kind: 'folder' }) as ImportOffer).id
}

/** Every file under a folder, each under a name of its own, as it is. */
async function copyAll(from: string, to: string): Promise<string[]> {
  const names: string[] = []
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const name = path.slice(from.length + 1).replaceAll('/', '__')
    await copyFile(path, join(to, name))
    names.push(name)
  }
  return names
}

/** Every file of a folder, cut off at a few places. */
async function cutAll(from: string, to: string): Promise<string[]> {
  const names: string[] = []
  for (const name of await readdir(from)) {
    const bytes = await readFile(join(from, name))
    for (const share of [0.02, 0.3, 0.7, 0.98]) {
      const cut = `cut ${share} ${name}`
      await writeFile(join(to, cut), bytes.subarray(0, Math.floor(bytes.length * share)))
      names.push(cut)
    }
  }
  return names
}

interface Outcome { readonly entries: readonly FoundEntry[]; readonly findings: ImportFindings }

async function reads(page: Page, project: string, offer: string): Promise<Outcome> {
  const findings = await call(page, 'import.read', { project, offer })
  return { findings, entries: JSON.parse(findings.found) as FoundEntry[] }
}

const inProject = (folder: string, inside: string): Promise<string[]> => readdir(join(folder, inside)).catch(() => [])

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

test('every broken or hostile file comes in or is refused, while the window answers and memory stays bounded', async ({ launch, projectsDir, dataDir }) => {
  test.skip(!existsSync(payloads), NOT_HERE)
  test.setTimeout(600_000)
  const ana = new Researcher(await launch())
  const { page } = ana
  const { project, folder } = await begins(ana, projectsDir)
  const from = join(projectsDir, 'hostile')
  await mkdir(from)
  const names = [...await copyAll(payloads, from), ...await cutAll(samples, from)]
  const known = { outside: (await readdir(projectsDir)).sort(), data: (await readdir(dataDir)).sort() }
  const watch = await watchProcesses(ana.at.app)
  const offer = await offered(ana, from)

  const outcome: Outcome[] = []
  const { pings, longest } = await pinging(page, project, async () => { outcome.push(await reads(page, project, offer)) })
  const [{ entries, findings } = { entries: [], findings: null }] = outcome
  const { main, reader, urls } = await watch.ends()

  console.log(`Read ${names.length} hostile files: the main process answered in ${median(pings).toFixed(0)} ms (at most ${Math.max(...pings).toFixed(0)}), the longest for a file ${longest.toFixed(0)} ms, most memory ${main.toFixed(0)} MB (main), ${reader.toFixed(0)} MB (reading)`)
  expect(findings).toMatchObject({ cancelled: false, stopped: null })
  const cameTo = new Set([...entries.map(({ article }) => article.source.file), ...(findings?.refused ?? []).map(({ file }) => file)])
  expect(names.filter((name) => !cameTo.has(name)), 'neither found nor refused').toEqual([])
  expect(findings?.refused.filter(({ reason, message }) => reason as string === '' || message.length < 10)).toEqual([])
  expect(entries.length).toBeGreaterThan(30)

  // A file may take 10 s; the rest is for processes that are started anew, on a machine that is busy with other tests.
  expect(longest, 'the longest for a file').toBeLessThan(20_000)
  expect(pings.length).toBeGreaterThan(5)
  expect(median(pings), 'the main process answers').toBeLessThan(200)
  // Measured: 60 ms. A machine that is busy with other tests gets the rest.
  expect(Math.max(...pings), 'the main process always answers').toBeLessThan(1_000)
  expect(reader, 'most that the process which reads had, in MB').toBeGreaterThan(20)
  // It is ended at 512; what it takes until that is noticed comes on top.
  expect(reader).toBeLessThan(768)
  expect(main, 'most that the main process had, in MB').toBeLessThan(512)
  expect(urls).toEqual([])
  expect(await page.evaluate(() => ['hacked' in window, 'polluted' in {}])).toEqual([false, false])

  await call(page, 'import.keep', { project, offer, articles: entries.filter((entry) => entry.known === null).map(({ article }) => article.id) })
  expect(await inProject(folder, '.staged')).toEqual([])
  expect(await inProject(folder, 'articles/text')).toHaveLength(entries.filter((entry) => entry.known === null).length)
  expect((await readdir(projectsDir)).sort()).toEqual(known.outside)
  expect((await readdir(from)).sort()).toEqual([...names].sort())
  // What Chromium keeps for itself there has no ending.
  expect((await readdir(dataDir)).filter((name) => name.includes('.') && !known.data.includes(name) && name !== 'mappings.json')).toEqual([])
})

test('a file that takes more than it may is named, and the files around it come in', async ({ launch, projectsDir }) => {
  test.setTimeout(180_000)
  const ana = new Researcher(await launch())
  const { project } = await begins(ana, projectsDir)
  const from = join(projectsDir, 'costly')
  await mkdir(from)
  await writeFile(join(from, '1.txt'), 'Before it\n')
  // As large as a file may be, and in an encoding that is told by looking at all of it.
  await writeFile(join(from, '2.txt'), Buffer.from('caf\xE9 na\xEFve for 5 \x80 a piece\n'.repeat(2_450_000), 'latin1'))
  await writeFile(join(from, '3.txt'), 'After it\n')
  const watch = await watchProcesses(ana.at.app)
  const { entries, findings } = await reads(ana.page, project, await offered(ana, from))
  const { reader } = await watch.ends()
  expect(entries.map(({ article }) => article.source.file)).toEqual(['1.txt', '3.txt'])
  expect(findings.refused).toEqual([{ file: '2.txt', key: 'f2', reason: 'too-costly', message: expect.stringContaining('save') }])
  expect(reader).toBeLessThan(768)
})

test('cancelled in the middle, what was found can be looked at, and nothing of it stays when it is discarded', async ({ launch, projectsDir }) => {
  const ana = new Researcher(await launch())
  const { page } = ana
  const { project, folder } = await begins(ana, projectsDir)
  const from = join(projectsDir, 'many')
  await mkdir(from)
  for (let n = 10_000; n < 12_000; n += 1) await writeFile(join(from, `${n}.txt`), `Article ${n}\n\nIts text is about the bridge.\n`)
  const offer = await offered(ana, from)
  const reading = reads(page, project, offer)
  await expect.poll(async () => (await inProject(folder, '.staged')).length).toBeGreaterThan(20)
  await call(page, 'import.cancel', { offer })
  const { entries, findings } = await reading
  expect(findings.cancelled).toBe(true)
  expect(entries.length).toBeGreaterThan(20)
  expect(entries.length).toBeLessThan(2_000)
  expect(await call(page, 'article.text', { project, article: entries[0]?.article.id ?? '', version: null })).toEqual({ text: 'Article 10000\n\nIts text is about the bridge.\n', intact: true })

  await call(page, 'import.discard', { project, offer })
  expect([await inProject(folder, '.staged'), await inProject(folder, 'articles/text')]).toEqual([[], []])
  await expect(call(page, 'import.keep', { project, offer, articles: [] })).rejects.toThrow('Choose them again')
})

test('a page that begins anew leaves nothing behind', async ({ launch, projectsDir }) => {
  const ana = new Researcher(await launch())
  const { project, folder } = await begins(ana, projectsDir)
  const file = join(projectsDir, 'one.txt')
  await writeFile(file, 'One article\n')
  await willPick(ana.at.app, file)
  const { id } = await call(ana.page, 'import.choose', { kind: 'files' }) as ImportOffer
  const { entries } = await reads(ana.page, project, id)
  expect(entries).toHaveLength(1)
  expect(await inProject(folder, '.staged')).toHaveLength(1)
  await ana.page.reload()
  await ana.seesProject('Study')
  await expect.poll(() => inProject(folder, '.staged')).toEqual([])
})
