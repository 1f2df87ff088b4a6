import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { commandKeys } from '../../src/formats/codebookParts'
import { willPick, willSaveTo } from './dialogs'
import { expect, test } from './fixtures'
import { choosesFromMenu } from './menu'
import { Researcher } from './researcher'

async function begins(ana: Researcher, folder: string, codebook: string): Promise<void> {
  await ana.introducesHerself()
  await willSaveTo(ana.at.app, folder)
  await ana.presses('Control+n')
  const dialog = ana.page.getByRole('dialog', { name: 'New project' })
  await dialog.getByLabel('Name').fill('Study')
  await dialog.getByLabel('Codebook').selectOption({ label: codebook })
  await dialog.getByRole('button', { name: 'Choose its folder' }).click()
  await ana.seesProject('Study')
}

const names = async (folder: string): Promise<string[]> => {
  const { data } = JSON.parse(await readFile(join(folder, 'codebook.json'), 'utf8')) as { data: { dimensions: { name: string }[] } }
  return data.dimensions.map(({ name }) => name)
}

test('a project begins with a prepared codebook, takes others in after a look, and gives them back', async ({ launch, projectsDir }) => {
  const folder = join(projectsDir, 'Study.synoptic')
  const ana = new Researcher(await launch())
  await begins(ana, folder, 'Narrative roles')
  expect(await names(folder)).toEqual(['Narrative roles', 'Role in the foreground'])

  await choosesFromMenu(ana.at.app, 'File', 'Add a prepared codebook …')
  await expect(ana.page.getByRole('searchbox', { name: 'Add a prepared codebook' })).toBeVisible()
  await ana.finds('Policy frames')
  const offer = ana.page.getByRole('dialog', { name: 'Add to the codebook' })
  await expect(offer).toContainText('brings 4 dimensions with 47 codes')
  await expect(offer).toContainText('Card, Boydstun, Gross, Resnik & Smith (2015)')
  const { violations } = await new AxeBuilder({ page: ana.page }).include('[role=dialog]').setLegacyMode(true).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  for (const left of ['Frame of the headline', 'Primary frame', 'Policy frames']) await offer.getByRole('checkbox', { name: left }).uncheck()
  await offer.getByRole('button', { name: 'Add 1 dimension' }).click()
  await ana.seesSaved()
  await expect.poll(() => names(folder)).toEqual(['Narrative roles', 'Role in the foreground', 'Tone'])

  await ana.presses('Control+z')
  await expect.poll(() => names(folder)).toEqual(['Narrative roles', 'Role in the foreground'])
  await ana.presses('Control+Shift+z')
  await expect.poll(() => names(folder)).toContain('Tone')

  await ana.presses('F1')
  await ana.page.getByRole('button', { name: 'Change the key of “Articles”' }).click()
  await ana.presses('Control+Shift+l')
  await expect(ana.page.getByRole('button', { name: 'Give “Articles” its usual key' })).toBeVisible()
  await ana.page.getByRole('button', { name: 'Close', exact: true }).click()
  const file = join(projectsDir, 'book.json')
  await ana.finds('Export the codebook', 'Control+k')
  await expect(ana.exportAssistant.getByLabel('How the file begins')).toContainText('"format": "synoptic-codebook"')
  await ana.writesExport(file)
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ format: 'synoptic-codebook', shortcuts: { 'view.articles': ['Mod+Shift+l'] }, codebook: { dimensions: [{ id: 'roles' }, { id: 'central-role' }, { id: 'tone' }] } })
})

test('the keys that an import warns of are those of commands', async ({ launch, projectsDir }) => {
  const ana = new Researcher(await launch())
  await begins(ana, join(projectsDir, 'Study.synoptic'), 'Empty, to write your own')
  await ana.presses('F1')
  const keys = await ana.page.getByRole('dialog', { name: 'Keys' }).locator('dd > span').evaluateAll((all) => all.map((one) => [...one.children].map((key) => key.textContent ?? '')))
  const plain = keys.flatMap(([key = '', ...more]) => (more.length === 0 && key.length === 1 && !/[←→↑↓0-9]/.test(key) ? [key.toLowerCase()] : []))
  // N gives way to a code; D and V are heard in the table of shared passages alone.
  expect([...new Set(plain)].filter((key) => !['n', 'd', 'v'].includes(key)).sort()).toEqual([...commandKeys].sort())
})

test('a codebook file is looked at before it comes in; one that is refused changes nothing', async ({ launch, projectsDir }) => {
  const folder = join(projectsDir, 'Study.synoptic')
  const ana = new Researcher(await launch())
  await begins(ana, folder, 'Empty, to write your own')
  const flat = join(projectsDir, 'themes.json'), broken = join(projectsDir, 'circle.json')
  await writeFile(flat, JSON.stringify({ name: 'Themes', version: 1, codes: [{ id: 1, name: 'blame' }, { id: 2, name: 'blame on the state', parent: 1, weight: 3 }] }))
  await writeFile(broken, JSON.stringify({ name: 'Circle', version: 1, codes: [{ id: 'a1', name: 'x', parent: 'a2' }, { id: 'a2', name: 'y', parent: 'a1' }] }))

  await willPick(ana.at.app, broken)
  await ana.finds('Import a codebook', 'Control+k')
  const notice = ana.page.getByRole('alertdialog')
  await expect(notice).toContainText('circle.json can\'t be read: dimensions[0].codes[0] stands under itself')
  await expect(notice).toContainText('Your codebook stays as it is')
  await ana.presses('Enter')

  await willPick(ana.at.app, flat)
  await ana.finds('Import a codebook', 'Control+k')
  const offer = ana.page.getByRole('dialog', { name: 'Add to the codebook' })
  await expect(offer.getByRole('region', { name: 'Not quite as in the file' })).toContainText('Not known to Synoptic and left out: “weight”.')
  await offer.getByRole('button', { name: 'Cancel' }).click()
  expect(await names(folder)).toEqual([])

  await ana.finds('Import a codebook', 'Control+k')
  await offer.getByRole('button', { name: 'Add 1 dimension' }).click()
  await expect.poll(() => names(folder)).toEqual(['Themes'])
  await expect(ana.page.getByRole('complementary', { name: 'Codes and fields' })).toContainText('blame on the state')
})
