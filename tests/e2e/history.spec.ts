import { join, resolve } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { expect, test, type Launched } from './fixtures'
import { menuOffers } from './menu'
import { codings, readAnnotations, rememberedView } from './onDisk'
import { Researcher } from './researcher'

const [frigates, guest, harbour] = ['two unfinished frigates', 'his guest on the quay', 'without haste'] as const
const coded = [`economic-consequences: ${frigates}`, `human-interest: ${guest}`]

/** A project with one article, in which three passages are coded and the outlet is named. */
async function codedProject(launched: Launched, folder: string): Promise<Researcher> {
  const ana = new Researcher(launched)
  await ana.introducesHerself()
  await ana.makesProject('Study', folder)
  await ana.importsFiles(resolve('resources/sample/meridian.txt'))
  await ana.finds('A just fight', 'Control+t')
  for (const [passage, key] of [[frigates, '4'], [guest, '3'], [harbour, '2']] as const) {
    await ana.column(1).drags(passage)
    await ana.presses(key)
    await expect(ana.inspector).toContainText(passage)
  }
  await ana.seesSaved()
  return ana
}

const steps = (ana: Researcher) => ana.page.getByRole('dialog', { name: 'History' }).getByRole('option')

/** Whether the page shows the project with everything saved; Playwright itself takes a page that has crashed for lost. */
const showsStudy = (app: ElectronApplication): Promise<boolean> => app.evaluate(async ({ BrowserWindow }) => {
  const [window] = BrowserWindow.getAllWindows()
  return (await window?.webContents.executeJavaScript('document.title.startsWith("Study") && document.querySelector("footer [role=status]")?.textContent === "Saved"')) === true
})

/** What a dialog in the page says; empty when there is none. */
const toldIn = (app: ElectronApplication): Promise<string> => app.evaluate(async ({ BrowserWindow }) =>
  String(await BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.querySelector("[role=alertdialog]")?.textContent ?? ""')))

const clicksGoOn = (app: ElectronApplication): Promise<unknown> => app.evaluate(({ BrowserWindow }) =>
  BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('[...document.querySelectorAll("[role=alertdialog] button")].find((one) => one.textContent === "Go on")?.click()'))

test('the history lists all steps and goes to any of them', async ({ launch, projectsDir }) => {
  const folder = join(projectsDir, 'Study.synoptic')
  const ana = await codedProject(await launch(), folder)
  await ana.goesTo('Articles')
  await ana.page.getByRole('textbox', { name: /^Outlet of/ }).fill('Renamed')
  await ana.presses('Enter', 'Control+Alt+z')
  await expect(steps(ana)).toHaveText([/^Change outlet/, /^Code “/, /^Code “/, /^Code “/, /^Import an article/, /^As the project was/])
  await expect(ana.page.getByRole('dialog').getByRole('status')).toHaveText(/^5 steps done/)
  await expect(steps(ana).first()).toBeFocused()

  await ana.presses('ArrowDown', 'ArrowDown', 'Enter')
  await expect(ana.page.getByRole('dialog').getByRole('status')).toHaveText(/^3 of 5 steps done/)
  await expect(steps(ana).nth(2)).toHaveAttribute('aria-selected', 'true')
  await expect(steps(ana).filter({ hasText: 'undone' })).toHaveCount(2)
  await expect.poll(async () => codings(await readAnnotations(folder))).toEqual(coded)

  await ana.presses('ArrowUp', 'Enter')
  await expect(ana.page.getByRole('dialog').getByRole('status')).toHaveText(/^4 of 5 steps done/)
  await expect.poll(async () => (await readAnnotations(folder)).length).toBe(3)
  await ana.presses('End', 'Enter')
  await expect.poll(async () => (await readAnnotations(folder)).length).toBe(0)
  await ana.presses('Home', 'Enter', 'Escape')
  await expect(ana.page.getByRole('dialog')).toBeHidden()
  await expect.poll(async () => (await readAnnotations(folder)).length).toBe(3)
  await expect(ana.page.getByRole('textbox', { name: /^Outlet of/ })).toHaveValue('Renamed')
})

test('after the page is loaded anew the project is open, and what was done can be undone', async ({ launch, projectsDir, dataDir }) => {
  const folder = join(projectsDir, 'Study.synoptic')
  const ana = await codedProject(await launch(), folder)
  await ana.presses('Control+z')
  await expect.poll(async () => codings(await readAnnotations(folder))).toEqual(coded)
  await expect.poll(async () => (await rememberedView(dataDir))?.columns.length).toBe(1)
  await ana.page.reload()
  await ana.seesProject('Study')
  await expect(ana.columns).toHaveCount(1)
  await expect(ana.status).toContainText('2 annotations here')

  await ana.presses('Control+z')
  await expect.poll(async () => codings(await readAnnotations(folder))).toEqual(coded.slice(0, 1))
  await ana.presses('Control+Shift+z', 'Control+Shift+z')
  await expect.poll(async () => (await readAnnotations(folder)).length).toBe(3)
  await expect.poll(() => menuOffers(ana.at.app, /^Redo/)).toBe(false)
  await ana.presses('Control+Alt+z')
  await expect(steps(ana)).toHaveCount(5)
})

test('a window whose page crashes comes back with the project open', async ({ launch, projectsDir, allowErrors }) => {
  allowErrors.push(/crash/i)
  const folder = join(projectsDir, 'Study.synoptic')
  const ana = await codedProject(await launch(), folder)
  const { app } = ana.at
  await app.evaluate(({ BrowserWindow }) => new Promise<void>((resolve) => {
    const page = BrowserWindow.getAllWindows()[0]?.webContents
    page?.once('did-finish-load', () => { resolve() })
    page?.forcefullyCrashRenderer()
  }))
  await expect.poll(() => showsStudy(app)).toBe(true)
  await expect.poll(() => toldIn(app)).toContain('The window stopped working, and was loaded anew.')
  await clicksGoOn(app)
  await expect.poll(() => toldIn(app)).toBe('')
  await app.evaluate(({ BrowserWindow }) => {
    for (const type of ['keyDown', 'keyUp'] as const) BrowserWindow.getAllWindows()[0]?.webContents.sendInputEvent({ type, keyCode: 'Z', modifiers: ['control'] })
  })
  await expect.poll(async () => codings(await readAnnotations(folder))).toEqual(coded)
})
