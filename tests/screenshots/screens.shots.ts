import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../e2e/fixtures'
import { choosesFromMenu } from '../e2e/menu'
import { Researcher } from '../e2e/researcher'

const folder = join('docs', 'images')
const sizes = [{ width: 1440, height: 900 }, { width: 1024, height: 700 }] as const
const themes = ['light', 'dark'] as const

for (const size of sizes) {
  for (const theme of themes) {
    test(`${size.width} ${theme}`, async ({ launch, projectsDir }) => {
      await mkdir(folder, { recursive: true })
      const at = await launch({ size, env: { HOME: projectsDir } })
      const { page, app } = at
      const she = new Researcher(at)
      const draws = async (name: string): Promise<void> => {
        // Nothing is drawn as if the mouse were on it.
        await page.mouse.move(0, 0)
        await page.evaluate(async () => {
          await document.fonts.ready
          await new Promise((shown) => { requestAnimationFrame(() => { requestAnimationFrame(shown) }) })
        })
        await page.screenshot({ path: join(folder, `${name}-${size.width}-${theme}.png`), animations: 'disabled', caret: 'hide' })
      }
      await she.introducesHerself('First coder')
      await choosesFromMenu(app, 'View', theme === 'light' ? 'Light' : 'Dark')
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
      await draws('start')

      await she.opensSample()
      await expect(she.column(2).text).toBeVisible()
      const meridian = page.getByRole('region', { name: 'The Meridian' })
      await meridian.getByText('government').first().click()
      await expect(she.inspector).toContainText('government')
      await draws('reader')

      await she.presses('Control+2', 'ArrowDown', 'ArrowDown', 'ArrowDown', 's', 'f')
      await expect(she.inspector).toContainText('towards a target')
      await draws('fields')
      await she.presses('Escape', 'Enter')
      await expect(page.getByRole('searchbox', { name: 'Choose a code' })).toBeVisible()
      await draws('codes')
      await she.presses('Escape')

      for (const outlet of ['Velmar Today', 'Capital Ledger']) await she.finds(outlet, 'Control+t')
      await expect(she.columns).toHaveCount(4)
      await expect(she.column(4).text).toBeVisible()
      await draws('four-columns')

      await she.presses('Control+k')
      await expect(page.getByRole('option').first()).toBeVisible()
      await draws('palette')
      await she.presses('Escape', 'F1')
      await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
      await draws('keys')
      await she.presses('Escape')

      await she.goesTo('Articles')
      await she.picksRows('meridian.txt', 'northern-press.txt')
      await draws('articles')

      await she.goesTo('Find')
      await page.getByLabel('Find in all articles').fill('said')
      await expect(page.getByRole('grid', { name: 'Hits' }).getByRole('row').nth(8)).toBeVisible()
      await she.presses('ArrowDown', 'Home', ' ', 'ArrowDown', 'ArrowDown', ' ')
      await draws('find')
    })
  }
}
