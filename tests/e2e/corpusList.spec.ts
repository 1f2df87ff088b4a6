import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createProject } from '../../src/storage/projectFolder'
import { manyArticles, writeIndex } from '../fixtures/articleFiles'
import { codebook, NOW } from '../fixtures/records'
import { readCsv } from './exported'
import { expect, test } from './fixtures'
import { readProject } from './onDisk'
import { laysOut } from './readyMade'
import { Researcher } from './researcher'

const framing = { id: 'framing', name: 'Framing', unit: 'span', choice: 'many', level: 'nominal', mark: 'tint', fields: [], codes: [{ id: 'fight', name: 'Just fight', colour: 'rust', key: 'f' }] }

test('articles are described, exported and removed together, and all of it is undone', async ({ launch, projectsDir }) => {
  const folder = join(projectsDir, 'Study.synoptic')
  await laysOut(folder, { dimensions: [framing], texts: { Courier: 'The bridge is closed.', Herald: 'The bridge is shut.', Post: 'The road is open.' } })
  const at = await launch({ args: [folder] })
  const ana = new Researcher(at)
  const { page } = at
  await page.getByLabel('Your name as a coder').fill('First coder')
  await page.keyboard.press('Enter')
  await ana.column(1).drags('closed')
  await ana.presses('f')
  await ana.goesTo('Articles')

  await ana.picksRows('a1.txt', 'a2.txt')
  await page.getByLabel('What to set').selectOption('New variable …')
  await page.getByLabel('Name of the new variable').fill('genre')
  await page.getByLabel('genre for the selected articles').fill('news')
  await page.getByRole('button', { name: 'Set', exact: true }).click()
  await expect(page.getByLabel('What to set')).toContainText('genre')
  await expect(page.getByRole('contentinfo').getByRole('status')).toHaveText('Saved')
  expect(await variables(folder)).toEqual({ a1: { genre: 'news' }, a2: { genre: 'news' }, a3: {} })

  const csv = join(projectsDir, 'some.csv')
  await page.getByRole('button', { name: 'Export …' }).click()
  await expect(ana.exportAssistant.getByRole('status').first()).toHaveText('2 articles, 1 event')
  await ana.writesExport(csv)
  expect((await readCsv(csv)).rows.map((row) => row['quote'])).toEqual(['closed'])
  const json = join(projectsDir, 'some.json')
  // What was ticked is still.
  await ana.row('a1.txt').getByRole('checkbox').uncheck()
  await page.getByRole('button', { name: 'Export …' }).click()
  await ana.exportAssistant.getByText('Texts with their coding').click()
  await ana.exportAssistant.getByText('Synoptic JSON').click()
  await ana.writesExport(json)
  expect(JSON.parse(await readFile(json, 'utf8'))).toMatchObject({ articles: [{ id: 'a2', text: 'The bridge is shut.' }], annotations: [] })

  await expect(ana.row('a1.txt').getByRole('cell', { name: 'First coder: begun, Another coder: not coded yet' })).toBeVisible()
  await page.getByLabel('Which articles to show').selectOption('Begun by me')
  await expect(page.getByText('1 of 3 articles')).toBeVisible()
  await page.getByLabel('Which articles to show').selectOption('Not coded by me')
  await expect(page.getByText('2 of 3 articles')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Select all articles shown' }).check()
  await page.getByRole('button', { name: 'Remove' }).click()
  await page.getByLabel('Which articles to show').selectOption('All articles')
  await expect(page.getByText('1 of 1 articles')).toBeVisible()

  for (let step = 0; step < 2; step += 1) await ana.presses('Control+z')
  await expect(page.getByText('3 of 3 articles')).toBeVisible()
  await expect(page.getByRole('contentinfo').getByRole('status')).toHaveText('Saved')
  expect(await variables(folder)).toEqual({ a1: {}, a2: {}, a3: {} })
})

test('a list of thousands is read while one works, sorts, filters, and changes as a whole in one step', async ({ launch, projectsDir }) => {
  const folder = join(projectsDir, 'Large.synoptic')
  const count = 9_000
  const text = 'The bridge stays closed.'
  await createProject(folder, { info: { id: 'large', name: 'Large', created: NOW, memo: '' }, coder: { id: 'ann', name: 'Another coder', joined: NOW }, codebook })
  writeIndex(folder, manyArticles(count, text))
  await writeFile(join(folder, 'articles/text/n5.txt'), text)
  const at = await launch({ args: [folder] })
  const ana = new Researcher(at)
  const { page } = at
  await page.getByLabel('Your name as a coder').fill('First coder')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: 'Corpus' })).toContainText('9,000 articles')
  await expect(page.getByRole('contentinfo')).not.toContainText('Reading the list')
  await page.getByLabel('Filter the corpus').fill('n5.txt')
  await page.getByRole('button', { name: /on the 5th occasion/ }).click()
  await expect(ana.column(1).whole).toContainText(text)

  await ana.goesTo('Articles')
  await page.getByRole('button', { name: 'Headline' }).click()
  await expect(page.getByRole('row').nth(1)).toContainText('n0.txt')
  await page.getByRole('button', { name: 'Headline' }).click()
  await expect(page.getByRole('row').nth(1)).toContainText('n8999.txt')
  await page.getByLabel('Filter the articles').fill('n59.txt')
  await expect(page.getByText('1 of 9,000 articles')).toBeVisible()
  await page.getByLabel('Filter the articles').fill('')
  await page.getByRole('checkbox', { name: 'Select all articles shown' }).check()
  await page.getByLabel('Outlet for the selected articles').fill('Courier')
  await page.getByRole('button', { name: 'Set', exact: true }).click()
  await expect(page.getByRole('row').nth(1).getByLabel('Outlet of')).toHaveValue('Courier', { timeout: 60_000 })
  await expect(page.getByRole('contentinfo').getByRole('status')).toHaveText('Saved', { timeout: 60_000 })
  expect(new Set((await readProject(folder, { texts: false })).articles.map(({ outlet }) => outlet))).toEqual(new Set(['Courier']))
  await ana.presses('Control+z')
  await expect(page.getByRole('row').nth(1).getByLabel('Outlet of')).toHaveValue('Outlet 59', { timeout: 60_000 })
})

async function variables(folder: string): Promise<Record<string, unknown>> {
  const { articles } = await readProject(folder)
  return Object.fromEntries(articles.map(({ id, variables: found }): [string, unknown] => [id, found]).sort(([a], [b]) => (a < b ? -1 : 1)))
}
