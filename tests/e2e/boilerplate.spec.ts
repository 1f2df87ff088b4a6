import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Locator } from '@playwright/test'
import { expect, test, type Launched, type LaunchOptions } from './fixtures'
import { laysOut } from './readyMade'
import { Researcher } from './researcher'

const dimensions = [
  { id: 'framing', name: 'Framing', unit: 'span', choice: 'many', level: 'nominal', mark: 'tint', codes: [{ id: 'fight', name: 'just fight', colour: 'amber', key: 'j' }] },
]
const files = {
  'The Meridian/one.txt': 'The strike at the yard\n\nThe yard stood still on Friday. Nobody asked why.\n\nAdvertisement\n\nThe minister was silent. His office said nothing either.\n\nOur night desk\n\nNo comments:',
  'The Meridian/two.txt': 'A second day of strike\n\nThe cranes did not move.\n\nAdvertisement\n\nThe union met at noon.\n\nOur night desk',
  'Velmar Today/three.txt': 'Yard closed\n\nThe owners spoke of a costly week.\n\nAdvertisement\n\nTalks go on.',
} as const

/** A researcher who has imported three articles of two outlets and has them side by side. */
async function importer(launch: (options?: LaunchOptions) => Promise<Launched>, parent: string): Promise<Researcher> {
  const [project, corpus] = [join(parent, 'Study.synoptic'), join(parent, 'Corpus')]
  await laysOut(project, { dimensions, texts: {} })
  for (const [file, text] of Object.entries(files)) {
    await mkdir(join(corpus, file, '..'), { recursive: true })
    await writeFile(join(corpus, file), text)
  }
  const ana = new Researcher(await launch({ args: [project] }))
  await ana.page.getByLabel('Your name as a coder').fill('First coder')
  await ana.page.getByRole('button', { name: 'Continue' }).click()
  await ana.seesProject('Study')
  await ana.importsFolder(corpus)
  await ana.makesEvent('Strike', 'one.txt', 'two.txt', 'three.txt')
  await expect(ana.columns).toHaveCount(3)
  await ana.column(columnOf('one')).enters()
  return ana
}

// Columns stand in reading order: undated articles by outlet, then by headline.
const columnOf = (file: 'one' | 'two' | 'three'): number => ({ two: 1, one: 2, three: 3 })[file]

const looks = (ana: Researcher, file: Parameters<typeof columnOf>[0], look: 'proposed' | 'excluded'): Locator => ana.column(columnOf(file)).text.locator(`p.${look}`)
const words = (ana: Researcher, file: Parameters<typeof columnOf>[0]): Locator => ana.column(columnOf(file)).head.getByText(/^\d+ words$/)

test('an import proposes boilerplate; it is excluded for an outlet, kept elsewhere, and can’t be coded by accident', async ({ launch, projectsDir }) => {
  const ana = await importer(launch, projectsDir)
  const column = ana.column(columnOf('one'))
  await expect(looks(ana, 'one', 'proposed')).toHaveText(['Advertisement', 'No comments:'])
  await expect(words(ana, 'one')).toHaveText('29 words')

  await ana.presses('Shift+L')
  await expect.poll(() => column.selected()).toBe('Advertisement')
  await ana.presses('Control+Shift+O')
  await expect(ana.status).toContainText('Excluded in 2 articles of The Meridian')
  await expect(looks(ana, 'one', 'excluded')).toHaveText(['Advertisement'])
  await expect(looks(ana, 'two', 'excluded')).toHaveText(['Advertisement'])
  await expect(looks(ana, 'three', 'proposed')).toHaveText(['Advertisement'])
  await expect(words(ana, 'one')).toHaveText('28 words')

  await ana.presses('Shift+L')
  await expect.poll(() => column.selected()).toBe('No comments:')
  await ana.presses('Shift+T')
  await expect(looks(ana, 'one', 'proposed')).toHaveCount(0)
  await expect(words(ana, 'one')).toHaveText('28 words')

  await column.drags('Advertisement')
  await ana.presses('j')
  await expect(ana.status).toContainText('Not coded: it touches text that is excluded. To include that text again, click it and press Shift+T')
  await expect(ana.status).toContainText('0 words selected')
  await column.drags('stood still')
  await ana.presses('j')
  await expect(ana.status).toContainText('1 annotation here')
  await column.drags('Advertisement')
  await ana.presses('Shift+P')
  await expect(ana.status).toContainText('Not coded: it touches text that is excluded')

  // Sentence by sentence one does not come upon it.
  await column.drags('Nobody asked why.')
  await ana.presses('ArrowDown')
  await expect.poll(() => column.selected()).toBe('The minister was silent.')
  await ana.presses('ArrowUp')
  await expect.poll(() => column.selected()).toBe('Nobody asked why.')

  await ana.presses('Control+z', 'Control+z', 'Control+z')
  await expect(looks(ana, 'one', 'proposed')).toHaveText(['Advertisement', 'No comments:'])
  await expect(looks(ana, 'two', 'excluded')).toHaveCount(0)
  await expect(words(ana, 'one')).toHaveText('29 words')
  // The event, then the import with its proposals, as one step.
  await ana.presses('Control+z', 'Control+z')
  await ana.goesTo('Articles')
  await expect(ana.row('one.txt')).toHaveCount(0)
  await ana.seesSaved()
})

