import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { quotes, refiProject, text, webAnnotations } from '../fixtures/codedElsewhere'
import { expect, test } from './fixtures'
import { readProject } from './onDisk'
import type { Researcher } from './researcher'
import { atTheProject, bringsIn, figures, laidDown, looksAt, passages } from './workSteps'

/** Has the whole project written in a format of the export assistant, which is known by how its label begins. */
async function exportsAs(ana: Researcher, key: string, shape: RegExp, format: RegExp, file: string): Promise<string> {
  await ana.presses(key)
  for (const name of [shape, format]) {
    // The text is what one clicks; the button itself is not to be seen.
    await ana.exportAssistant.locator('label').filter({ hasText: name }).click()
    await expect(ana.exportAssistant.getByRole('radio', { name })).toBeChecked()
  }
  await ana.writesExport(file)
  return file
}

test('what this program wrote comes into another project as it was, from each format that holds whole coding', async ({ launch, projectsDir }) => {
  test.setTimeout(180_000)
  const { ana } = await atTheProject(launch, projectsDir)
  await bringsIn(ana, await looksAt(ana, await laidDown(projectsDir, { files: { 'ferries.qdpx': await refiProject() }, pick: 'ferries.qdpx' })))
  await ana.seesSaved()
  const whole = /^Texts with their coding/
  const written = [
    await exportsAs(ana, 'Control+e', whole, /^Synoptic JSON/, join(projectsDir, 'ours.json')),
    await exportsAs(ana, 'Control+e', whole, /^REFI-QDA project/, join(projectsDir, 'ours.qdpx')),
    await exportsAs(ana, 'Control+e', whole, /^W3C/, join(projectsDir, 'ours.jsonld')),
  ]
  const codebook = await exportsAs(ana, 'Control+e', /^Codebook/, /^REFI-QDA codebook/, join(projectsDir, 'ours.qdc'))

  // What every new project begins with is there already.
  const codes = ['24', '22', '2', '0']
  const other = join(projectsDir, 'Other.synoptic')
  await ana.makesProject('Other', other)
  for (const file of written) {
    await test.step(file, async () => {
      const found = await looksAt(ana, file)
      expect([await figures(found, 'Articles'), await figures(found, 'Codes'), await figures(found, 'Codings')]).toEqual([['1', '0', '1', '0'], codes, ['2', '0', '2', '0']])
      await bringsIn(ana, found)
      await ana.seesSaved()
      expect(await passages(other)).toEqual([...quotes].sort())
      expect([...(await readProject(other)).texts.values()]).toEqual([text])
      await ana.presses('Control+z')
      await expect.poll(() => passages(other)).toEqual([])
      await ana.seesSaved()
    })
  }
  const found = await looksAt(ana, codebook)
  expect([await figures(found, 'Codes'), await figures(found, 'Codings')]).toEqual([codes, ['0', '0', '0', '0']])
  await bringsIn(ana, found)
  await ana.seesSaved()
  for (const code of ['People', 'Ships']) expect(await readFile(join(other, 'codebook.json'), 'utf8')).toContain(`"${code}"`)
})

test('web annotations, which hold no text, go to the article that bears its name', async ({ launch, projectsDir }) => {
  const { ana, project } = await atTheProject(launch, projectsDir)
  await laidDown(projectsDir, { files: { 'web.json': webAnnotations('ferry.txt') }, pick: '' })
  const without = await looksAt(ana, join(projectsDir, 'web.json'))
  expect(await figures(without, 'Articles')).toEqual(['1', '0', '0', '1'])
  await ana.presses('Escape')
  await expect(without).toBeHidden()

  await writeFile(join(projectsDir, 'ferry.txt'), text)
  await ana.importsFiles(join(projectsDir, 'ferry.txt'))
  const found = await looksAt(ana, join(projectsDir, 'web.json'))
  expect([await figures(found, 'Articles'), await figures(found, 'Codings')]).toEqual([['1', '1', '0', '0'], ['2', '0', '2', '0']])
  await bringsIn(ana, found)
  await ana.seesSaved()
  expect(await passages(project)).toEqual([...quotes].sort())
  expect((await readProject(project)).articles).toHaveLength(1)
})
