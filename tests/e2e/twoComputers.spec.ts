import { copyFile, cp, readdir } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { willPick } from './dialogs'
import { expect, test, type Launched, type LaunchOptions } from './fixtures'
import { codings, readAnnotations, shardsOf } from './onDisk'
import { Researcher } from './researcher'

type Launch = (options?: LaunchOptions) => Promise<Launched>

/** Makes a study with two articles of an event, one of them coded, and closes it. */
async function makesStudy(launch: Launch, folder: string): Promise<void> {
  const first = await launch()
  const ana = new Researcher(first)
  await ana.introducesHerself()
  await ana.makesProject('Study', folder)
  await ana.importsFiles(resolve('resources/sample/meridian.txt'), resolve('resources/sample/velmar-today.txt'))
  await ana.makesEvent('Summit', 'meridian.txt', 'velmar-today.txt')
  await ana.column(1).drags('his guest on the quay')
  await ana.presses('3')
  await ana.seesSaved()
  await first.app.close()
}

/** The same coder at another computer, with the study as a sync service brought it there. */
async function atTheOther(launch: Launch, projectsDir: string, folder: string): Promise<Researcher> {
  const ana = new Researcher(await launch({ dataDir: join(projectsDir, 'the other') }))
  await ana.introducesHerself()
  await willPick(ana.at.app, folder)
  await ana.presses('Control+o')
  await ana.seesProject('Study')
  return ana
}

async function codes(who: Researcher, column: number, words: string, key: string): Promise<void> {
  await who.column(column).drags(words)
  await who.presses(key)
  await expect(who.inspector).toContainText(words)
  await who.seesSaved()
}

const report = (who: Researcher) => who.page.getByRole('status').filter({ hasText: 'merged' })
const news = (who: Researcher) => who.page.getByRole('status').filter({ hasText: 'Changed on another computer' })

test('what was coded on two computers at once comes together out of the copies that the sync service leaves', async ({ launch, projectsDir }) => {
  const [here, there] = [join(projectsDir, 'Study.synoptic'), join(projectsDir, 'cloud', 'Study.synoptic')]
  await makesStudy(launch, here)
  await cp(here, there, { recursive: true })
  const [laptop, office] = [new Researcher(await launch()), await atTheOther(launch, projectsDir, there)]
  await laptop.reopens('Study')
  await codes(laptop, 1, 'two unfinished frigates', '4')
  await codes(laptop, 2, 'a righteous struggle', 'j')
  await codes(office, 1, 'full and unconditional support', 'g')
  await codes(office, 2, 'the naval choir', '3')
  await Promise.all([laptop.at.app.close(), office.at.app.close()])

  // Each service names what it found in the way of its own file as it likes.
  for (const [from, to, name] of [[here, there, (stem: string) => `${stem}-DESKTOP-AB12CD.json`], [there, here, (stem: string) => `${stem} (conflicted copy 2024-05-01).json`]] as const) {
    for (const shard of await shardsOf(from)) {
      const coder = basename(dirname(shard))
      if (!basename(shard).includes('DESKTOP')) await copyFile(shard, join(to, 'annotations', coder, name(basename(shard, '.json'))))
    }
  }

  const all = ['economic-consequences: two unfinished frigates', 'government: full and unconditional support', 'human-interest: his guest on the quay', 'human-interest: the naval choir', 'just-fight: a righteous struggle']
  for (const [folder, options] of [[here, {}], [there, { dataDir: join(projectsDir, 'the other') }]] as const) {
    const launched = await launch(options)
    const again = new Researcher(launched)
    await again.reopens('Study')
    await expect(report(again)).toContainText('2 other copies of files were merged: annotations of “')
    await expect(report(again)).toContainText('by First coder, 2 records added')
    await expect(again.status).toContainText('5 annotations here')
    await again.page.getByRole('button', { name: 'Details' }).click()
    const dialog = again.page.getByRole('dialog', { name: 'Changes from other computers' })
    await expect(dialog.getByRole('heading', { name: 'Copies that were merged' })).toBeVisible()
    await expect(dialog.getByText('and is kept as .quarantine/annotations~')).toHaveCount(2)
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await again.page.getByRole('button', { name: 'Put this report away' }).click()
    await expect(report(again)).toBeHidden()
    await launched.app.close()
    expect(codings(await readAnnotations(folder))).toEqual(all)
    expect((await readdir(join(folder, '.quarantine'))).filter((name) => name.includes('DESKTOP') || name.includes('conflicted'))).toHaveLength(2)
  }
})

test('what another computer saved arrives while the project is open: it is told, and shown when one asks for it', async ({ launch, projectsDir }) => {
  const [here, there] = [join(projectsDir, 'Study.synoptic'), join(projectsDir, 'cloud', 'Study.synoptic')]
  await makesStudy(launch, here)
  await cp(here, there, { recursive: true })
  const [laptop, office] = [new Researcher(await launch()), await atTheOther(launch, projectsDir, there)]
  await laptop.reopens('Study')
  await codes(office, 1, 'two unfinished frigates', '4')
  await office.at.app.close()
  const [shard = ''] = (await shardsOf(there)).filter((file) => file.endsWith('.json'))
  await copyFile(shard, join(here, 'annotations', basename(dirname(shard)), basename(shard)))

  // She comes back to the window from elsewhere.
  await laptop.page.evaluate(() => { window.dispatchEvent(new Event('focus')) })
  await expect(news(laptop)).toContainText('by First coder')
  await expect(laptop.status).toContainText('1 annotation here')
  await codes(laptop, 1, 'full and unconditional support', 'g')
  await codes(laptop, 2, 'a righteous struggle', 'j')
  await laptop.page.getByRole('button', { name: 'Show what is new' }).click()
  await expect(news(laptop)).toBeHidden()
  await expect(laptop.status).toContainText('4 annotations here')
  expect(codings(await readAnnotations(here))).toEqual(['economic-consequences: two unfinished frigates', 'government: full and unconditional support', 'human-interest: his guest on the quay', 'just-fight: a righteous struggle'])
  await codes(laptop, 1, 'two unfinished frigates', '3')
})
