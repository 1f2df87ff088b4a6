import { existsSync, statSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Locator } from '@playwright/test'
import type { Elsewhere } from '../fixtures/codedElsewhere'
import { willPick } from './dialogs'
import { expect, type Launched } from './fixtures'
import { choosesFromMenu } from './menu'
import { readAnnotations } from './onDisk'
import { Researcher } from './researcher'

const FILES = 'Import coding from another program …'
const FOLDER = 'Import a folder of coding from another program …'

/** A researcher at a new project without anything in it. */
export async function atTheProject(launch: () => Promise<Launched>, projectsDir: string): Promise<{ ana: Researcher; project: string }> {
  const ana = new Researcher(await launch())
  const project = join(projectsDir, 'Study.synoptic')
  await ana.introducesHerself()
  await ana.makesProject('Study', project)
  return { ana, project }
}

/** Lays files down; @returns what is to be picked */
export async function laidDown(folder: string, { files, pick }: Pick<Elsewhere, 'files' | 'pick'>): Promise<string> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
  return join(folder, pick)
}

/** Has files, or a folder, read as coding that was done elsewhere. */
export async function picksCoding(ana: Researcher, ...picked: readonly string[]): Promise<void> {
  await willPick(ana.at.app, ...picked)
  await choosesFromMenu(ana.at.app, 'File', picked.some((one) => existsSync(one) && statSync(one).isDirectory()) ? FOLDER : FILES)
}

/** The same, and is shown what was found. */
export async function looksAt(ana: Researcher, ...picked: readonly string[]): Promise<Locator> {
  await picksCoding(ana, ...picked)
  return seesCoding(ana)
}

export async function seesCoding(ana: Researcher): Promise<Locator> {
  const found = ana.page.getByRole('main', { name: /^Import coding from / })
  await expect(found).toBeVisible({ timeout: 30_000 })
  return found
}

export async function bringsIn(ana: Researcher, found: Locator): Promise<void> {
  await found.getByRole('button', { name: /^Import/ }).last().click()
  const done = ana.page.getByRole('dialog', { name: 'Coding came in' })
  await expect(done).toBeVisible({ timeout: 30_000 })
  await done.getByRole('button', { name: 'Done' }).click()
}

/** Every passage that is coded in a project, sorted. */
export const passages = async (project: string): Promise<string[]> => (await readAnnotations(project)).flatMap(({ spans }) => spans.map(({ quote }) => quote)).sort()

/** A row of the table of what is in a file: in the file, here already, new, stays behind. */
export const figures = (found: Locator, what: string): Promise<string[]> => found.getByRole('row', { name: new RegExp(`^${what} `) }).getByRole('cell').allTextContents()
