import { AxeBuilder } from '@axe-core/playwright'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Locator } from '@playwright/test'
import type { Edit } from '../../src/domain/changes/change'
import { codebookSchema } from '../../src/domain/project/codebook'
import { createProject, openProject } from '../../src/storage/projectFolder'
import { newsArticles, type NewsArticle } from '../fixtures/newsEvents'
import { annotation, article, NOW } from '../fixtures/records'
import { expect, test, type Launched } from './fixtures'
import { choosesFromMenu } from './menu'
import { readAnnotations, readProject } from './onDisk'
import { Researcher } from './researcher'

const codebook = codebookSchema.parse({
  name: 'Events', version: 1,
  dimensions: [{ id: 'scale', name: 'Scale', unit: 'event', choice: 'one', level: 'nominal', mark: 'tint', codes: [{ id: 'small', name: 'small', colour: 'blue' }, { id: 'large', name: 'large', colour: 'green' }] }],
})

type Launch = (options: { args: string[] }) => Promise<Launched>

/** A project of short reports on nine events, some of which may be made already, each coded `small` as a whole. */
async function atTheNews(launch: Launch, projectsDir: string, made: readonly string[] = []): Promise<{ ana: Researcher; folder: string }> {
  const folder = join(projectsDir, 'Study.synoptic')
  await laysOutNews(folder, newsArticles, made)
  return { ana: await opensStudy(launch, folder), folder }
}

async function laysOutNews(folder: string, told: readonly NewsArticle[], made: readonly string[] = []): Promise<void> {
  await createProject(folder, { info: { id: 'study', name: 'Study', created: NOW, memo: '' }, coder: { id: 'ann', name: 'Another coder', joined: NOW }, codebook })
  const project = await openProject(folder)
  const records = told.map((one) => article(one.id, one.text, { outlet: one.outlet, headline: one.headline, date: one.date, event: made.includes(one.story) ? one.story : null }))
  for (const { id, text } of told) await project.writeText(id, text)
  const edits: Edit[] = [
    ...records.map((after): Edit => ({ kind: 'article', id: after.id, before: null, after })),
    ...made.map((id): Edit => ({ kind: 'event', id, before: null, after: { id, name: `The ${id}`, date: '2024-03-01', variables: id === 'ferry' ? { place: 'Lunde' } : {} } })),
    ...made.map((id): Edit => ({ kind: 'annotation', id: `n-${id}`, before: null, after: { ...annotation(`n-${id}`, '<x>'), subject: id, unit: 'event', spans: [], code: 'small', coder: id === 'ferry' ? 'ann' : 'bob' } })),
    { kind: 'coder', id: 'bob', before: null, after: { id: 'bob', name: 'A third coder', joined: NOW } },
  ]
  await project.save([{ label: 'made', edits }])
  await project.close()
}

async function opensStudy(launch: Launch, folder: string): Promise<Researcher> {
  const ana = new Researcher(await launch({ args: [folder] }))
  await ana.page.getByLabel('Your name as a coder').fill('First coder')
  await ana.presses('Enter')
  await ana.seesProject('Study')
  return ana
}

const proposals = (ana: Researcher): Locator => ana.page.getByRole('listbox', { name: 'Proposals' }).getByRole('option')
const inHand = (ana: Researcher): Locator => ana.page.getByRole('region', { name: 'Proposal in hand' })
const take = async (ana: Researcher, text: RegExp): Promise<void> => { await proposals(ana).filter({ hasText: text }).click() }

/** Event's name -> its articles, as they are on disk. */
async function eventsOn(folder: string): Promise<Readonly<Record<string, string>>> {
  const { events, articles } = await readProject(folder)
  return Object.fromEntries(events.map(({ id, name }) => [name, articles.filter((one) => one.event === id).map((one) => one.id).sort().join(' ')]))
}

