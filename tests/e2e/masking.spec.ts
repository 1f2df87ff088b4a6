import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { willSaveTo } from './dialogs'
import { readCsv } from './exported'
import { expect, test, type Launched } from './fixtures'
import { menuEntries, menuOffers } from './menu'
import { Researcher } from './researcher'

const outlets = /Meridian|Velmar Today|Capital Ledger|Lunde Courier|\bCourier\b|Northern Press|\bNPA\b|(?:meridian|velmar-today|capital-ledger|lunde-courier|northern-press)[-\w]*\.txt/
/** What articles say of other outlets is what they tell. */
const told = /the Northern Press Agency|Velmar Today, where/g

/** Everything in the window that can be read, also by a screen reader or a pointer that rests on it. */
const readable = (page: Page): Promise<string[]> => page.evaluate(() => {
  const said = [document.title, document.body.textContent]
  for (const element of document.querySelectorAll('*')) {
    said.push(...Array.from(element.attributes, ({ value }) => value))
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) said.push(element.value)
  }
  return said
})

async function seesNoOutlet({ app, page }: Launched, where: string): Promise<void> {
  const window = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.getTitle()))
  const menu = (await menuEntries(app)).map(({ label }) => label)
  const said = [...window, ...menu, ...(await readable(page))].map((text) => text.replace(told, ''))
  expect(said.flatMap((text) => outlets.exec(text)?.[0] ?? []), `outlets named in ${where}`).toEqual([])
}

async function masks({ launch }: { launch: () => Promise<Launched> }): Promise<Researcher> {
  const ana = new Researcher(await launch())
  await ana.introducesHerself()
  await ana.opensSample()
  // A step whose name names an outlet.
  await ana.presses('Control+Alt+o')
  const names = ana.page.getByLabel('Other names of The Meridian')
  await names.fill('Meridian Daily')
  await names.press('Enter')
  await expect(ana.page.getByLabel('Other names of The Meridian')).toHaveValue('Meridian Daily')
  await ana.goesTo('Read')
  await ana.finds('Mask outlets', 'Control+k')
  await expect(ana.status.getByText('Outlets masked')).toBeVisible()
  // The menu follows a moment later.
  await expect.poll(() => menuOffers(ana.at.app, /^Reveal outlets/)).toBe(true)
  return ana
}

