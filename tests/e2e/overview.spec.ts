import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Locator } from '@playwright/test'
import type { Code, Codebook } from '../../src/domain/project/codebook'
import { THE } from '../../src/domain/project/records'
import { openProject } from '../../src/storage/projectFolder'
import { expect, test } from './fixtures'
import { choosesFromMenu } from './menu'
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
  await ana.presses('f', '1', 'Escape')
  await ana.presses('Control+Alt+n')
  await expect(ana.page.getByRole('heading', { name: 'Nothing incomplete here' })).toBeVisible()
  await ana.presses('Control+z')
  await expect(rows(ana)).toHaveCount(1)
  await ana.presses('Control+y')
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

test('memos on an article, its event and the project are written, found and undone', async ({ launch }) => {
  const first = await launch()
  const ana = new Researcher(first)
  const { page } = ana
  await ana.introducesHerself()
  await ana.opensSample()
  await ana.column(2).enters()
  await ana.presses('Shift+m')
  const dialog = page.getByRole('dialog', { name: 'Memo' })
  const text = dialog.getByRole('textbox', { name: 'Memo' })
  const about = async (kind: string, memo: string): Promise<void> => {
    await dialog.getByRole('button', { name: kind, exact: true }).click()
    await text.fill(memo)
  }
  await expect(dialog).toContainText('The Meridian')
  await ana.types('Who chose the word “just”?')
  await about('Event', 'Compare the five headlines.')
  await about('Project', 'Pilot of March.')
  await ana.presses('Escape')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('group', { name: 'Events and articles' }).getByLabel('has a memo')).toHaveCount(1)

  await ana.goesTo('Annotations')
  await page.getByRole('button', { name: 'Memos' }).click()
  const memos = page.getByRole('group', { name: 'Memos' }).getByRole('button')
  await expect(memos).toHaveCount(8)
  await page.getByLabel('Search the memos').fill('chose WORD')
  await expect(memos).toHaveCount(1)
  await expect(memos.locator('mark')).toHaveText(['chose', 'word'])
  await memos.click()
  await expect(ana.column(2).whole).toHaveAttribute('aria-current', 'true')
  await expect(text).toHaveValue('Who chose the word “just”?')
  await ana.presses('Escape')

  // Each memo is one step.
  await ana.column(2).enters()
  await ana.presses('Control+z', 'Control+z', 'Control+z')
  await expect(page.getByRole('group', { name: 'Events and articles' }).getByLabel('has a memo')).toHaveCount(0)
  await ana.presses('Control+y', 'Control+y', 'Control+y')
  await ana.seesSaved()
  await first.app.close()

  const again = new Researcher(await launch())
  await again.reopens(SAMPLE)
  await again.column(1).enters()
  await again.presses('Shift+m')
  await again.page.getByRole('dialog', { name: 'Memo' }).getByRole('button', { name: 'Project' }).click()
  await expect(again.page.getByRole('textbox', { name: 'Memo' })).toHaveValue('Pilot of March.')
})

test('a screen reader is told what is in hand and what was done, and nothing while one scrolls', async ({ launch }) => {
  const ana = new Researcher(await launch())
  await ana.introducesHerself()
  await ana.opensSample()
  const said = ana.page.getByRole('status', { name: 'What was done' })
  await ana.column(2).enters()
  await ana.presses('a')
  await expect(said).toHaveText('government. “full and unconditional support”. Form: partial quotation. Identification: role only. Speaker: the chairman of Ordesh. by Example coder. 1 of 8')
  await ana.presses('a', 'a', 'Shift+a')
  await expect(said).toContainText('with a memo')
  const before = await said.textContent()
  await ana.column(2).scrollsBy(200)
  expect(await said.textContent()).toBe(before)

  await ana.column(1).drags('according to a translation')
  await ana.presses('m')
  await expect(said).toHaveText(/^Coded\. other media\. “according to a translation”\. incomplete: Form.*yours\. 2 of 2$/)
  await ana.presses('Control+z')
  await expect(said).toHaveText('Undone: code “other media”')
  await ana.presses('Control+y')
  await expect(said).toContainText('Done again: code “other media”. other media.')
  await ana.presses('Delete')
  await expect(said).toHaveText('Deleted: other media')
})

for (const theme of ['Light', 'Dark'] as const) {
  test(`assistive technology finds nothing seriously wrong with the lists in ${theme.toLowerCase()}`, async ({ launch }) => {
    test.setTimeout(90_000)
    const ana = await coder(await launch())
    const { page } = ana
    await choosesFromMenu(ana.at.app, 'View', theme)
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme.toLowerCase())
    const seesNothingWrong = async (where: string): Promise<void> => {
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      expect.soft(serious.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 150)} ${node.any[0]?.message ?? ''}`)), where).toEqual([])
    }
    await ana.presses('Shift+m')
    await expect(page.getByRole('dialog', { name: 'Memo' })).toBeVisible()
    await ana.types('On this one.')
    await seesNothingWrong('memo')
    await ana.presses('Escape', 'Control+Alt+n')
    await expect(rows(ana)).toHaveCount(20)
    await ana.presses('ArrowDown', 'Shift+ArrowDown')
    await chip(ana, 'Incomplete').click()
    await seesNothingWrong('annotations')
    await page.getByRole('button', { name: 'Memos' }).click()
    await page.getByLabel('Search the memos').fill('on')
    await seesNothingWrong('memos')
    await ana.presses('Escape')
    await ana.goesTo('Read')
    await ana.column(1).enters()
    await ana.presses('?')
    await page.getByRole('button', { name: 'Change the key of “Articles”' }).click()
    await ana.presses('j')
    await seesNothingWrong('keys')
  })
}
