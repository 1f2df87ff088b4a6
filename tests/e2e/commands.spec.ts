import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './fixtures'
import { choosesFromMenu, menuEntries } from './menu'
import { Researcher } from './researcher'

test('the menu names every command, and offers what applies', async ({ launch }) => {
  const ana = new Researcher(await launch())
  const { app } = ana.at
  await ana.introducesHerself()
  const offered = async (label: string | RegExp): Promise<boolean | undefined> => (await menuEntries(app)).find((entry) => (typeof label === 'string' ? entry.label === label : label.test(entry.label)))?.enabled
  await expect.poll(() => offered('New project …')).toBe(true)
  expect([...new Set((await menuEntries(app)).map((entry) => entry.menu))]).toEqual(['File', 'Edit', 'Text', 'Code', 'Codebook', 'Synopsis', 'View', 'Help'])
  expect(await offered('Export …')).toBe(false)
  expect(await offered('Undo')).toBe(false)

  await choosesFromMenu(app, 'File', 'Open the sample project')
  await ana.seesProject('Sample: the summit at Kestrel')
  await expect.poll(() => offered('Export …')).toBe(true)
  expect(await offered('Framing: just fight')).toBe(false)
  await ana.column(1).drags('according to a translation')
  await expect.poll(() => offered('Framing: just fight')).toBe(true)
  await choosesFromMenu(app, 'Code', 'Framing: just fight')
  await expect(ana.inspector).toContainText('according to a translation')
  await expect.poll(() => offered('Undo: code “just fight”')).toBe(true)
  await choosesFromMenu(app, 'Edit', 'Undo: code “just fight”')
  await expect(ana.inspector).toBeHidden()
  await expect.poll(() => offered('Redo: code “just fight”')).toBe(true)

  await choosesFromMenu(app, 'View', 'Articles')
  await expect(ana.page.getByRole('table', { name: 'Articles' })).toBeVisible()
  await expect.poll(async () => (await menuEntries(app)).filter((entry) => entry.checked).map((entry) => entry.label)).toContain('Articles')
})

