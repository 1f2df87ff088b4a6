import { AxeBuilder } from '@axe-core/playwright'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import Papa from 'papaparse'
import { willSaveTo } from './dialogs'
import { expect, test, type Launched } from './fixtures'
import { isThere, materials, type Material } from './materials'
import { readAnnotations } from './onDisk'
import { laysOut } from './readyMade'
import { Researcher } from './researcher'

const dimensions = [{ id: 'framing', name: 'Framing', unit: 'span', choice: 'many', level: 'nominal', mark: 'tint', codes: [{ id: 'fight', name: 'just fight', colour: 'blue' }] }]
const texts = {
  'Northern Press': 'A long night\n\nThe ferry ran aground off Lunde in thick fog early on Monday. “We will talk about all issues without haste,” said the harbour master. Divers will look at the hull tomorrow.',
  'Lunde Courier': 'Nobody was hurt\n\nThe ferry ran aground off Lunde in thick fog early on Monday. All were brought ashore. “We will talk about all issues without delay,” the harbour master said.',
  'Velmar Today': 'A question of blame\n\nDivers will look at the hull tomorrow. The ferry ran aground off Lunde in thick fog.',
  'Capital Ledger': 'Budget passed\n\nThe Assembly of Ordesh passed a budget that doubles spending on railways.',
}

const tableOf = (ana: Researcher): Locator => ana.page.getByRole('grid', { name: 'Shared passages' })
const rowsOf = (ana: Researcher): Locator => tableOf(ana).locator('[data-passage]')
const firstRow = (ana: Researcher): Locator => rowsOf(ana).first()
const cellsOf = (row: Locator): Locator => row.getByRole('gridcell')
const counted = (ana: Researcher): Locator => ana.page.getByRole('group', { name: 'Narrow and order the table' }).getByRole('status')

async function opens(launch: (options: { args: string[]; size?: { width: number; height: number } }) => Promise<Launched>, projectsDir: string, told: Readonly<Record<string, string>> = texts): Promise<{ ana: Researcher; folder: string }> {
  const folder = await laidOut(projectsDir, told)
  return { ana: await comes(await launch({ args: [folder] })), folder }
}

async function laidOut(projectsDir: string, told: Readonly<Record<string, string>> = texts): Promise<string> {
  const folder = join(projectsDir, 'Study.synoptic')
  await laysOut(folder, { dimensions, texts: told })
  return folder
}

async function comes(launched: Launched): Promise<Researcher> {
  const ana = new Researcher(launched)
  await ana.page.getByLabel('Your name as a coder').fill('First coder')
  await ana.presses('Enter')
  await ana.seesProject('Study')
  return ana
}

async function atTheTable(launch: Parameters<typeof opens>[0], projectsDir: string, told: Readonly<Record<string, string>> = texts): ReturnType<typeof opens> {
  const opened = await opens(launch, projectsDir, told)
  await opened.ana.goesTo('Synopsis')
  await expect(tableOf(opened.ana)).toBeFocused()
  return opened
}

test('what articles share stands in rows, with who has it and who leaves it out', async ({ launch, projectsDir }) => {
  const { ana } = await atTheTable(launch, projectsDir)
  await expect(tableOf(ana).getByRole('columnheader')).toHaveText([/^Passage/, /^Capital Ledger/, /^Lunde Courier/, /^Northern Press/, /^Velmar Today/])
  await expect(counted(ana)).toHaveText(/^3 of 3 passages$/)
  await expect(firstRow(ana).getByRole('rowheader')).toContainText('3 outlets')
  await expect(cellsOf(firstRow(ana))).toHaveText([/not found/, /ran aground off Lunde/, /ran aground off Lunde/, /ran aground off Lunde/])
  const { violations } = await new AxeBuilder({ page: ana.page }).setLegacyMode().include('[role=grid]').analyze()
  expect(violations).toEqual([])
})

test('it is narrowed and put in order, and says how much is left', async ({ launch, projectsDir }) => {
  const { ana } = await atTheTable(launch, projectsDir)
  await ana.page.getByRole('button', { name: 'Quotations', exact: true }).click()
  await expect(counted(ana)).toHaveText('1 of 3 passages')
  await expect(cellsOf(firstRow(ana)).nth(2)).toContainText('We will talk about all issues')
  await ana.page.getByRole('button', { name: 'All shared passages' }).click()
  await ana.page.getByLabel('Missing in').selectOption({ label: 'Missing in: Velmar Today' })
  await expect(counted(ana)).toHaveText('1 of 3 passages')
  await ana.page.getByLabel('Missing in').selectOption({ label: 'Missing in …' })
  await ana.page.getByLabel('Missing in').selectOption({ label: 'Missing in: Northern Press' })
  await expect(ana.page.getByRole('heading', { name: 'No passage matches' })).toBeVisible()
  await ana.page.getByRole('button', { name: 'Show all shared passages' }).click()
  await expect(counted(ana)).toHaveText('3 of 3 passages')

  await ana.page.getByLabel('Order', { exact: true }).selectOption({ label: 'as in the first column' })
  await expect(cellsOf(firstRow(ana)).nth(1)).toContainText('ran aground')
  await cellsOf(firstRow(ana)).nth(3).click()
  await ana.presses('Alt+Shift+ArrowLeft', 'Alt+Shift+ArrowLeft', 'Alt+Shift+ArrowLeft')
  await expect(tableOf(ana).getByRole('columnheader').nth(1)).toContainText('Velmar Today')
  await expect(cellsOf(firstRow(ana)).first()).toContainText('Divers will look')
  await tableOf(ana).getByRole('columnheader').filter({ hasText: 'Velmar Today' }).dragTo(tableOf(ana).getByRole('columnheader').filter({ hasText: 'Northern Press' }))
  await expect(tableOf(ana).getByRole('columnheader').last()).toContainText('Velmar Today')
})

