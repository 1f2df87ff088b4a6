import { expect, type Locator, type Page } from '@playwright/test'

interface Place { readonly x: number; readonly y: number }

/** All columns on the desk, from left to right, also those whose text is still being read. */
export const columnsOf = (page: Page): Locator => page.getByRole('region').filter({ has: page.getByRole('heading', { level: 1 }) })

/** A column of text on the desk, and what hand and eye do in it. */
export class Column {
  readonly text: Locator
  readonly whole: Locator
  /** What one drags to reorder. */
  readonly head: Locator

  constructor(readonly page: Page, readonly n: number) {
    this.whole = columnsOf(page).nth(n - 1)
    this.head = this.whole.getByTitle('Drag to reorder')
    this.text = this.whole.getByRole('document')
  }

  /** Drags the mouse over words, from their first character to their last; `within` tells which, where they occur often. */
  async drags(words: string, within = words): Promise<void> {
    await this.sweeps(words, within)
    await expect.poll(() => this.selected()).toBe(words)
  }

  /** The same, where what comes of it is no selection. */
  async sweeps(words: string, within = words): Promise<void> {
    const { from, to } = await this.placeOf(words, within)
    const { mouse } = this.page
    await mouse.move(from.x, from.y)
    await mouse.down()
    await mouse.move(to.x, to.y, { steps: 4 })
    await mouse.up()
  }

  async clicks(words: string): Promise<void> {
    const { from } = await this.placeOf(words)
    await this.page.mouse.click(from.x + 2, from.y)
  }

  /** Takes the keyboard to the column. */
  async enters(): Promise<void> {
    await this.page.keyboard.press(`Control+${this.n}`)
    await expect(this.text).toBeFocused()
  }

  /** The words that stand out as selected. */
  selected(): Promise<string> {
    return this.text.evaluate((text) => {
      const selection = getSelection()
      return selection && text.contains(selection.anchorNode) ? selection.toString() : ''
    })
  }

  /** What the labels in the margin say, from the top down. */
  async labels(): Promise<string[]> {
    return this.text.locator('.reader-label').allInnerTexts()
  }

  /** Drags an end of the picked annotation to the end of other words. */
  async dragsGrip(end: 'start' | 'end', words: string): Promise<void> {
    const { to } = await this.placeOf(words)
    const grip = await this.text.locator(`.reader-grip.${end}`).boundingBox()
    if (!grip) throw new Error(`The picked annotation has no grip at its ${end}.`)
    const { mouse } = this.page
    // What one takes hold of is the dot at its outer end.
    await mouse.move(grip.x + grip.width / 2, end === 'end' ? grip.y + grip.height + 1 : grip.y - 1)
    await mouse.down()
    await mouse.move(to.x, to.y, { steps: 6 })
    await mouse.up()
  }

  /** How far down it is scrolled, in pixels. */
  scrolled(): Promise<number> {
    return this.text.evaluate((text) => text.scrollTop)
  }

  /** Turns the wheel over the column and waits until it has come to rest: the wheel stays with a column that still moves. */
  async scrollsBy(pixels: number): Promise<void> {
    const rest = await this.text.evaluateHandle((text) => ({
      reached: new Promise<void>((done) => { text.addEventListener('scrollend', () => { done() }, { once: true }) }),
    }))
    await this.text.hover()
    await this.page.mouse.wheel(0, pixels)
    await rest.evaluate(({ reached }) => reached)
  }

  /** Where words begin and end in the window; they are scrolled to if need be. They must stand in one paragraph. */
  async placeOf(words: string, within = words): Promise<{ from: Place; to: Place }> {
    const paragraph = this.text.locator('p').filter({ hasText: within }).first()
    // To the middle: near an edge the column would scroll by itself while one drags.
    return paragraph.evaluate(async (element, { words, within }) => {
      const node = element.firstChild
      const text = node?.textContent ?? ''
      const start = text.indexOf(words, text.indexOf(within))
      if (!node || start === -1) throw new Error(`“${words}” is not in this paragraph.`)
      const boxOf = (at: number): DOMRect => {
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + 1)
        return range.getBoundingClientRect()
      }
      const column = element.closest('[role=document]')
      for (let before = NaN; column && before !== column.scrollTop;) {
        before = column.scrollTop
        const { top, height } = column.getBoundingClientRect()
        const [above, below] = [boxOf(start).top - top, boxOf(start + words.length - 1).bottom - top]
        if (above < 60 || below > height - 60) column.scrollTop += (above + below - height) / 2
        await new Promise((shown) => { requestAnimationFrame(() => { requestAnimationFrame(shown) }) })
      }
      const [first, last] = [boxOf(start), boxOf(start + words.length - 1)]
      const middle = (box: DOMRect): number => box.top + box.height / 2
      return { from: { x: first.left + 0.5, y: middle(first) }, to: { x: last.right - 0.5, y: middle(last) } }
    }, { words, within })
  }
}
