import { resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { watchScript, type Happened } from './watch'

/** A browser window without the application's walls; scripts run in it. */
export interface Bare { readonly app: ElectronApplication; readonly page: Page }

export async function opensBare(): Promise<Bare> {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env as Record<string, string>
  const app = await _electron.launch({ args: [resolve('tests/e2e/hostile/bareMain.cjs')], chromiumSandbox: process.env['SYNOPTIC_TEST_SANDBOX'] !== 'off', env })
  const page = await app.firstWindow()
  page.on('dialog', (dialog) => { dialog.dismiss().catch(() => undefined) })
  return { app, page }
}

/** Where its pages are; nothing is there but what `givesPages` gives. */
export const BARE = 'http://pages.test'

interface Held { pages: Record<string, string>; reached: string[]; outside: string[] }

/** What it is to give, by path. */
export async function givesPages({ app }: Bare, pages: Readonly<Record<string, string>>): Promise<void> {
  await app.evaluate((_electron, given) => { (globalThis as unknown as Held).pages = given }, Object.fromEntries(Object.entries(pages).map(([path, page]) => [`${BARE}${path}`, page])))
}

/** What it was asked for besides its pages, each once, and what was asked of the browser. */
export async function asked({ app }: Bare): Promise<{ readonly reached: readonly string[]; readonly outside: readonly string[] }> {
  const { reached, outside } = await app.evaluate(() => { const { reached: urls, outside: acts } = globalThis as unknown as Held; return { reached: urls, outside: acts } })
  return { reached: [...new Set(reached)].filter((url) => !url.endsWith('/favicon.ico')), outside }
}

/** A page that watches itself and holds the markup as it is. */
export const watchedPage = (markup: string): string => `<!doctype html><meta charset="utf-8"><script>${watchScript.replaceAll('</', '<\\/')}</script><body>${markup}`

/**
 * Opens pages one after the other in a frame each, a number of them at a time, touches everything in them as a hand would, and takes them away.
 * @param addresses of pages of the same origin as `page`, as `watchedPage` makes them @returns what happened in each; null where the page went away by itself
 */
export async function shows(page: Page, addresses: readonly string[]): Promise<readonly (Omit<Happened, 'outside'> | null)[]> {
  return await page.evaluate(async (all) => {
    const one = async (address: string): Promise<Omit<Happened, 'outside'> | null> => {
      const frame = document.createElement('iframe')
      frame.src = address
      // A page that keeps loading for ever has shown by then what it does.
      const loaded = new Promise<void>((done) => {
        frame.addEventListener('load', () => { done() }, { once: true })
        setTimeout(done, 2_000)
      })
      document.body.append(frame)
      await loaded
      try {
        const inner = frame.contentWindow as (Window & { watched?: { happened(): Omit<Happened, 'outside'> } }) | null
        for (const element of inner?.document.querySelectorAll<HTMLElement>('body *') ?? []) {
          for (const name of ['mouseover', 'mouseenter', 'mousemove', 'pointerover', 'focus', 'focusin', 'mousedown', 'mouseup', 'mouseout', 'scroll', 'wheel', 'keydown', 'copy', 'paste']) element.dispatchEvent(new Event(name, { bubbles: true }))
          if (element.matches('[href^="java" i]') || !element.matches('a, form, button, input, area')) element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
        }
        await new Promise((done) => { setTimeout(done) })
        return inner?.watched?.happened() ?? null
      } catch {
        return null
      } finally {
        frame.remove()
      }
    }
    const outcomes: (Omit<Happened, 'outside'> | null)[] = []
    const queue = all.map((address, n) => ({ address, n }))
    await Promise.all(Array.from({ length: 8 }, async () => {
      for (let next = queue.shift(); next; next = queue.shift()) outcomes[next.n] = await one(next.address)
    }))
    return outcomes
  }, addresses)
}
