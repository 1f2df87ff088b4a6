import type { Page } from '@playwright/test'

/** How long the window's frames took while something was done, in milliseconds. */
export interface Frames {
  readonly median: number
  /** 95th percentile. */
  readonly p95: number
  readonly longest: number
  /** How many there were. */
  readonly count: number
}

/** Measures the time between the window's frames while something else is done. */
export async function framesDuring(page: Page, during: () => Promise<void>): Promise<Frames> {
  const watch = await page.evaluateHandle(() => {
    const measured = { gaps: [] as number[], over: false }
    let last = performance.now()
    const frame = (now: number): void => {
      measured.gaps.push(now - last)
      last = now
      if (!measured.over) requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
    return measured
  })
  await during()
  const gaps = await watch.evaluate((measured) => {
    measured.over = true
    return measured.gaps
  })
  const sorted = gaps.sort((a, b) => a - b)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { median: at(0.5), p95: at(0.95), longest: at(1), count: sorted.length }
}

/** How long the window stood still: the longest time between two of its frames while something else is done. */
export const longestGap = async (page: Page, during: () => Promise<void>): Promise<number> => (await framesDuring(page, during)).longest
