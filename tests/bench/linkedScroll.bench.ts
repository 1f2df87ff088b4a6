import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../e2e/fixtures'
import { framesDuring, type Frames } from '../e2e/frames'
import { laysOut } from '../e2e/readyMade'
import { Researcher } from '../e2e/researcher'
import { fourOutlets } from '../fixtures/alignment/planted'

const ROUNDS = 5
const TURNS = 60
const NOTCH = 120
/** Linked scrolling on or off. */
const SWITCH = 'Control+Alt+l'
/** Of a display of 60 Hz. */
const FRAME = 1000 / 60

const framing = { id: 'framing', name: 'Framing', unit: 'span', choice: 'many', level: 'nominal', mark: 'tint', fields: [], codes: [{ id: 'blame', name: 'Blame', colour: 'rust', key: 'b' }] }

/** Linked scrolling, and pointing at passages, with four columns of 5,000 words that share 200 of them. */
test('columns keep level, and counterparts light up, within a frame', async ({ launch, projectsDir }) => {
  const folder = join(projectsDir, 'Four.synoptic')
  const texts = fourOutlets()
  await laysOut(folder, { dimensions: [framing], texts })
  const ana = new Researcher(await launch({ args: [folder], size: { width: 1920, height: 1080 } }))
  const { page } = ana
  await page.getByLabel('Your name as a coder').fill('First coder')
  await page.keyboard.press('Enter')
  await expect(ana.columns).toHaveCount(3)
  const open = await ana.columns.evaluateAll((columns) => columns.map((column) => column.getAttribute('aria-label')))
  await ana.column(1).enters()
  await ana.finds(Object.keys(texts).find((outlet) => !open.includes(outlet)) ?? '', 'o')
  await expect(ana.columns).toHaveCount(4)
  await expect.poll(() => page.locator('.reader-bar').count(), { timeout: 60_000 }).toBeGreaterThan(4)
  await ana.column(1).enters()

  const busy = await busyTime(page)
  const frames = new Map<string, Measured[]>()
  const note = async (what: string, during: () => Promise<void>): Promise<void> => {
    const before = await busy()
    const measured = await framesDuring(page, during)
    frames.set(what, [...(frames.get(what) ?? []), { ...measured, busy: (await busy() - before) / measured.count }])
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const linked of [false, true]) {
      const back = await atRest(page)
      const before = await ana.column(3).scrolled()
      if (linked) await ana.presses(SWITCH)
      await note(linked ? 'scrolling, linked' : 'scrolling', () => turnsWheel(ana))
      if (linked) await expect.poll(() => ana.column(3).scrolled()).toBeGreaterThan(before)
      else expect(await ana.column(3).scrolled()).toBe(before)
      if (linked) await ana.presses(SWITCH)
      await back()
    }
    await note('moving the pointer beside the text', () => movesPointer(ana, 'beside'))
    await note('moving the pointer over passages', () => movesPointer(ana, 'over'))
  }
  const of = (what: string, which: keyof Measured): number => (frames.get(what) ?? []).map((one) => one[which]).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN
  for (const what of frames.keys()) console.log(`Linked | ${what.padEnd(34)} | busy ${of(what, 'busy').toFixed(1)} ms a frame | frame ${of(what, 'median').toFixed(1)} ms | 95th percentile ${of(what, 'p95').toFixed(1)} ms | longest ${of(what, 'longest').toFixed(1)} ms`)
  for (const [what, plain] of [['scrolling, linked', 'scrolling'], ['moving the pointer over passages', 'moving the pointer beside the text']] as const) {
    console.log(`Linked | ${what} / ${plain} | busy ${(of(what, 'busy') / of(plain, 'busy')).toFixed(2)} | 95th percentile ${(of(what, 'p95') / of(plain, 'p95')).toFixed(2)}`)
    expect.soft(of(what, 'busy'), what).toBeLessThan(FRAME)
  }
})

interface Measured extends Frames {
  /** Milliseconds of the processor that the window's main thread took for a frame: other programs make no difference to it. */
  readonly busy: number
}

/** @returns what tells how many milliseconds of the processor the window's main thread has taken so far */
async function busyTime(page: Page): Promise<() => Promise<number>> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => {
    const { metrics } = await devtools.send('Performance.getMetrics')
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
  }
}

async function turnsWheel(ana: Researcher): Promise<void> {
  await ana.column(1).text.hover()
  for (let turn = 0; turn < TURNS; turn += 1) await ana.page.mouse.wheel(0, NOTCH)
}

/** Over the marks beside the text of a column, where counterparts light up, or across its head, where nothing does. */
async function movesPointer(ana: Researcher, where: 'over' | 'beside'): Promise<void> {
  const lit = ana.page.locator('.reader-bar.lit')
  const head = await ana.column(2).head.boundingBox()
  const text = await ana.column(2).text.boundingBox()
  const mark = await ana.column(2).text.locator('.reader-bar').first().boundingBox()
  if (!head || !text || !mark) throw new Error('The column is not shown.')
  for (let turn = 0; turn < TURNS; turn += 1) {
    const along = 0.05 + 0.9 * turn / (TURNS - 1)
    if (where === 'over') await ana.page.mouse.move(mark.x + mark.width / 2, text.y + text.height * along)
    else await ana.page.mouse.move(head.x + head.width * along, head.y + head.height / 2)
  }
  if (where === 'beside') await expect(lit).toHaveCount(0)
  else {
    // It may have come to rest between two marks.
    await ana.page.mouse.move(mark.x + mark.width / 2, Math.max(text.y + 4, mark.y + mark.height / 2))
    await expect.poll(() => lit.count()).toBeGreaterThan(1)
  }
}

/** Remembers how far columns are scrolled. @returns what brings them back and waits for it */
async function atRest(page: Page): Promise<() => Promise<void>> {
  const texts = page.getByRole('document')
  const before = await texts.evaluateAll((all) => all.map((text) => text.scrollTop))
  return async () => {
    await expect.poll(() => texts.evaluateAll((all, wanted) => all.map((text, i) => {
      const there = Math.abs(text.scrollTop - (wanted[i] ?? 0)) < 1
      text.scrollTop = wanted[i] ?? 0
      return there
    }), before)).not.toContain(false)
  }
}
