import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { Log } from '../../../src/main/log/log'
import { ownBundles } from '../../../src/main/log/ownBundles'

const ours = (file: string): boolean => file === 'main/index.cjs'

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'synoptic-log-'))
  onTestFinished(() => rm(made, { recursive: true, force: true }))
  return made
}

/** A log whose time stands still unless told. */
function logAt(): { log: Log; pass: (ms: number) => void } {
  let now = 0
  return { log: new Log(ours, () => now), pass: (ms) => { now += ms } }
}

test('what was noted before the disk is open is written then, and everything is read back', async () => {
  const where = join(await folder(), 'logs')
  const { log } = logAt()
  log.note({ event: 'started', version: '0.1.0' })
  log.open(where)
  log.failed('main', Object.assign(new TypeError('canary'), { stack: 'TypeError: canary\n    at x (/home/canary/main/index.cjs:4:5)' }))
  const at = expect.any(String) as string
  expect(log.entries()).toEqual([
    { at, event: 'started', version: '0.1.0' },
    { at, event: 'failed', place: 'main', kind: 'TypeError', codes: [], frames: ['main/index.cjs:4:5'] },
  ])
  expect(await readFile(join(where, 'synoptic.log'), 'utf8')).not.toContain('canary')
  expect((await stat(join(where, 'synoptic.log'))).mode & 0o777).toBe(0o600)
  expect((await stat(where)).mode & 0o777).toBe(0o700)
})

test('it stays small: the oldest entries go', async () => {
  const where = await folder()
  const { log, pass } = logAt()
  log.open(where)
  for (let n = 0; n < 12_000; n += 1) {
    pass(1_000)
    log.note({ event: 'imported', ms: n, refused: 0 })
  }
  const files = await readdir(where)
  expect(files.sort()).toEqual(['synoptic.1.log', 'synoptic.2.log', 'synoptic.3.log', 'synoptic.log'])
  for (const file of files) expect((await stat(join(where, file))).size).toBeLessThanOrEqual(200_000)
  const times = log.entries().map(({ ms }) => ms ?? -1)
  expect(times.at(-1)).toBe(11_999)
  expect(times).toEqual(times.map((_, n) => 12_000 - times.length + n))
})

test('of a flood only the first are taken, and how many were left out', async () => {
  const { log, pass } = logAt()
  log.open(await folder())
  for (let n = 0; n < 1_000; n += 1) log.note({ event: 'unresponsive' })
  expect(log.entries()).toHaveLength(120)
  pass(61_000)
  log.note({ event: 'closed' })
  expect(log.entries().slice(-2)).toMatchObject([{ event: 'left-out', entries: 880 }, { event: 'closed' }])
})

test('lines that somebody else wrote, or half wrote, are left out', async () => {
  const where = await folder()
  await writeFile(join(where, 'synoptic.log'), '{"at":"2026-03-01T09:30:12.345Z","event":"closed","note":"canary"}\ncanary\n{"at":"2026-03-01T09:3')
  const { log } = logAt()
  log.open(where)
  expect(log.entries()).toEqual([{ at: '2026-03-01T09:30:12.345Z', event: 'closed' }])
})

test('where nothing can be written it goes on in memory', async () => {
  const file = join(await folder(), 'a file')
  await writeFile(file, '')
  await chmod(file, 0o400)
  const { log } = logAt()
  log.open(join(file, 'logs'))
  log.note({ event: 'closed' })
  expect(log.entries()).toMatchObject([{ event: 'closed' }])
})

test('only files that are there are our own bundles', async () => {
  const out = await folder()
  await writeFile(join(out, 'index.cjs'), '')
  const known = ownBundles(out)
  expect([known('main/index.cjs'), known('main/canary.cjs'), known('window/index.cjs'), known('')]).toEqual([true, false, false, false])
})
