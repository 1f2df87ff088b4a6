import type { ProjectContents } from '../../src/formats/source'
import { html } from '../../src/formats/export/report/html'
import { canonicalText } from '../../src/domain/text/canonical'
import { payloads } from '../fixtures/hostile/payloads'
import { exported, sourceOf } from '../fixtures/projects'
import { annotation, article, codebook, NOW } from '../fixtures/records'
import { expect, test } from './fixtures'
import { asked, BARE, givesPages, opensBare } from './hostile/bare'
import { watchScript } from './hostile/watch'

/** A project with a payload as text, names and notes of each article. */
function hostile(all: readonly string[]): ProjectContents {
  const text = (n: number): string => canonicalText(`It begins ${all[n] ?? ''} and ends.`)
  return {
    info: { id: 'p1', name: all[0] ?? '', created: NOW, memo: all.slice(0, 50).join('\n') }, codebook: { ...codebook, name: all[1] ?? '' }, entities: [], outlets: [], rulings: [],
    coders: [{ id: 'ann', name: all[2] ?? '', joined: NOW }], events: [{ id: 'e1', name: all[3] ?? '', date: '', variables: { [all[4] ?? '']: all[5] ?? '' } }],
    articles: all.map((markup, n) => article(`a${n}`, text(n), { headline: markup, outlet: markup, byline: markup, event: n % 2 === 0 ? 'e1' : null, variables: { [markup]: markup } })),
    texts: new Map(all.map((_none, n) => [`a${n}`, text(n)])),
    annotations: all.map((markup, n) => annotation(`n${n}`, '', { subject: `a${n}`, note: markup, code: n % 2 === 0 ? 'fight' : 'towards', values: { target: markup }, spans: [{ start: 3, end: text(n).length - 3, quote: text(n).slice(3, -3), prefix: '', suffix: '' }] })),
    sheets: all.map((markup, n) => ({ id: `s${n}`, coder: 'ann', subject: `a${n}`, coded: ['framing'], memo: markup, modified: NOW })),
  }
}

test('a report full of payloads runs nothing and asks for nothing in a browser with scripts', async () => {
  const all = payloads('http://canary.test').map(({ markup }) => markup)
  const { content } = await exported(html, sourceOf(hostile(all)))
  const policy = /<meta http-equiv="Content-Security-Policy"[^>]*>/
  expect(content).toMatch(policy)
  // The page's own policy would stop much of it: it must hold without.
  const watched = content.replace(policy, () => `<script>${watchScript.replaceAll('</', '<\\/')}</script>`)
  const bare = await opensBare()
  try {
    await givesPages(bare, { '/without': watched })
    await bare.page.goto(`${BARE}/without`)
    const happened = await bare.page.evaluate(() => {
      for (const element of document.querySelectorAll<HTMLElement>('body *')) for (const name of ['mouseover', 'focus']) element.dispatchEvent(new MouseEvent(name, { bubbles: true }))
      return (window as unknown as { watched: { happened: () => unknown } }).watched.happened()
    })
    expect(happened).toMatchObject({ executed: [], tried: [], clobbered: [] })
    const tags = await bare.page.evaluate(() => [...new Set([...document.querySelectorAll('body *')].map((one) => one.localName))].sort())
    expect(tags.filter((tag) => !['a', 'article', 'b', 'bdi', 'br', 'dd', 'div', 'dl', 'dt', 'h1', 'h2', 'h3', 'h4', 'li', 'mark', 'nav', 'ol', 'p', 'section', 'span', 'sup', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul'].includes(tag))).toEqual([])
    expect(await bare.page.evaluate(() => [...document.querySelectorAll('a')].filter((one) => one.getAttribute('href')?.startsWith('#') !== true).length)).toBe(0)
    expect(await asked(bare)).toEqual({ reached: [], outside: [] })
    console.log(`Report: ${all.length} payloads, 0 ran, 0 addresses reached.`)
  } finally {
    await bare.app.close()
  }
})
