import { join } from 'node:path'
import { payloads, some } from '../fixtures/hostile/payloads'
import { laysOutHostile } from '../fixtures/hostile/project'
import { expect, test } from './fixtures'
import { startCanary } from './hostile/canary'
import { scrollsThrough, stirs } from './hostile/touring'
import { nothing, watches } from './hostile/watch'
import { Researcher } from './researcher'

test('payloads as the name and note of everything are shown in every view, and nothing runs or is asked for', async ({ launch, projectsDir }) => {
  test.setTimeout(10 * 60_000)
  const canary = await startCanary()
  const all = some(payloads(canary.address), 6)
  const folder = join(projectsDir, 'Names.synoptic')
  await laysOutHostile(folder, all)
  const ana = new Researcher(await launch({ args: [folder] }))
  const { page } = ana
  const happened = await watches(ana.at.app, page)
  await page.getByLabel('Your name as a coder').fill(all[1]?.markup ?? '')
  await ana.presses('Enter')
  await ana.seesProject(all[0]?.markup ?? '')

  let [views, touched] = [0, 0]
  const looksAround = async (): Promise<void> => {
    views += await scrollsThrough(page.locator('#root'), 2)
    touched += await stirs(page)
  }
  // Read: three articles side by side with all that belongs to them.
  await page.getByLabel('Filter the corpus').fill('Told by three')
  await page.getByRole('button', { name: 'Told by three' }).first().click()
  await expect(ana.columns).toHaveCount(3)
  await ana.column(1).enters()
  await ana.presses('a')
  await expect(ana.inspector).toContainText(all[0]?.markup ?? '')
  await looksAround()

  for (const [view, key] of [['Synopsis', 'y'], ['Articles', 'a'], ['Outlets', 'o'], ['Entities', 'e'], ['Annotations', 'n'], ['Near-duplicates', 'd'], ['Proposed events', 'p'], ['Codebook', 'c']] as const) {
    await test.step(view, async () => {
      await ana.presses('Escape', `Control+Alt+${key}`)
      await expect(page.getByRole('main').first()).toBeVisible()
      await looksAround()
    })
  }
  // Codebook: the forms of the first codes.
  for (let n = 0; n < 12; n += 1) await ana.presses('ArrowDown')
  await looksAround()
  await ana.presses('Control+Shift+f')
  for (const { markup } of all.slice(0, 14)) {
    await page.getByLabel('Find in all articles').fill(markup)
    await stirs(page)
  }
  for (const key of ['Control+k', 'Control+t', 'F1']) {
    await ana.presses(key)
    await expect(page.getByRole('dialog')).toBeVisible()
    await looksAround()
    await ana.presses('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  expect(await happened()).toEqual(nothing)
  expect([...canary.reached]).toEqual([])
  await canary.close()
  console.log(`${all.length} payloads as names and notes of everything: ${views} views scrolled to, ${touched} elements touched. 0 ran, 0 addresses reached.`)
})
