import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { readZip } from '../../src/formats/import/zip'
import { SourceFile } from '../../src/formats/import/sourceFile'
import { willSaveTo } from './dialogs'
import { expect, test } from './fixtures'
import { choosesFromMenu } from './menu'
import { laysOut } from './readyMade'
import { Researcher } from './researcher'

/** The names of the computer, its user and its folders, as nobody else has them. */
const [USER, HOME, TEMPORARY] = ['kanarienvogel', 'zuhause-kanari', 'vorlaeufig-kanari'] as const

const dimensions = [{ id: 'framing', name: 'Framing', unit: 'span', choice: 'many', level: 'nominal', mark: 'tint', codes: [{ id: 'fight', name: 'just fight', key: '1', colour: 'blue' }] }]
const texts = {
  'Northern Press': 'A long night\n\nThe ferry ran aground off Lunde in thick fog early on Monday. Divers will look at the hull tomorrow.',
  'Lunde Courier': 'Nobody was hurt\n\nThe ferry ran aground off Lunde in thick fog early on Monday. All were brought ashore.',
}

const exportsTo: readonly (readonly [menu: 'File' | 'Synopsis', label: string, file: string])[] = [
  ['File', 'Export …', 'annotations.csv'], ['File', 'Export memos …', 'memos.csv'], ['File', 'Export the whole project …', 'project.json'],
  ['File', 'Export the codebook …', 'codebook.json'], ['Synopsis', 'Export this synopsis as CSV …', 'synopsis.csv'],
  ['Synopsis', 'Export this synopsis as an Excel workbook …', 'synopsis.xlsx'], ['Synopsis', 'Export this synopsis as a web page …', 'synopsis.html'],
]

/** What stands in files, those in archives as they were before they were packed. */
async function contentsOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const found = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  const contents = new Map<string, string>()
  for (const file of found) {
    const bytes = await readFile(file)
    contents.set(file.slice(folder.length + 1), bytes.subarray(0, 2).toString() === 'PK' ? await unpacked(bytes) : bytes.toString('latin1'))
  }
  return contents
}

async function unpacked(bytes: Buffer): Promise<string> {
  const zip = await readZip(new SourceFile('archive', bytes))
  return (await Promise.all(zip.names.map(async (name) => `${name}\n${Buffer.from(await zip.bytes(name)).toString('latin1')}`))).join('\n')
}

async function writes(app: ElectronApplication, ana: Researcher, folder: string): Promise<void> {
  for (const [menu, label, file] of exportsTo) {
    await willSaveTo(app, join(folder, file))
    await choosesFromMenu(app, menu, label)
    if (menu === 'File') await ana.exportAssistant.getByRole('button', { name: 'Export …' }).click()
    const said = ana.page.getByRole('dialog').or(ana.page.getByRole('alertdialog'))
    await expect(said).toContainText(file)
    await ana.presses('Enter')
    await expect(said).toBeHidden()
  }
}

test('no export and no file of a project names the user, the computer or a folder of it', async ({ launch, projectsDir }) => {
  const [home, temporary, out] = [join(projectsDir, HOME), join(projectsDir, TEMPORARY), join(projectsDir, 'exports')]
  for (const folder of [home, temporary, out]) await mkdir(folder, { recursive: true })
  const project = join(home, 'Study.synoptic')
  await laysOut(project, { dimensions, texts })
  const article = join(home, 'meridian.txt')
  await writeFile(article, 'A just fight\n\nThe ferry ran aground off Lunde in thick fog early on Monday. Two unfinished frigates lay beside it.\n')
  const { app, page } = await launch({ args: [project], env: { USER, LOGNAME: USER, HOME: home, TMPDIR: temporary } })
  const ana = new Researcher({ app, page })
  await ana.page.getByLabel('Your name as a coder').fill('First coder')
  await ana.presses('Enter')
  await ana.seesProject('Study')
  await ana.importsFiles(article)
  await ana.opensEvent('Summit')
  await ana.column(1).drags('thick fog')
  await ana.presses('1')
  await ana.seesSaved()
  await ana.goesTo('Synopsis')
  await expect(page.getByRole('grid', { name: 'Shared passages' })).toBeFocused()
  await writes(app, ana, out)

  // While it is open, so that the lock is there too.
  const files = new Map([...await contentsOf(project), ...await contentsOf(out)])
  expect([...files.keys()]).toEqual(expect.arrayContaining(['.lock', 'project.json', ...exportsTo.map(([, , file]) => file)]))
  const names = [USER, HOME, TEMPORARY, projectsDir, hostname()].filter((name) => name.length > 2)
  const told = [...files].flatMap(([file, text]) => names.filter((name) => text.includes(name)).map((name) => `${file}: ${name}`))
  expect(told).toEqual([])
  // The same search finds what is there.
  expect([...files].filter(([, text]) => text.includes('thick fog')).map(([file]) => file)).toEqual(expect.arrayContaining(['annotations.csv', 'project.json', 'synopsis.xlsx']))
})
