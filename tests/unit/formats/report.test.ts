import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalText } from '../../../src/domain/text/canonical'
import { positionsOnly } from '../../../src/formats/export/positionsOnly'
import { html } from '../../../src/formats/export/report/html'
import { markedLines, type Mark } from '../../../src/formats/export/report/marks'
import type { ProjectContents } from '../../../src/formats/source'
import { exported, project, sourceOf } from '../../fixtures/projects'
import { annotation, article, codebook, NOW } from '../../fixtures/records'

const marked = 'The minister told <the Courier> of a <just fight>.'
const text = `${marked.replace(/[<>]/g, '')}\n\nShare this page`
const contents: ProjectContents = {
  info: { id: 'p1', name: 'Bridges & <roads>', created: NOW, memo: 'What we look for.' }, codebook, entities: [], rulings: [], outlets: [],
  coders: [{ id: 'ann', name: 'Ann', joined: NOW }, { id: 'bob', name: 'Bob', joined: NOW }],
  events: [{ id: 'e1', name: 'The summit', date: '2024-03-12', variables: { place: 'Kestrel' } }], texts: new Map([['a1', text], ['a2', 'Other.']]),
  articles: [
    article('a1', text, { event: 'e1', headline: 'A just fight', passages: [{ start: text.indexOf('Share'), end: text.length, quote: 'Share this page', reason: 'sharing', state: 'excluded', words: 3 }] }),
    article('a2', 'Other.', { headline: 'Elsewhere' }),
  ],
  annotations: [
    annotation('n1', marked), annotation('n2', marked, { coder: 'bob', code: 'minister', values: { form: 'direct', cue: 'told' }, note: 'as so often', certainty: 'low' }),
    annotation('n3', '<Other>', { subject: 'a2', textVersion: 9 }),
  ],
  sheets: [{ id: 's1', coder: 'ann', subject: 'a1', coded: ['framing', 'sentiment'], memo: 'Read twice.', modified: NOW }],
}

const written = async (source = sourceOf(contents)): Promise<string> => (await exported(html, source)).content

/** What a browser shows of it, roughly. */
const shown = (page: string): string => page.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]+>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')

describe('a report', () => {
  it('tells the text with what was coded in it, and who coded it how beside it', async () => {
    const page = await written()
    expect(page).toContain('<title>Bridges &amp; &lt;roads&gt;</title>')
    expect(page).toMatch(/The minister told <sup class="amber">1<\/sup><sup class="amber">2<\/sup><mark class="amber many">the Courier<\/mark> of a /)
    const read = shown(page)
    expect(read).toContain('1 Framing › fight')
    expect(read).toContain('2 Sourcing › government › ministerBob · Form: direct quotation · Cue: told · certainty low · note: as so often')
    expect(read).toContain('Ann: finished Framing, Sentiment (nothing found); note: Read twice.')
    expect(page).toContain('<span class="left">Share this page</span>')
  })

  it('has each event with its articles, and those without one at the end', async () => {
    const read = shown(await written())
    const at = ['Codebook: Example', 'The summit', '2024-03-12 · 1 article · place: Kestrel', 'A just fight', 'Articles without an event', 'Elsewhere', 'How often codes were given'].map((words) => read.lastIndexOf(words))
    expect(at.every((place) => place > 0)).toBe(true)
    expect([...at].sort((a, b) => a - b)).toEqual(at)
  })

  it('says what was not found again after a correction, rather than marking other words', async () => {
    const page = await written()
    expect(page).toContain('<p dir="auto">Other.</p>')
    expect(shown(page)).toMatch(/Not found again after the text was corrected\s*1 Framing › fight “Other”/)
  })

  it('counts codes by coder, and the articles they are in', async () => {
    expect(await written()).toMatch(/fight<\/bdi><\/th><td class="n">2<\/td><td class="n">0<\/td><td class="n">2<\/td><td class="n">2<\/td>/)
  })

  it('has nothing of the texts where only positions are asked for', async () => {
    const page = await written(positionsOnly(sourceOf(contents)))
    expect(page).not.toMatch(/minister told|Courier|Share|Other\.|▒/)
    expect(shown(page)).toContain('1 Framing › fight 18–29, 35–45')
  })

  it('has no script, fetches nothing, and puts nothing of a project into its markup', async () => {
    await fc.assert(fc.asyncProperty(project, async (any) => {
      const { content } = await exported(html, sourceOf(any))
      expect(content).toContain("default-src 'none'; style-src 'unsafe-inline'")
      const tags = new Set(Array.from(content.matchAll(/<\/?([a-z0-9!]+)/gi), ([, tag = '']) => tag.toLowerCase()))
      for (const tag of ['html', 'head', 'meta', 'title', 'style', 'body', '!doctype', 'h1', 'h2', 'h3', 'h4', 'p', 'bdi', 'nav', 'ul', 'li', 'a', 'section', 'article', 'div', 'ol', 'b', 'br', 'span', 'sup', 'mark', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'dl', 'dt', 'dd']) tags.delete(tag)
      expect([...tags]).toEqual([])
    }), { seed: 7, numRuns: 60 })
  })
})

describe('marked lines', () => {
  const body = fc.string({ unit: fc.constantFrom('a', 'b', '<', '&', ' ', '\n', '😀'), maxLength: 60 }).map(canonicalText)
  const someMarks = (length: number): fc.Arbitrary<Mark[]> => fc.array(fc.tuple(fc.nat(length), fc.nat(length)), { maxLength: 6 })
    .map((ends) => ends.filter(([a, b]) => a !== b).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) })).sort((a, b) => a.start - b.start || b.end - a.end).map((span, i) => ({ ...span, number: i + 1, colour: 'blue' as const, tint: true })))

  it('say the text as it is and mark exactly what was coded', () => {
    fc.assert(fc.property(body.chain((own) => fc.tuple(fc.constant(own), someMarks(own.length))), ([own, marks]) => {
      const lines = [...markedLines(own, marks, [])]
      for (const { start, end, html: line } of lines) {
        expect(shown(line.replace(/<sup.*?<\/sup>/g, ''))).toBe(own.slice(start, end))
        const inside = Array.from(line.matchAll(/<mark[^>]*>(.*?)<\/mark>/gs), ([, words = '']) => shown(words)).join('')
        const coded = Array.from({ length: end - start }, (_none, i) => start + i).filter((at) => marks.some((mark) => mark.start <= at && mark.end > at)).map((at) => own[at]).join('')
        expect(inside).toBe(coded)
      }
      const begun = lines.flatMap(({ begins }) => begins)
      expect(begun.sort((a, b) => a - b)).toEqual(marks.map(({ number }) => number).sort((a, b) => a - b))
    }), { seed: 11, numRuns: 300 })
  })
})
