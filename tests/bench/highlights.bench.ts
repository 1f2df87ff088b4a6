import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, expect, test as base, type Page } from '@playwright/test'
import { build } from 'vite'
import type { Bench, Cell } from './harness/page'

declare global {
  interface Window { bench: Bench }
}

const ROUNDS = 11
// Recogito takes half a minute with 10,000 annotations, and its figure is in no doubt.
const SLOW_ROUNDS = 2

/** Opens the harness page in a fresh window. */
const test = base.extend<object, { open: () => Promise<Page> }>({
  open: [async ({}, provide) => {
    const folder = await mkdtemp(join(tmpdir(), 'synoptic-harness-'))
    const root = resolve('tests/bench/harness')
    await build({ root, base: './', configFile: false, logLevel: 'error', build: { target: 'chrome114', outDir: folder, emptyOutDir: true, modulePreload: false } })
    const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env as Record<string, string>
    const app = await _electron.launch({ args: [join(root, 'main.cjs')], chromiumSandbox: process.env['SYNOPTIC_TEST_SANDBOX'] !== 'off', env })
    await provide(async () => {
      const coming = app.waitForEvent('window')
      await app.evaluate(({ BrowserWindow }, file) => {
        const window = new BrowserWindow({ width: 1440, height: 900, useContentSize: true, webPreferences: { sandbox: true } })
        void window.loadFile(file)
      }, join(folder, 'index.html'))
      const page = await coming
      await page.waitForFunction(() => 'bench' in window)
      return page
    })
    await app.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }, { scope: 'worker' }],
})

const large = { words: 100_000, annotations: 10_000 }
const small = { words: 5000, annotations: 1000 }
const few = { words: 100_000, annotations: 100 }

const cells: readonly Cell[] = [
  ...[large, small].flatMap((size) => (['plain', 'reader', 'margin', 'complete', 'recogito'] as const).map((kind) => ({ kind, ...size }))),
  ...[large, few].flatMap((size) => (['select', 'create'] as const).map((kind) => ({ kind, ...size }))),
  ...(['scrollPlain', 'scroll'] as const).map((kind) => ({ kind, ...large })),
]

test('every annotation in view is really painted', async ({ open }) => {
  const page = await open()
  expect(await page.evaluate(() => window.bench.openForPixels())).toBeGreaterThan(5)
  const picture = await page.screenshot()
  expect(await page.evaluate((png) => window.bench.unpainted(png), picture.toString('base64'))).toEqual([])
  await page.close()
})

test('opening, annotating and scrolling', async ({ open }) => {
  const times = new Map<Cell, number[]>(cells.map((cell) => [cell, []]))
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const cell of shuffled(cells, round)) {
      if (cell.kind === 'recogito' && round >= SLOW_ROUNDS) continue
      const page = await open()
      times.get(cell)?.push(median(await page.evaluate((one) => window.bench.run(one), cell)))
      await page.close()
    }
  }
  const of = (kind: Cell['kind'], { words, annotations }: Omit<Cell, 'kind'>): number =>
    median([...times].find(([cell]) => cell.kind === kind && cell.words === words && cell.annotations === annotations)?.[1] ?? [])
  console.log(table(of))
  expect(of('reader', large)).toBeLessThan(of('recogito', large) / 20)
})

function table(of: (kind: Cell['kind'], size: Omit<Cell, 'kind'>) => number): string {
  const line = (...[name = '', ...rest]: readonly string[]): string => name.padEnd(46) + rest.map((one) => one.padStart(12)).join('')
  const row = (name: string, aim: string, one: number, other: number): string =>
    line(name, `${one.toFixed(1)} ms`, `${other.toFixed(1)} ms`, (one / other).toFixed(one / other < 10 ? 2 : 0), aim)
  const open = (name: string, size: Omit<Cell, 'kind'>, aims: readonly [string, string]): string[] => [
    row(`${name} / plain text`, aims[0], of('reader', size), of('plain', size)),
    row('   until its margin is drawn', '', of('margin', size), of('plain', size)),
    row('   until all its sections are built', '', of('complete', size), of('plain', size)),
    row('   Recogito / this', aims[1], of('recogito', size), of('reader', size)),
  ]
  return [
    '',
    `Medians of ${ROUNDS} fresh windows for each figure (Recogito ${SLOW_ROUNDS}), in shuffled order. One column of 480 x 860 pixels. Opening ends`,
    'when the first frame is painted: the text and all highlights in view; brackets and labels follow in the next frame.',
    line('', 'this', 'that', 'ratio', 'aim'),
    ...open('H1 open 100k words, 10k annotations', large, ['<=1.1', '>=200']),
    ...open('H2 open 5k words, 1k annotations', small, ['<=1.3', '>=15']),
    row('H3 annotate, 10k there / native selection', '<=1.3', of('create', large), of('select', large)),
    row('   10k there / 100 there', '<=1.1', of('create', large), of('create', few)),
    row('H5 scroll, 95th percentile / plain text', '<=1.1', of('scroll', large), of('scrollPlain', large)),
  ].join('\n')
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** The same order in every run, another one in every round. */
function shuffled<T>(list: readonly T[], round: number): T[] {
  let state = round * 7919 + 17
  return list
    .map((one) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      return { one, at: state }
    })
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one)
}
