import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './fixtures'
import { codings, readAnnotations } from './onDisk'
import { Outline } from './outline'
import { laysOut } from './readyMade'
import { Researcher } from './researcher'

/** Everything the project's files hold, by file: without what counts writes and tells times, without shards that hold nothing, and without the manifest, which only grows. */
async function contentOf(folder: string): Promise<Record<string, unknown>> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile() && /\.(json|txt)$/.test(entry.name) && !entry.parentPath.includes('/.') && !entry.parentPath.endsWith('manifest'))
  const found: Record<string, unknown> = {}
  for (const entry of files) {
    const path = join(entry.parentPath, entry.name)
    const text = await readFile(path, 'utf8')
    const { data } = entry.name.endsWith('.json') ? (JSON.parse(text) as { data: { annotations?: unknown[]; sheets?: unknown[] } }) : { data: text }
    if (typeof data === 'object' && data.annotations?.length === 0 && data.sheets?.length === 0) continue
    found[path.slice(folder.length + 1)] = data
  }
  return found
}

test('a codebook is built from nothing, three articles are coded with it without the mouse, and all of it is undone', async ({ launch, projectsDir }) => {
  test.slow()
  const folder = join(projectsDir, 'Study.synoptic')
  const sample = (file: string): Promise<string> => readFile(join('resources/sample', file), 'utf8')
  const texts = { 'The Meridian': await sample('meridian.txt'), 'Velmar Today': await sample('velmar-today.txt'), 'Lunde Courier': await sample('lunde-courier.txt') }
  await laysOut(folder, { dimensions: [], texts })
  const ana = new Researcher(await launch({ args: [folder] }))
  const outline = new Outline(ana.page)
  await ana.page.getByLabel('Your name as a coder').fill('First coder')
  await ana.presses('Enter')
  await ana.seesProject('Study')
  await expect(ana.columns).toHaveCount(3)
  await ana.seesSaved()
  const before = await contentOf(folder)

  const names = async (name: string): Promise<void> => {
    await expect(ana.page.getByLabel(/^Name of the new/)).toBeFocused()
    await ana.types(name)
    await ana.presses('Enter')
    await expect(outline.row(name)).toHaveAttribute('aria-selected', 'true')
    await expect(outline.tree).toBeFocused()
  }
  const setsKey = async (code: string, key: string): Promise<void> => {
    await expect(outline.row(code)).toHaveAttribute('aria-selected', 'true')
    await outline.form.getByLabel('Key', { exact: true }).focus()
    await ana.presses(key)
    await expect(outline.form.getByLabel('Key', { exact: true })).toHaveValue(key.toUpperCase())
    await outline.tree.focus()
  }

  await test.step('builds the codebook', async () => {
    await ana.presses('Control+Alt+c')
    await expect(ana.page.getByRole('heading', { name: 'Nothing to code with yet' })).toBeVisible()
    await ana.page.getByRole('main').getByRole('button', { name: 'Add a dimension' }).last().press('Enter')
    await names('Framing')
    for (const [code, key] of [['just fight', 'j'], ['holy war', 'h'], ['arms', 'x']] as const) {
      await ana.presses('Enter')
      await names(code)
      await setsKey(code, key)
    }
  })

  await test.step('codes three articles', async () => {
    await ana.presses('Control+Alt+r')
    for (const [n, keys] of [[1, ['j', 'h', 'x']], [2, ['j', 'x']], [3, ['h', 'x']]] as const) {
      await ana.column(n).enters()
      for (const key of keys) await ana.presses('ArrowDown', key)
    }
    await ana.seesSaved()
    await expect.poll(async () => codings(await readAnnotations(folder)).length).toBe(7)
  })

  await test.step('renames, merges and splits', async () => {
    await ana.presses('Control+Alt+c')
    await expect(outline.tree).toBeFocused()
    await ana.presses('Home', 'ArrowDown', 'F2')
    await ana.types('righteous fight')
    await ana.presses('Enter')
    await expect(outline.row('righteous fight')).toHaveAttribute('aria-selected', 'true')
    await expect(outline.tree).toBeFocused()
    await ana.presses('Shift+ArrowDown')
    await ana.finds('Merge 2 codes', 'Control+k')
    const merge = ana.page.getByRole('dialog', { name: 'Merge 2 codes' })
    await merge.getByRole('button', { name: 'Merge' }).press('Enter')
    await expect(outline.row('holy war')).toHaveCount(0)
    await expect(outline.row('righteous fight')).toHaveAccessibleName('righteous fight, key j, 4 annotations')

    await outline.tree.focus()
    await ana.finds('Split', 'Control+k')
    const split = ana.page.getByRole('dialog', { name: 'Split' })
    await split.getByLabel('Name of new code 1').fill('crusade')
    await split.locator('select[data-at="0"]').focus()
    await ana.presses('1')
    await split.getByRole('button', { name: 'Split', exact: true }).press('Enter')
    await expect(outline.row('crusade')).toHaveAccessibleName('crusade, 1 annotation')
    await ana.seesSaved()
    expect(await contentOf(folder)).not.toEqual(before)
  })

  await test.step('undoes all', async () => {
    await outline.tree.focus()
    // A dimension, three codes with a key each, seven annotations, a name, a merger and a split.
    for (let i = 0; i < 17; i += 1) await ana.presses('Control+z')
    await expect(ana.page.getByRole('heading', { name: 'Nothing to code with yet' })).toBeVisible()
    await ana.seesSaved()
    await expect.poll(() => contentOf(folder)).toEqual(before)
  })
})
