import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { annotationSchema } from '../../../src/domain/project/annotation'
import { articleSchema } from '../../../src/domain/project/article'
import { codebookSchema } from '../../../src/domain/project/codebook'
import { codeEntries, missingFields } from '../../../src/domain/project/codes'
import { parse } from '../../../src/domain/project/parse'
import { holds } from '../../../src/domain/text/anchor'
import { overlaps } from '../../../src/domain/text/span'
import { sampleProject } from '../../../src/formats/sampleProject'

const resource = (path: string): string => readFileSync(new URL(`../../../resources/${path}`, import.meta.url), 'utf8')
const codebook = parse(codebookSchema, JSON.parse(resource('codebooks/starter.json')), 'starter.json')
const texts = Object.fromEntries(
  readdirSync(new URL('../../../resources/sample/', import.meta.url)).filter((name) => name.endsWith('.txt')).map((name) => [name, resource(`sample/${name}`)]),
)
const data: unknown = JSON.parse(resource('sample/sample.json'))

function built(over: Partial<Parameters<typeof sampleProject>[0]> = {}): ReturnType<typeof sampleProject> {
  let n = 0
  return sampleProject({ data, texts, codebook, ...over }, { id: () => `id${(n += 1)}`, now: '2026-03-01T09:30:00.000Z' })
}

describe('the sample project', () => {
  const { articles, annotations, texts: stored, events } = built()

  test('is valid, and every quote stands where its annotation says', () => {
    for (const article of articles) expect(parse(articleSchema, article, article.id)).toEqual(article)
    for (const one of annotations) {
      expect(parse(annotationSchema, one, one.id)).toEqual(one)
      for (const span of one.spans) expect(holds(stored.get(one.subject) ?? '', span)).toBe(true)
    }
  })

  test('gives every text in the folder to an article of one of two events', () => {
    expect(articles.map((article) => article.source.file).sort()).toEqual(Object.keys(texts).sort())
    expect(new Set(articles.map((article) => article.event))).toEqual(new Set(events.map((event) => event.id)))
    for (const { words } of articles.filter((article) => article.event === events[0]?.id)) {
      expect(words).toBeGreaterThanOrEqual(180)
      expect(words).toBeLessThanOrEqual(320)
    }
  })

  test('shows what there is to see: overlaps, one annotation that lacks a field, a homoglyph', () => {
    const entries = codeEntries(codebook)
    const missing = annotations.flatMap((one) => {
      const entry = entries.get(one.code)
      return entry ? missingFields(one, entry) : []
    })
    expect(missing.map((field) => field.id)).toEqual(['target'])
    const pairs = annotations.flatMap((a, i) => annotations.slice(i + 1).filter((b) => a.subject === b.subject && a.spans[0] && b.spans[0] && overlaps(a.spans[0], b.spans[0])))
    expect(pairs.length).toBeGreaterThanOrEqual(2)
    expect([...stored.values()].filter((text) => text.includes('\u041aestrel'))).toHaveLength(1)
  })

  test('knows its speakers and targets under one name, whatever each outlet calls them', () => {
    const { entities } = built()
    const names = (values: Readonly<Record<string, unknown>>): unknown[] => ['speaker', 'target'].flatMap((id) => (values[id] === undefined ? [] : [entities.find((one) => one.id === values[id])?.name]))
    const spoken = annotations.flatMap((one) => names(one.values))
    expect(spoken).not.toContain(undefined)
    // The Capital Ledger calls him “the Ordeshi strongman”.
    expect(spoken.filter((name) => name === 'the chairman of Ordesh')).toHaveLength(3)
    expect(new Set(entities.map((one) => one.name)).size).toBe(entities.length)
    expect(new Set(entities.map((one) => one.kind))).toEqual(new Set(['person', 'group', 'country', 'thing']))
    const everything = [...stored.values()].join('\n').toLowerCase()
    for (const alias of entities.flatMap((one) => one.aliases)) expect(everything).toContain(alias.toLowerCase())
  })

  test('fields hold only what their options offer', () => {
    const entries = codeEntries(codebook)
    for (const one of annotations) {
      for (const [id, value] of Object.entries(one.values)) {
        const field = entries.get(one.code)?.fields.find((candidate) => candidate.id === id)
        const offered = field?.kind === 'one-of' ? field.options.map((option) => option.id) : field?.kind === 'ordinal' ? field.options.map((option) => option.value) : [value]
        expect(offered).toContain(value)
      }
    }
  })
})

test('a quote, code or text that is not there is an error that names it', () => {
  const with_ = (coding: object): unknown => ({ name: 'S', coder: 'C', events: [{ name: 'E', date: '', articles: [{ file: 'a.txt', outlet: '', headline: '', date: '', codings: [coding] }] }] })
  const parts = { texts: { 'a.txt': 'one two one' } }
  expect(() => built({ ...parts, data: with_({ code: 'just-fight', quote: 'three' }) })).toThrow('“three” does not occur in a.txt')
  expect(() => built({ ...parts, data: with_({ code: 'just-fight', quote: 'one', occurrence: 3 }) })).toThrow('does not occur 3 times')
  expect(() => built({ ...parts, data: with_({ code: 'no-such', quote: 'one' }) })).toThrow('no code no-such')
  expect(() => built({ texts: {}, data: with_({ code: 'just-fight', quote: 'one' }) })).toThrow('a.txt is missing')
  expect(built({ ...parts, data: with_({ code: 'just-fight', quote: 'one', occurrence: 2 }) }).annotations[0]?.spans[0]?.start).toBe(8)
})