test('a cell is read in context, and one comes back to where one was', async ({ launch, projectsDir }) => {
  const { ana } = await atTheTable(launch, projectsDir)
  await ana.presses('ArrowDown', 'ArrowRight', 'ArrowRight')
  const name = await rowsOf(ana).nth(1).getByRole('rowheader').locator('b').innerText()
  await ana.presses('ArrowRight', 'Enter')
  await expect(ana.columns.first()).toBeVisible()
  await expect.poll(() => ana.page.evaluate(() => document.getSelection()?.toString() ?? '')).toMatch(/Divers will look|all issues/)
  await ana.goesTo('Synopsis')
  await expect(tableOf(ana)).toHaveAttribute('aria-activedescendant', /-1-2$/)
  await expect(rowsOf(ana).nth(1).getByRole('rowheader')).toContainText(name)
})

test('a row is coded in a step that is looked through first, and undone at once', async ({ launch, projectsDir }) => {
  const { ana, folder } = await atTheTable(launch, projectsDir)
  await ana.presses('Shift+C')
  const dialog = ana.page.getByRole('dialog', { name: 'Code 3 passages' })
  await expect(dialog.getByRole('status')).toHaveText('3 of 3 accepted')
  await dialog.getByRole('option').last().click()
  await expect(dialog.getByRole('status')).toHaveText('2 of 3 accepted')
  await dialog.getByRole('button', { name: 'Code 2 passages' }).click()
  await expect(dialog).toBeHidden()
  await expect(cellsOf(firstRow(ana)).filter({ hasText: 'just fight' })).toHaveCount(2)
  await ana.seesSaved()
  expect((await readAnnotations(folder)).map(({ code }) => code)).toEqual(['fight', 'fight'])
  await ana.page.getByLabel('Code', { exact: true }).selectOption({ label: 'Any of Framing' })
  await expect(counted(ana)).toHaveText('1 of 3 passages')
  await ana.presses('Control+z')
  await expect(ana.page.getByRole('heading', { name: 'No passage matches' })).toBeVisible()
  await ana.seesSaved()
  expect(await readAnnotations(folder)).toEqual([])
})

test('a passage that is rejected stays so after another comparison, until that is taken back', async ({ launch, projectsDir }) => {
  const { ana } = await atTheTable(launch, projectsDir)
  await ana.presses('Shift+Q')
  await expect(firstRow(ana).getByRole('rowheader')).toContainText('confirmed')
  await ana.presses('ArrowDown', 'Shift+R')
  await expect(counted(ana)).toHaveText('2 of 2 passages')
  await ana.finds('Compare the articles again', 'Control+k')
  await expect(counted(ana)).toHaveText('2 of 2 passages')
  await expect(firstRow(ana).getByRole('rowheader')).toContainText('confirmed')
  await ana.page.getByRole('button', { name: 'Rejected 1' }).click()
  await expect(rowsOf(ana)).toHaveCount(1)
  await firstRow(ana).getByRole('rowheader').locator('b').click()
  await ana.presses('Shift+W')
  await ana.page.getByRole('button', { name: 'Show all shared passages' }).click()
  await expect(counted(ana)).toHaveText('3 of 3 passages')
})

test('a rendering leads to the variants of its passage', async ({ launch, projectsDir }) => {
  const { ana } = await atTheTable(launch, projectsDir)
  const hint = ana.page.getByText('codes the cell')
  await expect(hint).toBeVisible()
  await rowsOf(ana).getByRole('button', { name: /^without haste/ }).click()
  await expect(ana.page.getByRole('listbox', { name: 'Shared passages' }).getByRole('option', { selected: true })).toContainText('haste')
  await expect(hint).toBeHidden()
})

test('the order of outlets, the tab and the filters are as they were when the project is opened again', async ({ launch, projectsDir }) => {
  const { ana, folder } = await atTheTable(launch, projectsDir)
  await cellsOf(firstRow(ana)).nth(3).click()
  await ana.presses('Alt+Shift+ArrowLeft')
  const outlets = [/^Passage/, /^Capital Ledger/, /^Lunde Courier/, /^Velmar Today/, /^Northern Press/]
  await expect(tableOf(ana).getByRole('columnheader')).toHaveText(outlets)
  await ana.page.getByRole('button', { name: 'Quotations', exact: true }).click()
  await expect(counted(ana)).toHaveText('1 of 3 passages')
  await ana.seesSaved()
  await ana.at.app.close()
  const again = new Researcher(await launch({ args: [folder] }))
  await again.seesProject('Study')
  await expect(tableOf(again).getByRole('columnheader')).toHaveText(outlets)
  await expect(counted(again)).toHaveText('1 of 3 passages')
})

