import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { manyShards, notesIn } from './largeChange'

const SHARDS = 300
const KILLS = 20
/** Milliseconds: about as long as one change takes here, so that all of it is cut somewhere. */
const ONE_CHANGE = 1_500

let bundle = ''

beforeAll(async () => {
  bundle = await mkdtemp(join(tmpdir(), 'synoptic-merger-'))
  await build({
    configFile: false, logLevel: 'silent', ssr: { noExternal: true },
    build: { ssr: fileURLToPath(new URL('../../faults/merger.ts', import.meta.url)), outDir: bundle, rollupOptions: { output: { entryFileNames: 'merger.mjs' } } },
  })
}, 60_000)
afterAll(() => rm(bundle, { recursive: true, force: true }))

/** Lets a process change all shards over and over and kills it after so many milliseconds; @returns the last note it said was durable */
async function killedAfter(folder: string, time: number): Promise<number> {
  const child = spawn(process.execPath, [join(bundle, 'merger.mjs'), folder, String(SHARDS)], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (part: string) => { printed += part })
  const ended = once(child, 'close')
  await once(child.stdout, 'data')
  await new Promise((done) => { setTimeout(done, time) })
  child.kill('SIGKILL')
  await ended
  return Number(printed.split('\n').at(-2))
}

it('a change of 300 files is there as a whole or not at all after a process was killed at any moment of it', async () => {
  const folder = await manyShards(SHARDS, '0')
  const cut = { parts: 0, files: 0 }
  for (let kill = 0; kill < KILLS; kill += 1) {
    const durable = await killedAfter(folder, (ONE_CHANGE * kill) / KILLS)
    const journal = await readdir(join(folder, '.journal'))
    cut[journal.some((name) => /^\d/.test(name)) ? 'files' : 'parts'] += 1
    const { said, onDisk, damaged } = await notesIn(folder, SHARDS)
    expect(damaged).toBe(0)
    expect(said).toHaveLength(1)
    expect(onDisk).toEqual(said)
    // What was decided is there, and at most the next one besides.
    expect([durable, durable + 1]).toContain(Number(said[0]))
  }
  // Otherwise the kills all fell into the same half, and the test says little of the other.
  expect(cut.parts).toBeGreaterThan(2)
  expect(cut.files).toBeGreaterThan(2)
}, 300_000)
