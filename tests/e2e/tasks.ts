import type { Launched } from './fixtures'

/** The longest time, in milliseconds, for which each of the two threads that a researcher waits for did nothing else. */
export interface Tasks {
  readonly window: number
  readonly main: number
}

/**
 * Measures the longest task in the window and in the main process while something is done. Of the main process a gap counts
 * only as far as the processor worked for it, so that other programs on the machine make little difference.
 */
export async function longestTasks({ app, page }: Launched, during: () => Promise<void>): Promise<Tasks> {
  const window = await page.evaluateHandle(() => {
    const measured = { longest: 0, watch: undefined as PerformanceObserver | undefined }
    // What the browser calls long: 50 ms and more.
    measured.watch = new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) measured.longest = Math.max(measured.longest, duration) })
    measured.watch.observe({ type: 'longtask' })
    return measured
  })
  const main = await app.evaluateHandle(() => {
    const measured = { longest: 0, timer: undefined as ReturnType<typeof setInterval> | undefined }
    let [last, spent] = [performance.now(), process.cpuUsage()]
    measured.timer = setInterval(() => {
      const [now, { user, system }] = [performance.now(), process.cpuUsage(spent)]
      measured.longest = Math.max(measured.longest, Math.min(now - last, (user + system) / 1000))
      ;[last, spent] = [now, process.cpuUsage()]
    }, 4)
    return measured
  })
  await during()
  // A task is told of once it is over.
  const inWindow = await window.evaluate((measured) => new Promise<number>((resolve) => {
    setTimeout(() => {
      measured.watch?.disconnect()
      resolve(measured.longest)
    }, 50)
  }))
  const inMain = await main.evaluate((measured) => {
    clearInterval(measured.timer)
    return measured.longest
  })
  return { window: inWindow, main: inMain }
}
