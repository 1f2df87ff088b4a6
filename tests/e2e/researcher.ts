import { expect, type Locator, type Page } from '@playwright/test'
import { willPick, willSaveTo } from './dialogs'
import type { Launched } from './fixtures'
import { Column, columnsOf } from './column'

/** A researcher at the window: her recurring acts, each of which ends when she would see that it is done. */
export class Researcher {
  constructor(readonly at: Launched) {}

  get page(): Page {
    return this.at.page
  }

  async introducesHerself(name = 'First coder'): Promise<void> {
    await this.page.getByLabel('Your name as a coder').fill(name)
    await this.page.getByRole('button', { name: 'Continue' }).click()
    await expect(this.page.getByRole('heading', { name: 'Recent projects' })).toBeVisible()
  }

  async makesProject(name: string, folder: string): Promise<void> {
    await willSaveTo(this.at.app, folder)
    await this.page.keyboard.press('Control+n')
    await this.page.getByRole('dialog', { name: 'New project' }).getByLabel('Name').fill(name)
    await this.page.keyboard.press('Enter')
    await this.seesProject(name)
  }

  async opensSample(): Promise<void> {
    await this.page.getByRole('button', { name: 'Sample project' }).click()
    await this.seesProject('Sample: the summit at Kestrel')
  }

  async reopens(name: string): Promise<void> {
    await this.page.getByRole('listitem').getByRole('button', { name }).first().click()
    await this.seesProject(name)
  }

  async seesProject(name: string): Promise<void> {
    await expect(this.page.getByRole('banner')).toContainText(name)
  }

  /** Imports all that is new in a folder, as it is. */
  async importsFolder(folder: string): Promise<void> {
    await this.looksInto(folder)
    await this.takesIn()
  }

  async importsFiles(...files: string[]): Promise<void> {
    await willPick(this.at.app, ...files)
    await this.page.keyboard.press('Control+i')
    await this.seesFound()
    await this.takesIn()
  }

  /** Has a folder read and is shown what was found in it. */
  async looksInto(folder: string): Promise<Locator> {
    await willPick(this.at.app, folder)
    await this.page.keyboard.press('Control+Shift+i')
    return this.seesFound()
  }

  async seesFound(): Promise<Locator> {
    const found = this.page.getByRole('main', { name: /^Import / })
    await expect(found).toBeVisible({ timeout: 20_000 })
    return found
  }

  /** Imports what is ticked, and sees it among the articles. */
  async takesIn(): Promise<void> {
    await this.page.getByRole('button', { name: /^Import [\d,]+ article/ }).click()
    await expect(this.page.getByText(/^[\d,]+ articles? came in\.$/)).toBeVisible({ timeout: 20_000 })
    // What is looked for in them afterwards holds the keyboard.
    await expect(this.page.getByRole('dialog')).toBeHidden()
  }

  /** The row of an article in the table, by its file. */
  row(file: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('button', { name: file, exact: true }) })
  }

  async picksRows(...files: string[]): Promise<void> {
    for (const file of files) await this.row(file).getByRole('checkbox').check()
  }

  /** Groups articles into an event and lays them side by side. */
  async makesEvent(name: string, ...files: string[]): Promise<void> {
    await this.goesTo('Articles')
    await this.picksRows(...files)
    await this.page.getByRole('button', { name: 'New event' }).click()
    await this.page.getByLabel('What happened').fill(name)
    await this.page.getByRole('button', { name: 'Make the event' }).click()
    await this.opensEvent(name)
  }

  async opensEvent(name: string): Promise<void> {
    await this.goesTo('Read')
    await this.page.getByRole('group', { name: 'Events and articles' }).getByTitle(`Open the articles of “${name}”`).click()
    await expect(this.columns.first()).toBeVisible()
  }

  async goesTo(view: 'Read' | 'Synopsis' | 'Articles' | 'Annotations' | 'Find' | 'Codebook' | 'Entities'): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: view }).click()
  }

  /** Columns are counted from 1, as the researcher's keys count them. */
  column(n: number): Column {
    return new Column(this.page, n)
  }

  get columns(): Locator {
    return columnsOf(this.page)
  }

  get inspector(): Locator {
    return this.page.getByRole('region', { name: 'Picked annotation' })
  }

  get status(): Locator {
    return this.page.getByRole('contentinfo')
  }

  async presses(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  async types(text: string): Promise<void> {
    await this.page.keyboard.type(text)
  }

  /** Exports with a command's key to a file, as the assistant has it then, and reads what was written. */
  async exports(key: string, file: string): Promise<void> {
    await this.presses(key)
    await this.writesExport(file)
  }

  get exportAssistant(): Locator {
    return this.page.getByRole('main', { name: 'Export' })
  }

  /** Has the export that is put together written to a file, and reads where it is. */
  async writesExport(file: string): Promise<void> {
    await willSaveTo(this.at.app, file)
    await this.exportAssistant.getByRole('button', { name: 'Export …' }).click()
    const done = this.page.getByRole('dialog', { name: 'Exported' })
    await expect(done).toContainText(file)
    await done.getByRole('button', { name: 'Done' }).click()
    await expect(this.exportAssistant).toBeHidden()
  }

  /** Finds something by typing in the palette that is open, or opened by `key`, and takes the first found. */
  async finds(typed: string, key?: string): Promise<void> {
    if (key !== undefined) await this.presses(key)
    await this.page.getByRole('searchbox').fill(typed)
    await expect(this.page.getByRole('listbox').getByRole('option').first()).toContainText(typed)
    await this.presses('Enter')
    await expect(this.page.getByRole('searchbox')).toBeHidden()
  }

  async seesSaved(): Promise<void> {
    await expect(this.status.getByRole('status')).toHaveText('Saved')
  }
}
