import { AxeBuilder } from '@axe-core/playwright'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { elsewhere, quotes, refiProject, text } from '../fixtures/codedElsewhere'
import { willPick } from './dialogs'
import { expect, test } from './fixtures'
import { choosesFromMenu } from './menu'
import { readProject } from './onDisk'
import { atTheProject, bringsIn, figures, laidDown, looksAt, passages, seesCoding } from './workSteps'

test('what was coded in other programs is shown, comes in as one step, and goes out again with one undo', async ({ launch, projectsDir }) => {
  test.setTimeout(180_000)
  const { ana, project } = await atTheProject(launch, projectsDir)
  for (const one of await elsewhere()) {
    await test.step(one.kind, async () => {
      const found = await looksAt(ana, await laidDown(projectsDir, one))
      await expect(found.getByRole('heading', { name: 'What is not carried over' })).toBeVisible()
      await expect(found.locator('mark').first()).toHaveText(new RegExp(quotes.join('|')))
      expect((await figures(found, 'Codings'))[3]).toBe('0')
      expect(await passages(project)).toEqual([])
      await bringsIn(ana, found)
      await ana.seesSaved()
      expect(await passages(project)).toContain(quotes[0])
      const { articles, texts, annotations } = await readProject(project)
      expect(articles).toHaveLength(1)
      for (const { subject, spans } of annotations) for (const { start, end, quote } of spans) expect(texts.get(subject)?.slice(start, end)).toBe(quote)
      await ana.presses('Control+z')
      await expect.poll(() => passages(project)).toEqual([])
      await ana.seesSaved()
      expect((await readProject(project)).articles).toEqual([])
    })
  }
})

test('coding goes to the articles that are here, under the coder who did it, and nothing is new the second time', async ({ launch, projectsDir }) => {
  const { ana, project } = await atTheProject(launch, projectsDir)
  await writeFile(join(projectsDir, 'ferry.txt'), text)
  await ana.importsFiles(join(projectsDir, 'ferry.txt'))
  const file = await laidDown(projectsDir, { files: { 'ferries.qdpx': await refiProject('first coder') }, pick: 'ferries.qdpx' })
  const found = await looksAt(ana, file)
  expect(await figures(found, 'Articles')).toEqual(['1', '1', '0', '0'])
  // A coder of the same name is likely the same.
  await expect(found.getByLabel('Who first coder is here')).toHaveText(/a new coderFirst coder/)
  await expect(found.getByLabel('Who first coder is here').locator('option:checked')).toHaveText('First coder')
  await found.getByLabel('Who first coder is here').selectOption('a new coder')
  await ana.presses('Escape')
  await ana.page.getByRole('alertdialog', { name: 'Leave the import?' }).getByRole('button', { name: 'Cancel' }).click()
  await found.getByLabel('Who first coder is here').selectOption('First coder')
  await ana.presses('Control+Enter')
  await expect(ana.page.getByRole('dialog', { name: 'Coding came in' })).toContainText('2 codings, 2 codes.')
  await ana.page.getByRole('button', { name: 'Show the annotations' }).click()
  await expect(ana.page.getByRole('main')).toContainText(quotes[0] ?? '')
  await ana.seesSaved()
  const { articles, annotations } = await readProject(project)
  expect(articles).toHaveLength(1)
  expect(new Set(annotations.map(({ coder }) => coder)).size).toBe(1)
  expect(await passages(project)).toEqual([...quotes].sort())

  const again = await looksAt(ana, file)
  expect([await figures(again, 'Codes'), await figures(again, 'Codings')]).toEqual([['2', '2', '0', '0'], ['2', '2', '0', '0']])
  await expect(again.getByRole('button', { name: 'Import', exact: true })).toBeDisabled()
  await expect(again.getByRole('status')).toHaveText('All that can come in is in the project already.')
  await ana.presses('Escape')
  await expect(again).toBeHidden()
})

test('where nobody can be sure how positions are counted, one has to say, and sees what comes of it', async ({ launch, projectsDir }) => {
  const { ana, project } = await atTheProject(launch, projectsDir)
  const found = await looksAt(ana, await laidDown(projectsDir, { files: { 'moved.qdpx': await refiProject('Second coder', 3) }, pick: 'moved.qdpx' }))
  await expect(found.getByRole('alert')).toContainText('no way of counting fits')
  await expect(found.getByRole('button', { name: 'Import', exact: true })).toBeDisabled()
  await found.getByRole('radiogroup').getByText(/^in /).first().click()
  await expect(found.getByRole('alert')).toBeHidden()
  await expect(found.locator('mark')).toHaveCount(2)
  await bringsIn(ana, found)
  await ana.seesSaved()
  expect(await passages(project)).toHaveLength(2)
})

