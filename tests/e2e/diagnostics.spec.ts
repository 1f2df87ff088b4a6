import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { willSaveTo } from './dialogs'
import { expect, test, type Launched } from './fixtures'
import { choosesFromMenu } from './menu'
import { codings, readAnnotations } from './onDisk'
import { Researcher } from './researcher'

/** Stands in texts, names, paths and messages of errors; must stand nowhere in what Synoptic says of itself. */
const CANARY = 'Kanarienvogel'

const unexpected = (page: Page): Locator => page.getByRole('alertdialog', { name: 'Something unexpected happened' })

/** A project with one article open and one passage coded. */
async function codes(launched: Launched, folder: string): Promise<Researcher> {
  const ana = new Researcher(launched)
  await ana.introducesHerself()
  await ana.makesProject('Study', folder)
  await ana.importsFiles(resolve('resources/sample/meridian.txt'))
  await ana.finds('A just fight', 'Control+t')
  await codesPassage(ana, 'two unfinished frigates', '4')
  return ana
}

async function codesPassage(ana: Researcher, passage: string, key: string): Promise<void> {
  await ana.column(1).drags(passage)
  await ana.presses(key)
  await expect(ana.inspector).toContainText(passage)
}

/** Throws in the main process where nobody catches it. */
const breaksMain = (app: ElectronApplication, message: string): Promise<void> =>
  app.evaluate((_, text) => { setTimeout(() => { throw new TypeError(text) }) }, message)

const rejectsInMain = (app: ElectronApplication, message: string): Promise<void> =>
  app.evaluate((_, text) => { void Promise.reject(new RangeError(text)) }, message)

const breaksPage = (page: Page, message: string): Promise<void> => page.evaluate((text) => { setTimeout(() => { throw new Error(text) }) }, message)

const clipboardOf = (app: ElectronApplication): Promise<string> => app.evaluate(({ clipboard }) => clipboard.readText())

async function allIn(folder: string): Promise<string> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile())
  return (await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'latin1')))).join('\n')
}

test('an error nobody caught in the window is told with what became of the work, and one goes on', async ({ launch, projectsDir, allowErrors }) => {
  allowErrors.push(/sudden/)
  const folder = join(projectsDir, 'Study.synoptic')
  const ana = await codes(await launch(), folder)
  const { page, at: { app } } = ana
  await breaksPage(page, 'sudden')
  const dialog = unexpected(page)
  await expect(dialog).toContainText('Something failed in the window')
  await expect(dialog.getByRole('status')).toHaveText('Everything you did is saved.')
  await dialog.getByRole('button', { name: 'Copy details' }).click()
  await expect(dialog.getByRole('button', { name: 'Details copied' })).toBeVisible()
  expect(await clipboardOf(app)).toMatch(/^Synoptic \d.*\n.* Something unexpected happened in the window: Error\.$/)
  await ana.presses('Escape')
  await expect(dialog).toBeHidden()

  // The same once more does not get in the way again; the log has both.
  await breaksPage(page, 'sudden')
  await codesPassage(ana, 'his guest on the quay', '3')
  await ana.seesSaved()
  await expect(dialog).toBeHidden()
  await choosesFromMenu(app, 'Help', 'Show log')
  await page.getByLabel('Only what went wrong').check()
  await expect(page.getByRole('list', { name: 'Log' }).getByRole('listitem').filter({ hasText: 'in the window: Error' })).toHaveCount(2)
})

test('the window is loaded anew on request, with everything saved and to be undone', async ({ launch, projectsDir, allowErrors }) => {
  allowErrors.push(/sudden/)
  const folder = join(projectsDir, 'Study.synoptic')
  const ana = await codes(await launch(), folder)
  await breaksPage(ana.page, 'sudden')
  await unexpected(ana.page).getByRole('button', { name: 'Load the window anew' }).click()
  await expect(unexpected(ana.page)).toBeHidden()
  await ana.seesProject('Study')
  await ana.seesSaved()
  await expect(ana.status).toContainText('1 annotation here')
  await ana.presses('Control+z')
  await expect.poll(async () => (await readAnnotations(folder)).length).toBe(0)
})

