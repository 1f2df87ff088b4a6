import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { willPick } from './dialogs'
import { expect, test } from './fixtures'
import { fillUp, NO_MOUNTS, smallDisk } from './mounts'
import { readProject } from './onDisk'
import { Researcher } from './researcher'

/** A table with so many articles, each with a text of so many characters or some more. */
function table(articles: number, length: number): string {
  const body = (n: number): string => `The ferry number ${n} was late. `.padEnd(length, 'Nobody knew why. ')
  return ['title,body,paper', ...Array.from({ length: articles }, (_, n) => `Ferry ${n},${body(n)},Paper`)].join('\n')
}

const headlines = async (project: string): Promise<string[]> => (await readProject(project)).articles.map((one) => one.headline).sort()

test('reading is cancelled: what was found until then is shown, and nothing of it is in the project', async ({ launch, projectsDir }) => {
  const [project, file] = [join(projectsDir, 'Study.synoptic'), join(projectsDir, 'many.csv')]
  await writeFile(file, table(60_000, 100))
  const ana = new Researcher(await launch())
  await ana.introducesHerself()
  await ana.makesProject('Study', project)
  await willPick(ana.at.app, file)
  await ana.presses('Control+i')
  const reading = ana.page.getByRole('dialog', { name: 'Reading many.csv' })
  await expect(reading).toContainText(/[\d,]+ articles? found/, { timeout: 30_000 })
  await reading.getByRole('button', { name: 'Cancel' }).click()
  const found = await ana.seesFound()
  await expect(reading).toBeHidden()
  await expect(found.getByRole('status').filter({ hasText: 'Reading was cancelled.' })).toContainText('What was found until then is shown and can be imported; read the files again for the rest.')
  const offered = Number(/[\d,]+/.exec(await found.getByRole('button', { name: /^Import [\d,]+ article/ }).innerText())?.[0].replaceAll(',', ''))
  expect(offered).toBeGreaterThan(0)
  expect(offered).toBeLessThan(60_000)

  await ana.presses('Escape')
  await expect(found).toBeHidden()
  await expect(ana.page.getByRole('heading', { name: 'No articles yet' })).toBeVisible()
  expect(await headlines(project)).toEqual([])
  await expect.poll(() => readdir(join(project, '.staged')).catch(() => [])).toEqual([])
})

test('the disk is full while files are read: it says so, and the import goes on when there is room', async ({ launch, projectsDir }) => {
  const disk = join(projectsDir, 'disk')
  await mkdir(disk)
  const remove = smallDisk(disk, '2m')
  test.skip(!remove, NO_MOUNTS)
  const [project, file] = [join(disk, 'Study.synoptic'), join(projectsDir, 'ferries.csv')]
  try {
    const ana = new Researcher(await launch())
    await ana.introducesHerself()
    await ana.makesProject('Study', project)
    await writeFile(file, table(300, 10_000))
    await willPick(ana.at.app, file)
    await ana.presses('Control+i')
    const found = await ana.seesFound()
    const trouble = found.getByRole('alert')
    await expect(trouble).toContainText('The disk is full')
    await expect(trouble).toContainText('What was found before that is shown; import the rest again when this is mended.')
    await ana.presses('Escape')
    await expect(found).toBeHidden()
    expect(await headlines(project)).toEqual([])

    // What had been stored of it is gone, so that there is room for less.
    await writeFile(file, table(2, 10_000))
    await ana.importsFiles(file)
    await ana.seesSaved()
    expect(await headlines(project)).toEqual(['Ferry 0', 'Ferry 1'])
  } finally {
    remove?.()
  }
})

test('the disk is full while what was found is kept: nothing is lost, and it is saved when there is room', async ({ launch, projectsDir }) => {
  const disk = join(projectsDir, 'disk')
  await mkdir(disk)
  const remove = smallDisk(disk, '2m')
  test.skip(!remove, NO_MOUNTS)
  const [project, file, filler] = [join(disk, 'Study.synoptic'), join(projectsDir, 'ferries.csv'), join(disk, 'filler')]
  try {
    const ana = new Researcher(await launch())
    await ana.introducesHerself()
    await ana.makesProject('Study', project)
    await writeFile(file, table(3, 1_000))
    await willPick(ana.at.app, file)
    await ana.presses('Control+i')
    const found = await ana.seesFound()
    await fillUp(filler)
    await found.getByRole('button', { name: 'Import 3 articles' }).click()
    const note = ana.page.getByRole('alertdialog', { name: 'Please note' })
    await expect(note).toContainText('The disk is full')
    await note.getByRole('button', { name: 'OK' }).click()
    await expect(note).toBeHidden()
    await expect(ana.status).toContainText('Not saved: The disk is full')
    expect(await headlines(project)).toEqual([])

    await rm(filler)
    await ana.page.getByRole('button', { name: 'Try again' }).click()
    await ana.seesSaved()
    const { articles, texts } = await readProject(project)
    expect(articles.map(({ headline }) => headline).sort()).toEqual(['Ferry 0', 'Ferry 1', 'Ferry 2'])
    for (const { id, headline } of articles) expect(texts.get(id)).toContain(`The ferry number ${headline.slice('Ferry '.length)} was late.`)
  } finally {
    remove?.()
  }
})
