import type { Page } from '@playwright/test'

/**
 * Measures how long the window stood still, in milliseconds: the longest time between two of its frames while
 * something else is done.
 */
export async function longestGap(page: Page, during: () => Promise<void>): Promise<number> {
  const watch = await page.evaluateHandle(() => {
    const measured = { longest: 0, over: false }
    let last = performance.now()
    const frame = (now: number): void => {
      measured.longest = Math.max(measured.longest, now - last)
      last = now
      if (!measured.over) requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
    return measured
  })
  await during()
  return watch.evaluate((measured) => {
    measured.over = true
    return measured.longest
  })
}
