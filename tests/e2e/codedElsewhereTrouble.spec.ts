import { join } from 'node:path'
import { quotes, refiProject, text } from '../fixtures/codedElsewhere'
import { expect, test } from './fixtures'
import { menuOffers } from './menu'
import { readProject } from './onDisk'
import { Researcher } from './researcher'
import { atTheProject, bringsIn, laidDown, passages, picksCoding, seesCoding } from './workSteps'

/** Lets files go over the window, as from a folder that is open beside it. */
async function drops({ page }: Researcher, ...files: string[]): Promise<void> {
  const session = await page.context().newCDPSession(page)
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data: { items: [], files, dragOperationsMask: 1 } })
  await session.detach()
}

const MANY = 3_000

test('reading is cancelled: what was found until then is shown, nothing of it is in the project, and it can be read again', async ({ launch, projectsDir }) => {
  const { ana, project } = await atTheProject(launch, projectsDir)
  const line = `${JSON.stringify({ id: 1, text, label: [[text.indexOf(quotes[0]), text.indexOf(quotes[0]) + quotes[0].length, 'People']] })}\n`
  await laidDown(projectsDir, { files: Object.fromEntries(Array.from({ length: MANY }, (_, n) => [`many/${n}.jsonl`, line.repeat(50)])), pick: '' })
  await picksCoding(ana, join(projectsDir, 'many'))
  const reading = ana.page.getByRole('dialog', { name: 'Reading many' })
  await expect(reading).toContainText(/^.*[1-9]\d* of 3,000/, { timeout: 30_000 })
  // It has the keyboard, and a key is quicker than a pointer.
  await ana.presses('Enter')
  const found = await seesCoding(ana)
  await expect(reading).toBeHidden()
  await expect(found.getByRole('status').filter({ hasText: 'Reading was cancelled.' })).toContainText('choose the files again for the rest')
  const files = await found.getByRole('navigation', { name: 'Files' }).getByRole('checkbox').count()
  expect(files).toBeGreaterThan(0)
  expect(files).toBeLessThan(MANY)
  await ana.presses('Escape')
  await expect(found).toBeHidden()
  expect((await readProject(project)).articles).toEqual([])

  await picksCoding(ana, join(projectsDir, 'many/1.jsonl'))
  await bringsIn(ana, await seesCoding(ana))
  await ana.seesSaved()
  expect(await passages(project)).toEqual(Array<string>(50).fill(quotes[0]))
})

test('coding that is dropped on the window is looked at like coding that was chosen', async ({ launch, projectsDir }) => {
  const file = await laidDown(projectsDir, { files: { 'ferries.qdpx': await refiProject() }, pick: 'ferries.qdpx' })
  const { ana, project } = await atTheProject(launch, projectsDir)
  await drops(ana, file)
  const found = await seesCoding(ana)
  await drops(ana, file)
  await expect(ana.page.getByRole('alertdialog')).toContainText('finish the import that is open, or leave it')
  await ana.presses('Enter')
  await expect(ana.page.getByRole('alertdialog')).toBeHidden()
  await bringsIn(ana, found)
  await ana.seesSaved()
  expect(await passages(project)).toEqual([...quotes].sort())
})

test('nothing comes into a project that can only be read, however it is tried', async ({ launch, projectsDir }) => {
  const file = await laidDown(projectsDir, { files: { 'ferries.qdpx': await refiProject() }, pick: 'ferries.qdpx' })
  const { ana: first, project } = await atTheProject(launch, projectsDir)
  expect(await menuOffers(first.at.app, /^Import coding from another program/)).toBe(true)

  // The first has it open, so the second may only read it.
  const second = new Researcher(await launch({ args: [project], dataDir: join(projectsDir, 'other') }))
  await second.page.getByLabel('Your name as a coder').fill('Second coder')
  await second.presses('Enter')
  await second.seesProject('Study')
  await expect(second.status).toContainText('Read only')
  expect([await menuOffers(second.at.app, /^Import coding from another program/), await menuOffers(second.at.app, /^Import a folder of coding/)]).toEqual([false, false])
  await drops(second, file)
  await expect(second.page.getByRole('alertdialog')).toContainText('Nothing was imported')
  await second.presses('Enter')
  await expect(second.page.getByRole('alertdialog')).toBeHidden()
  expect(await passages(project)).toEqual([])
})
