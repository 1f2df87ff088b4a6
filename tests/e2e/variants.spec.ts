import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { annotation } from '../fixtures/records'
import { expect, test, type Launched } from './fixtures'
import { laysOut } from './readyMade'
import { Researcher } from './researcher'

const speech = (fight: string): string => `“The people of Velmar are engaged in a ${fight} against the forces of hegemony that threaten the whole region,” the chairman of Ordesh told reporters.`
const council = 'The League’s council said that three ships laden with artillery shells had broken its resolutions last winter.'
const texts = {
  'Capital Ledger': `Warm words\n\n${speech('sacred fight')}\n\n${council} The harbour of Lunde is quiet. Nobody there expects harbour dues to fall.`,
  'Lunde Courier': `Harbour counts the cost\n\n${speech('just fight')}\n\n${council} The harbour master said the harbour would stay open, whatever the harbour board decides.`,
  'The Meridian': `A summit\n\n${speech('just fight')}\n\n${council}`,
  'Velmar Today': `Friendship\n\n${speech('holy struggle')}\n\nShipwrights are building the fleet of the future.`,
}
const dimensions = [{ id: 'framing', name: 'Framing', unit: 'span', choice: 'many', level: 'nominal', mark: 'tint', codes: [{ id: 'war', name: 'War', colour: 'rust', key: 'w' }] }]
const entities = [{ id: 'league', name: 'the League', kind: 'group' as const, aliases: ['The League'], memo: '' }]

async function atTab(name: string, launch: (options: { args: string[] }) => Promise<Launched>, projectsDir: string, told: Readonly<Record<string, string>> = texts): Promise<Researcher> {
  const folder = join(projectsDir, 'Study.synoptic')
  const coded = Object.values(told).slice(0, 2).map((text, i) => annotation(`n${i}`, text.replace('engaged', '<engaged>'), { subject: `a${i + 1}`, code: 'war' }))
  await laysOut(folder, { dimensions, texts: told, entities, annotations: coded })
  const ana = new Researcher(await launch({ args: [folder] }))
  await ana.page.getByLabel('Your name as a coder').fill('First coder')
  await ana.presses('Enter')
  await ana.seesProject('Study')
  await ana.opensEvent('Summit')
  await ana.page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Synopsis' }).click()
  await ana.page.getByRole('navigation', { name: 'Synopsis' }).getByRole('button', { name }).click()
  return ana
}

const rowsOf = (part: Locator): Locator => part.getByRole('row')
const part = (ana: Researcher, name: string): Locator => ana.page.getByRole('main').getByRole('region', { name, exact: true })

test('renderings are counted with their outlets, over the passage and over the event, and read in context', async ({ launch, projectsDir }) => {
  const ana = await atTab('Variants', launch, projectsDir)
  const passages = ana.page.getByRole('listbox', { name: 'Shared passages' })
  await expect(passages.getByRole('option').first()).toContainText('just fight / sacred fight / holy struggle')
  await expect(passages).toBeFocused()
  const rows = rowsOf(part(ana, 'Renderings'))
  await expect(rows).toHaveText([/^just fight2Lunde CourierThe Meridian$/, /^sacred fight1Capital Ledger$/, /^holy struggle1Velmar Today$/])
  await expect(rowsOf(part(ana, 'Throughout the event')).filter({ hasText: 'holy struggle' })).toBeVisible()

  await rows.filter({ hasText: 'holy struggle' }).getByRole('button', { name: 'Velmar Today' }).click()
  await expect(ana.page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Read' })).toHaveAttribute('aria-current', 'page')
  await expect.poll(() => ana.page.evaluate(() => getSelection()?.toString())).toBe('holy struggle')
})

test('omissions tell what enough others have, and what is not coded from what is absent', async ({ launch, projectsDir }) => {
  const ana = await atTab('Omissions', launch, projectsDir)
  const outlets = ana.page.getByRole('listbox', { name: 'Outlets' })
  await outlets.getByRole('option', { name: /Velmar Today/ }).click()
  await expect(rowsOf(part(ana, 'Passages')).filter({ hasText: 'three ships laden with artillery shells' })).toContainText('Capital LedgerLunde CourierThe Meridian')
  await expect(rowsOf(part(ana, 'Entities'))).toHaveText([/^the League/])
  await expect(part(ana, 'Codes')).toContainText('Nothing is coded by you in these articles yet.')
  await ana.page.getByRole('button', { name: 'All coders' }).click()
  await expect(rowsOf(part(ana, 'Codes'))).toHaveText([/^Framing \/ Warnot coded yetCapital LedgerLunde Courier$/])

  const least = ana.page.getByRole('spinbutton', { name: 'How many others report it' })
  await least.focus()
  await ana.presses('ArrowUp')
  await expect(least).toHaveAttribute('aria-valuenow', '3')
  await expect(rowsOf(part(ana, 'Codes'))).toHaveCount(0)
  await expect(rowsOf(part(ana, 'Passages')).filter({ hasText: 'three ships' })).toBeVisible()
  await ana.presses('9')
  await expect(least).toHaveAttribute('aria-valuenow', '3')
})

test('own words are ranked against the others, each with its lines', async ({ launch, projectsDir }) => {
  const ana = await atTab('Own words', launch, projectsDir)
  await ana.page.getByLabel('Outlet', { exact: true }).selectOption('Lunde Courier')
  const words = ana.page.getByRole('listbox', { name: 'Own words' })
  await expect(words.getByRole('option').first()).toContainText('harbour')
  await words.focus()
  await ana.presses('Home')
  const lines = ana.page.getByRole('main').getByRole('region', { name: /^Lines with harbour$/i }).getByRole('listitem')
  await expect(lines).toHaveCount(4)
  await ana.presses('Enter')
  await expect(lines.first().getByRole('button')).toBeFocused()
  await ana.presses('ArrowDown')
  await expect(lines.nth(1).getByRole('button')).toBeFocused()
  await ana.presses('Enter')
  await expect.poll(() => ana.page.evaluate(() => getSelection()?.toString().toLowerCase())).toBe('harbour')

  await ana.page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Synopsis' }).click()
  await ana.page.getByRole('button', { name: 'Less than the others' }).click()
  await expect(ana.page.getByRole('listbox', { name: 'Words of the others' }).getByRole('option').first()).toBeVisible()
})

test('an event of one outlet is said to have nothing to compare', async ({ launch, projectsDir }) => {
  const ana = await atTab('Variants', launch, projectsDir, { 'Capital Ledger': texts['Capital Ledger'] })
  for (const name of ['Variants', 'Omissions', 'Own words']) {
    await ana.page.getByRole('navigation', { name: 'Synopsis' }).getByRole('button', { name }).click()
    await expect(ana.page.getByRole('heading', { name: 'Nothing to compare' })).toBeVisible()
  }
})
