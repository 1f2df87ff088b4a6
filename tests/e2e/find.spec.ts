import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { willSaveTo } from './dialogs'
import { expect, test, type Launched } from './fixtures'
import { laysOut } from './readyMade'
import { Researcher } from './researcher'

const dimensions = [{ id: 'framing', name: 'Framing', unit: 'span', choice: 'many', level: 'nominal', mark: 'tint', fields: [], codes: [{ id: 'war', name: 'War', colour: 'rust', key: 'w' }, { id: 'peace', name: 'Peace', colour: 'teal', key: 'p' }] }]
const texts = {
  // The first letter of this cosmodrome is Cyrillic.
  'Capital Ledger': 'The \u0421osmodrome opened on Friday.\n\nA just war, the host said, and no other war.',
  'Lunde Courier': 'At the Cosmodrome the guest praised a “just\u00a0fight”. Warm words for a cold war.',
  'The Meridian': `${'a'.repeat(60)}!\n\nNo rocket stood there, and nobody spoke of a Civil war.`,
}

interface Finding { readonly ana: Researcher; readonly box: Locator; readonly hits: Locator; readonly says: (text: string | RegExp) => Promise<void> }

async function atFind(launch: (options: { args: string[] }) => Promise<Launched>, projectsDir: string): Promise<Finding> {
  const folder = join(projectsDir, 'Study.synoptic')
  await laysOut(folder, { dimensions, texts })
  const ana = new Researcher(await launch({ args: [folder] }))
  await ana.page.getByLabel('Your name as a coder').fill('First coder')
  await ana.presses('Enter')
  await ana.seesProject('Study')
  await ana.presses('Control+Shift+f')
  const main = ana.page.getByRole('main')
  return { ana, box: main.getByLabel('Find in all articles'), hits: main.getByRole('grid', { name: 'Hits' }).getByRole('rowgroup').getByRole('row'), says: (text) => expect(main.getByRole('status').filter({ hasText: text })).toBeVisible() }
}

const hitsOf = (hits: Locator): Locator => hits.locator('mark')

test('finds words, phrases and regular expressions as one types, and says when there is nothing', async ({ launch, projectsDir }) => {
  const { ana, box, hits, says } = await atFind(launch, projectsDir)
  await expect(box).toBeFocused()
  await box.fill('war')
  await says('5 hits in 3 articles')
  await expect(hitsOf(hits)).toHaveText(['war', 'war', 'War', 'war', 'war'])
  await ana.page.getByRole('button', { name: 'Whole words' }).click()
  await says('4 hits in 3 articles')
  await ana.page.getByRole('button', { name: 'Match case' }).click()
  await box.fill('war just')
  await says('5 hits in 2 articles')
  await box.fill('“just fight”')
  await expect(hitsOf(hits)).toHaveText(['just fight'])
  await box.fill('rocket war cosmodrome')
  await says('Nothing found')

  await ana.page.getByLabel('What is typed is').selectOption('Regular expression')
  await box.fill(String.raw`\b[A-Z]\w+ war`)
  await expect(hitsOf(hits)).toHaveText(['Civil war'])
  await box.fill('(war')
  await says('This is no regular expression yet: unterminated group.')
})

test('finds a word whichever script its letters are taken from, and only as written where that is asked', async ({ launch, projectsDir }) => {
  const { ana, box, hits, says } = await atFind(launch, projectsDir)
  for (const typed of ['Cosmodrome', '\u0421osmodrome', 'cosmodrome']) {
    await box.fill(typed)
    await says('2 hits in 2 articles')
    await expect(hitsOf(hits)).toHaveText(['\u0421osmodrome', 'Cosmodrome'])
  }
  await ana.page.getByRole('button', { name: 'Exactly as written' }).click()
  await box.fill('Cosmodrome')
  await expect(hitsOf(hits)).toHaveText(['Cosmodrome'])
})

test('ends a regular expression that runs wild, and finds the next thing', async ({ launch, projectsDir }) => {
  const { ana, box, hits, says } = await atFind(launch, projectsDir)
  await ana.page.getByLabel('What is typed is').selectOption('Regular expression')
  await box.fill('(a+)+$')
  await says('took more than 3 seconds on a single article, so it was ended')
  await box.fill('rocket')
  await expect(hitsOf(hits)).toHaveText(['rocket'])
})

