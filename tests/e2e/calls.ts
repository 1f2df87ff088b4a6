import type { Page } from '@playwright/test'
import type { Answer, Args, CallName, Progress, Result } from '../../src/preload/contract'

/** Asks the main process as the window's page does. */
export async function call<K extends CallName>(page: Page, name: K, args: Args<K>): Promise<Result<K>> {
  const answer = await page.evaluate(([what, sent]) => (window as unknown as { synoptic: { call: (...of: unknown[]) => Promise<unknown> } }).synoptic.call(what, sent), [name, args] as const)
  const { ok, ...rest } = answer as Answer<Result<K>>
  if (!ok) throw new Error(`${name}: ${JSON.stringify(rest)}`)
  return (rest as { value: Result<K> }).value
}

/** Asks the main process something small all the time. @returns milliseconds of each answer, and the longest between two files done */
export async function pinging(page: Page, project: string, during: () => Promise<void>): Promise<{ readonly pings: readonly number[]; readonly longest: number }> {
  await page.evaluate((handle) => {
    const { synoptic } = window as unknown as { synoptic: { call: (...of: unknown[]) => Promise<unknown>; on: (name: string, listener: (progress: Progress) => void) => void } }
    const watched = { pings: [] as number[], over: false, longest: 0, last: performance.now(), done: 0 }
    Object.assign(window, { watched })
    synoptic.on('progress', ({ done }) => {
      watched.longest = Math.max(watched.longest, performance.now() - watched.last)
      if (done > watched.done) [watched.done, watched.last] = [done, performance.now()]
    })
    const ping = async (): Promise<void> => {
      const start = performance.now()
      await synoptic.call('project.history', { project: handle, from: 0 })
      watched.pings.push(performance.now() - start)
      if (!watched.over) setTimeout(() => { void ping() }, 20)
    }
    void ping()
  }, project)
  await during()
  return page.evaluate(() => {
    const { watched } = window as unknown as { watched: { pings: number[]; over: boolean; longest: number } }
    watched.over = true
    return watched
  })
}
