import { rename } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { wasAsked, willAnswer } from './dialogs'
import { expect, test } from './fixtures'
import { codings, readAnnotations } from './onDisk'
import { Researcher } from './researcher'

/** Which button she presses when told that her latest work is not saved. */
const KEEP_OPEN = 0, CLOSE_AND_LOSE = 1

const closesWindow = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => { BrowserWindow.getAllWindows()[0]?.close() })

async function opensMeridian(ana: Researcher): Promise<void> {
  await ana.importsFiles(resolve('resources/sample/meridian.txt'))
  await ana.finds('A just fight', 'Control+t')
}

async function codesFrigates(ana: Researcher): Promise<void> {
  await ana.column(1).drags('two unfinished frigates')
  await ana.presses('4')
  await expect(ana.inspector).toContainText('two unfinished frigates')
  await ana.seesSaved()
}

test('the first screen asks once who codes, then says what can be opened', async ({ launch, kill }) => {
  const first = await launch()
  const { page } = first
  await expect(page.getByRole('heading', { name: 'Synoptic' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Continue' })).toBeDisabled()
  await expect(page.getByRole('button', { name: 'Sample project' })).toBeHidden()
  await page.getByLabel('Your name as a coder').fill('   ')
  await expect(page.getByRole('button', { name: 'Continue' })).toBeDisabled()
  const ana = new Researcher(first)
  await ana.introducesHerself('First coder')
  for (const way of ['New project', 'Open project', 'Sample project']) await expect(page.getByRole('button', { name: way })).toBeVisible()
  await expect(page.getByText('Projects you open will be listed here.')).toBeVisible()
  await kill(first.app)

  const again = await launch()
  await expect(again.page.getByText('Coding as First coder')).toBeVisible()
  await again.page.getByRole('button', { name: 'Change' }).click()
  await new Researcher(again).introducesHerself('Renamed coder')
  await expect(again.page.getByText('Coding as Renamed coder')).toBeVisible()
})

test('a project named at the start opens at once, after the name if that is not known yet', async ({ launch, projectsDir }) => {
  const folder = join(projectsDir, 'Study.synoptic')
  const first = await launch()
  const ana = new Researcher(first)
  await ana.introducesHerself()
  await ana.makesProject('Study', folder)
  await first.app.close()

  const second = await launch({ args: [folder] })
  await new Researcher(second).seesProject('Study')
  await second.app.close()

  const newcomer = new Researcher(await launch({ args: [folder], dataDir: join(projectsDir, 'another computer') }))
  await newcomer.page.getByLabel('Your name as a coder').fill('Second coder')
  await newcomer.presses('Enter')
  await newcomer.seesProject('Study')
  await expect(newcomer.status).toContainText('Coder: Second coder')
})

test('a folder that is no project is named as such, and nothing is written into it', async ({ launch, projectsDir }) => {
  const ana = new Researcher(await launch({ args: [projectsDir] }))
  await ana.page.getByLabel('Your name as a coder').fill('First coder')
  await ana.presses('Enter')
  const notice = ana.page.getByRole('alertdialog')
  await expect(notice).toContainText('This folder is no Synoptic project')
  await notice.getByRole('button', { name: 'OK' }).click()
  await expect(ana.page.getByRole('heading', { name: 'Recent projects' })).toBeVisible()
  await expect(ana.page.getByText('Projects you open will be listed here.')).toBeVisible()
})

test('recent projects: the latest first, forgotten ones gone, vanished ones named', async ({ launch, projectsDir }) => {
  const first = await launch()
  const ana = new Researcher(first)
  await ana.introducesHerself()
  for (const name of ['One', 'Two', 'Three']) await ana.makesProject(name, join(projectsDir, `${name}.synoptic`))
  await ana.finds('Close project', 'Control+k')
  const recent = (who: Researcher): Promise<string[]> => who.page.getByRole('listitem').locator('b').allInnerTexts()
  await expect.poll(() => recent(ana)).toEqual(['Three', 'Two', 'One'])
  await ana.page.getByRole('button', { name: 'Take Two off this list' }).click()
  await expect.poll(() => recent(ana)).toEqual(['Three', 'One'])
  await first.app.close()

  await rename(join(projectsDir, 'Three.synoptic'), join(projectsDir, 'Elsewhere.synoptic'))
  const again = new Researcher(await launch())
  await expect.poll(() => recent(again)).toEqual(['Three', 'One'])
  await again.page.getByRole('button', { name: 'Three' }).first().click()
  // There are snapshots of it on this computer, so it can be had again.
  const recovery = again.page.getByRole('main', { name: /can’t be opened/ })
  await expect(recovery).toContainText('Check that the folder has not been moved')
  await expect(recovery).toContainText('make a copy of the whole project')
  await recovery.getByRole('button', { name: 'Close' }).click()
  await again.reopens('One')
})

test('work that cannot be saved keeps the window open until she decides', async ({ launch, projectsDir }) => {
  const folder = join(projectsDir, 'Study.synoptic'), away = join(projectsDir, 'unplugged')
  const first = await launch()
  const { app } = first
  const ana = new Researcher(first)
  await ana.introducesHerself()
  await ana.makesProject('Study', folder)
  await opensMeridian(ana)
  await codesFrigates(ana)

  await rename(folder, away)
  await ana.column(1).drags('his guest on the quay')
  await ana.presses('3')
  await expect(ana.status).toContainText('Not saved')
  await willAnswer(app, KEEP_OPEN)
  const asked = wasAsked(app)
  await closesWindow(app)
  expect(await asked).toMatch(/^The latest changes are not saved\./)
  await expect(ana.status).toContainText('2 annotations here')

  // Another project does not get in the way of the unsaved work either.
  await ana.finds('Close project', 'Control+k')
  await expect(ana.page.getByRole('alertdialog')).toContainText('The project stays open')
  await ana.presses('Enter')

  await rename(away, folder)
  await ana.page.getByRole('button', { name: 'Try again' }).click()
  await ana.seesSaved()
  const gone = app.waitForEvent('close')
  await closesWindow(app)
  await gone
  expect(codings(await readAnnotations(folder))).toEqual(['economic-consequences: two unfinished frigates', 'human-interest: his guest on the quay'])
})

test('what she gives up is lost only when she says so', async ({ launch, projectsDir }) => {
  const folder = join(projectsDir, 'Study.synoptic'), away = join(projectsDir, 'unplugged')
  const { app, page } = await launch()
  const ana = new Researcher({ app, page })
  await ana.introducesHerself()
  await ana.makesProject('Study', folder)
  await opensMeridian(ana)
  await codesFrigates(ana)
  await rename(folder, away)
  await ana.column(1).drags('his guest on the quay')
  await ana.presses('3')
  await expect(ana.status).toContainText('Not saved')
  await willAnswer(app, CLOSE_AND_LOSE)
  const gone = app.waitForEvent('close')
  await closesWindow(app)
  await gone
  expect(codings(await readAnnotations(away))).toEqual(['economic-consequences: two unfinished frigates'])
})

test('a note still being typed is saved when the window closes', async ({ launch, projectsDir }) => {
  const folder = join(projectsDir, 'Study.synoptic')
  const { app, page } = await launch()
  const ana = new Researcher({ app, page })
  await ana.introducesHerself()
  await ana.makesProject('Study', folder)
  await opensMeridian(ana)
  await ana.column(1).drags('two unfinished frigates')
  await ana.presses('g', 'f', '1')
  await ana.inspector.getByLabel('Note').focus()
  await ana.types('ask again who was shown them')
  const gone = app.waitForEvent('close')
  await closesWindow(app)
  await gone
  expect(await readAnnotations(folder)).toEqual([expect.objectContaining({ values: { form: 'direct' }, note: 'ask again who was shown them' })])
})

test('a window that is closed before anything was opened is gone at once', async ({ launch }) => {
  const { app } = await launch()
  const gone = app.waitForEvent('close', { timeout: 5_000 })
  await closesWindow(app)
  await gone
})