test('no outlet is named anywhere while outlets are masked', async ({ launch }) => {
  const ana = await masks({ launch })
  const { page } = ana
  const clean = (where: string): Promise<void> => seesNoOutlet(ana.at, where)
  const main = page.getByRole('main')
  await expect(ana.columns.first()).toBeVisible()
  await clean('the reader')
  for (const article of await page.getByRole('group', { name: 'Events and articles' }).getByRole('button', { name: /Outlet [A-E]/ }).all()) {
    await article.click()
    await clean('an article')
  }
  await page.getByRole('group', { name: 'What is shown beside the text' }).getByRole('button', { name: /^Article/ }).click()
  await expect(page.getByText('Variables of articles are hidden while outlets are masked.')).toBeVisible()
  await clean('the sheet of an article')

  for (const view of ['Articles', 'Annotations', 'Find', 'Codebook', 'Entities'] as const) {
    await ana.goesTo(view)
    await clean(`the view ${view}`)
  }
  await ana.goesTo('Articles')
  await expect(main.getByRole('row')).not.toHaveCount(1)
  await clean('the table of articles')
  await page.getByRole('navigation', { name: 'Lists' }).getByRole('button', { name: 'Outlets' }).click()
  await expect(main.getByRole('heading', { name: 'Outlets are masked' })).toBeVisible()
  await clean('the list of outlets')
  for (const list of ['Near-duplicates', 'Proposed events']) {
    await ana.goesTo('Articles')
    await page.getByRole('button', { name: list }).click()
    const look = main.getByRole('button', { name: /^Look/ }).first()
    if (await look.isVisible()) await look.click()
    await clean(list)
  }
  await ana.goesTo('Entities')
  await main.getByRole('row').nth(1).click()
  await clean('the uses of an entity')
  await ana.goesTo('Annotations')
  await expect(main.getByRole('row').nth(1)).toContainText(/Outlet [A-E]/)
  await clean('the list of annotations')
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Synopsis' }).click()
  for (const tab of await page.getByRole('navigation', { name: 'Synopsis' }).getByRole('button').all()) {
    await tab.click()
    await expect(main.getByText(/Outlet [A-E]/).filter({ visible: true })).not.toHaveCount(0)
    await clean('the synopsis')
  }
  await ana.goesTo('Read')
  for (const [keys, dialog] of [['Control+k', 'the commands'], ['Control+t', 'the articles'], ['Control+Alt+z', 'the history'], ['Control+Alt+b', 'boilerplate'], ['F1', 'the keys']] as const) {
    await ana.presses(keys)
    await expect(page.getByRole('dialog').or(page.getByRole('searchbox')).first()).toBeVisible()
    await clean(dialog)
    await ana.presses('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
})

test('the name of an outlet finds nothing while outlets are masked', async ({ launch }) => {
  const ana = await masks({ launch })
  const { page } = ana
  for (const keys of ['Control+k', 'Control+t']) {
    await ana.presses(keys)
    await page.getByRole('searchbox').fill('Meridian')
    await expect(page.getByText(/^(?:Nothing|No article) is called that\.$/)).toBeVisible()
    await ana.presses('Escape')
  }
  await page.getByLabel('Filter the corpus').fill('meridian')
  await expect(page.getByText('No article matches.')).toBeVisible()
  await page.getByLabel('Filter the corpus').fill('')
  await ana.goesTo('Articles')
  for (const typed of ['Meridian', 'capital-ledger']) {
    await page.getByLabel('Filter the articles').fill(typed)
    await expect(page.getByText('No article matches.')).toBeVisible()
  }
  await ana.presses('Control+Shift+f')
  const box = page.getByLabel('Find in all articles')
  await box.fill('told')
  await expect(page.getByRole('complementary', { name: 'Hits by outlet' })).toContainText(/Outlet [A-E]/)
  await expect(page.getByRole('main').getByRole('status').filter({ hasText: /hits? in/ })).toBeVisible()
  await seesNoOutlet(ana.at, 'the hits')
  await box.fill('Meridian')
  await expect(page.getByRole('main').getByRole('status').filter({ hasText: 'Nothing found' })).toBeVisible()
})

test('codes without seeing the outlet, reveals it, and exports which annotations were blind', async ({ launch, projectsDir }) => {
  const ana = await masks({ launch })
  const { page, at: { app } } = ana
  await ana.presses('Control+Shift+e')
  await expect(ana.exportAssistant.getByRole('radio', { name: /^Synoptic JSON/ })).toBeDisabled()
  await expect(ana.exportAssistant.getByRole('alert')).toContainText('Nothing was exported')
  await expect(ana.exportAssistant.getByRole('button', { name: 'Export …' })).toBeDisabled()
  await ana.presses('Escape')
  await ana.presses('Control+i')
  await expect(page.getByRole('alertdialog')).toContainText('Nothing was imported: outlets are masked')
  await ana.presses('Enter')

  await ana.column(1).drags('Velmar')
  await ana.presses('Enter')
  await ana.finds('just fight')
  await ana.seesSaved()

  const masked = join(projectsDir, 'masked.csv')
  await willSaveTo(app, masked)
  await ana.presses('Control+e')
  await ana.exportAssistant.getByRole('button', { name: 'Export …' }).click()
  await expect(page.getByRole('dialog', { name: 'Exported' })).toContainText('Outlets are masked, so it has their labels')
  await ana.presses('Enter')
  const before = (await readCsv(masked)).rows
  expect(before.map(({ outlet }) => outlet).filter((outlet = '') => !/^Outlet [A-E]$/.test(outlet))).toEqual([])
  expect(JSON.stringify(before)).not.toContain('Meridian')

  await ana.finds('Reveal outlets', 'Control+k')
  await page.getByRole('button', { name: 'Reveal the outlets' }).click()
  await expect(ana.status.getByText('Outlets masked')).toBeHidden()
  await expect(ana.columns.first()).not.toContainText(/Outlet [A-E]/)
  const revealed = join(projectsDir, 'revealed.csv')
  await ana.exports('Control+e', revealed)
  const { rows } = await readCsv(revealed)
  expect(new Set(rows.map(({ outlet }) => outlet))).toContain('The Meridian')
  expect(rows.filter(({ blind }) => blind === '1').map(({ quote }) => quote)).toEqual(['Velmar'])
  expect(rows.filter(({ blind }) => blind === '0').length).toBe(rows.length - 1)

  await ana.presses('Control+z')
  await expect(ana.status.getByText('Outlets masked')).toBeVisible()
  // A step that would show them asks first.
  await ana.presses('Control+Shift+z')
  await expect(page.getByRole('alertdialog')).toContainText('Doing again this reveals them.')
  await ana.presses('Escape')
  await expect(page.getByRole('alertdialog')).toBeHidden()
  await expect(ana.status.getByText('Outlets masked')).toBeVisible()
})
