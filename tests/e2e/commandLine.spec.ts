import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { readCsv } from './exported'

const root = resolve(import.meta.dirname, '../..')

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs `synoptic` as somebody on a machine without a display does. */
function synoptic(folder: string, ...args: string[]): Promise<Ended> {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env
  const child = spawn(process.execPath, [join(root, 'scripts/synoptic.mjs'), ...args], { cwd: folder, env: { ...env, INIT_CWD: folder } })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => { out += chunk.toString() })
  child.stderr.on('data', (chunk: Buffer) => { err += chunk.toString() })
  return new Promise((done, fail) => { child.once('error', fail).once('close', (code) => { done({ code, out, err }) }) })
}

const texts = { 'meridian.txt': 'Summit in the capital\n\nThe leaders met “at last”, as the host put it.\n', 'courier.txt': 'A summit without results\n\n首脑会谈没有结果 😀\n' }

function corpus(folder: string): void {
  mkdirSync(join(folder, 'articles'))
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, 'articles', name), text)
}

test('a full run from a folder of texts to CSV needs no display', async ({}, testInfo) => {
  const folder = testInfo.outputPath()
  mkdirSync(folder, { recursive: true })
  corpus(folder)
  expect(await synoptic(folder, 'new', 'Study.synoptic', '--coder', 'First coder', '--codebook', 'starter')).toMatchObject({ code: 0, out: 'Made the project “Study”.\n' })
  expect(await synoptic(folder, 'import', 'Study.synoptic', 'articles')).toMatchObject({ code: 0, out: 'Imported 2 articles.\n' })
  const again = await synoptic(folder, 'import', 'Study.synoptic', 'articles', '--json')
  expect(JSON.parse(again.out)).toMatchObject({ articles: 0, known: 2, refused: [] })
  const told = await synoptic(folder, 'info', 'Study.synoptic', '--json')
  expect(JSON.parse(told.out)).toMatchObject({ name: 'Study', articles: 2, annotations: 0, coders: [{ name: 'First coder', annotations: 0 }] })
  expect(await synoptic(folder, 'export', 'Study.synoptic', 'study.csv', '--shape', 'articles')).toMatchObject({ code: 0 })
  const { rows } = await readCsv(join(folder, 'study.csv'))
  expect(new Set(rows.map((row) => row['headline']))).toEqual(new Set(['A summit without results', 'Summit in the capital']))
  expect(await synoptic(folder, 'check', 'Study.synoptic')).toMatchObject({ code: 0, out: 'Sound. 2 articles and 0 annotations were read.\n' })
})

test('what goes wrong is said in a sentence, with an exit code, and nothing half is left', async ({}, testInfo) => {
  const folder = testInfo.outputPath()
  mkdirSync(folder, { recursive: true })
  corpus(folder)
  await synoptic(folder, 'new', 'Study.synoptic', '--coder', 'First coder')
  writeFileSync(join(folder, 'articles', 'broken.docx'), 'PK\u0003\u0004 and no more')
  const partly = await synoptic(folder, 'import', 'Study.synoptic', 'articles', '--json')
  expect(partly.code).toBe(3)
  expect(JSON.parse(partly.out)).toMatchObject({ articles: 2, refused: [{ file: 'broken.docx' }] })
  expect(partly.err).toContain('broken.docx was not imported')

  writeFileSync(join(folder, 'there.csv'), 'mine')
  const there = await synoptic(folder, 'export', 'Study.synoptic', 'there.csv')
  expect(there.code).toBe(1)
  expect(there.err).toContain('there.csv exists already')
  expect(readFileSync(join(folder, 'there.csv'), 'utf8')).toBe('mine')
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  expect((await synoptic(folder, 'export', 'Study.synoptic', 'there.csv', '--coder', 'nobody')).code).toBe(2)
  expect((await synoptic(folder, 'export', 'Study.synoptic', 'there.csv', '--from', 'yesterday')).code).toBe(2)
  expect((await synoptic(folder, 'reckon', 'Study.synoptic')).code).toBe(2)
  expect((await synoptic(folder, 'new', 'Study.synoptic', '--coder', 'x')).code).toBe(1)
  expect((await synoptic(folder, 'info', 'nowhere', '--json')).out).toContain('"error"')

  const [text = ''] = readdirSync(join(folder, 'Study.synoptic/articles/text'))
  truncateSync(join(folder, 'Study.synoptic/articles/text', text), 9)
  const damaged = await synoptic(folder, 'check', 'Study.synoptic', '--json')
  expect(damaged.code).toBe(4)
  expect(JSON.parse(damaged.out)).toMatchObject({ sound: false, faults: [{ what: 'has a text that is not the one that was imported' }] })
})

