import { expect, type Locator, type Page } from '@playwright/test'

/** The outline of the codebook, as one reads it. */
export class Outline {
  readonly tree: Locator
  readonly form: Locator

  constructor(readonly page: Page) {
    this.tree = page.getByRole('tree', { name: 'Dimensions and codes' })
    this.form = page.getByRole('region', { name: 'Definition' })
  }

  row(name: string): Locator {
    return this.tree.getByRole('treeitem', { name: new RegExp(`^${name}(,|$)`) })
  }

  async choose(name: string): Promise<void> {
    await this.row(name).click()
    await expect(this.row(name)).toHaveAttribute('aria-selected', 'true')
    await expect(this.tree).toBeFocused()
  }

  /** Rows from the top, further in by two spaces a level. */
  drawn(): Promise<string[]> {
    return this.tree.getByRole('treeitem').evaluateAll((rows) => rows.map((row) => `${'  '.repeat(Number(row.getAttribute('aria-level')) - 1)}${row.querySelector('bdi')?.textContent ?? ''}`))
  }

  async shows(...rows: string[]): Promise<void> {
    await expect.poll(() => this.drawn()).toEqual(rows)
  }

  /** What was last said to somebody who can't see the outline. */
  get said(): Locator {
    return this.page.locator('[data-said]')
  }
}
