import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import type { Code, Codebook } from '../../src/domain/project/codebook'
import { THE } from '../../src/domain/project/records'
import { openProject } from '../../src/storage/projectFolder'
import { expect, test } from './fixtures'
import { Researcher } from './researcher'

const SAMPLE = 'Sample: the summit at Kestrel'

/** A researcher with the sample project open and three annotations of her own, the last one incomplete. */
async function coder(at: ConstructorParameters<typeof Researcher>[0]): Promise<Researcher> {
  const ana = new Researcher(at)
  await ana.introducesHerself()
  await ana.opensSample()
  await ana.column(1).drags('according to a translation')
  await ana.presses('j')
  await ana.column(3).drags('a righteous struggle')
  await ana.presses('h')
  await ana.column(1).drags('state television of both countries')
  await ana.presses('m')
  await expect(ana.inspector).toContainText('other media')
  return ana
}

const grid = (ana: Researcher): Locator => ana.page.getByRole('grid', { name: 'Annotations' })
const rows = (ana: Researcher): Locator => grid(ana).getByRole('row').filter({ hasNot: ana.page.getByRole('columnheader') })
const chip = (ana: Researcher, name: string): Locator => ana.page.getByRole('group', { name: 'Narrow the list' }).getByRole('button', { name })

test('what is incomplete is listed, opened, completed and gone from the list', async ({ launch }) => {
  const ana = await coder(await launch())
  await ana.status.getByRole('button', { name: '1 incomplete' }).click()
  await expect(chip(ana, 'Incomplete')).toHaveAttribute('aria-pressed', 'true')
  // Somebody else's too, until one asks for one's own.
  await expect(rows(ana)).toHaveCount(2)
  await ana.page.getByLabel('Whose').selectOption('Mine')
  await expect(rows(ana)).toHaveCount(1)
  await expect(rows(ana)).toContainText('state television of both countries')

  await rows(ana).click()
  await expect(ana.inspector).toContainText('state television of both countries')
  await ana.presses('f', '1', '1', 'Escape')
  await ana.presses('Control+Alt+n')
  await expect(ana.page.getByRole('heading', { name: 'Nothing incomplete here' })).toBeVisible()
  await ana.presses('Control+z', 'Control+z')
  await expect(rows(ana)).toHaveCount(1)
  await ana.presses('Control+y', 'Control+y')
  await ana.page.getByRole('button', { name: 'Show all annotations' }).click()
  await expect(rows(ana)).toHaveCount(20)
})

test('the list is searched, narrowed and ordered, and remembers it', async ({ launch }) => {
  const ana = await coder(await launch())
  await ana.presses('Control+Alt+n')
  await expect(rows(ana)).toHaveCount(20)
  await ana.page.getByLabel('Search the annotations').fill('direct chairman')
  await expect(rows(ana)).toHaveCount(1)
  await expect(ana.page.getByRole('main').getByRole('status')).toHaveText('1 of 20 annotations')
  await ana.presses('Escape')
  await expect(rows(ana)).toHaveCount(20)

  await ana.page.getByRole('button', { name: 'All codes' }).click()
  await ana.finds('just fight')
  await expect(rows(ana)).toHaveCount(4)
  await ana.page.getByLabel('Order').selectOption('last changed first')
  await expect(rows(ana).first()).toContainText('according to a translation')
  await ana.goesTo('Read')
  await ana.goesTo('Annotations')
  await expect(rows(ana)).toHaveCount(4)
  await ana.page.getByRole('button', { name: 'Show all codes' }).click()
  await ana.page.getByLabel('Order').selectOption('by code')
  await expect(rows(ana).first()).toContainText('hegemonic forces')
  await ana.page.getByLabel('Where').selectOption({ label: 'Article: Northern Press Agency' })
  await expect(rows(ana)).toHaveCount(3)
})

test('several rows are chosen, recoded and deleted together, one’s own alone, in one step', async ({ launch }) => {
  const ana = await coder(await launch())
  await ana.presses('Control+Alt+n')
  await ana.page.getByLabel('Whose').selectOption('Mine')
  await expect(rows(ana)).toHaveCount(3)
  await ana.page.getByLabel('Search the annotations').focus()
  await ana.presses('ArrowDown', 'Home', 'Shift+ArrowDown', 'r')
  await ana.finds('morality')
  await expect(rows(ana).filter({ hasText: 'morality' })).toHaveCount(2)
  await ana.presses('Control+z')
  await expect(rows(ana).filter({ hasText: 'morality' })).toHaveCount(0)

  await ana.page.getByLabel('Whose').selectOption('All coders')
  await grid(ana).focus()
  await ana.presses('Control+a', 'Delete')
  await expect(rows(ana)).toHaveCount(17)
  await ana.presses('Control+z')
  await expect(rows(ana)).toHaveCount(20)
})

