import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { html } from '../../../../src/formats/import/html'
import { parseHtml } from '../../../../src/formats/import/htmlDocument'
import { textOfHtml } from '../../../../src/formats/import/htmlText'
import type { FoundArticle } from '../../../../src/formats/import/importer'
import { importers } from '../../../../src/formats/import/importers'
import { articlesIn, fileOf, refusalOf } from '../../../fixtures/imports'

const read = async (page: string): Promise<FoundArticle | undefined> => (await articlesIn(html, fileOf('a.html', page)))[0]

const sentences = (about: string): string => `The council spoke about ${about} for hours, and nobody, it was said, wanted to leave before the vote was taken. `.repeat(3)
const article = ['the bridge', 'the harbour', 'the school', 'the tower'].map((about) => `<p class="story-text">${sentences(about)}</p>`).join('')
const furniture = (inner: string): string => `<nav class="menu"><ul>${'<li><a href="/x">Some link to somewhere</a></li>'.repeat(12)}</ul></nav><div id="main"><div class="article-body">${inner}</div></div>
  <div class="sidebar related"><h3>Related</h3><a href="/y">Another story altogether</a></div><div class="comments"><p>A reader thinks otherwise.</p></div><footer class="footer">Imprint</footer>`

describe('a web page', () => {
  test('is its main text, with headings and paragraphs', async () => {
    const found = await read(`<!doctype html><html lang="en-GB"><head><title>A bridge opens | The Meridian</title></head><body>${furniture(`<h1>A bridge opens</h1>${article}<h2>What is next</h2><p>${sentences('the next years')}</p><ul><li>One thing</li><li>Another thing</li></ul>`)}</body></html>`)
    expect(found?.text).toMatch(/^A bridge opens\n\nThe council spoke about the bridge/)
    expect(found?.text.split('\n\n').slice(1, 5)).toEqual(['the bridge', 'the harbour', 'the school', 'the tower'].map((about) => sentences(about).trim()))
    expect(found?.text).toMatch(/\n\n• One thing\n• Another thing$/)
    for (const other of ['Some link', 'Another story', 'A reader thinks', 'Imprint']) expect(found?.text).not.toContain(other)
    expect(found?.headings.map(({ start, end }) => found.text.slice(start, end))).toEqual(['A bridge opens', 'What is next'])
    expect(found).toMatchObject({ headline: 'A bridge opens', language: 'en-GB', outlet: '', date: '', problems: [] })
  })

  test('that is short is taken whole', async () => {
    expect((await read('<!doctype html><div>One</div><div class="comment">Two</div>'))?.text).toBe('One\n\nTwo')
  })

  test('says in its head what it is about', async () => {
    expect(await read(`<html lang=de><head><meta property="og:title" content="A bridge  opens – The Meridian"><meta property="og:site_name" content="The Meridian"><meta property="article:published_time" content="2024-03-12T23:30:00+01:00">
      <meta name="author" content="An author"><meta property="article:section" content="Local"><link rel="canonical" href="https://example.org/bridge"></head><body><p>Text</p></body></html>`)).toMatchObject({
      headline: 'A bridge opens', outlet: 'The Meridian', date: '2024-03-12', byline: 'An author', section: 'Local', url: 'https://example.org/bridge', language: 'de', text: 'A bridge opens\n\nText', problems: [],
    })
  })

  test('says it in JSON-LD, or in elements of the page', async () => {
    const data = { '@context': 'https://schema.org', '@graph': [{ '@type': 'WebSite', name: 'x' }, { '@type': ['NewsArticle'], headline: 'A bridge opens', datePublished: '2024-03-12', author: [{ name: 'One' }, { name: 'Two' }], publisher: { '@type': 'Organization', name: 'The Meridian' }, articleSection: ['Local', 'Traffic'] }] }
    expect(await read(`<html><script type="application/ld+json">{"broken</script><script type="application/ld+json">${JSON.stringify(data)}</script><p>Text`)).toMatchObject({ headline: 'A bridge opens', outlet: 'The Meridian', date: '2024-03-12', byline: 'One, Two', section: 'Local, Traffic' })
    expect(await read('<html><article><h1>A bridge</h1><time datetime="2024-03-12">Tuesday</time><span itemprop="author">One</span><p>Text</article><time datetime="2023-01-01">')).toMatchObject({ headline: 'A bridge', date: '2024-03-12', byline: 'One' })
  })

  test('from which nothing is guessed', async () => {
    expect(await read('<html lang="???"><meta property="article:published_time" content="03/04/2024"><link rel=canonical href="javascript:alert(1)"><meta name=author content="https://example.org/me"><time datetime=2024-01-01></time><time datetime=2024-01-02></time><p>Text')).toMatchObject({
      headline: '', date: '', language: '', url: '', byline: '', problems: [{ kind: 'unread-date', quote: '03/04/2024' }],
    })
  })

  test('of which little is taken says so', async () => {
    const list = Array.from({ length: 400 }, (_, i) => `<li><a href="/${i}">A link to a story about something ${i}</a></li>`).join('')
    expect((await read(`<!doctype html><ul class="menu">${list}</ul>${furniture(article)}`))?.problems).toEqual([{ kind: 'note', message: expect.stringMatching(/^Only \d+ %/) as string }])
  })

  test('of thousands of elements is what it marks as its article', async () => {
    const many = '<p>A line of a long list.</p>'.repeat(3500)
    expect((await read(`<!doctype html><nav>${many}</nav><article><p>${sentences('the list')}</p></article><div>${many}</div>`))?.text).toBe(sentences('the list').trim())
  })

  test('is known by how it begins, or by its name and a tag', () => {
    const recognised = (name: string, content: string): unknown => html.recognises(fileOf(name, content))
    expect([recognised('a', '\uFEFF <!-- saved --><!DOCTYPE html>x'), recognised('a', '<?xml version="1.0"?>\n<html xmlns="x">'), recognised('a.htm', 'A <b>word</b>')]).toEqual([true, true, true])
    expect([recognised('a', 'An <html> element'), recognised('a.html', 'no tags at all'), recognised('a', '<package/>'), recognised('a.html', '\0\0\0')]).toEqual([false, false, false, false])
  })

  test('without text is refused', async () => {
    for (const page of ['<!doctype html><title>x</title><script>y</script>', '<html><frameset><frame src="a"></frameset></html>']) expect(await refusalOf(read(page))).toMatch(/^empty: /)
  })

  test('cut off anywhere is read as far as it goes', async () => {
    const page = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Été</title><script>let a = "<p>"</script><body>${furniture(article)}<p>Fin à Besançon`
    const bytes = Buffer.from(page)
    for (let length = 1; length <= bytes.length; length += 97) {
      const file = fileOf('a.html', bytes.subarray(0, length))
      if (!html.recognises(file)) continue
      expect(await refusalOf(articlesIn(html, file).then(([one]) => { expect(one?.text).not.toMatch(/\uFFFD|let a/) }))).toMatch(/^(?:none|empty: .*)$/)
    }
  })
})

interface Payload { readonly id: string; readonly payload: string }

const shared = new URL('../../../../../shared/payloads/xss/', import.meta.url)
const payloadsIn = (name: string): readonly Payload[] => readFileSync(new URL(name, shared), 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Payload)

/** Letters, digits and signs without white space and what lists are marked with. */
const bare = (text: string): string => text.replace(/[\s•]+/g, '')

describe.runIf(existsSync(shared))('the shared payloads (left out where ../shared is missing)', () => {
  test.each(existsSync(shared) ? ['payloads.jsonl', 'leaks.jsonl'] : [])('%s leave nothing but the text that a page without scripts shows', async (name) => {
    const different: string[] = []
    for (const { id, payload } of payloadsIn(name)) {
      const page = `<!doctype html><title>Title</title><body>before ${payload}\n<p>after`
      const shown = bare(textOfHtml(parseHtml(page).body).text)
      const found = await articlesIn(html, fileOf('a.html', page)).then(([one]) => bare(one?.text ?? ''), String)
      if (found !== `Title${shown}` || (found.includes('\uFFFD') && !/&#|\uFFFD/.test(payload))) different.push(id)
    }
    expect(different).toEqual([])
  }, 120_000)

  test('every payload is imported or refused by each format that could be meant', async () => {
    for (const { id, payload } of [...payloadsIn('payloads.jsonl'), ...payloadsIn('leaks.jsonl')]) {
      for (const name of [`${id}.html`, `${id}.md`]) {
        const file = fileOf(name, payload)
        const recognised = await Promise.all(importers.map(async (one) => await one.recognises(file)))
        const importer = importers[recognised.indexOf(true)]
        expect(importer && !importer.table ? await refusalOf(articlesIn(importer, file)) : 'none').toMatch(/^(?:none|empty|not-decodable|binary|not-text)/)
      }
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  }, 120_000)
})