test('the corpus says what only one outlet leaves out, and leads to it', async ({ launch, projectsDir }) => {
  const { ana } = await opens(launch, projectsDir)
  const foot = ana.page.getByRole('region', { name: 'This event' })
  await expect(foot).toContainText('1 passage that only one outlet leaves out.')
  await foot.getByRole('button', { name: 'Show omissions' }).click()
  await expect(ana.page.getByRole('listbox', { name: 'Outlets' }).getByRole('option').first()).toContainText('Capital Ledger')
  await expect(ana.page.getByRole('listbox', { name: 'Outlets' }).getByRole('option').first()).toContainText('1 passage')
})

test('of very many outlets only those one sees stand in the rows, and keys reach all', async ({ launch, projectsDir }) => {
  const told = Object.fromEntries(Array.from({ length: 30 }, (_none, i) => [`Outlet ${String(i + 1).padStart(2, '0')}`, `Told ${i}\n\nThe ferry ran aground off Lunde in thick fog early on Monday.`]))
  const { ana } = await atTheTable(launch, projectsDir, told)
  await expect(tableOf(ana).getByRole('columnheader')).toHaveCount(31)
  await expect.poll(() => cellsOf(firstRow(ana)).count()).toBeLessThan(16)
  await ana.presses('End')
  await expect(tableOf(ana)).toHaveAttribute('aria-activedescendant', /-0-29$/)
  await expect(cellsOf(firstRow(ana)).last()).toHaveAttribute('aria-colindex', '31')
  await expect(cellsOf(firstRow(ana)).last()).toBeInViewport()
  await ana.presses('Home', 'ArrowRight')
  await expect(cellsOf(firstRow(ana)).first()).toHaveAttribute('aria-colindex', '2')
})

test('says what there is to compare, and what there is not', async ({ launch, projectsDir }) => {
  const { ana } = await opens(launch, projectsDir, { 'Northern Press': texts['Northern Press'] })
  await ana.presses('Control+Alt+y')
  await expect(ana.page.getByRole('heading', { name: 'There is nothing to compare' })).toBeVisible()
  await expect(ana.page.getByRole('main')).toContainText('only one article')
})

for (const material of materials) {
  test(`the synopsis of ${material.name}`, async ({ launch, projectsDir }) => {
    test.skip(!isThere(material), `${material.folder} is not there`)
    const { ana } = await atTheTable(launch, projectsDir, await textsOf(material))
    await expect(tableOf(ana).getByRole('columnheader')).toHaveCount(material.files.length + 1)
    const rows = await rowsOf(ana).count()
    expect(rows).toBeGreaterThan(2)
    await ana.presses('Shift+C')
    await ana.page.getByRole('dialog').getByRole('button', { name: /^Code \d+ passages$/ }).click()
    await expect(cellsOf(firstRow(ana)).filter({ hasText: 'just fight' }).first()).toBeVisible()
    await ana.presses('Control+z')
    await expect(firstRow(ana).locator('[title="Framing > just fight"]')).toHaveCount(0)
    await ana.presses('ArrowRight', 'Enter')
    await expect(ana.columns.first()).toBeVisible()
  })
}

async function textsOf({ folder, files }: Material): Promise<Record<string, string>> {
  return Object.fromEntries(await Promise.all(files.map(async ([file, outlet]) => [outlet, await readFile(join(folder, file), 'utf8')] as const)))
}

test('what is shown is written as a table, as a workbook and as a page', async ({ launch, projectsDir }) => {
  const launched = await launch({ args: [await laidOut(projectsDir)] })
  const ana = await comes(launched)
  await ana.goesTo('Synopsis')
  await ana.page.getByRole('button', { name: 'Quotations', exact: true }).click()
  await expect(counted(ana)).toHaveText('1 of 3 passages')
  const written = async (format: 'csv' | 'xlsx' | 'html'): Promise<Buffer> => {
    const path = join(projectsDir, `synopsis.${format}`)
    await willSaveTo(launched.app, path)
    await ana.page.getByRole('group', { name: 'Export what is shown' }).getByRole('button', { name: format.toUpperCase() }).click()
    await expect(ana.page.getByRole('alertdialog')).toContainText(`1 of 3 passages`)
    await ana.presses('Enter')
    return readFile(path)
  }
  const { data } = Papa.parse<Record<string, string>>((await written('csv')).toString().trimEnd(), { header: true })
  expect(data.map((row) => [row['outlet'], row['found']])).toEqual([['Capital Ledger', '0'], ['Lunde Courier', '1'], ['Northern Press', '1'], ['Velmar Today', '0']])
  expect(data[1]).toMatchObject({ differing_words: 'delay', form: 'direct', speaker: 'the harbour master' })
  expect((await written('xlsx')).subarray(0, 2).toString()).toBe('PK')
  expect((await written('html')).toString()).toContain('<mark>delay</mark>')
})