test('an error behind the window is told, and saving goes on', async ({ launch, projectsDir }) => {
  const folder = join(projectsDir, 'Study.synoptic')
  const ana = await codes(await launch(), folder)
  const { page, at: { app } } = ana
  for (const breaks of [breaksMain, rejectsInMain]) {
    await breaks(app, 'sudden')
    await expect(unexpected(page)).toContainText('Something failed behind the window')
    await ana.presses('Enter')
    await expect(unexpected(page)).toBeHidden()
  }
  await codesPassage(ana, 'his guest on the quay', '3')
  await ana.seesSaved()
  expect(codings(await readAnnotations(folder))).toEqual(['economic-consequences: two unfinished frigates', 'human-interest: his guest on the quay'])
})

test('a view that can’t be drawn leaves the work as it is, and comes back', async ({ launch, projectsDir, allowErrors }) => {
  allowErrors.push(/sudden/, /error occurred in the/)
  const ana = await codes(await launch(), join(projectsDir, 'Study.synoptic'))
  const { page } = ana
  await page.evaluate(() => { Reflect.set(Date.prototype, 'toLocaleTimeString', () => { throw new TypeError('sudden') }) })
  await ana.presses('Control+Alt+z')
  const failed = page.getByRole('alert').filter({ hasText: 'Something could not be drawn' })
  await expect(failed.getByRole('status')).toHaveText('Everything you did is saved.')
  await page.evaluate(() => { Reflect.set(Date.prototype, 'toLocaleTimeString', () => '09:30') })
  await failed.getByRole('button', { name: 'Go on' }).click()
  await ana.presses('Escape')
  await ana.seesProject('Study')
  await choosesFromMenu(ana.at.app, 'Help', 'Show log')
  await expect(page.getByRole('list', { name: 'Log' })).toContainText('Something unexpected happened while the window was drawn: TypeError.')
})

test('a command that fails through a fault of the program says so, and leaves the work as it was', async ({ launch, projectsDir }) => {
  const folder = join(projectsDir, 'Study.synoptic')
  const ana = await codes(await launch(), folder)
  await ana.page.evaluate(() => { crypto.randomUUID = () => { throw new TypeError('sudden') } })
  await ana.column(1).drags('his guest on the quay')
  await ana.presses('3')
  await expect(unexpected(ana.page)).toContainText('What you asked for could not be carried out to its end')
  await expect(unexpected(ana.page)).not.toContainText('sudden')
  await ana.presses('Enter')
  await ana.seesSaved()
  expect(codings(await readAnnotations(folder))).toEqual(['economic-consequences: two unfinished frigates'])
})

