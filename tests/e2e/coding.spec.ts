import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { expect, test, type Launched, type LaunchOptions } from './fixtures'
import { codings, readAnnotations } from './onDisk'
import { laysOut } from './readyMade'
import { Researcher } from './researcher'

const dimensions = [
  { id: 'framing', name: 'Framing', unit: 'span', choice: 'many', level: 'nominal', mark: 'tint', codes: [{ id: 'fight', name: 'just fight', colour: 'amber', key: 'j', definition: 'A war is called righteous.', examples: [{ quote: 'a holy war', from: 'The Meridian' }] }, { id: 'deal', name: 'arms deal', colour: 'slate', key: 'y' }] },
  { id: 'techniques', name: 'Techniques', unit: 'paragraph', choice: 'many', level: 'nominal', mark: 'tint', codes: [{ id: 'doubt', name: 'doubt', colour: 'rust', key: 'd' }] },
  { id: 'tone', name: 'Tone', unit: 'article', choice: 'one', level: 'ordinal', mark: 'tint', codes: [{ id: 'pro', name: 'pro', colour: 'green', key: 'p' }, { id: 'anti', name: 'anti', colour: 'rust', key: 'n' }] },
  { id: 'stance', name: 'Relative stance', unit: 'event', choice: 'one', level: 'nominal', mark: 'tint', codes: [{ id: 'left', name: 'left of the others', colour: 'blue', key: 'l' }] },
  {
    id: 'attribution', name: 'Attribution', unit: 'span', choice: 'many', level: 'nominal', mark: 'line',
    fields: [{ id: 'source', name: 'Source', kind: 'role' }, { id: 'cue', name: 'Cue', kind: 'role', required: true }, { id: 'content', name: 'Content', kind: 'role', required: true }],
    codes: [{ id: 'says', name: 'attribution', colour: 'blue', key: 'q' }],
  },
]
const texts = {
  'The Meridian': 'The chairman called it a just fight.\nA second just fight, he said on Friday, would follow. Nobody asked.\nThe shipyard stood still.',
  'Velmar Today': 'It is a just fight, said the president.\nNothing else was said.',
}

/** A coder at the two articles, side by side. */
async function coder(launch: (options?: LaunchOptions) => Promise<Launched>, parent: string): Promise<{ ana: Researcher; folder: string }> {
  const folder = join(parent, 'Study.synoptic')
  await laysOut(folder, { dimensions, texts })
  const ana = new Researcher(await launch({ args: [folder] }))
  await ana.page.getByLabel('Your name as a coder').fill('First coder')
  await ana.page.getByRole('button', { name: 'Continue' }).click()
  await ana.seesProject('Study')
  await expect(ana.columns).toHaveCount(2)
  await ana.column(1).enters()
  return { ana, folder }
}

const sheet = (ana: Researcher, of: 'article' | 'event'): Locator => ana.page.getByRole('region', { name: `Coding sheet of the ${of}` })
const row = (ana: Researcher, outlet: string): Locator => ana.page.getByRole('group', { name: 'Events and articles' }).getByRole('button').filter({ hasText: outlet })

test('a paragraph code takes the paragraph, an article’s and an event’s code have a sheet with keys', async ({ launch, projectsDir }) => {
  const { ana, folder } = await coder(launch, projectsDir)
  await ana.presses('ArrowDown', 'ArrowDown', 'd')
  await expect(ana.inspector.locator('blockquote')).toHaveText('A second just fight, he said on Friday, would follow. Nobody asked.')
  await ana.presses('p')
  await expect(sheet(ana, 'article').getByRole('button', { name: 'pro' })).toHaveAttribute('aria-pressed', 'true')
  await ana.presses('n')
  await expect(sheet(ana, 'article').getByRole('button', { name: 'anti' })).toHaveAttribute('aria-pressed', 'true')
  await expect(sheet(ana, 'article').getByRole('region', { name: 'Tone' })).toContainText('coded')
  await ana.presses('l')
  await expect(sheet(ana, 'event').getByRole('button', { name: 'left of the others' })).toHaveAttribute('aria-pressed', 'true')
  await ana.seesSaved()
  expect((await readAnnotations(folder)).map(({ unit, subject, code }) => `${unit} ${subject} ${code}`).sort()).toEqual(['article a1 anti', 'event e1 left', 'paragraph a1 doubt'])
  await ana.presses('Control+z', 'Control+z', 'Control+z', 'Control+z')
  await ana.seesSaved()
  expect(await readAnnotations(folder)).toEqual([])
})

test('coded: none is told from not coded yet, in the sheet and in the corpus, and survives reopening', async ({ launch, projectsDir }) => {
  const { ana, folder } = await coder(launch, projectsDir)
  const progress = (outlet: string, said: string): Locator => row(ana, outlet).getByRole('img', { name: said, exact: true })
  await expect(progress('The Meridian', 'Not coded yet')).toBeVisible()
  await ana.presses('ArrowDown', 'j')
  await expect(progress('The Meridian', 'Begun')).toBeVisible()
  await ana.presses('Shift+D')
  await expect(progress('The Meridian', 'Coded')).toBeVisible()
  await ana.column(2).enters()
  await ana.presses('Shift+D')
  await expect(progress('Velmar Today', 'Coded: none')).toBeVisible()
  await ana.page.getByRole('button', { name: /^Article \d/ }).click()
  await expect(sheet(ana, 'article').getByRole('region', { name: 'Framing' })).toContainText('coded: none')
  await ana.seesSaved()
  await ana.at.app.close()
  const again = new Researcher(await launch({ args: [folder] }))
  await again.seesProject('Study')
  await expect(row(again, 'Velmar Today').getByRole('img', { name: 'Coded: none' })).toBeVisible()
})

