import { readFile, rename, rm, truncate, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { nodeDisk } from '../../src/storage/disk'
import { SnapshotStore } from '../../src/storage/snapshots/snapshotStore'
import { annotation } from '../fixtures/records'
import { willSaveTo } from './dialogs'
import { expect, test } from './fixtures'
import { laysOut } from './readyMade'
import { Researcher } from './researcher'

const texts = { Courier: 'The minister said the bridge would reopen by Friday.', Herald: 'Engineers were less sure of the bridge.', Gazette: 'Nobody asked the ferrymen.' }
const dimensions = [{ id: 'framing', name: 'Framing', unit: 'span', choice: 'many', level: 'nominal', mark: 'tint', fields: [], codes: [{ id: 'blame', name: 'Blame', colour: 'rust', key: 'b', definition: '' }] }]

/** A project with three articles and two annotations, and a snapshot of it on this machine. */
async function study(folder: string, dataDir: string): Promise<void> {
  await laysOut(folder, {
    dimensions, texts,
    annotations: [annotation('n1', 'The <minister> said the bridge would reopen by Friday.', { code: 'blame' }), annotation('n2', '<Engineers> were less sure of the bridge.', { subject: 'a2', code: 'blame' })],
  })
  await new SnapshotStore(nodeDisk, join(dataDir, 'snapshots')).take({ folder, info: { id: 'study' } }, 'working')
}

test('a codebook that is gone comes back from a snapshot, and the project opens', async ({ launch, projectsDir, dataDir }) => {
  const folder = join(projectsDir, 'Study.synoptic')
  await study(folder, dataDir)
  await unlink(join(folder, 'codebook.json'))
  const ana = new Researcher(await launch({ args: [folder] }))
  await ana.page.getByLabel('Your name as a coder').fill('First coder')
  await ana.presses('Enter')
  const screen = ana.page.getByRole('main')
  await expect(screen).toContainText('“Study” can’t be opened as it is')
  await expect(screen.getByRole('region', { name: 'codebook.json' })).toContainText('codebook.json is missing')
  await screen.getByRole('button', { name: 'Put this back' }).first().click()
  await ana.seesProject('Study')
  await expect(ana.page.getByRole('alert')).toBeHidden()
})

test('a project whose description was overwritten is copied as it was, and tried again when it is well', async ({ launch, projectsDir, dataDir }) => {
  const folder = join(projectsDir, 'Study.synoptic'), copy = join(projectsDir, 'Copy.synoptic')
  await study(folder, dataDir)
  const whole = await readFile(join(folder, 'project.json'))
  await writeFile(join(folder, 'project.json'), Buffer.alloc(whole.length))
  const launched = await launch({ args: [folder] })
  const ana = new Researcher(launched)
  await ana.page.getByLabel('Your name as a coder').fill('First coder')
  await ana.presses('Enter')
  const screen = ana.page.getByRole('main')
  await expect(screen).toContainText('project.json holds nothing but zero bytes')
  await willSaveTo(launched.app, copy)
  await screen.getByRole('button', { name: 'Make a copy …' }).click()
  await ana.seesProject('Study')
  expect((await readFile(join(folder, 'project.json'))).equals(Buffer.alloc(whole.length)), 'the damaged one stays as it is').toBe(true)

  await ana.finds('Close project', 'Control+k')
  await writeFile(join(folder, 'project.json'), 'not a project')
  const again = new Researcher(await launch({ args: [folder], dataDir: join(projectsDir, 'another computer') }))
  await again.page.getByLabel('Your name as a coder').fill('Second coder')
  await again.presses('Enter')
  await expect(again.page.getByRole('main')).toContainText('There is no other version of it on this computer.')
  await writeFile(join(folder, 'project.json'), whole)
  await again.page.getByRole('button', { name: 'Try again' }).click()
  await again.seesProject('Study')
})

const unreadable: Record<string, { harm: (folder: string) => Promise<void>; said: RegExp }> = {
  'text is missing': { harm: (folder) => unlink(join(folder, 'articles/text/a1.txt')), said: /The text of “.*” can’t be found/ },
  'text is empty': { harm: (folder) => truncate(join(folder, 'articles/text/a1.txt')), said: /The text of “.*” is damaged: it is empty/ },
  'text is not UTF-8': { harm: (folder) => writeFile(join(folder, 'articles/text/a1.txt'), Buffer.from([0xff, 0xfe, 0x41])), said: /is not the text that was imported/ },
  'annotations are missing': { harm: (folder) => rm(join(folder, 'annotations/ann/a1.json')), said: /Annotations of “.*” can’t be found/ },
  'annotations are cut off': { harm: (folder) => truncate(join(folder, 'annotations/ann/a1.json'), 200), said: /Annotations of “.*” is damaged/ },
}
for (const [what, { harm, said }] of Object.entries(unreadable)) {
  test(`a project with one article whose ${what} opens, the others can be read, and a snapshot brings it back`, async ({ launch, projectsDir, dataDir }) => {
    const folder = join(projectsDir, 'Study.synoptic')
    await study(folder, dataDir)
    await harm(folder)
    const ana = new Researcher(await launch({ args: [folder] }))
    await ana.page.getByLabel('Your name as a coder').fill('First coder')
    await ana.presses('Enter')
    await ana.seesProject('Study')
    const alert = ana.page.getByRole('alert').filter({ hasText: said })
    await expect(alert).toBeVisible()
    await expect(ana.page.getByText('Nobody asked the ferrymen.')).toBeVisible()
    await alert.getByRole('button', { name: /^Snapshots/ }).click()
    await alert.getByRole('button', { name: 'Put this back' }).click()
    await expect(alert).toBeHidden()
    await expect(ana.page.getByText('The minister said the bridge would reopen by Friday.')).toBeVisible()
  })
}

test('annotations that come late over a synced folder are there when she looks again', async ({ launch, projectsDir, dataDir }) => {
  const folder = join(projectsDir, 'Study.synoptic'), shard = join(folder, 'annotations/ann/a1.json')
  await study(folder, dataDir)
  await rename(shard, join(projectsDir, 'on its way'))
  const ana = new Researcher(await launch({ args: [folder] }))
  await ana.page.getByLabel('Your name as a coder').fill('First coder')
  await ana.presses('Enter')
  const alert = ana.page.getByRole('alert').filter({ hasText: 'can’t be found' })
  await alert.getByRole('button', { name: 'Look again' }).click()
  const notice = ana.page.getByRole('alertdialog')
  await expect(notice).toContainText('Nothing has changed')
  await notice.getByRole('button', { name: 'OK' }).click()
  await rename(join(projectsDir, 'on its way'), shard)
  await alert.getByRole('button', { name: 'Look again' }).click()
  await expect(alert).toBeHidden()
})
