import { AxeBuilder } from '@axe-core/playwright'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { annotation } from '../fixtures/records'
import { expect, test, type Launched } from './fixtures'
import { choosesFromMenu } from './menu'
import { readAnnotations, readProject } from './onDisk'
import { laysOut } from './readyMade'
import { Researcher } from './researcher'

const wire = [
  'The ferry Astrid ran aground off Lunde in thick fog early on Monday with two hundred and forty people aboard.',
  'All of them were brought ashore in lifeboats by the coastguard before noon, and nobody was seriously hurt.',
  'Divers will look at the hull tomorrow, said the Sund Line, which owns the vessel and had it overhauled last year.',
  'The crossing between Lunde and Hallow stays closed until oil booms have been laid around the wreck.',
  'It is the third accident on that route within ten years, and the harbour board has asked for a new light.',
]
const texts = {
  'Northern Press': `Ferry aground\n\n${wire.join(' ')}`,
  'Lunde Courier': `240 saved from ferry\n\n${wire.slice(0, 4).join(' ').replace('two hundred and forty people', 'about 240 passengers')}`,
  'Velmar Today': `Fog blamed for accident\n\n${wire.slice(0, 3).join(' ')}`,
  'Capital Ledger': 'Budget passed\n\nThe Assembly of Ordesh passed a budget that doubles spending on railways, and the Farmers’ League called it a budget for cities alone.',
}
const dimensions = [{ id: 'framing', name: 'Framing', unit: 'span', choice: 'many', level: 'nominal', mark: 'tint', codes: [{ id: 'fight', name: 'fight', colour: 'blue' }] }]

async function atTheCopies(launch: (options: { args: string[] }) => Promise<Launched>, projectsDir: string): Promise<{ ana: Researcher; folder: string }> {
  const folder = join(projectsDir, 'Study.synoptic')
  const [, , short] = Object.values(texts)
  await laysOut(folder, { dimensions, texts, annotations: [annotation('n1', (short ?? '').replace('Fog', '<Fog>'), { subject: 'a3' })] })
  const ana = new Researcher(await launch({ args: [folder] }))
  await ana.page.getByLabel('Your name as a coder').fill('First coder')
  await ana.presses('Enter')
  await ana.seesProject('Study')
  await ana.goesTo('Articles')
  await ana.page.getByRole('button', { name: 'Near-duplicates' }).click()
  await expect(groups(ana)).toHaveCount(1)
  return { ana, folder }
}

const groups = (ana: Researcher): Locator => ana.page.getByRole('listbox', { name: 'Groups of near-duplicates' }).getByRole('option')
const decisions = async (folder: string): Promise<readonly (string | null)[]> =>
  [...(await readProject(folder)).articles].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ copies }) => copies && copies.decision)

test('copies of one agency’s text are found, compared, linked by a key, and taken back', async ({ launch, projectsDir }) => {
  const { ana, folder } = await atTheCopies(launch, projectsDir)
  await expect(groups(ana)).toContainText('3 articles')
  await expect(ana.page.getByRole('status').filter({ hasText: '1 group of 3 articles' })).toBeVisible()
  const differences = ana.page.getByRole('table', { name: 'Differing passages' })
  await expect(differences.getByRole('row').filter({ hasText: 'ran aground' }).locator('mark')).toHaveText(['two hundred and forty people ', 'about 240 passengers '])
  await expect(differences).toContainText('3 sentences in common')
  await expect(differences.getByRole('row').filter({ hasText: 'third accident' })).toHaveAttribute('data-kind', 'only-a')
  await ana.presses('ArrowRight')
  await expect(differences.getByRole('row').filter({ hasText: 'The crossing' })).toHaveAttribute('data-kind', 'only-a')

  await ana.presses('l')
  await expect(ana.page.getByRole('heading', { name: 'Nothing left to decide' })).toBeVisible()
  await ana.seesSaved()
  expect(await decisions(folder)).toEqual(['linked', 'linked', 'linked', null])
  await ana.goesTo('Articles')
  await expect(ana.row('a1.txt').getByRole('img', { name: 'Copy of Lunde Courier, Velmar Today' })).toBeVisible()
  await ana.goesTo('Read')
  await expect(ana.page.getByRole('complementary', { name: 'Corpus' }).getByRole('img', { name: /^Copy of/ })).toHaveCount(3)

  await ana.presses('Control+Alt+d')
  await ana.page.getByRole('button', { name: 'Decided 1' }).click()
  await expect(ana.page.getByText('Linked as copies')).toBeVisible()
  await groups(ana).click()
  await ana.presses('u')
  await expect(ana.page.getByRole('heading', { name: 'Nothing decided yet' })).toBeVisible()
  await ana.presses('Control+z')
  await expect(groups(ana)).toHaveCount(1)
  await ana.seesSaved()
  expect(await decisions(folder)).toEqual(['linked', 'linked', 'linked', null])
})

test('what is kept is not proposed again; what is dropped is asked about where something was coded, and comes back', async ({ launch, projectsDir }) => {
  const { ana, folder } = await atTheCopies(launch, projectsDir)
  await ana.page.getByRole('button', { name: /^Remove Velmar Today/ }).click()
  const asked = ana.page.getByRole('alertdialog', { name: 'Remove this article?' })
  await expect(asked).toContainText('1 annotation, of all coders')
  await asked.getByRole('button', { name: 'Remove' }).click()
  await expect(groups(ana)).toContainText('2 articles')
  await ana.seesSaved()
  expect(await readAnnotations(folder)).toEqual([])
  await ana.presses('Control+z')
  await expect(groups(ana)).toContainText('3 articles')
  await ana.seesSaved()
  expect(await readAnnotations(folder)).toHaveLength(1)

  await ana.page.getByRole('checkbox', { name: /^Include Velmar Today/ }).uncheck()
  await ana.page.getByRole('button', { name: /^Link 2 copies/ }).click()
  await expect(groups(ana)).toHaveCount(1)
  await ana.page.getByRole('button', { name: /^Keep as they are/ }).click()
  await expect(ana.page.getByRole('heading', { name: 'Nothing left to decide' })).toBeVisible()
  await ana.page.getByRole('button', { name: 'Look again' }).click()
  await expect(ana.page.getByRole('heading', { name: 'Nothing left to decide' })).toBeVisible()
  await ana.seesSaved()
  expect(await decisions(folder)).toEqual(['linked', 'linked', 'kept', null])
})

for (const theme of ['Light', 'Dark'] as const) {
  test(`assistive technology finds nothing wrong with near-duplicates in ${theme.toLowerCase()}`, async ({ launch, projectsDir }) => {
    const { ana } = await atTheCopies(launch, projectsDir)
    await choosesFromMenu(ana.at.app, 'View', theme)
    await expect(ana.page.locator('html')).toHaveAttribute('data-theme', theme.toLowerCase())
    await expect(ana.page.getByRole('table', { name: 'Differing passages' })).toBeVisible()
    const { violations } = await new AxeBuilder({ page: ana.page }).setLegacyMode(true).analyze()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(serious.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 150)} ${node.any[0]?.message ?? ''}`))).toEqual([])
  })
}
