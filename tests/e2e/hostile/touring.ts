import type { Locator, Page } from '@playwright/test'

/**
 * Scrolls everything that scrolls within an element from its beginning to its end, and waits for what is drawn anew.
 * @param step in heights of what scrolls @returns how many views there were
 */
export async function scrollsThrough(within: Locator, step = 0.9): Promise<number> {
  return await within.evaluate(async (root, heights) => {
    const drawn = (): Promise<void> => new Promise((done) => { requestAnimationFrame(() => { setTimeout(done) }) })
    const scrollers = [root, ...root.querySelectorAll('*')].filter((one) => one.scrollHeight > one.clientHeight + 4 && /auto|scroll/.test(getComputedStyle(one).overflowY))
    let views = 1
    for (const one of scrollers) {
      for (one.scrollTop = 0; ;) {
        await drawn()
        views += 1
        const before = one.scrollTop
        one.scrollTop += Math.max(40, one.clientHeight * heights)
        if (one.scrollTop <= before) break
      }
    }
    return views
  }, step)
}

/** Tells every element that the mouse and the keyboard are on it, as handlers in markup would hear it. @returns how many there are */
export async function stirs(page: Page): Promise<number> {
  return await page.evaluate(() => {
    const all = document.querySelectorAll('body *')
    for (const element of all) {
      for (const name of ['mouseenter', 'mouseover', 'mousemove', 'focusin', 'mouseout', 'mouseleave']) element.dispatchEvent(new MouseEvent(name, { bubbles: /over|out|move|in$/.test(name) }))
    }
    return all.length
  })
}
