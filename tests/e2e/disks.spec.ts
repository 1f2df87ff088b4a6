import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Locator } from '@playwright/test'
import { willPick } from './dialogs'
import { expect, test } from './fixtures'
import { fillUp, NO_MOUNTS, readOnly, smallDisk } from './mounts'
import { codings, readAnnotations, shardsOf } from './onDisk'
import { Researcher } from './researcher'

/** A project with two articles of an event, both open. */
async function beginsStudy(ana: Researcher, folder: string): Promise<void> {
  await ana.introducesHerself()
  await ana.makesProject('Study', folder)
  await ana.importsFiles(resolve('resources/sample/meridian.txt'), resolve('resources/sample/velmar-today.txt'))
  await ana.makesEvent('Summit', 'meridian.txt', 'velmar-today.txt')
  await ana.column(1).drags('his guest on the quay')
  await ana.presses('3')
  await ana.seesSaved()
}

const opens = async (who: Researcher, folder: string): Promise<void> => {
  await willPick(who.at.app, folder)
  await who.presses('Control+o')
  await who.seesProject('Study')
}

const readOnlyBanner = (who: Researcher): Locator => who.page.getByRole('status').filter({ hasText: 'Read only.' })

test('a project on a disk that cannot be written opens for reading', async ({ launch, projectsDir }) => {
  const folder = join(projectsDir, 'Study.synoptic')
  const first = await launch()
  await beginsStudy(new Researcher(first), folder)
  await first.app.close()
  const writable = readOnly(folder)
  test.skip(!writable, NO_MOUNTS)
  try {
    const ana = new Researcher(await launch())
    await ana.reopens('Study')
    await expect(readOnlyBanner(ana)).toContainText('copy the folder to where you may write')
    await expect(ana.status).toContainText('Read only')
    await expect(ana.status).toContainText('1 annotation here')
    await ana.column(1).drags('two unfinished frigates')
    await ana.presses('4', 'Enter')
    await expect(ana.page.getByRole('searchbox')).toBeHidden()
    await expect(ana.status).toContainText('1 annotation here')
    await ana.exports('Control+e', join(projectsDir, 'study.csv'))
    await ana.goesTo('Articles')
    await expect(ana.page.getByRole('button', { name: 'Import files' })).toBeDisabled()
    await expect(ana.row('meridian.txt').getByLabel('Outlet of')).toBeDisabled()
  } finally {
    writable?.()
  }
})

test('a full disk loses nothing: it says so, and saves when there is room', async ({ launch, kill, projectsDir }) => {
  const disk = join(projectsDir, 'disk')
  await mkdir(disk)
  const remove = smallDisk(disk, '2m')
  test.skip(!remove, NO_MOUNTS)
  const folder = join(disk, 'Study.synoptic'), filler = join(disk, 'filler')
  try {
    const first = await launch()
    const ana = new Researcher(first)
    await beginsStudy(ana, folder)
    await fillUp(filler)
    await ana.column(1).drags('full and unconditional support')
    await ana.presses('g')
    await expect(ana.status).toContainText('Not saved: The disk is full')
    await ana.column(2).drags('a righteous struggle')
    await ana.presses('j')
    await expect(ana.status).toContainText('3 annotations here')
    await ana.page.getByRole('button', { name: 'Try again' }).click()
    await expect(ana.status).toContainText('Not saved: The disk is full')
    expect(await readAnnotations(folder)).toHaveLength(1)

    await rm(filler)
    await ana.page.getByRole('button', { name: 'Try again' }).click()
    await ana.seesSaved()
    await kill(first.app)
    expect(codings(await readAnnotations(folder))).toEqual(['government: full and unconditional support', 'human-interest: his guest on the quay', 'just-fight: a righteous struggle'])

    const again = new Researcher(await launch())
    await again.reopens('Study')
    await expect(again.status).toContainText('3 annotations here')
    await again.seesSaved()
  } finally {
    remove?.()
  }
})