test('proposed events are corrected by hand, accepted and refused, one or all as one step', async ({ launch, projectsDir }) => {
  const { ana, folder } = await atTheNews(launch, projectsDir)
  await ana.goesTo('Articles')
  await ana.page.getByRole('button', { name: 'Proposed events' }).click()
  await expect(proposals(ana)).toHaveCount(9)
  await expect(ana.page.getByRole('status').filter({ hasText: '9 proposals for 36 articles' })).toBeVisible()

  await take(ana, /Astrid|Sund Line|Booms|Coastguard/)
  await inHand(ana).getByLabel('Name of the event').fill('Ferry aground')
  await inHand(ana).getByRole('checkbox', { name: /^Include The Lantern/ }).uncheck()
  await proposals(ana).filter({ hasText: 'Ferry aground' }).click()
  await ana.presses('a')
  await expect(proposals(ana)).toHaveCount(8)
  await ana.seesSaved()
  expect(await eventsOn(folder)).toEqual({ 'Ferry aground': 'ferry-1 ferry-2 ferry-3' })

  await take(ana, /lantern|sixty thousand|Barges|whale/i)
  await inHand(ana).getByLabel(/^Move Public Wire: .* to another proposal/).selectOption({ label: await inHandName(ana, /Rovers|Rain|Eastmoor/) })
  await expect(inHand(ana).getByRole('row')).toHaveCount(4)
  await take(ana, /Rovers|Rain|Eastmoor/)
  await expect(inHand(ana).getByRole('row')).toHaveCount(6)
  await expect(inHand(ana)).toContainText('by hand')
  await ana.presses('r')
  await expect(proposals(ana)).toHaveCount(7)

  await ana.page.getByRole('button', { name: 'Accept all 7' }).click()
  await expect(ana.page.getByRole('heading', { name: 'Nothing to propose' })).toBeVisible()
  await ana.seesSaved()
  const made = await eventsOn(folder)
  expect(Object.keys(made)).toHaveLength(8)
  expect(Object.values(made)).toContain('quake-1 quake-2 quake-3 quake-4')
  await ana.presses('Control+z')
  await expect(proposals(ana)).toHaveCount(7)
  await ana.seesSaved()
  expect(Object.keys(await eventsOn(folder))).toEqual(['Ferry aground'])
})

/** The name of the proposal that reads like this. */
const inHandName = async (ana: Researcher, text: RegExp): Promise<string> => await proposals(ana).filter({ hasText: text }).locator('b').textContent() ?? ''

test('what has no event yet may join one that exists', async ({ launch, projectsDir }) => {
  const { ana, folder } = await atTheNews(launch, projectsDir, ['ferry'])
  await ana.goesTo('Articles')
  await ana.page.getByLabel('Filter the articles').fill('Booms')
  await ana.page.getByRole('checkbox', { name: /^Select Booms/ }).check()
  await ana.page.getByLabel('Move the selected articles to an event').selectOption('No event')
  await ana.presses('Control+Alt+p')
  const joining = proposals(ana).filter({ hasText: 'May belong to this event' })
  await expect(joining).toContainText('The ferry')
  await joining.click()
  await ana.presses('a')
  await expect(joining).toHaveCount(0)
  await ana.seesSaved()
  expect(await eventsOn(folder)).toEqual({ 'The ferry': 'ferry-1 ferry-2 ferry-3 ferry-4' })
})

test('events are merged with what was coded of them, split, and articles moved; all can be undone', async ({ launch, projectsDir }) => {
  const { ana, folder } = await atTheNews(launch, projectsDir, ['ferry', 'quake'])
  await ana.opensEvent('The ferry')
  await choosesFromMenu(ana.at.app, 'Edit', 'Merge this event into another …')
  await ana.finds('The quake')
  const dialog = ana.page.getByRole('dialog', { name: 'Merge two events' })
  await expect(dialog).toContainText('4 articles come along, and 1 annotation of the event as a whole (small)')
  await dialog.getByRole('checkbox', { name: 'Include the annotation of another coder' }).check()
  await dialog.getByRole('button', { name: 'Merge' }).click()
  await ana.seesSaved()
  expect(Object.keys(await eventsOn(folder))).toEqual(['The quake'])
  expect((await readAnnotations(folder)).map(({ subject }) => subject)).toEqual(['quake', 'quake'])
  expect((await readProject(folder)).events[0]?.variables).toEqual({ place: 'Lunde' })
  await ana.presses('Control+z')
  await ana.seesSaved()
  expect(Object.keys(await eventsOn(folder)).sort()).toEqual(['The ferry', 'The quake'])
  expect((await readAnnotations(folder)).map(({ subject }) => subject).sort()).toEqual(['ferry', 'quake'])

  await ana.opensEvent('The ferry')
  await ana.finds('Split a new event off this one', 'Control+k')
  const splitting = ana.page.getByRole('dialog', { name: 'Split “The ferry”' })
  await splitting.getByLabel('Name of the new event').fill('Oil')
  await splitting.getByRole('checkbox', { name: /The Lantern/ }).check()
  await ana.presses('Shift+Tab')
  await splitting.getByRole('button', { name: 'Split off 1 article' }).click()
  await ana.seesSaved()
  expect(await eventsOn(folder)).toMatchObject({ 'The ferry': 'ferry-1 ferry-2 ferry-3', Oil: 'ferry-4' })

  await ana.column(1).text.focus()
  await ana.presses('Shift+g')
  await ana.finds('Oil')
  await ana.seesSaved()
  expect(await eventsOn(folder)).toMatchObject({ 'The ferry': 'ferry-2 ferry-3', Oil: 'ferry-1 ferry-4' })
})

