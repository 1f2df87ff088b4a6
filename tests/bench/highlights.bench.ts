import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, expect, test as base, type ElectronApplication, type Page } from '@playwright/test'
import { build } from 'vite'
import type { Cell } from './harness/page'

declare global {
  interface Window {
    run: (cell: Cell) => Promise<number[]>
  }
}

const ROUNDS = 9

interface Harness { app: ElectronApplication; open: () => Promise<Page> }

const test = base.extend<object, { harness: Harness }>({
  harness: [async ({}, provide) => {
    const folder = await mkdtemp(join(tmpdir(), 'synoptic-harness-'))
    const root = resolve('tests/bench/harness')
    await build({ root, base: './', configFile: false, logLevel: 'warn', build: { target: 'chrome114', outDir: folder, emptyOutDir: true, modulePreload: false } })
    const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env as Record<string, string>
    const app = await _electron.launch({ args: [join(root, 'main.cjs')], chromiumSandbox: process.env['SYNOPTIC_TEST_SANDBOX'] !== 'off', env })
    const open = async (): Promise<Page> => {
      const coming = app.waitForEvent('window')
      await app.evaluate(({ BrowserWindow }, file) => {
        const window = new BrowserWindow({ width: 1440, height: 900, useContentSize: true, webPreferences: { sandbox: true } })
        void window.loadFile(file)
      }, join(folder, 'index.html'))
      const page = await coming
      await page.waitForFunction(() => 'run' in window)
      return page
    }
    await provide({ app, open })
    await app.close()
    await rm(folder, { recursive: true, force: true })
  }, { scope: 'worker' }],
})

const large = { words: 100_000, annotations: 10_000 }
const small = { words: 5000, annotations: 1000 }
const few = { words: 100_000, annotations: 100 }

const cells: readonly Cell[] = [
  ...[large, small].flatMap((size) => (['plain', 'reader', 'complete', 'recogito'] as const).map((kind) => ({ kind, ...size }))),
  ...(['scrollPlain', 'scroll'] as const).map((kind) => ({ kind, ...large })),
  ...[large, few].flatMap((size) => (['select', 'create'] as const).map((kind) => ({ kind, ...size }))),
]

test('highlights: H1, H2, H3', async ({ harness }) => {
  const times = new Map<Cell, number[]>(cells.map((cell) => [cell, []]))
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const cell of shuffled(cells, round)) {
      // Recogito takes seconds each time, and its figure is in no doubt.
      if (cell.kind === 'recogito' && round >= 3) continue
      const page = await harness.open()
      times.get(cell)?.push(median(await page.evaluate((one) => window.run(one), cell)))
      await page.close()
    }
  }
  const of = (kind: Cell['kind'], { words, annotations }: Omit<Cell, 'kind'>): number =>
    median([...times].find(([cell]) => cell.kind === kind && cell.words === words && cell.annotations === annotations)?.[1] ?? [])
  const ratio = (a: number, b: number): string => (a / b).toFixed(a / b < 10 ? 2 : 0)
  const row = (name: string, aim: string, ...rest: string[]): string => [name.padEnd(38), ...rest.map((one) => one.padStart(16)), `  ${aim}`].join('')
  const open = (name: string, size: Omit<Cell, 'kind'>, aims: readonly [string, string]): string[] => [
    row(`${name} / sectioned plain`, aims[0], `${of('reader', size).toFixed(1)} ms`, `${of('plain', size).toFixed(1)} ms`, ratio(of('reader', size), of('plain', size))),
    row(`${name} until all is built / plain`, '', `${of('complete', size).toFixed(1)} ms`, `${of('plain', size).toFixed(1)} ms`, ratio(of('complete', size), of('plain', size))),
    row(`Recogito / ${name}`, aims[1], `${of('recogito', size).toFixed(0)} ms`, `${of('reader', size).toFixed(1)} ms`, ratio(of('recogito', size), of('reader', size))),
  ]
  console.log([
    `\nMedians of ${ROUNDS} fresh windows each (Recogito: 3), in shuffled order; a column of 480 x 860 pixels.`,
    row('', 'aim', 'this', 'that', 'ratio'),
    ...open('H1 open 100k words, 10k annotations', large, ['<=1.1', '>=200']),
    ...open('H2 open 5k words, 1k annotations', small, ['<=1.3', '>=15']),
    row('H3 create at 10k / native selection', '<=1.3', `${of('create', large).toFixed(2)} ms`, `${of('select', large).toFixed(2)} ms`, ratio(of('create', large), of('select', large))),
    row('H3 create at 10k / at 100', '<=1.1', `${of('create', large).toFixed(2)} ms`, `${of('create', few).toFixed(2)} ms`, ratio(of('create', large), of('create', few))),
    row('H5 scrolling, 95th percentile / plain', '<=1.1', `${of('scroll', large).toFixed(1)} ms`, `${of('scrollPlain', large).toFixed(1)} ms`, ratio(of('scroll', large), of('scrollPlain', large))),
  ].join('\n'))
  expect(of('reader', large)).toBeLessThan(of('recogito', large))
})

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** The same order in every run, another one in every round. */
function shuffled<T>(list: readonly T[], round: number): T[] {
  const order = [...list]
  let state = round * 7919 + 17
  for (let at = order.length - 1; at > 0; at -= 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    const other = state % (at + 1)
    const [a, b] = [order[at], order[other]]
    if (a !== undefined && b !== undefined) [order[at], order[other]] = [b, a]
  }
  return order
}
