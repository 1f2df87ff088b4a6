import { AxeBuilder } from '@axe-core/playwright'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import type { Entity } from '../../src/domain/project/entity'
import { annotation } from '../fixtures/records'
import { expect, test, type Launched } from './fixtures'
import { choosesFromMenu } from './menu'
import { readAnnotations, readEntities } from './onDisk'
import { laysOut } from './readyMade'
import { Researcher } from './researcher'

const text = 'Kestrel Yard said the harbour would stay open. The envoy of Lunde had arrived late.'
const dimensions = [{
  id: 'speech', name: 'Speech', unit: 'span', choice: 'many', level: 'nominal', mark: 'line',
  codes: [{ id: 'claim', name: 'claim', colour: 'blue', key: 'q', fields: [{ id: 'speaker', name: 'Speaker', kind: 'entity' }, { id: 'route', name: 'Route', kind: 'entities' }] }],
}]
const entity = (id: string, name: string, over: Partial<Entity> = {}): Entity => ({ id, name, kind: 'person', aliases: [], memo: '', ...over })
const entities = [entity('yard', 'Kestrel Yard'), entity('yard2', 'YARD, Kestrel', { aliases: ['Yard', 'Kestrel Yard'] }), entity('board', 'harbour board', { kind: 'group' }), entity('never', 'Nobody')]
const claim = (id: string, source: string, values: Readonly<Record<string, string | readonly string[]>>, coder = 'ann') => annotation(id, source, { code: 'claim', values, coder })
const annotations = [
  claim('n1', `<Kestrel Yard> said the harbour would stay open. The envoy of Lunde had arrived late.`, { speaker: 'yard' }),
  claim('n2', `Kestrel Yard said <the harbour> would stay open. The envoy of Lunde had arrived late.`, { speaker: 'yard2' }),
  claim('n3', `Kestrel Yard said the harbour <would stay open>. The envoy of Lunde had arrived late.`, { route: ['board', 'yard2', 'yard'] }),
]

async function atTheRegister(launch: (options: { args: string[] }) => Promise<Launched>, projectsDir: string, with_: Partial<Parameters<typeof laysOut>[1]> = { entities, annotations }): Promise<{ ana: Researcher; folder: string }> {
  const folder = join(projectsDir, 'Study.synoptic')
  await laysOut(folder, { dimensions, texts: { 'Lunde Courier': text }, ...with_ })
  const ana = new Researcher(await launch({ args: [folder] }))
  await ana.page.getByLabel('Your name as a coder').fill('First coder')
  await ana.presses('Enter')
  await ana.seesProject('Study')
  await ana.presses('Control+Alt+e')
  return { ana, folder }
}

const table = (ana: Researcher): Locator => ana.page.getByRole('table', { name: 'Entities' })
const names = (ana: Researcher): Locator => table(ana).getByLabel(/^Name of /)
const row = (ana: Researcher, name: string): Locator => table(ana).getByRole('row').filter({ has: ana.page.getByLabel(`Name of ${name}`, { exact: true }) })

test('an empty register says what it is for; entities are added, corrected in place and found', async ({ launch, projectsDir }) => {
  const { ana, folder } = await atTheRegister(launch, projectsDir, {})
  await expect(ana.page.getByRole('heading', { name: 'No entities yet' })).toBeVisible()
  await ana.page.getByLabel('Name of the new entity').fill('Kestrel Yard')
  await ana.presses('Enter')
  await ana.types('harbour board')
  await ana.presses('Enter')
  await expect(names(ana)).toHaveCount(2)
  await ana.page.getByLabel('Kind of harbour board').selectOption('group')
  await ana.page.getByLabel('Other names of Kestrel Yard').fill('the envoy, Yard; the envoy')
  await ana.presses('Enter')
  await ana.page.getByLabel('Name of harbour board').fill('Harbour Board')
  await ana.page.getByLabel('Memo on harbour board').fill('Of Lunde.')
  await ana.presses('Tab')
  await ana.seesSaved()
  expect(await readEntities(folder)).toMatchObject([
    { name: 'Harbour Board', kind: 'group', aliases: [], memo: 'Of Lunde.' }, { name: 'Kestrel Yard', kind: 'person', aliases: ['the envoy', 'Yard'], memo: '' },
  ])
  await ana.page.getByLabel('Filter the entities').fill('envoy')
  await expect(names(ana)).toHaveCount(1)
  await expect(ana.page.getByText('1 of 2 entities')).toBeVisible()
})