test('sorts the hits by the words around them, counts them by outlet and narrows them', async ({ launch, projectsDir }) => {
  const { ana, box, hits, says } = await atFind(launch, projectsDir)
  await ana.page.getByRole('button', { name: 'Whole words' }).click()
  await box.fill('war')
  await says('4 hits in 3 articles')
  const before = hits.getByRole('gridcell').filter({ hasText: /(just|other|cold|Civil) $/ })
  await expect(before).toHaveText([/just $/, /other $/, /cold $/, /Civil $/])
  await ana.page.getByLabel('Order').selectOption('1st word to the left (1L)')
  await expect(before).toHaveText([/Civil $/, /cold $/, /just $/, /other $/])
  await ana.page.getByLabel('Order').selectOption('2nd word to the left (2L)')
  await expect(before).toHaveText([/a cold $/, /A just $/, /a Civil $/, /no other $/])

  const outlets = ana.page.getByRole('complementary', { name: 'Hits by outlet' })
  await expect(outlets.getByRole('button')).toHaveText([/^Capital Ledger21$/, /^Lunde Courier11$/, /^The Meridian11$/])
  await outlets.getByRole('button', { name: 'Lunde Courier' }).click()
  await says('1 of 3 articles')
  await expect(before).toHaveText([/cold $/])
  await ana.page.getByLabel('From this day on').fill('2024-03-13')
  await says('The filters leave no article.')
  await ana.page.getByRole('button', { name: 'All articles' }).click()
  await says('4 hits in 3 articles')
  await ana.page.getByLabel('Coded or not').selectOption('Coded by me')
  await says('0 of 3 articles')
})

test('opens a hit in its text and comes back to where one was', async ({ launch, projectsDir }) => {
  const { ana, box, hits } = await atFind(launch, projectsDir)
  await box.fill('cold')
  await expect(hitsOf(hits)).toHaveText(['cold'])
  await ana.presses('ArrowDown', 'ArrowDown', 'Enter')
  await expect(ana.columns.first()).toBeVisible()
  await expect(ana.status).toContainText('1 word selected')
  await ana.presses('Control+Shift+f')
  await expect(box).toHaveValue('cold')
  await expect(hits).toHaveAttribute('class', /cursor/)
  await hits.dblclick()
  await expect(ana.status).toContainText('1 word selected')
})

test('codes ticked hits in one step, leaves out what is coded so, and takes it back', async ({ launch, projectsDir }) => {
  const { ana, box, hits, says } = await atFind(launch, projectsDir)
  await ana.page.getByRole('button', { name: 'Whole words' }).click()
  await box.fill('war')
  await says('4 hits in 3 articles')
  await ana.presses('ArrowDown', 'Home', ' ', 'ArrowDown', ' ')
  await expect(ana.page.getByRole('row', { selected: true })).toHaveCount(2)
  await ana.page.getByRole('button', { name: 'Code 2 ticked hits' }).click()
  await ana.page.getByRole('dialog').getByLabel('Code').selectOption({ label: 'War' })
  await ana.page.getByRole('dialog').getByRole('button', { name: 'Code 2 passages' }).click()
  await expect(ana.page.getByRole('dialog')).toBeHidden()
  await ana.seesSaved()

  await hits.first().click()
  await ana.presses('Control+a')
  await ana.page.getByRole('button', { name: 'Code 4 ticked hits' }).click()
  const dialog = ana.page.getByRole('dialog')
  await expect(dialog).toContainText('2 hits are coded so already and left out')
  await expect(dialog.getByRole('button', { name: 'Code 2 passages' })).toBeEnabled()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await ana.goesTo('Annotations')
  await expect(ana.page.getByRole('grid', { name: 'Annotations' }).getByRole('rowgroup').getByRole('row')).toHaveCount(2)
  await ana.presses('Control+z')
  await expect(ana.page.getByRole('grid', { name: 'Annotations' }).getByRole('rowgroup').getByRole('row')).toHaveCount(0)
})

test('writes the concordance as a table, in the order it is shown', async ({ launch, projectsDir }) => {
  const { ana, box, says } = await atFind(launch, projectsDir)
  await ana.page.getByRole('button', { name: 'Whole words' }).click()
  await box.fill('war')
  await says('4 hits in 3 articles')
  await ana.page.getByLabel('Order').selectOption('1st word to the left (1L)')
  await expect(ana.page.getByRole('grid', { name: 'Hits' }).getByRole('rowgroup').getByRole('row').first()).toContainText('Civil war')
  const file = join(projectsDir, 'war.csv')
  await willSaveTo(ana.at.app, file)
  await ana.page.getByRole('button', { name: 'Export all as CSV' }).click()
  await expect(ana.page.getByRole('alertdialog').or(ana.page.getByRole('dialog'))).toContainText('4 lines of the concordance were written')
  const [head, ...rows] = (await readFile(file, 'utf8')).trim().split('\r\n')
  expect(head).toBe('article_id,outlet,date,headline,event,start,end,before,hit,after')
  expect(rows).toHaveLength(4)
  expect(rows.join('\n')).toMatch(/^a3,The Meridian,2024-03-12,What The Meridian tells,Summit,/)
})
