import { payloads, some } from '../fixtures/hostile/payloads'
import { synopsisHtml } from '../../src/formats/synopsis/html'
import { hostileSheet } from '../fixtures/hostile/sheet'
import { expect, test } from './fixtures'
import { asked, BARE, givesPages, opensBare, shows, watchedPage } from './hostile/bare'
import { watchScript } from './hostile/watch'

test('where nothing stops them the payloads run and reach out, and the watch sees it', async () => {
  test.setTimeout(300_000)
  const all = some(payloads('http://canary.test'), 4)
  const bare = await opensBare()
  try {
    await givesPages(bare, { '/': '<!doctype html><body>', ...Object.fromEntries(all.map(({ markup }, n) => [`/page/${n}`, watchedPage(markup)])) })
    await bare.page.goto(`${BARE}/`)
    const happened = await shows(bare.page, all.map((_none, n) => `${BARE}/page/${n}`))
    const ran = happened.filter((one) => one !== null && (one.executed.length > 0 || one.clobbered.length > 0)).length
    const gone = happened.filter((one) => one === null).length
    const strange = happened.filter((one) => one !== null && one.strange.length > 0).length
    const { reached, outside } = await asked(bare)
    const ours = reached.filter((url) => url.startsWith('http://canary.test/'))
    console.log(`Without walls: of ${all.length} payloads ${ran} ran, ${gone} took their page away, ${strange} made elements, ${ours.length} canaries and ${reached.length - ours.length} other addresses were asked for, ${outside.length} windows, navigations or downloads were asked for.`)
    // Most of the large collection need a certain place or a browser of their own; of ours most run anywhere.
    expect(ran).toBeGreaterThan(all.length / 10)
    expect(strange).toBeGreaterThan(all.length / 3)
    expect(ours.length).toBeGreaterThan(3)
  } finally {
    await bare.app.close()
  }
})

test('an exported synopsis full of payloads runs nothing and asks for nothing in a browser with scripts', async () => {
  const all = payloads('http://canary.test')
  const sheet = hostileSheet(all)
  const exported = synopsisHtml(sheet)
  const policy = /<meta http-equiv="Content-Security-Policy"[^>]*>/
  expect(exported).toMatch(policy)
  // The page's own policy would stop much of it: it must hold without.
  const watched = exported.replace(policy, `<script>${watchScript.replaceAll('</', '<\\/')}</script>`)
  const bare = await opensBare()
  const { page } = bare
  try {
    await givesPages(bare, { '/with': exported, '/without': watched, '/control': watched.replace('</body>', `${all[1]?.markup ?? ''}</body>`) })
    const happenedIn = async (path: string): Promise<unknown> => {
      await page.goto(`${BARE}${path}`)
      await page.evaluate(() => {
        for (const element of document.querySelectorAll<HTMLElement>('body *')) for (const name of ['mouseover', 'focus', 'click']) element.dispatchEvent(new MouseEvent(name, { bubbles: true }))
      })
      return page.evaluate(() => (window as unknown as { watched: { happened: () => unknown } }).watched.happened())
    }
    // The page's own style and the line that says how wide it is are no payload's.
    const own = { executed: [], tried: [], strange: ['meta', 'style'], clobbered: [] }
    expect(await happenedIn('/without')).toEqual(own)
    const tags = await page.evaluate(() => [...new Set([...document.querySelectorAll('body *')].map((one) => one.localName))].sort())
    expect(tags).toEqual(['bdi', 'div', 'h1', 'mark', 'p', 'small', 'span', 'table', 'tbody', 'td', 'th', 'thead', 'tr'])
    const told = await page.evaluate(() => [...document.querySelectorAll('td p:first-child')].map((one) => one.textContent))
    const shown = sheet.passages.flatMap(({ places }) => places.map(({ pieces }) => pieces.map(({ text }) => text).join('')))
    expect(told.map(bareText)).toEqual(shown.map(bareText))
    expect(await asked(bare)).toEqual({ reached: [], outside: [] })

    await page.goto(`${BARE}/with`)
    expect(await page.locator('tbody tr').count()).toBe(sheet.passages.length)
    expect(await happenedIn('/control')).not.toEqual(own)
    console.log(`Synopsis as HTML: ${all.length} payloads in ${sheet.passages.length} rows, 0 ran, 0 addresses reached.`)
  } finally {
    await bare.app.close()
  }
})

/** Without what an export leaves out, and white space as HTML has it. */
// oxlint-disable-next-line no-control-regex -- these are the characters meant
const bareText = (text: string | null): string => (text ?? '').replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '').replace(/\s+/g, ' ').trim()
