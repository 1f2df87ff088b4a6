import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { test } from '@playwright/test'
import { ensureElectron } from '../../scripts/electron-runtime.mjs'

const LAUNCHES = 15

interface Times {
  /** Milliseconds from the start of the process to the first paint, and to a heading on screen. */
  readonly painted: number
  readonly usable: number
}

/** L1: first paint of the start screen against a bare window, in launches that alternate, so that both see the same machine. */
test('L1 first paint', async () => {
  const electron = (await ensureElectron()).path
  const ours: Times[] = []
  const bare: Times[] = []
  for (let round = 0; round <= LAUNCHES; round += 1) {
    const pair = [await launch(electron, resolve('.')), await launch(electron, resolve('tests/bench/startup/hello'))] as const
    // The first pair fills the disk cache.
    if (round === 0) continue
    ours.push(pair[0])
    bare.push(pair[1])
  }
  const row = (what: keyof Times): string => {
    const [a, b] = [median(ours.map((one) => one[what])), median(bare.map((one) => one[what]))]
    return `${a.toFixed(0)} ms / bare ${b.toFixed(0)} ms = ${(a / b).toFixed(2)}`
  }
  console.log(`L1 first paint (${LAUNCHES} alternating launches, medians): ${row('painted')}  (aim <= 1.03)`)
  console.log(`L1 start screen usable, its heading on screen:            ${row('usable')}`)
})

async function launch(electron: string, app: string): Promise<Times> {
  const data = await mkdtemp(join(tmpdir(), 'synoptic-bench-'))
  const flags = process.env['SYNOPTIC_TEST_SANDBOX'] === 'off' ? ['--no-sandbox'] : []
  const child = spawn(electron, [...flags, '-r', resolve('tests/bench/startup/stopwatch.cjs'), app], {
    env: { ...process.env, SYNOPTIC_DATA_DIR: data, STARTED_AT: String(Date.now()) }, stdio: ['ignore', 'pipe', 'ignore'],
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => { said += chunk.toString() })
  await once(child, 'close')
  await rm(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  const found = /STOPWATCH (\{.*\})/.exec(said)?.[1]
  if (!found) throw new Error(`${app} did not paint: ${said}`)
  return JSON.parse(found) as Times
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