test('the log and a problem report can be read before anything is saved', async ({ launch, projectsDir }) => {
  const ana = await codes(await launch(), join(projectsDir, 'Study.synoptic'))
  const { page, at: { app } } = ana
  await choosesFromMenu(app, 'Help', 'Show log')
  const entries = page.getByRole('list', { name: 'Log' }).getByRole('listitem')
  await expect(entries.filter({ hasText: /Synoptic [\d.]+ started \(Electron [\d.]+, Chrome [\d.]+, Node [\d.]+, / })).toHaveCount(1)
  await expect(entries.filter({ hasText: 'A project was opened' })).toContainText('0 articles, 0 events')
  await page.getByLabel('Only what went wrong').check()
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText('Nothing went wrong.')

  await page.getByRole('button', { name: 'Problem report …' }).click()
  const shown = page.getByRole('document', { name: 'The report' })
  await expect(shown).toContainText('What it does not contain')
  await expect(shown).toContainText(/Articles:\s+1/)
  const file = join(projectsDir, 'report.txt')
  await willSaveTo(app, file)
  await page.getByRole('button', { name: 'Save …' }).click()
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('report.txt')
  expect(await readFile(file, 'utf8')).toBe(await shown.textContent())
})

test('a problem report that can’t be written says so', async ({ launch, projectsDir }) => {
  const { app, page } = await launch()
  await new Researcher({ app, page }).introducesHerself()
  await choosesFromMenu(app, 'Help', 'Problem report …')
  await expect(page.getByRole('document', { name: 'The report' })).toContainText('None is open.')
  await willSaveTo(app, join(projectsDir, 'not there', 'report.txt'))
  await page.getByRole('button', { name: 'Save …' }).click()
  await expect(page.getByRole('alertdialog')).toContainText('The problem report could not be written')
})

test('nothing of texts, names, paths and messages is in the log, a report, crash dumps or copied details', async ({ launch, projectsDir, allowErrors }) => {
  // What is thrown and is no error comes without a message.
  allowErrors.push(new RegExp(CANARY), /crash/i, /^$/)
  const place = join(projectsDir, CANARY)
  const [dataDir, folder] = [join(place, 'data'), join(place, `${CANARY}.synoptic`)]
  await mkdir(place, { recursive: true })
  const launched = await launch({ dataDir, env: { HOME: place, TMPDIR: place, USER: CANARY, LOGNAME: CANARY } })
  const { app, page } = launched
  const ana = new Researcher(launched)
  await ana.introducesHerself(`Coder ${CANARY}`)
  await ana.makesProject(`Study ${CANARY}`, folder)
  const article = join(place, `${CANARY}.txt`)
  await writeFile(article, `A ${CANARY} speaks\n\nThe ${CANARY} said so at ${article}.\n`)
  await ana.importsFiles(article)

  await test.step('errors with the canary in their messages, stacks and names', async () => {
    await breaksPage(page, CANARY)
    await ana.presses('Escape')
    await page.evaluate((text) => { setTimeout(() => { throw Object.assign(new TypeError(text), { name: text, code: text, stack: `${text}\n    at ${text} (app://synoptic/assets/${text}.js:1:1)` }) }) }, CANARY)
    await page.evaluate((text) => { void Promise.reject(text) }, CANARY)
    await expect(unexpected(page)).toBeVisible()
    await breaksMain(app, `ENOENT: no such file, open '${article}'`)
    await rejectsInMain(app, CANARY)
    await expect(unexpected(page)).toContainText('behind the window')
  })
  await unexpected(page).getByRole('button', { name: 'Copy details' }).click()
  await expect(unexpected(page).getByRole('button', { name: 'Details copied' })).toBeVisible()
  const copied = await clipboardOf(app)
  await ana.presses('Escape')

  await test.step('an export to nowhere, a call with a wrong name, a report', async () => {
    await willSaveTo(app, join(place, `no ${CANARY}`, 'x.csv'))
    await ana.presses('Control+e')
    await ana.exportAssistant.getByRole('button', { name: 'Export …' }).click()
    await expect(page.getByRole('alertdialog')).toContainText('could not be written')
    await ana.presses('Enter', 'Escape')
    await expect(ana.exportAssistant).toBeHidden()
    await page.evaluate((text) => (window as unknown as { synoptic: { call: (...args: unknown[]) => unknown } }).synoptic.call(text, { [text]: text }), CANARY)
    await choosesFromMenu(app, 'Help', 'Problem report …')
    await willSaveTo(app, join(projectsDir, 'report.txt'))
    await page.getByRole('button', { name: 'Save …' }).click()
    await expect(page.getByRole('dialog').getByRole('status')).toContainText('report.txt')
    await ana.presses('Escape')
  })
  const dumps = await app.evaluate(({ app: main }) => main.getPath('crashDumps'))
  await app.evaluate(({ BrowserWindow }) => new Promise<void>((done) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    contents?.once('did-finish-load', () => { done() })
    contents?.forcefullyCrashRenderer()
  }))

  const log = await allIn(join(dataDir, 'logs'))
  expect(log).toContain('"event":"failed","place":"main"')
  expect(log).toContain('"call":"export.run"')
  expect(log).toContain('"process":"window"')
  const report = await readFile(join(projectsDir, 'report.txt'), 'utf8')
  expect(report).toContain('Something unexpected happened behind the window')
  expect(copied).toContain('behind the window')
  for (const told of [log, report, copied]) expect(told).not.toContain(CANARY)
  // No crash reporter runs, so nothing of the memory of a process is ever written.
  const dumped = await readdir(dumps, { recursive: true }).catch(() => [])
  expect(dumped.filter((name) => /\.dmp$/.test(name))).toEqual([])
})
