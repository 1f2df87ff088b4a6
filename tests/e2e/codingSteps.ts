import { cp, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from './fixtures'
import type { Material } from './materials'
import type { Researcher } from './researcher'

/** Files become articles with outlet and date, and an event that is open in four columns. */
export async function collects(ana: Researcher, { folder, files, sharing, date, event }: Material, projectsDir: string): Promise<void> {
  const source = join(projectsDir, 'articles')
  const texts = (await readdir(folder)).filter((name) => name.endsWith('.txt'))
  await mkdir(source)
  for (const text of texts) await cp(join(folder, text), join(source, text))

  await ana.importsFolder(source)
  await expect(ana.page.getByText(`${texts.length} articles came in.`)).toBeVisible()

  const { page } = ana
  await ana.picksRows(...sharing.files)
  await page.getByLabel('Outlet for the selected articles').fill(sharing.outlet)
  await page.getByRole('button', { name: 'Set', exact: true }).click()
  for (const file of sharing.files) await expect(ana.row(file).getByLabel('Outlet of')).toHaveValue(sharing.outlet)

  for (const [file, outlet] of files) {
    await ana.row(file).getByLabel('Outlet of').fill(outlet)
    await ana.presses('Enter')
  }
  for (const file of sharing.files) await ana.row(file).getByRole('checkbox').uncheck()
  await ana.picksRows(...files.map(([file]) => file))
  await page.getByLabel('What to set').selectOption('Date')
  await page.getByLabel('Date for the selected articles').fill(date)
  await page.getByRole('button', { name: 'Set', exact: true }).click()
  for (const [file] of files) await expect(ana.row(file).getByLabel('Date of')).toHaveValue(date)

  await ana.makesEvent(event, ...files.map(([file]) => file))
  await expect(ana.columns).toHaveCount(3)
  for (const [i, [, outlet]] of files.slice(0, 3).entries()) await expect(ana.column(i + 1).whole).toContainText(outlet)
  const fourth = files[3]?.[1] ?? ''
  await ana.column(1).enters()
  await ana.finds(fourth, 'o')
  await expect(ana.column(4).whole).toContainText(fourth)
}

/** A quotation with its speaker, a frame inside it, and a judgement with its target. */
export async function codesByMouse(ana: Researcher, { quotation, inside, valuing }: Material): Promise<void> {
  const column = ana.column(1)
  await column.drags(quotation)
  await ana.presses('g')
  await expect(ana.inspector).toContainText(quotation)
  await ana.presses('f', '2', '1')
  await ana.types('the chairman')
  await ana.presses('Tab')
  await ana.types('Said through an interpreter.')
  await ana.presses('Escape')
  await expect(column.text).toBeFocused()

  await column.drags(inside, quotation)
  await ana.presses('j')
  await expect(ana.inspector).toContainText('just fight')

  await column.drags(valuing)
  await ana.presses('s')
  await expect(ana.status).toContainText('3 annotations here, 1 incomplete')
  await ana.presses('f', '-', '1')
  await ana.types('both leaders')
  await ana.presses('Enter')
  await expect(column.text).toBeFocused()
  await expect(ana.status).toContainText('3 annotations here ')
  await expect.poll(() => column.labels()).toContain('−1 both leaders')
}

export async function codesByPalette(ana: Researcher, { passages: [first, second, third] }: Material): Promise<void> {
  const column = ana.column(2)
  await column.drags(first)
  await ana.finds('hegemonic forces', 'Enter')
  await column.drags(second)
  await ana.finds('sanctions violation', 'c')
  await column.drags(third)
  await ana.presses('.')
  await expect(ana.inspector).toContainText('sanctions violation')
  await expect(ana.status).toContainText('6 annotations here')
}

/** The hands never leave the keyboard: what is selected is whatever sentences and words come next. */
export async function codesByKeyboard(ana: Researcher): Promise<void> {
  const column = ana.column(3)
  await column.enters()
  await ana.presses('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown')
  await ana.finds('government', 'Enter')
  await ana.presses('f', '3', 'Escape')

  await ana.presses('ArrowDown', 'ArrowRight', ...new Array<string>(5).fill('Shift+ArrowRight'))
  const words = await column.selected()
  expect(words.split(' ').length).toBeGreaterThanOrEqual(3)
  await ana.presses('h')
  await expect(ana.inspector).toContainText(words)
  await ana.presses('j')
  await expect(ana.inspector).toContainText('just fight')

  await ana.presses('ArrowDown', 'Shift+ArrowDown', '.', 'ArrowDown', 'e', 'ArrowDown', '2')
  await expect(ana.inspector).toContainText('conflict')
  await expect(ana.status).toContainText('12 annotations here')
}

export async function changesHerMind(ana: Researcher, { passages: [, , third], drawnOutTo }: Material): Promise<void> {
  await ana.finds('morality', 'r')
  await expect(ana.inspector).toContainText('morality')
  const before = await quoted(ana)
  await ana.presses('Alt+ArrowLeft')
  await expect.poll(() => quoted(ana)).not.toBe(before)
  const shorter = await quoted(ana)
  await ana.presses('Alt+ArrowRight')
  await expect.poll(() => quoted(ana)).not.toBe(shorter)
  // Steps of one resizing by keyboard are one step to undo.
  await ana.presses('Control+z')
  await expect.poll(() => quoted(ana)).toBe(before)
  await ana.presses('Delete')
  await expect(ana.status).toContainText('11 annotations here')

  await ana.column(2).clicks(third)
  await expect.poll(() => quoted(ana)).toBe(third)
  await ana.column(2).dragsGrip('end', drawnOutTo)
  await expect.poll(() => quoted(ana)).toMatch(new RegExp(`^${third}.*${drawnOutTo}$`))
}

const quoted = (ana: Researcher): Promise<string> => ana.inspector.locator('blockquote').innerText()