test('a project that is open elsewhere is read, and not written', async ({}, testInfo) => {
  const folder = testInfo.outputPath()
  mkdirSync(folder, { recursive: true })
  corpus(folder)
  await synoptic(folder, 'new', 'Study.synoptic', '--coder', 'First coder')
  const { openProject } = await import('../../src/storage/projectFolder')
  const open = await openProject(join(folder, 'Study.synoptic'))
  try {
    const refused = await synoptic(folder, 'import', 'Study.synoptic', 'articles')
    expect(refused.code).toBe(5)
    expect(refused.err).toContain('Nothing was changed.')
    expect((await synoptic(folder, 'info', 'Study.synoptic')).code).toBe(0)
    expect((await synoptic(folder, 'export', 'Study.synoptic', 'study.json')).code).toBe(0)
  } finally {
    await open.close()
  }
  cpSync(join(folder, 'Study.synoptic'), join(folder, 'Copy.synoptic'), { recursive: true })
  rmSync(join(folder, 'Study.synoptic'), { recursive: true })
  expect((await synoptic(folder, 'import', 'Copy.synoptic', 'articles')).code).toBe(0)
  expect(existsSync(join(folder, 'Study.synoptic'))).toBe(false)
})

test('coding that was done elsewhere is told of before it comes in, and comes in once', async ({}, testInfo) => {
  const folder = testInfo.outputPath()
  mkdirSync(join(folder, 'theirs'), { recursive: true })
  const text = 'The bridge is shut. “Nobody told us”, a baker said.\n'
  writeFileSync(join(folder, 'theirs/bridge.txt'), text)
  const start = text.indexOf('Nobody')
  writeFileSync(join(folder, 'theirs/bridge.ann'), `T1\tVoice ${start} ${start + 14}\tNobody told us\n`)
  await synoptic(folder, 'new', 'Study.synoptic', '--coder', 'First coder')

  const trial = await synoptic(folder, 'import', 'Study.synoptic', 'theirs', '--dry-run', '--json')
  expect(JSON.parse(trial.out)).toMatchObject({ articles: 0, files: [{ codings: 1, placed: 1 }] })
  expect(JSON.parse((await synoptic(folder, 'info', 'Study.synoptic', '--json')).out)).toMatchObject({ articles: 0, annotations: 0 })

  expect(JSON.parse((await synoptic(folder, 'import', 'Study.synoptic', 'theirs', '--json')).out)).toMatchObject({ articles: 1, annotations: 1, codes: 1 })
  expect(JSON.parse((await synoptic(folder, 'import', 'Study.synoptic', 'theirs', '--json')).out)).toMatchObject({ articles: 0, annotations: 0, codes: 0 })
  expect((await synoptic(folder, 'check', 'Study.synoptic')).code).toBe(0)

  await synoptic(folder, 'export', 'Study.synoptic', 'study.qdpx')
  await synoptic(folder, 'new', 'Other.synoptic', '--coder', 'Second coder')
  expect(JSON.parse((await synoptic(folder, 'import', 'Other.synoptic', 'study.qdpx', '--json')).out)).toMatchObject({ articles: 1, annotations: 1 })
  await synoptic(folder, 'export', 'Other.synoptic', 'other.csv')
  const { rows: [row, ...others] } = await readCsv(join(folder, 'other.csv'))
  expect(row).toMatchObject({ quote: 'Nobody told us', start: String(start), end: String(start + 14) })
  expect(row?.['code']).toContain('Voice')
  expect(others).toEqual([])
})

test('every command has help with an example', async ({}, testInfo) => {
  mkdirSync(testInfo.outputPath(), { recursive: true })
  for (const command of ['', 'new', 'import', 'export', 'info', 'check']) {
    const help = await synoptic(testInfo.outputPath(), ...(command === '' ? [] : [command]), '--help')
    expect(help.code).toBe(0)
    expect(help.out).toMatch(new RegExp(`Examples?:\\n {2}synoptic ${command}`))
  }
})