test('of two windows on one project the second reads only, and nothing is damaged', async ({ launch, projectsDir }) => {
  const folder = join(projectsDir, 'Study.synoptic')
  const first = await launch()
  const ana = new Researcher(first)
  await beginsStudy(ana, folder)
  const other = await launch({ dataDir: join(projectsDir, 'other machine') })
  const ben = new Researcher(other)
  await ben.introducesHerself('Second coder')
  await opens(ben, folder)
  await expect(readOnlyBanner(ben)).toContainText('It is open in another window on this computer')
  await expect(ben.status).toContainText('1 annotation here')
  await ben.column(1).drags('two unfinished frigates')
  await ben.presses('4')

  await ana.column(2).drags('a righteous struggle')
  await ana.presses('j')
  await expect(ana.status).toContainText('2 annotations here')
  await ana.seesSaved()
  await other.app.close()
  await ana.column(2).drags('the naval choir')
  await ana.presses('3')
  await expect(ana.status).toContainText('3 annotations here')
  await ana.seesSaved()
  await first.app.close()
  expect(codings(await readAnnotations(folder))).toEqual(['human-interest: his guest on the quay', 'human-interest: the naval choir', 'just-fight: a righteous struggle'])

  const later = new Researcher(await launch({ dataDir: join(projectsDir, 'other machine') }))
  await later.reopens('Study')
  await later.column(1).drags('two unfinished frigates')
  await later.presses('4')
  await expect(later.inspector).toContainText('economic consequences')
  await later.seesSaved()
  expect(await readAnnotations(folder)).toHaveLength(4)
})

test('a second start hands its project to the window that is there', async ({ launch, projectsDir, dataDir }) => {
  const folder = join(projectsDir, 'Study.synoptic')
  const { app, page } = await launch()
  const ana = new Researcher({ app, page })
  await beginsStudy(ana, folder)
  await ana.makesProject('Another', join(projectsDir, 'Another.synoptic'))
  const focused = app.evaluate(({ BrowserWindow }) => new Promise<void>((resolve) => {
    const [window] = BrowserWindow.getAllWindows()
    if (window) window.focus = resolve
  }))
  const electron = app.process().spawnfile
  const second = spawn(electron, [...(process.env['SYNOPTIC_TEST_SANDBOX'] === 'off' ? ['--no-sandbox'] : []), resolve('.'), folder], { env: { ...process.env, SYNOPTIC_DATA_DIR: dataDir }, stdio: 'ignore' })
  expect((await once(second, 'exit'))[0]).toBe(0)
  await focused
  await ana.seesProject('Study')
  await expect(ana.status).toContainText('1 annotation here')
})

test('a damaged file is kept aside, its former version comes back, the rest can be worked on', async ({ launch, projectsDir }) => {
  const folder = join(projectsDir, 'Study.synoptic')
  const first = await launch()
  const ana = new Researcher(first)
  await beginsStudy(ana, folder)
  await ana.column(1).drags('two unfinished frigates')
  await ana.presses('4')
  await expect(ana.status).toContainText('2 annotations here')
  await ana.seesSaved()
  await first.app.close()

  const [shard = ''] = await shardsOf(folder)
  const bytes = await readFile(shard)
  bytes.fill(0x23, bytes.length - 300, bytes.length - 200)
  await writeFile(shard, bytes)

  const again = new Researcher(await launch())
  await again.reopens('Study')
  const alert = again.page.getByRole('alert')
  await expect(alert).toContainText('Annotations of “‘A just fight’: Ordesh chairman backs Velmar’s war at shipyard summit” is damaged')
  await expect(alert).toContainText('holds 1 record')
  const kept = /kept as (\.quarantine\/\S+)\./.exec(await alert.innerText())?.[1] ?? ''
  expect(await readFile(join(folder, kept))).toEqual(bytes)

  await again.column(1).drags('full and unconditional support')
  await again.presses('g')
  await again.column(2).drags('a righteous struggle')
  await again.presses('j')
  await expect(again.inspector).toContainText('a righteous struggle')
  await again.seesSaved()
  await alert.getByRole('button', { name: 'Go back to that version' }).click()
  await expect(alert).toBeHidden()
  await expect(again.status).toContainText('2 annotations here')
  await again.column(1).drags('full and unconditional support')
  await again.presses('g')
  await expect(again.inspector).toContainText('full and unconditional support')
  await again.seesSaved()
  expect(codings(await readAnnotations(folder))).toEqual(['government: full and unconditional support', 'human-interest: his guest on the quay', 'just-fight: a righteous struggle'])
  expect((await stat(join(folder, kept))).size).toBe(bytes.length)
})
