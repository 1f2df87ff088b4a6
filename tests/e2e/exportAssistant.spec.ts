import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { wasAsked, willAnswer, willSaveTo } from './dialogs'
import { readCsv } from './exported'
import { expect, test, type Launched } from './fixtures'
import { laysOut } from './readyMade'
import { Researcher } from './researcher'

const firstRows = (ana: Researcher): Locator => ana.exportAssistant.getByRole('region', { name: /^First rows of/ })

/** The sample project with its coding. */
async function opens(launched: Launched): Promise<Researcher> {
  const ana = new Researcher(launched)
  await ana.introducesHerself()
  await ana.opensSample()
  return ana
}

test('an export is put together with the keyboard, seen before it is written, and remembered', async ({ launch, projectsDir }) => {
  const ana = await opens(await launch())
  const view = ana.exportAssistant
  await ana.presses('Control+e')
  await expect(firstRows(ana).getByRole('columnheader', { name: 'annotation_id' })).toBeVisible()
  await expect(view.getByRole('status').first()).toHaveText('7 articles, 2 events')
  await expect(view.getByRole('group', { name: 'What is written' })).toContainText('.csv')
  await expect(view.getByRole('radio', { name: /^Annotations/ })).toBeFocused()
  await view.getByRole('button', { name: /^Columns/ }).press('Enter')
  await expect(view.getByRole('region', { name: 'What the columns mean' }).getByRole('rowheader', { name: 'quote' })).toBeVisible()
  await view.getByRole('button', { name: 'First rows' }).press('Enter')
  const all = await firstRows(ana).getByRole('row').count()

  const dimensions = view.locator('details').filter({ hasText: 'Dimensions' })
  await dimensions.locator('summary').press('Enter')
  await dimensions.getByRole('button', { name: 'None' }).press('Enter')
  await expect(view.getByRole('alert')).toContainText('No dimension is chosen')
  await expect(view.getByRole('button', { name: 'Export …' })).toBeDisabled()
  await dimensions.getByRole('checkbox', { name: 'Sourcing' }).press(' ')
  await expect(dimensions.locator('summary')).toContainText('1 of')
  await view.getByLabel('From this date on').fill('13 March 2024')
  await ana.presses('Tab')
  await expect(view.getByLabel('From this date on')).toHaveValue('2024-03-13')
  await expect.poll(() => firstRows(ana).getByRole('row').count()).toBeLessThan(all)
  await expect(view.getByRole('note', { name: 'What is on' })).toHaveText(/^1 of \d dimensions · from 2024-03-13$/)
  await view.getByLabel('Up to this date').fill('12 March 2024')
  await ana.presses('Tab')
  await expect(view.getByRole('alert')).toContainText('end before they begin')
  await view.getByLabel('Up to this date').fill('')
  await ana.presses('Tab')
  await expect(view.getByRole('alert')).toBeHidden()

  const file = join(projectsDir, 'part.csv')
  await willSaveTo(ana.at.app, file)
  await ana.presses('Control+Enter')
  await expect(ana.page.getByRole('dialog', { name: 'Exported' })).toContainText(file)
  await ana.presses('Enter')
  await expect(view).toBeHidden()
  const { rows } = await readCsv(file)
  expect(new Set(rows.map(({ dimension }) => dimension))).toEqual(new Set(['Sourcing']))
  expect(rows.filter(({ date = '' }) => date < '2024-03-13')).toEqual([])

  await ana.presses('Control+e')
  await expect(dimensions.locator('summary')).toContainText('1 of')
  await view.getByRole('button', { name: 'Everything' }).click()
  await expect(dimensions.locator('summary')).toContainText('all')
  await expect.poll(() => firstRows(ana).getByRole('row').count()).toBe(all)
  await ana.presses('Escape')
  await expect(view).toBeHidden()
})

test('files beside the one that was named are not replaced without asking, and its extension is kept', async ({ launch, projectsDir }) => {
  const ana = await opens(await launch())
  const { app } = ana.at
  const file = join(projectsDir, 'study.txt')
  await ana.presses('Control+e')
  await ana.writesExport(file)
  const written = (await readdir(projectsDir)).filter((name) => name.startsWith('study')).sort()
  const beside = written.filter((name) => name !== 'study.txt')
  expect(written).toEqual(['study.csv.dictionary.json', 'study.txt'])
  for (const name of beside) await writeFile(join(projectsDir, name), 'mine')

  await willAnswer(app, 1)
  await willSaveTo(app, file)
  await ana.presses('Control+e')
  const asked = wasAsked(app)
  await ana.exportAssistant.getByRole('button', { name: 'Export …' }).click()
  expect(await asked).toContain(beside[0])
  await expect(ana.page.getByRole('dialog')).toBeHidden()
  for (const name of beside) expect(await readFile(join(projectsDir, name), 'utf8')).toBe('mine')

  await willAnswer(app, 0)
  await ana.writesExport(file)
  for (const name of beside) expect(await readFile(join(projectsDir, name), 'utf8')).not.toBe('mine')
})

