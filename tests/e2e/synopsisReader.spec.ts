import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { test, type Launched } from './fixtures'
import { laysOut } from './readyMade'
import { Researcher } from './researcher'

const framing = { id: 'framing', name: 'Framing', unit: 'span', choice: 'many', level: 'nominal', mark: 'tint', fields: [], codes: [{ id: 'fight', name: 'Just fight', colour: 'rust', key: 'f' }] }
const QUAY = 'The minister said that the eastern quay would open before the winter storms arrive.'
const FLEET = 'Seventeen fishing vessels were counted outside the breakwater on Tuesday morning.'
const LEVY = 'Parliament refused the harbour levy with ninety votes against eighty-eight.'
const PILOT = 'An elderly pilot described the channel as a staircase cut into black water.'

/** Paragraphs of words that no other outlet has. */
const own = (outlet: string, from: number, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${Array.from({ length: 60 }, (__, k) => `${outlet}${(from + i).toString(36)}${k.toString(36)}`).join(' ')}.`)

const article = (...parts: (string | string[])[]): string => parts.flat().join('\n\n')

const texts = {
  Courier: article(own('ka', 0, 6), QUAY, own('ka', 10, 5), FLEET, own('ka', 20, 6), LEVY, own('ka', 30, 8), PILOT, own('ka', 40, 6)),
  Herald: article(own('mo', 0, 8), QUAY, own('mo', 10, 2), LEVY, own('mo', 30, 14), PILOT, own('mo', 50, 6)),
  Post: article(own('ru', 0, 5), FLEET, own('ru', 10, 8), LEVY, own('ru', 30, 16)),
  // Never opened here.
  Telegraph: article(own('se', 0, 3), PILOT, own('se', 10, 2)),
}

async function opens(launch: (options: { args: readonly string[] }) => Promise<Launched>, folder: string): Promise<Researcher> {
  const ana = new Researcher(await launch({ args: [folder] }))
  await ana.page.getByLabel('Your name as a coder').fill('First coder')
  await ana.page.keyboard.press('Enter')
  await expect(ana.columns).toHaveCount(3)
  return ana
}

/** Tops of the lit bars by column, in window pixels; null for a column that shows none. */
const litTops = (page: Page): Promise<(number | null)[]> =>
  page.locator('.reader').evaluateAll((all) => all.map((column) => {
    const box = column.getBoundingClientRect()
    const bar = [...column.querySelectorAll('.reader-bar.lit')].map((one) => one.getBoundingClientRect()).find(({ top, bottom }) => bottom > box.top && top < box.bottom)
    return bar ? Math.round(bar.top) : null
  }))

const ribbons = (page: Page, kind: 'lit' | 'crossing' | 'faint'): Promise<number> =>
  page.locator(`.together-ribbons path.${kind}`).evaluate((path) => (path.getAttribute('d') ?? '').split('M').length - 1)

/** How many words the page paints as differing and as agreeing. */
const painted = (page: Page): Promise<{ differs: string[]; agrees: number }> => page.evaluate(() => {
  const all = (name: string) => [...CSS.highlights.entries()].filter(([key]) => key.endsWith(name)).flatMap(([, ranges]) => [...ranges].map((one) => (one.startContainer.textContent ?? '').slice(one.startOffset, one.endOffset)))
  return { differs: all('-differs'), agrees: all('-agrees').length }
})

test.describe('with articles laid out for it', () => {
  let ana: Researcher
  let page: Page
  test.beforeEach(async ({ launch, projectsDir }) => {
    const folder = join(projectsDir, 'Study.synoptic')
    await laysOut(folder, { dimensions: [framing], texts })
    ana = await opens(launch, folder)
    page = ana.page
    await expect(page.getByRole('region', { name: 'This event' })).toContainText('4 shared passages')
  })

  test('marks stand beside what outlets share, and the next passage is brought level in all columns', async () => {
    await ana.column(1).enters()
    await ana.presses('n')
    await expect(page.getByText('Passage 1 of 4, in 2 outlets')).toBeVisible()
    await expect.poll(async () => (await litTops(page)).map((top) => top !== null)).toEqual([true, true, false])
    const [first, second] = await litTops(page)
    expect(Math.abs((first ?? 0) - (second ?? 0))).toBeLessThanOrEqual(3)
    expect(await page.locator('.reader-bar.lit').first().getAttribute('title')).toContain('Also in Herald')
    await expect.poll(() => ribbons(page, 'lit')).toBe(1)

    await ana.presses('n')
    await expect(page.getByText('Passage 2 of 4, in 2 outlets')).toBeVisible()
    // The second column has nothing of it: the ribbon goes past.
    await expect.poll(async () => (await litTops(page)).map((top) => top !== null)).toEqual([true, false, true])
    await expect.poll(() => ribbons(page, 'crossing')).toBe(1)

    await ana.presses('n')
    await expect.poll(async () => {
      const tops = await litTops(page)
      return tops.includes(null) ? Infinity : Math.max(...tops.map(Number)) - Math.min(...tops.map(Number))
    }).toBeLessThanOrEqual(3)
    await ana.presses('n')
    await expect(page.getByText('Passage 4 of 4, in 3 outlets')).toBeVisible()
    expect(await page.locator('.reader-bar.lit').first().getAttribute('title')).toContain('Telegraph (not open)')
    await ana.presses('n')
    await expect(page.getByText('That was the last shared passage: begun again. Passage 1 of 4')).toBeVisible()
    await ana.presses('Alt+n')
    await expect(page.getByText('That was the first shared passage: gone on from the last. Passage 4 of 4')).toBeVisible()
    await ana.presses('Escape')
    await expect(page.locator('.reader-bar.lit')).toHaveCount(0)
    await expect.poll(() => ribbons(page, 'lit')).toBe(0)
  })

  test('pointing at a mark lights its counterparts, and an arrow leads to one out of view', async () => {
    const bar = ana.column(1).text.locator('.reader-bar').first()
    await ana.column(1).placeOf(QUAY)
    await bar.hover()
    await expect(ana.column(1).text.locator('.reader-bar.lit')).toHaveCount(1)
    await expect(page.locator('.reader-tint path').first()).toHaveAttribute('d', /^M/)
    await page.mouse.move(700, 20)
    await expect(page.locator('.reader-bar.lit')).toHaveCount(0)

    await bar.click()
    const arrow = page.locator('.together-arrows').getByText('↓ 1')
    await arrow.click()
    await expect.poll(async () => (await litTops(page)).filter((top) => top !== null)).toHaveLength(2)
    await expect(arrow).toHaveCount(0)
  })

  test('columns that are linked keep what they share level', async () => {
    await ana.column(1).enters()
    await ana.presses('n', 'n', 'n', 'Control+Alt+l')
    await expect(page.getByRole('button', { name: 'Linked scrolling on' })).toBeVisible()
    await expect.poll(async () => (await litTops(page)).includes(null)).toBe(false)
    const before = await litTops(page)
    await ana.column(1).scrollsBy(120)
    await expect.poll(async () => (await litTops(page)).map((top, n) => Math.abs((before[n] ?? 0) - 120 - (top ?? 0)) <= 2)).toEqual([true, true, true])
    await ana.column(2).scrollsBy(-200)
    await expect.poll(async () => {
      const tops = (await litTops(page)).map(Number)
      return Math.max(...tops) - Math.min(...tops)
    }).toBeLessThanOrEqual(3)
    expect(Math.abs(((await litTops(page))[1] ?? 0) - (before[1] ?? 0) - 80)).toBeLessThanOrEqual(2)

    // From one end to the other.
    await ana.column(1).scrollsBy(-100_000)
    await expect.poll(async () => Promise.all([1, 2, 3].map((n) => ana.column(n).scrolled()))).toEqual([0, 0, 0])

    await page.getByRole('button', { name: 'Linked scrolling on' }).click()
    await ana.column(1).scrollsBy(300)
    expect(await ana.column(2).scrolled()).toBe(0)
  })

  test('all that is surely shared is joined if she wants, and a passage can be gone from to the synopsis', async () => {
    await ana.presses('Control+Alt+j')
    await ana.column(1).placeOf(QUAY)
    await ana.column(2).placeOf(QUAY)
    await expect.poll(() => ribbons(page, 'faint')).toBeGreaterThan(0)
    await page.getByRole('region', { name: 'This event' }).getByRole('button', { name: 'Show side by side' }).click()
    await expect(page.getByRole('navigation', { name: 'Synopsis' })).toBeVisible()
  })
})

test('words in which a passage differs are marked on demand', async ({ launch, projectsDir }) => {
  const folder = join(projectsDir, 'Study.synoptic')
  const as = (fight: string): string => `“Russia has risen to a ${fight} against the hegemonic forces that oppose us all, and we shall stand with them to the very end,” the guest declared.`
  await laysOut(folder, { dimensions: [framing], texts: { Courier: as('just fight'), Herald: as('sacred fight'), Post: as('just fight') } })
  const ana = await opens(launch, folder)
  await expect(ana.page.locator('.reader-bar').first()).toBeAttached()
  await ana.column(1).enters()
  await ana.presses('n')
  expect(await painted(ana.page)).toEqual({ differs: [], agrees: 0 })
  await ana.presses('Shift+v')
  await expect.poll(async () => (await painted(ana.page)).agrees).toBeGreaterThan(0)
  await ana.presses('Shift+v')
  await expect.poll(() => painted(ana.page)).toEqual({ differs: [], agrees: 0 })
})

test('an event of one article says that there is nothing to compare', async ({ launch, projectsDir }) => {
  const folder = join(projectsDir, 'Study.synoptic')
  await laysOut(folder, { dimensions: [framing], texts: { Courier: texts.Courier } })
  const ana = new Researcher(await launch({ args: [folder] }))
  await ana.page.getByLabel('Your name as a coder').fill('First coder')
  await ana.page.keyboard.press('Enter')
  await expect(ana.page.getByRole('region', { name: 'This event' })).toContainText('It has one article: there is nothing to compare.')
  await ana.column(1).enters()
  await ana.presses('n')
  await expect(ana.page.getByText('This event has one article: there is nothing to compare')).toBeVisible()
})

const real = '../shared/corpus/putin-kim-2023'

test('on a real event all columns that have a passage show it at the same height', async ({ launch, projectsDir }) => {
  test.skip(!existsSync(real), 'the real articles are not here')
  const folder = join(projectsDir, 'Study.synoptic')
  await laysOut(folder, { dimensions: [framing], texts: Object.fromEntries(readdirSync(real).sort().map((file, i) => [`Outlet ${i + 1}`, readFileSync(join(real, file), 'utf8')])) })
  const ana = await opens(launch, folder)
  await expect(ana.page.locator('.reader-bar').first()).toBeAttached()
  await ana.column(1).enters()
  for (let step = 0; step < 6; step += 1) {
    await ana.presses('n')
    await expect(ana.page.getByText(`Passage ${step + 1} of `)).toBeVisible()
    await expect.poll(async () => {
      const tops = (await litTops(ana.page)).filter((top): top is number => top !== null)
      return tops.length === 0 ? Infinity : Math.max(...tops) - Math.min(...tops)
    }).toBeLessThanOrEqual(3)
  }
})