test('events and articles have variables, which the export gives columns', async ({ launch, projectsDir }) => {
  const { ana, folder } = await atTheNews(launch, projectsDir, ['ferry'])
  await ana.opensEvent('The ferry')
  const side = ana.page.getByRole('complementary', { name: 'Codes and fields' })
  await side.getByRole('button', { name: /^Event/ }).click()
  await side.getByLabel('Name of the new variable').fill('Scale of harm')
  await side.getByLabel('Value of the new variable').fill('small')
  await ana.presses('Enter')
  await side.getByLabel('place', { exact: true }).fill('Hallow')
  await side.getByRole('button', { name: /^Article/ }).click()
  await side.getByLabel('Name of the new variable').fill('page')
  await side.getByLabel('Value of the new variable').fill('3')
  await ana.presses('Enter')
  await expect(side.getByLabel('page', { exact: true })).toHaveValue('3')
  await side.getByLabel('Name of the variable page').fill('page no.')
  await ana.presses('Tab')
  await expect(side.getByLabel('page no.', { exact: true })).toHaveValue('3')
  await ana.seesSaved()
  const { events, articles } = await readProject(folder)
  expect(events[0]?.variables).toEqual({ place: 'Hallow', 'Scale of harm': 'small' })
  expect(articles.flatMap(({ id, variables }) => (Object.keys(variables).length > 0 ? [[id, variables]] : []))).toEqual([['ferry-1', { 'page no.': '3' }]])
  const file = join(projectsDir, 'out.csv')
  await ana.exports('Control+e', file)
  const [columns = '', row = ''] = (await readFile(file, 'utf8')).split('\r\n')
  expect(columns.endsWith('article_page_no,event_place,event_scale_of_harm')).toBe(true)
  expect(row.endsWith(',,Hallow,small')).toBe(true)
})

const shared = resolve('../shared/corpus/putin-kim-2023')
test('the corpus of 2023 is proposed as one event of five articles (skipped where it is absent)', async ({ launch, projectsDir }) => {
  test.skip(!existsSync(shared), `${shared} is absent`)
  const folder = join(projectsDir, 'Study.synoptic')
  const files = (await readdir(shared)).filter((file) => file.endsWith('.txt')).sort()
  const told = await Promise.all(files.map(async (file, i) => ({ id: `a${i}`, outlet: file, headline: '', date: '', text: (await readFile(join(shared, file), 'utf8')).replace(/\r\n?/g, '\n'), story: '' })))
  await laysOutNews(folder, told)
  const ana = await opensStudy(launch, folder)
  await ana.presses('Control+Alt+p')
  await expect(proposals(ana)).toHaveCount(1)
  await expect(proposals(ana)).toContainText('5 articles')
  await ana.presses('a')
  await expect(ana.page.getByRole('heading', { name: 'Nothing to propose' })).toBeVisible()
})

for (const theme of ['Light', 'Dark'] as const) {
  test(`assistive technology finds nothing wrong with proposals, merging and variables in ${theme.toLowerCase()}`, async ({ launch, projectsDir }) => {
    const { ana } = await atTheNews(launch, projectsDir, ['ferry', 'quake'])
    const seesNothingWrong = async (where: string): Promise<void> => {
      const { violations } = await new AxeBuilder({ page: ana.page }).setLegacyMode(true).analyze()
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      expect.soft(serious.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 150)} ${node.any[0]?.message ?? ''}`)), where).toEqual([])
    }
    await choosesFromMenu(ana.at.app, 'View', theme)
    await expect(ana.page.locator('html')).toHaveAttribute('data-theme', theme.toLowerCase())
    await ana.presses('Control+Alt+p')
    await expect(proposals(ana)).toHaveCount(7)
    await seesNothingWrong('proposals')
    await ana.opensEvent('The ferry')
    await ana.page.getByRole('complementary', { name: 'Codes and fields' }).getByRole('button', { name: /^Event/ }).click()
    await seesNothingWrong('variables')
    await choosesFromMenu(ana.at.app, 'Edit', 'Merge this event into another …')
    await ana.finds('The quake')
    await expect(ana.page.getByRole('dialog', { name: 'Merge two events' })).toContainText('4 articles come along')
    await seesNothingWrong('merging')
  })
}
