import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { carriers } from '../fixtures/hostile/carriers'
import { batches, payloads } from '../fixtures/hostile/payloads'
import { codebook } from '../fixtures/records'
import type { Column } from './column'
import { willPick } from './dialogs'
import { expect, test } from './fixtures'
import { startCanary } from './hostile/canary'
import { scrollsThrough, stirs } from './hostile/touring'
import { nothing, watches } from './hostile/watch'
import { readProject } from './onDisk'
import { laysOut } from './readyMade'
import { Researcher } from './researcher'

test('every payload comes in through every format, is shown and touched, and nothing runs or is asked for', async ({ launch, projectsDir }) => {
  test.setTimeout(10 * 60_000)
  const canary = await startCanary()
  const all = payloads(canary.address)
  const folder = join(projectsDir, 'hostile')
  await mkdir(folder)
  for (const [id, make] of Object.entries(carriers)) {
    await mkdir(join(folder, id))
    for (const { name, content } of await make(all)) await writeFile(join(folder, id, name), content)
  }

  const ana = new Researcher(await launch())
  const happened = await watches(ana.at.app, ana.page)
  await ana.introducesHerself()
  await ana.makesProject('Hostile', join(projectsDir, 'Hostile.synoptic'))
  const began = Date.now()
  await willPick(ana.at.app, folder)
  await ana.presses('Control+Shift+i')
  const found = ana.page.getByRole('main', { name: /^Import / })
  await expect(found).toBeVisible({ timeout: 300_000 })
  const take = found.getByRole('button', { name: /^Import [\d,]+ article/ })
  const read = Date.now() - began
  await expect(found.getByText(/refused/)).toHaveCount(0)

  // What was found: the whole table, and the first texts one by one.
  await scrollsThrough(found.getByRole('table'))
  await found.getByRole('table').getByRole('checkbox').nth(1).focus()
  for (let row = 0; row < 30; row += 1) {
    await ana.presses('ArrowDown')
    await expect(found.getByRole('region', { name: 'Its text' })).toHaveAttribute('aria-busy', 'false')
  }
  await stirs(ana.page)
  await take.click()
  await expect(ana.page.getByText(/^[\d,]+ articles came in\.$/)).toBeVisible({ timeout: 120_000 })
  await expect(ana.page.getByRole('dialog')).toBeHidden({ timeout: 180_000 })
  await scrollsThrough(ana.page.getByRole('table', { name: 'Articles' }))
  await stirs(ana.page)
  expect(await happened()).toEqual(nothing)
  await ana.at.app.close()

  // All that came in, in articles of a hundred, to be read from beginning to end.
  const { articles, texts } = await readProject(join(projectsDir, 'Hostile.synoptic'))
  const kinds = new Map<string, number>()
  for (const { source, id, hash } of articles) {
    kinds.set(source.kind, (kinds.get(source.kind) ?? 0) + 1)
    expect(createHash('sha256').update(texts.get(id) ?? '').digest('hex')).toBe(hash)
  }
  expect([...kinds.keys()].sort()).toEqual(Object.keys(carriers).sort())
  for (const [kind, count] of kinds) expect(count, kind).toBeGreaterThanOrEqual(Math.ceil(all.length / 10))
  const parts = batches(articles.map(({ id }) => texts.get(id) ?? ''), 400).map((some) => some.join('\n\n'))
  const reading = join(projectsDir, 'Reading.synoptic')
  await laysOut(reading, { dimensions: codebook.dimensions, texts: Object.fromEntries(parts.map((text, n) => [`${partName(n)} ${all[n]?.markup.slice(0, 200) ?? ''}`, text])) })

  const eve = new Researcher(await launch({ args: [reading] }))
  const happenedThere = await watches(eve.at.app, eve.page)
  await eve.seesProject('Study')
  let touched = 0
  for (const [n, text] of parts.entries()) {
    await eve.presses('Escape')
    if (n > 0) await eve.presses('Control+w')
    await eve.finds(partName(n), 'Control+t')
    await eve.column(1).enters()
    await scrollsThrough(eve.column(1).whole, 3)
    expect(await shownIn(eve.column(1))).toBe(lines(text))
    touched += await stirs(eve.page)
    await eve.column(1).text.click({ position: { x: 60, y: 60 } })
  }
  expect(await happenedThere()).toEqual(nothing)
  expect([...canary.reached]).toEqual([])
  await canary.close()
  console.log(`${all.length} payloads through ${kinds.size} formats made ${articles.length} articles, read in ${Math.round(read / 1000)} s; ${touched} elements were touched. 0 ran, 0 addresses reached.`)
  console.log([...kinds].map(([kind, count]) => `${kind} ${count}`).join(', '))
})

/** A name that is found by no letters of another. */
const partName = (n: number): string => `Part ${String.fromCharCode(97 + n).repeat(4)}`

/** The text as the column shows it, paragraph by paragraph. */
const shownIn = (column: Column): Promise<string> => column.text.locator('.reader-body').evaluate((body) => {
  let shown = ''
  for (const paragraph of body.querySelectorAll('p')) shown += paragraph.textContent + (paragraph.className.includes('continued') ? '' : '\n')
  return shown
})

/** The lines of a text that hold more than white space. */
const lines = (text: string): string => text.split('\n').filter((line) => line.trim() !== '').map((line) => `${line}\n`).join('')
