import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { expect, test } from '../e2e/fixtures'
import { Researcher } from '../e2e/researcher'
import { longestTasks } from '../e2e/tasks'
import { millionLines, oneLine, type HugeArticle } from '../fixtures/hugeArticles'

/** Milliseconds that no task may take, in the window or in the main process. */
const LIMIT = 200

const articles: Readonly<Record<string, () => HugeArticle>> = { '10 MB in one line': oneLine, '1,000,000 lines': millionLines }

for (const [name, make] of Object.entries(articles)) {
  test(`an article of ${name}, from import to a search`, async ({ launch, projectsDir }) => {
    const { text, called, first, last } = make()
    const file = join(projectsDir, 'huge.txt')
    writeFileSync(file, text)
    const at = await launch()
    const ana = new Researcher(at)
    const { page } = ana
    await ana.introducesHerself()
    await ana.makesProject('Huge', join(projectsDir, 'Huge.synoptic'))
    const step = async (what: string, during: () => Promise<void>): Promise<void> => {
      const began = performance.now()
      const tasks = await longestTasks(at, during)
      console.log(`Limits | ${name} | ${what.padEnd(26)} | longest task: window ${tasks.window.toFixed(0)} ms, main ${tasks.main.toFixed(0)} ms | took ${((performance.now() - began) / 1000).toFixed(1)} s`)
      expect.soft(tasks.window, `${what}: in the window`).toBeLessThan(LIMIT)
      expect.soft(tasks.main, `${what}: in the main process`).toBeLessThan(LIMIT)
    }
    const column = ana.column(1)
    const sees = (words: string): Promise<void> => expect.poll(() => wordsInView(column.text)).toContain(words)
    await step('looking into the file', async () => {
      await ana.looksInto(file)
      await expect(page.getByRole('button', { name: 'Import 1 article' })).toBeVisible()
    })
    await step('importing', () => ana.takesIn())
    await step('opening', async () => {
      await ana.finds(called, 'Control+t')
      await sees(first)
    })
    await step('scrolling', async () => { for (let turn = 0; turn < 5; turn += 1) await column.scrollsBy(3_000) })
    await step('to the end and back', async () => {
      await column.text.evaluate((element) => { element.scrollTop = element.scrollHeight })
      await sees(last)
      await column.text.evaluate((element) => { element.scrollTop = 0 })
      await sees(first)
    })
    await step('coding', async () => {
      await column.enters()
      await ana.presses('ArrowDown', 'ArrowDown', 'j')
      await expect(ana.inspector).toContainText('nothing at all')
      await ana.seesSaved()
    })
    await step('selecting with the mouse', async () => {
      const box = await column.text.boundingBox()
      if (!box) throw new Error('There is no column.')
      const { x, y, width } = box
      await page.mouse.move(x + width / 4, y + 100)
      await page.mouse.down()
      await page.mouse.move(x + width / 2, y + 300, { steps: 8 })
      await page.mouse.up()
      await expect.poll(() => column.selected()).not.toBe('')
      await ana.presses('Escape')
    })
    await step('undo and redo', async () => {
      await ana.presses('Control+z')
      await expect(ana.inspector).toBeHidden()
      await ana.presses('Control+Shift+z')
      await ana.seesSaved()
    })
    await step('searching', async () => {
      await ana.presses('Control+Shift+f')
      await page.getByLabel('Find in all articles').fill('cosmodrome')
      await expect(page.getByRole('status').filter({ hasText: '1 hit in 1 article' })).toBeVisible()
    })
    await step('searching for what is all over', async () => {
      await page.getByLabel('Find in all articles').fill('nothing at all')
      await expect(page.getByRole('status').filter({ hasText: /hits in 1 article/ })).toBeVisible()
    })
    await step('going to what was found', async () => {
      await page.getByLabel('Find in all articles').fill('cosmodrome')
      await expect(page.getByRole('status').filter({ hasText: '1 hit in 1 article' })).toBeVisible()
      await page.getByRole('grid', { name: 'Hits' }).getByRole('rowgroup').getByRole('row').first().dblclick()
      await sees(last)
    })
    await step('closing and opening again', async () => {
      await ana.finds('Close project', 'Control+k')
      await ana.reopens('Huge')
      await sees(last)
    })
  })
}

/** What stands in the visible part of a column. To look through all of its text would itself be a long task. */
const wordsInView = (text: Locator): Promise<string> => text.evaluate((column) => {
  const { left, width, top, bottom } = column.getBoundingClientRect()
  const seen = new Set<Element>()
  for (let y = top + 4; y < bottom; y += 12) {
    const there = document.elementFromPoint(left + width / 3, y)
    if (there?.matches('p')) seen.add(there)
  }
  return [...seen].map((paragraph) => paragraph.textContent ?? '').join('\n')
})