test('annotations made under an older definition are looked through and confirmed', async ({ launch, projectsDir }) => {
  const first = await launch()
  const before = await coder(first)
  await before.seesSaved()
  await first.app.close()
  const [folder = ''] = await readdir(projectsDir)
  await changesDefinition(join(projectsDir, folder), 'just-fight')

  const ana = new Researcher(await launch())
  await ana.reopens(SAMPLE)
  await ana.goesTo('Annotations')
  await chip(ana, 'Made under an older definition').click()
  await expect(rows(ana)).toHaveCount(4)
  await ana.page.getByLabel('Whose').selectOption('Mine')
  await expect(rows(ana)).toHaveCount(1)
  await grid(ana).focus()
  await ana.presses('ArrowDown')
  const rules = ana.page.getByRole('region', { name: 'The rules of just fight now' })
  await expect(rules).toContainText('Only where the struggle itself is called righteous.')
  await expect(rules).toContainText(/changed in version 2 on 1 Mar 2026 by Example coder: sharpened it/)
  await ana.presses('y')
  await expect(ana.page.getByRole('heading', { name: 'Nothing made under an older definition here' })).toBeVisible()
  await ana.presses('Control+z')
  await expect(rows(ana)).toHaveCount(1)
})

/** Changes a code's definition the way the codebook's editor does: a new version, with what was done in the log. */
async function changesDefinition(folder: string, code: string): Promise<void> {
  const project = await openProject(folder)
  const { codebook: before, coders } = project.records
  const revised = (codes: readonly Code[]): readonly Code[] => codes.map((one) => ({ ...one, codes: revised(one.codes), ...(one.id === code && { revised: 2, definition: 'Only where the struggle itself is called righteous.' }) }))
  const after: Codebook = {
    ...before, version: 2, log: [{ version: 2, at: '2026-03-01T09:30:00.000Z', coder: coders.find((one) => one.name === 'Example coder')?.id ?? '', what: 'sharpened it' }],
    dimensions: before.dimensions.map((one) => ({ ...one, codes: revised(one.codes) })),
  }
  await project.save([{ label: 'change a code', edits: [{ kind: 'codebook', id: THE, before, after }] }])
  await project.close()
}

test('Shift+I goes from one incomplete annotation to the next, wherever it is, and around again', async ({ launch }) => {
  const ana = await coder(await launch())
  await ana.finds('Capital Ledger', 'o')
  await ana.column(4).drags('Velmari television')
  await ana.presses('m')
  await expect(ana.inspector).toContainText('Velmari television')
  await ana.presses('Control+w')
  await expect(ana.columns).toHaveCount(3)

  await ana.column(1).enters()
  await ana.presses('Shift+i')
  await expect(ana.inspector).toContainText('state television of both countries')
  await ana.presses('Shift+i')
  await expect(ana.columns).toHaveCount(4)
  await expect(ana.column(4).text).toBeFocused()
  await expect(ana.inspector).toContainText('Velmari television')
  await ana.presses('Shift+i')
  await expect(ana.inspector).toContainText('state television of both countries')
  await expect(ana.status).toContainText('That was the last incomplete one: begun again')
  await ana.presses('f', '1', 'Escape', 'Shift+i', 'Shift+i')
  await expect(ana.inspector).toContainText('Velmari television')
  await expect(ana.status).toContainText('This is your only incomplete annotation')
  await ana.presses('f', '1', 'Escape', 'Shift+i')
  await expect(ana.status).toContainText('None of your annotations is incomplete')
})

test('Shift+U selects one paragraph after the other that is not coded yet', async ({ launch }) => {
  const ana = new Researcher(await launch())
  await ana.introducesHerself()
  await ana.opensSample()
  await ana.column(1).enters()
  await ana.presses('Shift+u')
  await expect.poll(() => ana.column(1).selected()).toBe('Velmar, Ordesh leaders meet for hours; no word on arms')
  await ana.presses('j', 'Shift+u')
  await expect.poll(() => ana.column(1).selected()).toBe('March 12, 2024')
  await ana.presses('Control+a', 'h', 'Shift+u')
  await expect(ana.status).toContainText('Every paragraph of this article is coded')
})