test('the brush codes whatever is selected until it is put down', async ({ launch, projectsDir }) => {
  const { ana, folder } = await coder(launch, projectsDir)
  const column = ana.column(1)
  await column.drags('just fight', 'a just fight')
  await ana.presses('j', 'Shift+B')
  await expect(ana.status).toContainText('Brush: just fight')
  const stroke = async (words: string, quotes: number): Promise<void> => {
    await column.sweeps(words)
    await expect(ana.status).toContainText(`${quotes} annotations here`)
  }
  await stroke('Nobody asked', 2)
  await stroke('stood still', 3)
  await ana.presses('y')
  await expect(ana.status).toContainText('Brush: arms deal')
  await stroke('The chairman', 4)
  await ana.presses('Escape')
  await column.drags('shipyard')
  await expect(ana.status).toContainText('1 word selected')
  await ana.seesSaved()
  expect(codings(await readAnnotations(folder))).toEqual(['deal: The chairman', 'fight: Nobody asked', 'fight: just fight', 'fight: stood still'])
})

test('recent codes have numbers; annotations are cut, joined and given further parts', async ({ launch, projectsDir }) => {
  const { ana, folder } = await coder(launch, projectsDir)
  const column = ana.column(1)
  const saved = async (): Promise<string[]> => {
    await ana.seesSaved()
    return codings(await readAnnotations(folder))
  }
  await column.drags('he said on Friday')
  await ana.presses('j')
  await column.drags('on Friday')
  await ana.presses('Shift+K')
  await expect.poll(saved).toEqual(['fight: he said', 'fight: on Friday'])
  await ana.presses('Shift+J')
  await expect.poll(saved).toEqual(['fight: he said on Friday'])
  await column.drags('would follow')
  await ana.presses('Shift+P')
  await expect.poll(saved).toEqual(['fight: he said on Friday … would follow'])
  await ana.presses('Shift+K')
  await expect.poll(saved).toEqual(['fight: he said on Friday', 'fight: would follow'])
  await ana.presses('Control+z', 'Control+z', 'Control+z', 'Control+z')
  await expect.poll(saved).toEqual(['fight: he said on Friday'])

  await column.drags('The shipyard')
  await ana.presses('y')
  await expect(ana.page.getByRole('group', { name: 'Recent codes' })).toContainText('Alt2arms deal')
  await column.drags('stood still')
  await ana.presses('Alt+1')
  await expect.poll(saved).toContain('fight: stood still')
  await ana.presses('Alt+-')
  await expect.poll(saved).toContain('fight: stood stil')
})

test('every equal passage of the event is coded after a review, as one step', async ({ launch, projectsDir }) => {
  const { ana, folder } = await coder(launch, projectsDir)
  await ana.column(1).drags('just fight', 'a just fight')
  await ana.presses('j', 'Shift+E')
  const dialog = ana.page.getByRole('dialog', { name: 'Code every equal passage' })
  await expect(dialog.getByRole('textbox', { name: 'Words' })).toHaveValue('just fight')
  await expect(dialog.getByRole('status')).toHaveText('2 of 2 accepted, 1 coded already')
  await dialog.getByRole('option', { name: 'A second just fight' }).click()
  await expect(dialog.getByRole('status')).toHaveText('1 of 2 accepted, 1 coded already')
  await dialog.getByRole('button', { name: 'Code 1 passage' }).click()
  await ana.seesSaved()
  await expect.poll(async () => (await readAnnotations(folder)).map(({ subject }) => subject)).toEqual(expect.arrayContaining(['a1', 'a2']))
  await ana.presses('Control+z')
  await expect.poll(async () => (await readAnnotations(folder)).length).toBe(1)
})

test('an attribution is put together from selections in any order, drawn as one thing and one step to undo', async ({ launch, projectsDir }) => {
  const { ana, folder } = await coder(launch, projectsDir)
  const column = ana.column(1)
  await column.drags('A second just fight')
  await ana.presses('q')
  const guide = ana.page.getByRole('toolbar', { name: 'Parts of attribution' })
  await expect(guide).toContainText('What is the selection?')
  await ana.presses('3')
  await column.drags('said', 'he said on')
  await ana.presses('2')
  await column.drags('he', 'he said on')
  await ana.presses('1')
  await column.drags('would follow')
  await ana.presses('3')
  await expect(guide.getByRole('button', { name: 'Content' })).toContainText('A second just fight […] would follow')
  await ana.presses('Enter')
  await expect(guide).toBeHidden()
  await ana.seesSaved()
  const [made, ...others] = await readAnnotations(folder)
  expect(others).toEqual([])
  expect(made?.spans.map(({ role, quote }) => `${role}: ${quote}`)).toEqual(['content: A second just fight', 'source: he', 'cue: said', 'content: would follow'])
  await expect.poll(() => column.labels()).toEqual(['attribution'])
  await ana.presses('Escape', 'Control+z')
  await expect.poll(async () => (await readAnnotations(folder)).length).toBe(0)
})

test('the rules and examples of the code in hand stay in sight', async ({ launch, projectsDir }) => {
  const { ana } = await coder(launch, projectsDir)
  await ana.presses('ArrowDown', 'j', 'ArrowDown', 'ArrowDown')
  const rules = ana.page.getByRole('region', { name: 'Rules of just fight' })
  await expect(rules).toContainText('A war is called righteous.')
  await expect(rules).toContainText('a holy war The Meridian')
})
