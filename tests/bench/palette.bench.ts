import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../e2e/fixtures'
import { laysOut } from '../e2e/readyMade'
import { Researcher } from '../e2e/researcher'

const SIZES = [20, 500] as const
const ROUNDS = 12
const MOST_MS = 50
const TYPED = ['k', 'o', 'd', 'e', ' ', '4']

/** Codes of a dozen dimensions, some nested, with keys for none. */
const dimensions = (codes: number): readonly object[] => Array.from({ length: 10 }, (_none, d) => ({
  id: `d${d}`, name: `Dimension ${d}`, unit: 'span', choice: 'many', level: 'nominal', mark: 'tint',
  codes: Array.from({ length: codes / 10 }, (_also, c) => ({ id: `c${d}-${c}`, name: `kode ${c} of ${d}`, colour: 'amber', definition: 'What it means, in a sentence of some length.' })),
}))

/** Milliseconds from each key press that a listener on the window sees to the frame after the one it is painted in. */
async function timed(page: Page, keys: readonly string[]): Promise<number[]> {
  await page.evaluate(() => {
    const known = window as unknown as { times?: number[] }
    if (known.times) {
      known.times.length = 0
      return
    }
    const times: number[] = []
    known.times = times
    window.addEventListener('keydown', (event) => {
      // Lists hand key presses on to themselves.
      if (!event.isTrusted) return
      const start = performance.now()
      requestAnimationFrame(() => { setTimeout(() => { times.push(performance.now() - start) }) })
    }, { capture: true })
  })
  for (const [i, key] of keys.entries()) {
    await page.keyboard.press(key)
    await expect.poll(() => page.evaluate(() => (window as unknown as { times: number[] }).times.length)).toBe(i + 1)
  }
  return page.evaluate(() => (window as unknown as { times: number[] }).times)
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** With 500 codes the palette opens and filters within 50 ms per key stroke; the same with 20 is what a key stroke costs anyway. */
for (const codes of SIZES) {
  test(`the palette of ${codes} codes`, async ({ launch, projectsDir }) => {
    const folder = join(projectsDir, 'Bench.synoptic')
    await laysOut(folder, { dimensions: dimensions(codes), texts: { 'The Meridian': 'One sentence here. Another sentence there.', 'Velmar Today': 'Nothing else was said.' } })
    const { page } = await launch({ args: [folder] })
    const ana = new Researcher({ page } as ConstructorParameters<typeof Researcher>[0])
    await page.getByLabel('Your name as a coder').fill('First coder')
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(ana.columns).toHaveCount(2)
    await ana.column(1).enters()
    await ana.presses('ArrowDown')
    const opens: number[] = []
    const filters: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const times = await timed(page, ['c', ...TYPED])
      opens.push(times[0] ?? Number.NaN)
      filters.push(...times.slice(1))
      await ana.presses('Escape')
      await expect(page.getByRole('searchbox')).toBeHidden()
      await ana.column(1).enters()
    }
    console.log(`palette | ${codes} codes | opens ${median(opens).toFixed(1)} ms (longest ${Math.max(...opens).toFixed(1)}) | a key stroke ${median(filters).toFixed(1)} ms (longest ${Math.max(...filters).toFixed(1)})`)
    // The small one is there to be compared with.
    const most = codes === 500 ? MOST_MS : Infinity
    expect.soft(median(opens), 'opening').toBeLessThanOrEqual(most)
    expect.soft(median(filters), 'a key stroke').toBeLessThanOrEqual(most)
  })
}
