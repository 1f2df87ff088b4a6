import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { holds } from '../../src/domain/text/anchor'
import { expect, test } from './fixtures'
import { choosesFromMenu } from './menu'
import { readAnnotations } from './onDisk'
import { laysOut } from './readyMade'
import { Researcher } from './researcher'

const framing = { id: 'framing', name: 'Framing', unit: 'span', choice: 'many', level: 'nominal', mark: 'tint', fields: [], codes: [{ id: 'fight', name: 'Just fight', colour: 'rust', key: 'f' }] }
const text = 'The chairman spoke of a just fgiht.\n\nNobody asked him about the sanctions.\n\nThe talks lasted five hours.'

test('a corrected text is a new version: what was coded goes along, and what is not found again is listed and placed by hand', async ({ launch, projectsDir }) => {
  const folder = join(projectsDir, 'Study.synoptic')
  await laysOut(folder, { dimensions: [framing], texts: { Courier: text } })
  const at = await launch({ args: [folder] })
  const ana = new Researcher(at)
  const { page } = at
  await page.getByLabel('Your name as a coder').fill('First coder')
  await page.keyboard.press('Enter')
  for (const words of ['a just fgiht', 'Nobody asked him', 'five hours']) {
    await ana.column(1).drags(words)
    await ana.presses('f')
  }

  await choosesFromMenu(at.app, 'Text', 'Correct the text …')
  const dialog = page.getByRole('dialog', { name: 'Correct the text' })
  const after = 'On Monday the chairman spoke of a just fight.\n\nThe talks lasted five hours.'
  await dialog.getByLabel('Text of the article').fill(after)
  await dialog.getByRole('button', { name: 'Save as a new version' }).click()
  const told = page.getByRole('dialog', { name: 'The text was corrected' })
  await expect(told).toContainText('One annotation could not be placed')
  await expect(told.getByRole('listitem')).toHaveText([/Nobody asked him/, /a just fight/])
  await told.getByRole('button', { name: 'Show them in the list' }).click()
  await expect(page.getByRole('grid', { name: 'Annotations' })).toContainText('not placed')

  await ana.goesTo('Read')
  await expect(ana.column(1).whole).toContainText('On Monday the chairman')
  await expect(page.getByRole('contentinfo').getByRole('status')).toHaveText('Saved')
  const placed = (await readAnnotations(folder)).filter(({ textVersion }) => textVersion === 2)
  expect(placed.flatMap(({ spans }) => spans.map((span) => `${span.quote} ${holds(after, span)}`)).sort((a, b) => a.localeCompare(b))).toEqual(['a just fight true', 'five hours true'])
  expect(await readFile(join(folder, 'articles/text/a1.txt'), 'utf8')).toBe(text)

  await ana.column(1).drags('The talks')
  await choosesFromMenu(at.app, 'Text', 'Give the selected passage to an annotation that lost its own …')
  await page.getByRole('option', { name: /Nobody asked him/ }).click()
  await expect(page.getByRole('contentinfo').getByRole('status')).toHaveText('Saved')
  expect((await readAnnotations(folder)).map(({ textVersion, spans }) => `${textVersion} ${spans[0]?.quote}`).sort((a, b) => a.localeCompare(b))).toEqual(['2 a just fight', '2 five hours', '2 The talks'])

  for (let step = 0; step < 2; step += 1) await ana.presses('Control+z')
  await expect(ana.column(1).whole).toContainText('Nobody asked him about the sanctions.')
  await expect(page.getByRole('contentinfo').getByRole('status')).toHaveText('Saved')
  expect((await readAnnotations(folder)).every(({ textVersion, spans }) => textVersion === 1 && spans.every((span) => holds(text, span)))).toBe(true)
  await ana.presses('Control+Shift+z')
  await expect(ana.column(1).whole).toContainText('On Monday the chairman')
})
