import { join } from 'node:path'
import { expect, test } from './fixtures'
import { laysOut } from './readyMade'
import { Researcher } from './researcher'

const framing = { id: 'framing', name: 'Framing', unit: 'span', choice: 'many', level: 'nominal', mark: 'tint', fields: [], codes: [{ id: 'fight', name: 'Just fight', colour: 'rust', key: 'f' }] }
const text = 'They met at the \u0421osmodrome.\n\nThe mis\u200bsile was shown.'

test('characters that deceive are named, shown in the text on demand, and left as they are', async ({ launch, projectsDir }) => {
  const folder = join(projectsDir, 'Study.synoptic')
  await laysOut(folder, { dimensions: [framing], texts: { Courier: text, Herald: 'They met at the Cosmodrome.' } })
  const at = await launch({ args: [folder] })
  const ana = new Researcher(at)
  const { page } = at
  await page.getByLabel('Your name as a coder').fill('First coder')
  await page.keyboard.press('Enter')
  await ana.column(1).enters()
  await page.getByRole('group', { name: 'What is shown beside the text' }).getByRole('button', { name: /^Article/ }).click()
  const list = page.getByRole('region', { name: 'Characters that deceive' })
  await expect(list.getByRole('listitem')).toHaveText([/\u0421osmodrome\.: U\+0421 looks like C/, /U\+200B is not seen/])
  // How many stretches the page paints as deceiving: the letter, and the neighbours of what takes no room.
  const painted = () => page.evaluate(() => [...CSS.highlights.entries()].filter(([name]) => name.endsWith('-deceptive')).flatMap(([, ranges]) => [...ranges].map((range) => range.endOffset - range.startOffset)))
  expect(await painted()).toEqual([])
  await list.getByRole('button', { name: /Show them in the text/ }).click()
  await expect.poll(painted).toEqual([1, 3])
  await expect(ana.column(1).whole).toContainText('\u0421osmodrome')
  await ana.presses('Control+Alt+u')
  await expect.poll(painted).toEqual([])
})
