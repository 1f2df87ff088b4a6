import { readdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { willSaveTo } from './dialogs'
import { expect, test, type Launched } from './fixtures'
import { choosesFromMenu } from './menu'
import { codings, readAnnotations, readInfo } from './onDisk'
import { Researcher } from './researcher'

const [frigates, guest] = ['two unfinished frigates', 'his guest on the quay'] as const
const [first, second] = [`economic-consequences: ${frigates}`, `human-interest: ${guest}`] as const

/** A project with one article, in which one passage is coded. */
async function codedProject(launched: Launched, folder: string): Promise<Researcher> {
  const ana = new Researcher(launched)
  await ana.introducesHerself()
  await ana.makesProject('Study', folder)
  await ana.importsFiles(resolve('resources/sample/meridian.txt'))
  await ana.finds('A just fight', 'Control+t')
  await codes(ana, frigates, '4')
  return ana
}

async function codes(ana: Researcher, passage: string, key: string): Promise<void> {
  await ana.column(1).drags(passage)
  await ana.presses(key)
  await expect(ana.inspector).toContainText(passage)
  await ana.seesSaved()
}

const dialog = (ana: Researcher, name = 'Go back to …') => ana.page.getByRole('dialog', { name })

/** Looks at what there is to go back to, which takes a snapshot of now. */
async function looksBack(ana: Researcher): Promise<void> {
  await choosesFromMenu(ana.at.app, 'File', 'Go back to …')
  await expect(dialog(ana)).toBeVisible()
}

async function hasSnapshotOfNow(ana: Researcher): Promise<void> {
  await looksBack(ana)
  await expect(dialog(ana)).toContainText(/only snapshot was taken|Going back would/)
  await ana.presses('Escape')
}

/** All that is kept of projects outside of them. */
const kept = async (dataDir: string): Promise<readonly string[]> =>
  (await readdir(join(dataDir, 'snapshots'), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name)

test('going back to a snapshot says before what it does, and is undone like any step', async ({ launch, projectsDir }) => {
  const folder = join(projectsDir, 'Study.synoptic')
  const ana = await codedProject(await launch(), folder)
  await hasSnapshotOfNow(ana)
  await codes(ana, guest, '3')

  await looksBack(ana)
  await expect(dialog(ana).getByRole('option').first()).toHaveText(/Today, .*1 article, 1 annotation/)
  await expect(dialog(ana).getByRole('row', { name: 'My annotations' }).getByRole('cell')).toHaveText(['–', '–', '1'])
  await dialog(ana).getByRole('button', { name: 'Go back' }).click()
  await expect.poll(async () => codings(await readAnnotations(folder))).toEqual([first])
  await expect(ana.column(1).text).toContainText(guest)
  await ana.seesSaved()

  await ana.presses('Control+z')
  await expect.poll(async () => codings(await readAnnotations(folder))).toEqual([first, second])
  await ana.presses('Control+Shift+z')
  await expect.poll(async () => codings(await readAnnotations(folder))).toEqual([first])
  await ana.seesSaved()
  await looksBack(ana)
  await expect(dialog(ana).getByRole('option').first()).toContainText('Before going back')
})

test('a project that was closed can be opened as it was, beside the one that goes on', async ({ launch, projectsDir }) => {
  const [folder, copy] = [join(projectsDir, 'Study.synoptic'), join(projectsDir, 'Then.synoptic')]
  const ana = await codedProject(await launch(), folder)
  await choosesFromMenu(ana.at.app, 'File', 'Close project')
  await ana.reopens('Study')
  await expect(ana.column(1).text).toBeVisible()
  await codes(ana, guest, '3')
  await looksBack(ana)
  await expect(dialog(ana).getByRole('option').first()).toContainText('On closing')
  await willSaveTo(ana.at.app, copy)
  await dialog(ana).getByRole('button', { name: 'Open as a copy …' }).click()
  await expect.poll(async () => codings(await readAnnotations(copy).catch(() => []))).toEqual([first])
  await ana.seesProject(`Study, ${new Date().toISOString().slice(0, 10)}`)
  await expect(ana.column(1).text).toContainText(frigates)
  // A project of its own, with snapshots of its own.
  expect((await readInfo(copy)).id).not.toBe((await readInfo(folder)).id)
  expect(codings(await readAnnotations(folder))).toEqual([first, second])
})

test('what hinders snapshots is told quietly and hinders nothing else', async ({ launch, projectsDir, dataDir }) => {
  await writeFile(join(dataDir, 'snapshots'), 'not a folder')
  const folder = join(projectsDir, 'Study.synoptic')
  const ana = await codedProject(await launch(), folder)
  await choosesFromMenu(ana.at.app, 'File', 'Close project')
  await ana.reopens('Study')
  await expect(ana.column(1).text).toBeVisible()
  await codes(ana, guest, '3')
  await ana.status.getByRole('button', { name: 'No snapshot taken' }).click()
  await expect(dialog(ana, 'Snapshots on this computer')).toContainText('The project itself is saved.')
  expect(codings(await readAnnotations(folder))).toEqual([first, second])
})

test('snapshots can be deleted and switched off for this computer, and then nothing is kept outside projects', async ({ launch, projectsDir, dataDir }) => {
  const ana = await codedProject(await launch(), join(projectsDir, 'Study.synoptic'))
  await hasSnapshotOfNow(ana)
  expect((await kept(dataDir)).length).toBeGreaterThan(5)
  await choosesFromMenu(ana.at.app, 'File', 'Snapshots on this computer …')
  const settings = dialog(ana, 'Snapshots on this computer')
  const keeps = settings.getByRole('checkbox', { name: 'Keep snapshots on this computer' })
  await keeps.click()
  await expect(keeps).not.toBeChecked()
  await expect(settings).toContainText('Those there are stay')
  await settings.getByRole('button', { name: 'Delete all snapshots …' }).click()
  await settings.getByRole('button', { name: 'Delete all snapshots' }).click()
  await expect(settings.getByRole('status')).toContainText('All were deleted.')
  expect(await kept(dataDir)).toEqual([])
  await settings.getByRole('button', { name: 'Done' }).click()
  await codes(ana, guest, '3')
  await looksBack(ana)
  await expect(dialog(ana)).toContainText('Snapshots are switched off on this computer')
  await ana.presses('Escape')
  await ana.at.app.close()
  expect(await kept(dataDir)).toEqual([])
})
