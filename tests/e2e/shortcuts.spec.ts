import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { expect, test } from './fixtures'
import { menuEntries } from './menu'
import { Researcher } from './researcher'

const dialog = (ana: Researcher): Locator => ana.page.getByRole('dialog', { name: 'Keys' })
const row = (ana: Researcher, command: string): Locator => dialog(ana).locator('dl > div').filter({ has: ana.page.locator('dt', { hasText: new RegExp(`^${command}$`) }) })
const keys = (ana: Researcher, command: string): Promise<string[]> => row(ana, command).locator('dd > span').evaluateAll((all) => all.map((one) => [...one.children].map((key) => key.textContent).join('+')))
const menuKeys = async (ana: Researcher, label: string): Promise<string | undefined> => (await menuEntries(ana.at.app)).find((entry) => entry.label === label)?.keys

async function changes(ana: Researcher, command: string, key: string): Promise<void> {
  await dialog(ana).getByRole('button', { name: `Change the key of “${command}”` }).click()
  await ana.presses(key)
}

async function atTheDesk(at: ConstructorParameters<typeof Researcher>[0]): Promise<Researcher> {
  const ana = new Researcher(at)
  await ana.introducesHerself()
  await ana.opensSample()
  await ana.column(1).enters()
  return ana
}

test('a key is changed, shown everywhere, kept over a restart and given back', async ({ launch }) => {
  const first = await launch()
  const ana = await atTheDesk(first)
  await ana.presses('?')
  await dialog(ana).getByLabel('Find a command').fill('articles')
  await changes(ana, 'Articles', 'Control+Shift+l')
  await expect.poll(() => keys(ana, 'Articles')).toEqual(['Ctrl+Shift+L'])
  await ana.presses('Escape')
  await ana.presses('Control+Alt+a')
  await expect(ana.page.getByRole('table', { name: 'Articles' })).toBeHidden()
  await ana.presses('Control+Shift+l')
  await expect(ana.page.getByRole('table', { name: 'Articles' })).toBeVisible()
  await expect.poll(() => menuKeys(ana, 'Articles')).toBe('CmdOrCtrl+Shift+L')
  await first.app.close()

  const again = new Researcher(await launch())
  await again.reopens('Sample: the summit at Kestrel')
  await again.goesTo('Read')
  await again.presses('Control+Shift+l')
  await expect(again.page.getByRole('table', { name: 'Articles' })).toBeVisible()
  await again.presses('F1')
  await dialog(again).getByRole('button', { name: 'Give “Articles” its usual key' }).click()
  await expect.poll(() => keys(again, 'Articles')).toEqual(['Ctrl+Alt+A'])
  await expect(dialog(again).getByRole('button', { name: 'Give all commands their usual keys' })).toBeDisabled()
})

test('whose key it is already is said, and it can be taken over: from a command, and from a code', async ({ launch }) => {
  const ana = await atTheDesk(await launch())
  await ana.presses('?')
  await changes(ana, 'Articles', 'Control+t')
  await expect(row(ana, 'Articles')).toContainText('Ctrl+T is the key of “Open an article in a column …”.')
  await dialog(ana).getByRole('button', { name: 'Keep as it was' }).click()
  expect(await keys(ana, 'Articles')).toEqual(['Ctrl+Alt+A'])
  await changes(ana, 'Articles', 'Control+t')
  await dialog(ana).getByRole('button', { name: 'Take it over' }).click()
  await expect.poll(() => keys(ana, 'Articles')).toEqual(['Ctrl+T'])
  expect(await keys(ana, 'Open an article in a column …')).toEqual(['O'])

  await changes(ana, 'Repeat the last code', 'j')
  await expect(row(ana, 'Repeat the last code')).toContainText('J is the key of “just fight”.')
  await dialog(ana).getByRole('button', { name: 'Take it over' }).click()
  await expect.poll(() => keys(ana, 'Repeat the last code')).toEqual(['J'])
  expect(await keys(ana, 'Framing: just fight')).toEqual([])
  await dialog(ana).getByRole('button', { name: 'Give all commands their usual keys' }).click()
  await expect.poll(() => keys(ana, 'Repeat the last code')).toEqual(['.'])
  await ana.presses('Escape')
  await expect(dialog(ana)).toBeHidden()
  await ana.column(1).enters()
  await ana.presses('Control+z', '?')
  await expect.poll(() => keys(ana, 'Framing: just fight')).toEqual(['J'])
})

test('keys with a meaning of their own stay: Escape keeps what was, others are refused', async ({ launch }) => {
  const ana = await atTheDesk(await launch())
  await ana.presses('?')
  await changes(ana, 'Articles', 'Escape')
  await expect(dialog(ana)).toBeVisible()
  await expect(dialog(ana).getByText('Press the new key')).toBeHidden()
  await changes(ana, 'Articles', 'Control+c')
  await expect(row(ana, 'Articles')).toContainText('This key copies, everywhere.')
  await ana.presses('Enter')
  await expect(row(ana, 'Articles')).toContainText('Enter goes on with what is in hand, everywhere.')
  expect(await keys(ana, 'Articles')).toEqual(['Ctrl+Alt+A'])
  await expect(row(ana, 'Select nothing').getByRole('img')).toHaveAccessibleName('It can’t be changed: Escape goes back or leaves, everywhere.')
  await expect(row(ana, 'Framing: just fight').getByRole('img')).toHaveAccessibleName('A code’s key is changed in the codebook.')
})

test('settings of before keys could be changed still count', async ({ launch, dataDir }) => {
  const first = await launch()
  await new Researcher(first).introducesHerself('Second coder')
  await first.app.close()
  const file = join(dataDir, 'preferences.json')
  const stored = JSON.parse(await readFile(file, 'utf8')) as { settings: { coderName: string; keys?: object } }
  expect(stored.settings.keys).toEqual({})
  delete stored.settings.keys
  await writeFile(file, JSON.stringify(stored))
  const again = new Researcher(await launch())
  await again.opensSample()
  await expect(again.status).toContainText('Coder: Second coder')
})