test('Ctrl+K finds commands and articles by typing', async ({ launch }) => {
  const ana = new Researcher(await launch())
  await ana.introducesHerself()
  await ana.opensSample()
  await ana.finds('Articles', 'Control+k')
  await expect(ana.page.getByRole('table', { name: 'Articles' })).toBeVisible()
  await ana.finds('Lunde counts the cost', 'Control+k')
  await expect(ana.column(4).text).toContainText('From the harbour wall of Lunde')

  await ana.presses('Control+k')
  await ana.types('no such thing at all')
  await expect(ana.page.getByText('Nothing is called that.')).toBeVisible()
  // The first Escape takes back what was typed, the second closes.
  await ana.presses('Escape', 'Escape')
  await expect(ana.page.getByRole('searchbox')).toBeHidden()
  await ana.page.getByRole('button', { name: 'Find or do anything' }).click()
  await ana.finds('Keys')
  await expect(ana.page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
})

test('? shows the keys; none means two things', async ({ launch }) => {
  const ana = new Researcher(await launch())
  await ana.introducesHerself()
  await ana.opensSample()
  await ana.column(1).enters()
  await ana.presses('?')
  const dialog = ana.page.getByRole('dialog', { name: 'Keys' })
  await expect(dialog).toBeVisible()
  const rows = await dialog.locator('dl > div:not([data-passing])').evaluateAll((all) => all.map((row) => ({
    label: row.querySelector('dt')?.textContent ?? '',
    keys: [...row.querySelectorAll('dd > span')].map((keys) => [...keys.children].map((key) => key.textContent).join('+')),
  })))
  expect(rows.length).toBeGreaterThan(60)
  const meanings = new Map<string, string[]>()
  for (const { label, keys } of rows) for (const key of keys) meanings.set(key, [...(meanings.get(key) ?? []), label])
  // While parts are marked, a role waits for its words or a brush is in hand, keys mean that first.
  const lasting = /^The selection is the |^All parts are marked|^Stop marking|role|[Bb]rush/
  const otherwise = [...meanings].map(([key, labels]) => [key, labels.filter((label) => !lasting.test(label))] as const)
  // Enter goes on with what is in hand: a selection is given a code, otherwise the picked annotation's fields are filled in.
  // The outline of the codebook and the table of shared passages have keys of their own, which mean nothing while one reads.
  expect(Object.fromEntries(otherwise.filter(([, labels]) => labels.length > 1))).toEqual({
    Enter: ['Choose a code …', 'Go to the fields', 'Add a code', 'Read it in context'], C: ['Choose a code …', 'Code this cell …'], V: ['Framing: sanctions violation', 'Show how this passage is worded'],
    Del: ['Delete the annotation', 'Delete …'], Backspace: ['Delete the annotation', 'Delete …'],
    'Alt+↑': ['Move its end back by a sentence', 'Move up'], 'Alt+↓': ['Move its end by a sentence', 'Move down'],
    'Alt+Shift+←': ['Move its start back by a word', 'Move this column left'], 'Alt+Shift+→': ['Move its start by a word', 'Move this column right'],
    'Alt+←': ['Move its end back by a word', 'Move out, beside what it is under'], 'Alt+→': ['Move its end by a word', 'Move in, under the code above'],
  })
  await ana.presses('Escape')
  await expect(dialog).toBeHidden()
})

test('Enter goes on with what is in hand', async ({ launch }) => {
  const ana = new Researcher(await launch())
  await ana.introducesHerself()
  await ana.opensSample()
  await ana.column(1).drags('according to a translation')
  await ana.presses('m')
  await expect(ana.inspector).toContainText('other media')
  await ana.presses('Enter')
  await expect(ana.page.getByRole('dialog', { name: 'Choose a code' })).toBeVisible()
  await ana.presses('Escape', 'Escape')
  await expect(ana.inspector).toBeHidden()
  await ana.column(1).clicks('according to a translation')
  await expect(ana.inspector).toContainText('other media')
  await ana.presses('Enter')
  await expect(ana.inspector.getByRole('radio', { name: 'direct quotation' })).toBeFocused()
})

test('light and dark are chosen in the menu and remembered', async ({ launch }) => {
  const first = await launch()
  const ana = new Researcher(first)
  await ana.introducesHerself()
  await ana.opensSample()
  const paper = (): Promise<string> => ana.column(1).text.evaluate((text) => getComputedStyle(text).backgroundColor)
  await choosesFromMenu(first.app, 'View', 'Light')
  await expect.poll(paper).toBe('rgb(253, 252, 249)')
  await choosesFromMenu(first.app, 'View', 'Dark')
  await expect.poll(paper).toBe('rgb(28, 27, 25)')
  await expect.poll(async () => (await menuEntries(first.app)).filter((entry) => entry.checked).map((entry) => entry.label)).toContain('Dark')
  await first.app.close()

  const again = await launch()
  await expect(again.page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

for (const theme of ['Light', 'Dark'] as const) {
  test(`assistive technology finds nothing seriously wrong in ${theme.toLowerCase()}`, async ({ launch }) => {
    // Six searches of the whole page.
    test.setTimeout(90_000)
    const ana = new Researcher(await launch())
    const { page } = ana
    const seesNothingWrong = async (where: string, ...except: string[]): Promise<void> => {
      const axe = new AxeBuilder({ page }).setLegacyMode(true)
      // What is built the same way in both themes is looked at once.
      const { violations } = await (theme === 'Light' ? axe.disableRules(except) : axe.withRules(['color-contrast'])).analyze()
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      expect.soft(serious.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 150)} ${node.any[0]?.message ?? ''}`)), where).toEqual([])
    }
    await seesNothingWrong('asking for the name')
    await ana.introducesHerself()
    await choosesFromMenu(ana.at.app, 'View', theme)
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme.toLowerCase())
    await seesNothingWrong('first screen')
    await ana.opensSample()
    await ana.column(1).drags('according to a translation')
    await ana.presses('m')
    await expect(ana.inspector).toContainText('other media')
    await seesNothingWrong('reading')
    await ana.presses('?')
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
    await seesNothingWrong('keys')
    await ana.presses('Escape', 'Control+k')
    await expect(page.getByRole('searchbox')).toBeVisible()
    // The list has no focus of its own: arrow keys in the search field go through it and scroll it.
    await seesNothingWrong('palette', 'scrollable-region-focusable')
    await ana.presses('Escape')
    await ana.goesTo('Articles')
    await ana.picksRows('meridian.txt')
    await seesNothingWrong('articles')
    await ana.goesTo('Codebook')
    await page.getByRole('treeitem', { name: 'government' }).click()
    await seesNothingWrong('codebook')
    await page.getByRole('treeitem', { name: 'Sourcing' }).click()
    await page.getByRole('region', { name: 'Field Form' }).getByRole('button', { expanded: false }).click()
    await seesNothingWrong('a field of the codebook')
    await page.getByRole('button', { name: 'Delete …' }).click()
    await expect(page.getByRole('alertdialog')).toBeVisible()
    await seesNothingWrong('deleting from the codebook')
  })
}