test('what positions only leaves out is said before and after, and the first rows say what stands further right', async ({ launch, projectsDir }) => {
  const ana = await opens(await launch())
  const view = ana.exportAssistant
  await ana.presses('Control+e')
  const region = firstRows(ana)
  await expect(view.getByText(/^\d+ more columns to the right/)).toBeVisible()
  await region.evaluate((element) => { element.scrollLeft = element.scrollWidth })
  await expect(view.getByText(/more columns? to the right/)).toBeHidden()
  // The first column stays where it is.
  await expect(region.getByRole('columnheader', { name: 'annotation_id' })).toBeInViewport()

  await view.getByRole('checkbox', { name: /^Positions only/ }).check()
  await expect(view.getByRole('note', { name: 'What is on' })).toHaveText('Positions only')
  await expect(view.getByRole('list', { name: 'What is left out or altered' })).toContainText('quotations from them')
  await expect(region.getByRole('columnheader', { name: 'quote', exact: true })).toBeHidden()
  await willSaveTo(ana.at.app, join(projectsDir, 'positions.csv'))
  await ana.presses('Control+Enter')
  await expect(ana.page.getByRole('dialog', { name: 'Exported' })).toContainText('Headlines, notes, memos, fields and names are in it.')
  const { columns, rows } = await readCsv(join(projectsDir, 'positions.csv'))
  expect(columns).toContain('headline')
  expect(columns).not.toContain('quote')
  expect(rows.some(({ headline = '' }) => headline !== '')).toBe(true)
})

test('an empty project says so, and one that can only be read is exported', async ({ launch, projectsDir }) => {
  const folder = join(projectsDir, 'Study.synoptic')
  await laysOut(folder, { dimensions: [], texts: {} })
  const first = await launch({ args: [folder] })
  const ana = new Researcher(first)
  await ana.page.getByLabel('Your name as a coder').fill('First coder')
  await ana.presses('Enter')
  await ana.seesProject('Study')
  await ana.presses('Control+e')
  await expect(firstRows(ana)).toContainText('There are no rows')
  await ana.presses('Escape')

  // The first has it open, so the second may only read it.
  const second = await launch({ args: [folder], dataDir: join(projectsDir, 'other') })
  const bob = new Researcher(second)
  await bob.page.getByLabel('Your name as a coder').fill('Second coder')
  await bob.presses('Enter')
  await bob.seesProject('Study')
  await bob.exports('Control+e', join(projectsDir, 'empty.csv'))
})

test('an export that is cancelled while it is written leaves no file, and the assistant as it was', async ({ launch, projectsDir }) => {
  const folder = join(projectsDir, 'Study.synoptic'), target = join(projectsDir, 'exports')
  const long = 'Nobody knew why the ferry was late. '.repeat(60_000)
  await laysOut(folder, { dimensions: [], texts: Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`Paper ${n}`, `${n} ${long}`])) })
  await mkdir(target)
  const ana = new Researcher(await launch({ args: [folder] }))
  await ana.page.getByLabel('Your name as a coder').fill('First coder')
  await ana.presses('Enter')
  await ana.seesProject('Study')
  await ana.presses('Control+Shift+e')
  await expect(ana.exportAssistant.getByRole('radio', { name: /^Synoptic JSON/ })).toBeChecked()
  await willSaveTo(ana.at.app, join(target, 'whole.json'))
  await ana.exportAssistant.getByRole('button', { name: 'Export …' }).click()
  const working = ana.page.getByRole('dialog', { name: 'Exporting' })
  await expect(working.getByRole('button', { name: 'Cancel' })).toBeFocused()
  // A key is quicker than a pointer.
  await ana.presses('Enter')
  await expect(working).toBeHidden()
  await expect(ana.page.getByRole('dialog')).toBeHidden()
  await expect(ana.exportAssistant.getByRole('radio', { name: /^Synoptic JSON/ })).toBeChecked()
  expect(await readdir(target)).toEqual([])
})