test('all lines are reviewed together with the keyboard alone: by the line, by the outlet, one by one', async ({ launch, projectsDir }) => {
  const ana = await importer(launch, projectsDir)
  await ana.presses('Control+Alt+b')
  const review = ana.page.getByRole('dialog', { name: 'Boilerplate' })
  const lines = review.getByRole('listbox', { name: /^Lines/ })
  const places = review.getByRole('listbox', { name: /^Places/ })
  await expect(lines.getByRole('option')).toHaveCount(2)
  await expect(lines.getByRole('option').first()).toContainText('advertisement · 2 in The Meridian, 1 in Velmar Today')
  await expect(places.getByRole('option').first()).toContainText('Nobody asked why. Advertisement The minister')

  await ana.presses('ArrowDown')
  await expect(places.getByRole('option')).toHaveCount(1)
  await ana.presses('Enter')
  await expect(lines.getByRole('option')).toHaveCount(1)
  await ana.presses('Tab', 'Shift+Enter')
  await expect(places.getByRole('option')).toHaveCount(1)
  await expect(places.getByRole('option')).toContainText('Velmar Today')
  await ana.presses('k')
  await expect(lines).toContainText('Nothing here')

  await review.getByRole('button', { name: 'Excluded' }).click()
  await expect(lines.getByRole('option')).toHaveCount(2)
  await review.getByRole('button', { name: 'Kept as text' }).first().click()
  await expect(lines.getByRole('option')).toHaveText(/Advertisement.*1 in Velmar Today/)
  await review.getByRole('button', { name: 'Take back' }).click()
  await expect(lines).toContainText('Nothing here')
  await ana.presses('Escape')
  await expect(looks(ana, 'three', 'proposed')).toHaveText(['Advertisement'])
  await expect(looks(ana, 'one', 'excluded')).toHaveText(['Advertisement', 'No comments:'])
})

test('the mouse finds buttons beside a passage, and what is excluded by hand is found in the outlet', async ({ launch, projectsDir }) => {
  const ana = await importer(launch, projectsDir)
  const column = ana.column(columnOf('one'))
  await looks(ana, 'one', 'proposed').first().hover()
  await column.text.getByRole('button', { name: /^Exclude it/ }).click()
  await expect(looks(ana, 'one', 'excluded')).toHaveText(['Advertisement'])
  await looks(ana, 'one', 'excluded').hover()
  await column.text.getByRole('button', { name: /^Include it again/ }).click()
  await expect(looks(ana, 'one', 'excluded')).toHaveCount(0)

  await column.drags('His office said nothing either.')
  await ana.presses('Shift+O')
  await expect(words(ana, 'one')).toHaveText('24 words')
  await ana.page.getByRole('button', { name: /^Article \d/ }).click()
  const part = ana.page.getByRole('region', { name: 'Excluded text' })
  await expect(part).toContainText('5 of 29 words are excluded')
  await part.getByRole('button', { name: 'Include', exact: true }).click()
  await expect(words(ana, 'one')).toHaveText('29 words')

  await column.drags('Our night desk')
  await ana.presses('Shift+O', 'Control+Shift+O')
  await expect(ana.status).toContainText('Excluded in 1 article of The Meridian')
  await expect(looks(ana, 'two', 'excluded')).toHaveText(['Our night desk'])
  await ana.finds('Propose boilerplate', 'Control+k')
  await expect(ana.page.getByText('Nothing new was found that may be boilerplate')).toBeVisible()
})

test('it can be read in light and dark, and what is excluded is struck through', async ({ launch, projectsDir }) => {
  const ana = await importer(launch, projectsDir)
  await ana.presses('Shift+L', 'Control+Shift+O')
  await expect(looks(ana, 'two', 'excluded')).toHaveCount(1)
  await ana.page.getByRole('button', { name: /^Article \d/ }).click()
  for (const theme of ['Light', 'Dark']) {
    await ana.finds(theme, 'Control+k')
    await expect(ana.page.locator('html')).toHaveAttribute('data-theme', theme.toLowerCase())
    await looks(ana, 'one', 'proposed').last().hover()
    const drawn = (line: Locator): Promise<string[]> => line.first().evaluate((element) => [getComputedStyle(element).textDecorationLine, getComputedStyle(element).borderLeftStyle])
    expect(await drawn(looks(ana, 'one', 'proposed'))).toEqual(['none', 'dotted'])
    expect(await drawn(looks(ana, 'one', 'excluded'))).toEqual(['line-through', 'solid'])
    await ana.presses('Control+Alt+b')
    await expect(ana.page.getByRole('dialog', { name: 'Boilerplate' })).toBeVisible()
    const { violations } = await new AxeBuilder({ page: ana.page }).setLegacyMode(true).withRules(['color-contrast']).analyze()
    expect(violations.map(({ nodes }) => nodes.map(({ html }) => html))).toEqual([])
    await ana.presses('Escape')
  }
})
