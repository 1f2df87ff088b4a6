import { join } from 'node:path'
import { expect, test, type Launched } from './fixtures'
import { choosesFromMenu, menuOffers } from './menu'
import { readRulings } from './onDisk'
import { laysOut } from './readyMade'
import { Researcher } from './researcher'

const texts = {
  'The Courier': 'The harbour was closed on Monday.\n\n“We will never leave the ferry workers of Lunde alone with this,” the minister said.',
  'Harbour Post': 'Ferries stood still. “We will never leave the ferry workers of Lunde alone with this,” said the minister, who came at noon.',
  'The Meridian': 'Nobody came. “The budget of the northern quay is spent already,” the treasurer told the council.',
  'Lunde Times': 'Asked about it, the treasurer said: “The budget of the northern quay is spent already.” He left at one.',
}
const dimensions = [{ id: 'framing', name: 'Framing', unit: 'span', choice: 'many', level: 'nominal', mark: 'tint', codes: [{ id: 'care', name: 'care', colour: 'blue' }] }]

async function opens(launched: Launched): Promise<Researcher> {
  const ana = new Researcher(launched)
  const name = ana.page.getByLabel('Your name as a coder')
  await expect(name.or(ana.page.getByRole('banner'))).toBeVisible()
  if (await name.isVisible()) {
    await name.fill('First coder')
    await ana.presses('Enter')
  }
  await ana.seesProject('Study')
  await choosesFromMenu(launched.app, 'View', 'Synopsis')
  const event = ana.page.getByRole('combobox', { name: 'Event' })
  const choice = ana.page.getByRole('main').getByRole('button', { name: /Summit/ })
  await expect(event.or(choice).first()).toBeVisible()
  if (await event.count() === 0) await choice.click()
  return ana
}

const passages = (ana: Researcher) => ana.page.getByRole('grid', { name: 'Shared passages' }).getByRole('row').filter({ has: ana.page.getByRole('rowheader') })
const verdicts = async (folder: string): Promise<readonly string[]> => (await readRulings(folder)).map(({ verdict }) => verdict)

test('a rejected passage stays rejected: when the articles are compared again, and when the project is opened again; undo brings it back', async ({ launch, projectsDir }) => {
  const folder = join(projectsDir, 'Study.synoptic')
  await laysOut(folder, { dimensions, texts })
  const first = await launch({ args: [folder] })
  let ana = await opens(first)
  const [ferry, budget] = [/never leave the ferry/, /budget of the northern quay/]
  await expect(passages(ana)).toHaveCount(2)

  await passages(ana).filter({ hasText: ferry }).getByRole('rowheader').locator('b').click()
  await ana.page.getByRole('button', { name: 'Reject this shared passage' }).click()
  await expect(passages(ana)).toHaveCount(1)
  await expect(passages(ana)).toContainText([budget])
  await expect.poll(() => verdicts(folder)).toEqual(['apart'])

  await choosesFromMenu(first.app, 'Synopsis', 'Compare the articles again')
  await expect(ana.page.getByText(/^Compared again: 1 shared passage/)).toBeVisible()
  await expect(passages(ana)).toHaveCount(1)

  await expect.poll(() => menuOffers(first.app, /^Undo: reject/)).toBe(true)
  await choosesFromMenu(first.app, 'Edit', 'Undo: reject “We will never leave the ferry workers of Lunde alone with …”')
  await expect(passages(ana)).toHaveCount(2)
  await expect.poll(() => verdicts(folder)).toEqual([])
  await ana.presses('Control+Shift+z')
  await expect(passages(ana)).toHaveCount(1)
  await passages(ana).filter({ hasText: budget }).getByRole('rowheader').locator('b').click()
  await ana.page.getByRole('button', { name: 'Confirm this shared passage' }).click()
  await expect(passages(ana)).toContainText(['confirmed'])
  await expect.poll(() => verdicts(folder)).toEqual(['apart', 'together'])
  await first.app.close()

  ana = await opens(await launch({ args: [folder] }))
  await expect(passages(ana)).toHaveCount(1)
  await expect(passages(ana)).toContainText(['confirmed'])
  await ana.page.getByRole('button', { name: 'Rejected 1' }).click()
  await passages(ana).filter({ hasText: ferry }).getByRole('rowheader').locator('b').click()
  await ana.page.getByRole('button', { name: 'Withdraw what was decided on this shared passage' }).click()
  await expect.poll(() => verdicts(folder)).toEqual(['together'])
})

test('two passages are made one, and of its places some a passage of their own', async ({ launch, projectsDir }) => {
  const folder = join(projectsDir, 'Study.synoptic')
  const said = { 'The Courier': '“The harbour stays open through the whole winter,” the minister said. It rained. “The budget of the northern quay is spent already,” he added.',
    'Harbour Post': 'The minister promised that “the harbour stays open through the whole winter”. Of money he said: “The budget of the northern quay is spent already.”' }
  await laysOut(folder, { dimensions, texts: said })
  const ana = await opens(await launch({ args: [folder] }))
  await expect(passages(ana)).toHaveCount(2)
  await ana.presses('Space', 'ArrowDown', 'Space', 'Shift+F')
  await expect(passages(ana)).toHaveCount(1)
  await expect(passages(ana)).toContainText([/spent already/])
  await expect.poll(() => verdicts(folder)).toEqual(['together'])
  for (const outlet of [1, 0]) await passages(ana).getByRole('gridcell').nth(outlet).getByText('spent already').click({ modifiers: ['ControlOrMeta'] })
  await expect(passages(ana).getByText('marked', { exact: false })).toHaveCount(2)
  await ana.presses('Shift+S')
  await expect(passages(ana)).toHaveCount(2)
  await expect(passages(ana).filter({ hasText: 'spent already' })).toHaveCount(1)
  await ana.presses('Control+z', 'Control+z')
  await expect(passages(ana)).toHaveCount(2)
  await expect.poll(() => verdicts(folder)).toEqual([])
})
