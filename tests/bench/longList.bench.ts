import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codebookSchema } from '../../src/domain/project/codebook'
import { createProject } from '../../src/storage/projectFolder'
import { expect, test } from '../e2e/fixtures'
import { manyArticles, writeIndex } from '../fixtures/articleFiles'
import { NOW } from '../fixtures/records'

const ARTICLES = 100_000
const text = Array.from({ length: 12 }, (_none, n) => `Paragraph ${n}. ${'The bridge stays closed until the council has met again. '.repeat(5)}`).join('\n\n')

/** Milliseconds from asking for the project. */
interface Opened { readonly desk: number; readonly column: number; readonly list: number }

/** S3: opening a project of 100,000 articles against one of eight, both as they were left, with two columns open. */
test('a project of 100,000 articles opens like a small one', async ({ launch, projectsDir }) => {
  test.setTimeout(5 * 60_000)
  const sizes = [8, ARTICLES] as const
  for (const size of sizes) await layOut(join(projectsDir, `Of${size}.synoptic`), size)
  for (const size of sizes) await firstVisit(launch, join(projectsDir, `Of${size}.synoptic`))
  const times = new Map<number, Opened[]>(sizes.map((size) => [size, []]))
  for (let round = 0; round < 5; round += 1) for (const size of sizes) times.get(size)?.push(await visit(launch, size))
  const median = (size: number, what: keyof Opened): number => (times.get(size) ?? []).map((one) => one[what]).sort((a, b) => a - b)[2] ?? Number.NaN
  for (const what of ['desk', 'column', 'list'] as const) {
    console.log(`S3 ${what.padEnd(6)} | ${ARTICLES} articles ${median(ARTICLES, what).toFixed(0)} ms | 8 articles ${median(8, what).toFixed(0)} ms | ratio ${(median(ARTICLES, what) / median(8, what)).toFixed(2)}`)
  }
  console.log('S3 aims: usable (column) within 1000 ms, list within 3000 ms')
})

async function layOut(folder: string, size: number): Promise<void> {
  const codebook = codebookSchema.parse({ name: 'Bridges', version: 1, dimensions: [] })
  await createProject(folder, { info: { id: `of${size}`, name: `Of ${size}`, created: NOW, memo: '' }, coder: { id: 'ana', name: 'Another coder', joined: NOW }, codebook })
  const articles = manyArticles(size, text)
  writeIndex(folder, articles)
  for (const { id } of articles.slice(0, 8)) writeFileSync(join(folder, `articles/text/${id}.txt`), text)
}

type Launch = Parameters<Parameters<typeof test>[2]>[0]['launch']

/** Leaves a column open, to be found at the next visits. */
async function firstVisit(launch: Launch, folder: string): Promise<void> {
  const { app, page } = await launch({ args: [folder] })
  const name = page.getByLabel('Your name as a coder')
  const corpus = page.getByRole('complementary', { name: 'Corpus' })
  await name.or(corpus).first().waitFor()
  if (await name.isVisible()) {
    await name.fill('First coder')
    await page.keyboard.press('Enter')
  }
  await expect(corpus).toContainText(/\d articles/)
  await expect(page.getByRole('contentinfo')).not.toContainText('Reading the list')
  await page.getByLabel('Filter the corpus').fill('n5.txt')
  await page.getByRole('button', { name: /on the 5th/ }).first().click()
  await page.getByText('The bridge stays closed').first().waitFor()
  await app.close()
}

async function visit(launch: Launch, size: number): Promise<Opened> {
  const { app, page } = await launch()
  const project = page.getByRole('button', { name: `Of ${size} ` }).first()
  await project.waitFor()
  const began = performance.now()
  await project.click()
  await page.getByRole('complementary', { name: 'Corpus' }).waitFor()
  const desk = performance.now() - began
  await page.getByText('The bridge stays closed').first().waitFor()
  const column = performance.now() - began
  await expect(page.getByRole('complementary', { name: 'Corpus' })).toContainText(`${size.toLocaleString('en')} articles`)
  await expect(page.getByRole('contentinfo')).not.toContainText('Reading the list')
  const list = performance.now() - began
  await app.close()
  return { desk, column, list }
}