test('what may be the same is proposed and merged, with everybody’s annotations, in one step', async ({ launch, projectsDir }) => {
  const { ana, folder } = await atTheRegister(launch, projectsDir)
  const proposal = ana.page.getByRole('status').filter({ hasText: 'may be the same' })
  await expect(proposal).toContainText('“Kestrel Yard”, “YARD, Kestrel” may be the same')
  await expect(row(ana, 'YARD, Kestrel').getByRole('button')).toHaveText('2')
  await proposal.getByRole('button', { name: 'Merge …' }).click()
  const dialog = ana.page.getByRole('dialog', { name: 'Merge 2 entities' })
  await dialog.getByRole('radio', { name: 'Kestrel Yard' }).first().check()
  await expect(dialog).toContainText('2 annotations follow')
  await dialog.getByRole('button', { name: 'Merge' }).click()
  await expect(names(ana)).toHaveCount(3)
  await expect(proposal).toBeHidden()
  await expect(row(ana, 'Kestrel Yard').getByRole('button')).toHaveText('3')
  await expect(ana.page.getByLabel('Other names of Kestrel Yard')).toHaveValue('YARD, Kestrel, Yard')
  await ana.seesSaved()
  const values = async (): Promise<unknown[]> => (await readAnnotations(folder)).map((one) => one.values)
  expect(await values()).toEqual([{ speaker: 'yard' }, { speaker: 'yard' }, { route: ['board', 'yard'] }])

  await ana.page.getByRole('columnheader', { name: 'Name', exact: true }).click()
  await ana.presses('Control+z')
  await expect(names(ana)).toHaveCount(4)
  await ana.seesSaved()
  expect(await values()).toEqual(annotations.map((one) => one.values))
  expect(await readEntities(folder)).toHaveLength(4)
})

test('deleting says what it takes away; the uses of an entity are listed and gone to', async ({ launch, projectsDir }) => {
  const { ana, folder } = await atTheRegister(launch, projectsDir)
  await row(ana, 'Nobody').getByRole('checkbox').check()
  await ana.page.getByRole('button', { name: 'Delete …' }).click()
  await expect(ana.page.getByRole('dialog')).toContainText('No annotation names it.')
  await ana.presses('Escape')
  await row(ana, 'Nobody').getByRole('checkbox').uncheck()
  await row(ana, 'harbour board').getByRole('checkbox').check()
  await ana.page.getByRole('button', { name: 'Delete …' }).click()
  const dialog = ana.page.getByRole('dialog', { name: 'Delete “harbour board”?' })
  await expect(dialog).toContainText('1 annotation loses the name')
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(names(ana)).toHaveCount(3)
  await ana.seesSaved()
  expect((await readAnnotations(folder)).map((one) => one.values)).toContainEqual({ route: ['yard2', 'yard'] })

  await ana.page.getByRole('button', { name: '2 annotations name Kestrel Yard' }).click()
  const uses = ana.page.getByRole('complementary', { name: 'Annotations that name Kestrel Yard' })
  await expect(uses.getByRole('listitem')).toHaveText([/Kestrel Yard.*Lunde Courier · claim · Another coder/, /would stay open/])
  await uses.getByRole('button', { name: /would stay open/ }).click()
  await expect(ana.inspector).toContainText('would stay open')
  await expect(ana.column(1).text).toBeFocused()
})

test('a name in the text becomes an entity, or another name of one', async ({ launch, projectsDir }) => {
  const { ana, folder } = await atTheRegister(launch, projectsDir, { entities: [entity('yard', 'Kestrel Yard')] })
  await ana.presses('Control+Alt+r')
  await ana.column(1).drags('The envoy of Lunde')
  await ana.presses('Shift+n')
  const dialog = ana.page.getByRole('dialog', { name: 'Add to the register' })
  await expect(dialog.getByLabel('Name', { exact: true })).toHaveValue('The envoy of Lunde')
  await dialog.getByLabel('Another name of').focus()
  await ana.types('yard')
  await ana.presses('Enter')
  await dialog.getByRole('button', { name: 'Add the name' }).click()
  await expect(dialog).toBeHidden()
  await ana.column(1).drags('Lunde')
  await ana.presses('Shift+n')
  await dialog.getByLabel('A new entity of the kind').selectOption('country')
  await dialog.getByLabel('Name', { exact: true }).press('Enter')
  await expect(dialog).toBeHidden()
  await expect.poll(async () => { await ana.seesSaved(); return (await readEntities(folder)).map((one) => [one.name, one.kind, ...one.aliases]) })
    .toEqual([['Kestrel Yard', 'person', 'The envoy of Lunde'], ['Lunde', 'country']])
})

for (const theme of ['Light', 'Dark'] as const) {
  test(`assistive technology finds nothing wrong with the form and the register in ${theme.toLowerCase()}`, async ({ launch, projectsDir }) => {
    const { ana } = await atTheRegister(launch, projectsDir)
    const { page } = ana
    const seesNothingWrong = async (where: string): Promise<void> => {
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      expect.soft(serious.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 150)} ${node.any[0]?.message ?? ''}`)), where).toEqual([])
    }
    await choosesFromMenu(ana.at.app, 'View', theme)
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme.toLowerCase())
    await row(ana, 'Kestrel Yard').getByRole('checkbox').check()
    await ana.page.getByRole('button', { name: '2 annotations name Kestrel Yard' }).click()
    await seesNothingWrong('register')
    await row(ana, 'Nobody').getByRole('checkbox').check()
    await ana.page.getByRole('group', { name: 'Change the selected entities' }).getByRole('button', { name: 'Merge …' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await seesNothingWrong('merging')
    await ana.presses('Escape', 'Control+Alt+r')
    await ana.column(1).drags('would stay')
    await ana.presses('q', 'f')
    await expect(ana.inspector.getByLabel('Speaker', { exact: true })).toBeFocused()
    await ana.types('ho')
    await expect(page.getByRole('listbox')).toBeVisible()
    await seesNothingWrong('form')
  })
}