test('what can’t be read is refused with its reason and keeps nothing else from coming in', async ({ launch, projectsDir }) => {
  const { ana, project } = await atTheProject(launch, projectsDir)
  const sound = await refiProject()
  const files = { 'sound.qdpx': sound, 'cut off.qdpx': sound.subarray(0, sound.length / 2), 'empty.qdpx': '', 'noise.qdc': '<CodeBook', 'broken.json': '{"format":"synoptic-project","ver' }
  await laidDown(projectsDir, { files, pick: '' })
  const found = await looksAt(ana, ...Object.keys(files).map((name) => join(projectsDir, name)))
  await found.getByRole('button', { name: /^Refused/ }).click()
  const refused = found.getByRole('region', { name: 'Refused files' })
  await expect(refused.getByRole('row')).toHaveCount(5)
  for (const cell of await refused.getByRole('cell').allTextContents()) expect(cell.length).toBeGreaterThan(3)
  await bringsIn(ana, found)
  await ana.seesSaved()
  expect(await passages(project)).toEqual([...quotes].sort())

  const none = await looksAt(ana, join(projectsDir, 'cut off.qdpx'))
  await expect(none.getByRole('heading', { name: 'This file could not be read' })).toBeVisible()
  await expect(none.getByRole('cell').nth(1)).toHaveText(/^[A-Z].*\.$/)
  await expect(none.getByRole('button', { name: 'Import', exact: true })).toBeDisabled()
  await ana.presses('Escape')
  await expect(none).toBeHidden()
})

test('files that can only be coding lead there from the import of articles, and what comes with articles says where to go', async ({ launch, projectsDir }) => {
  const { ana } = await atTheProject(launch, projectsDir)
  const file = await laidDown(projectsDir, { files: { 'mixed/ferries.qdpx': await refiProject(), 'mixed/ferry.txt': text }, pick: 'mixed/ferries.qdpx' })
  await willPick(ana.at.app, file)
  await ana.presses('Control+i')
  const found = await seesCoding(ana)
  await ana.presses('Escape')
  await expect(found).toBeHidden()
  const articles = await ana.looksInto(join(projectsDir, 'mixed'))
  await articles.getByRole('button', { name: /^Refused/ }).click()
  await expect(articles.getByRole('row', { name: /ferries\.qdpx/ })).toContainText('Import coding from another program')
})

test('coding whose texts are nowhere says what to import first, and files in the wrong assistant go to the right one', async ({ launch, projectsDir }) => {
  const { ana } = await atTheProject(launch, projectsDir)
  const annotation = { '@context': 'http://www.w3.org/ns/anno.jsonld', 'id': 'urn:one', 'type': 'Annotation', 'body': [{ type: 'TextualBody', purpose: 'tagging', value: 'ferries' }], 'target': { source: 'urn:ferry', selector: [{ type: 'TextQuoteSelector', exact: 'The ferry' }, { type: 'TextPositionSelector', start: 0, end: 9 }] } }
  await laidDown(projectsDir, { files: { 'web.json': JSON.stringify([annotation]), 'ferry.txt': text }, pick: '' })
  const textless = await looksAt(ana, join(projectsDir, 'web.json'))
  await expect(textless.getByRole('note')).toContainText('Import these texts as articles first')
  await expect(textless.getByRole('button', { name: 'Choose the texts …' })).toBeVisible()
  await ana.page.screenshot({ path: test.info().outputPath('textless.png') })
  await ana.presses('Escape')

  const wrong = await looksAt(ana, join(projectsDir, 'ferry.txt'))
  await expect(wrong.getByRole('region', { name: 'Refused files' })).toContainText('Nothing of ferry.txt comes in.')
  await ana.page.screenshot({ path: test.info().outputPath('wrong.png') })
  await wrong.getByRole('button', { name: 'Read as articles' }).click()
  await expect(ana.page.getByRole('button', { name: 'Import 1 article' })).toBeEnabled()
})

for (const theme of ['Light', 'Dark'] as const) {
  test(`assistive technology finds nothing wrong with it in ${theme.toLowerCase()}`, async ({ launch, projectsDir }) => {
    const { ana } = await atTheProject(launch, projectsDir)
    await choosesFromMenu(ana.at.app, 'View', theme)
    await expect(ana.page.locator('html')).toHaveAttribute('data-theme', theme.toLowerCase())
    const files = { 'ferries.qdpx': await refiProject('First coder'), 'moved.qdpx': await refiProject('Second coder', 3), 'noise.qdc': '<CodeBook' }
    await laidDown(projectsDir, { files, pick: '' })
    const found = await looksAt(ana, ...Object.keys(files).map((name) => join(projectsDir, name)))
    for (const name of ['ferries.qdpx', 'moved.qdpx', 'Refused']) {
      await found.getByRole('navigation').getByRole('button', { name: new RegExp(`^${name}`) }).click()
      const { violations } = await new AxeBuilder({ page: ana.page }).setLegacyMode(true).analyze()
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      expect.soft(serious.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 150)} ${node.any[0]?.message ?? ''}`)), name).toEqual([])
      await ana.page.screenshot({ path: test.info().outputPath(`${name}.png`) })
    }
    await found.getByRole('navigation').getByRole('button', { name: /^moved/ }).click()
    await found.getByRole('checkbox', { name: 'Import moved.qdpx' }).uncheck()
    await found.getByRole('button', { name: /^Import \d+ coding/ }).click()
    await expect(ana.page.getByRole('dialog', { name: 'Coding came in' })).toBeVisible()
    await ana.page.screenshot({ path: test.info().outputPath('came in.png') })
  })
}
