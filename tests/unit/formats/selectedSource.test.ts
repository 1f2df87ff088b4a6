import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Selection } from '../../../src/domain/exporting/selection'
import { everything } from '../../../src/domain/exporting/usual'
import { codebookSchema } from '../../../src/domain/project/codebook'
import { codeEntries, missingFields } from '../../../src/domain/project/codes'
import { selectedSource } from '../../../src/formats/export/selectedSource'
import type { Coded, ProjectContents, ProjectSource } from '../../../src/formats/source'
import { project, sourceOf } from '../../fixtures/projects'
import { LATER, NOW, annotation, article, codebook } from '../../fixtures/records'

const study: ProjectContents = {
  info: { id: 'p1', name: 'Example', created: NOW, memo: '' }, coders: ['ann', 'bob'].map((id) => ({ id, name: id, joined: NOW })), codebook,
  events: [{ id: 'e1', name: 'Summit', date: '2024-03', variables: {} }, { id: 'e2', name: 'Strike', date: '', variables: {} }], entities: [],
  outlets: ['The Meridian', 'Velmar Today'].map((name, i) => ({ id: `o${i}`, name, aliases: [], variables: {} })), rulings: [],
  articles: [article('a1', 'one two', { event: 'e1' }), article('a2', 'one two', { event: 'e2', date: '2024', outlet: 'Velmar Today' }), article('a3', 'one two', { event: null, date: '' })],
  annotations: [
    annotation('n1', '<one> two', { code: 'minister', values: { form: 'direct' } }), annotation('n2', '<one> two', { coder: 'bob', code: 'minister' }),
    annotation('n3', '<one> two', { subject: 'a2' }), annotation('n4', '', { subject: 'e1', unit: 'event', spans: [] }),
  ],
  sheets: ['ann', 'bob'].map((coder) => ({ id: `s-${coder}`, coder, subject: 'a1', coded: ['framing', 'sourcing'], memo: '', modified: LATER })),
  texts: new Map(['a1', 'a2', 'a3'].map((id) => [id, 'one two'])),
}
const picked = (over: Partial<Selection>, contents = study): ProjectSource => selectedSource(sourceOf(contents), { ...everything, ...over })
const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id)

async function codedOf(source: ProjectSource): Promise<Coded> {
  const all = await Promise.all([...source.events, ...source.articles].map(async ({ id }) => source.coded(id)))
  return { annotations: all.flatMap((one) => one.annotations), sheets: all.flatMap((one) => one.sheets) }
}

test('what is not limited is the project itself', () => {
  const source = sourceOf(study)
  expect(selectedSource(source, everything)).toBe(source)
})

describe('articles and events', () => {
  test('events come along with their articles, outlets with theirs', () => {
    const { articles, events, outlets } = picked({ articles: ['a1', 'gone'] })
    expect([ids(articles), ids(events), outlets.map(({ name }) => name)]).toEqual([['a1'], ['e1'], ['The Meridian']])
  })

  test('of chosen events all articles come along', () => {
    const { articles, events } = picked({ events: ['e2'] })
    expect([ids(articles), ids(events)]).toEqual([['a2'], ['e2']])
  })

  test.each([
    ['2024-03-12', '', ['a1', 'a2'], ['e1', 'e2']], ['2024-03', '2024-03', ['a1', 'a2'], ['e1', 'e2']], ['', '2024-03-11', ['a2'], ['e1', 'e2']], ['2025', '', [], []],
  ])('from “%s” to “%s” takes in what may have been then, and nothing undated', (from, to, articles, events) => {
    const found = picked({ from, to })
    expect([ids(found.articles), ids(found.events)]).toEqual([articles, events])
  })
})

describe('codes', () => {
  test('whoever found something under another code has not found nothing', async () => {
    const { sheets } = await codedOf(picked({ codes: ['conflict'], articles: ['a1'] }, { ...study, annotations: [annotation('n1', '<one> two')] }))
    expect(sheets.map(({ coder, coded }) => [coder, coded])).toEqual([['ann', ['sourcing']], ['bob', ['framing', 'sourcing']]])
  })

  test('the codebook shrinks to chosen dimensions, and to chosen codes with those above them', async () => {
    expect(picked({ dimensions: ['sourcing'] }).codebook.dimensions.map(({ id }) => id)).toEqual(['sourcing'])
    const some = picked({ codes: ['minister'] })
    expect([...codeEntries(some.codebook).values()].map(({ path }) => path.join(' > '))).toEqual(['Sourcing > government', 'Sourcing > government > minister'])
    expect(some.chosen).toEqual(new Set(['minister']))
    expect(ids((await codedOf(some)).annotations)).toEqual(['n1', 'n2'])
  })

  test('a code below a chosen one that was not chosen stays out', () => {
    expect([...codeEntries(picked({ codes: ['government'] }).codebook).keys()]).toEqual(['government'])
  })
})

test('who coded something that lacks a required field has not finished its dimension', async () => {
  const { annotations, sheets } = await codedOf(picked({ complete: true }))
  expect(ids(annotations)).toEqual(['n4', 'n1', 'n3'])
  expect(sheets.map(({ coder, coded }) => [coder, coded])).toEqual([['ann', ['framing', 'sourcing']], ['bob', ['framing']]])
})

test('rulings come along with their coder, and as long as all they are about does', () => {
  const place = { article: 'a1', version: 1, start: 0, end: 3, quote: 'one', prefix: '', suffix: ' two' }
  const ruled = { ...study, rulings: [{ id: 'r1', event: 'e1', verdict: 'together' as const, groups: [[place, { ...place, article: 'a2' }]], coder: 'ann', created: NOW }] }
  expect(ids(picked({ coders: ['ann'] }, ruled).rulings)).toEqual(['r1'])
  expect(ids(picked({ coders: ['bob'] }, ruled).rulings)).toEqual([])
  expect(ids(picked({ articles: ['a1'] }, ruled).rulings)).toEqual([])
})

test('a code that left the codebook is exported unless codes or dimensions are chosen', async () => {
  const gone = { ...study, annotations: [annotation('n1', '<one> two', { code: 'gone' })] }
  expect(ids((await codedOf(picked({ complete: true }, gone))).annotations)).toEqual(['n1'])
  expect(ids((await codedOf(picked({ dimensions: ['framing'] }, gone))).annotations)).toEqual([])
})

const some = <T extends string>(...all: T[]): fc.Arbitrary<T[] | null> => fc.option(fc.subarray(all))
const selection: fc.Arbitrary<Selection> = fc.record({
  articles: some('a0', 'a1', 'a2', 'a3'), events: some('e0', 'e1'), coders: some('ann', 'bob'), dimensions: some('framing', 'sourcing', 'sentiment'), codes: some('fight', 'conflict', 'minister', 'towards'),
  from: fc.constantFrom('', '2024', '2024-03-12', '2025'), to: fc.constantFrom('', '2023', '2024-03'), complete: fc.boolean(),
})
const optional = { ...codebook, dimensions: codebook.dimensions.map((one) => ({ ...one, fields: one.fields.map((field) => ({ ...field, required: one.id === 'sourcing' })) })) }

describe('in any project, with any selection', () => {
  const all = fc.record({ contents: project.map((one): ProjectContents => ({ ...one, codebook: codebookSchema.parse(optional) })), chosen: selection })

  test('an annotation is there exactly when it meets every condition, as it was', async () => {
    await fc.assert(fc.asyncProperty(all, async ({ contents, chosen }) => {
      const entries = codeEntries(contents.codebook)
      const source = picked(chosen, contents)
      const inside = new Set([...ids(source.articles), ...ids(source.events)])
      const expected = contents.annotations.filter((one) => {
        const entry = entries.get(one.code)
        return inside.has(one.subject) && (chosen.coders?.includes(one.coder) ?? true) && (chosen.codes?.includes(one.code) ?? true)
          && (chosen.dimensions?.includes(entry?.dimension.id ?? '') ?? true) && (!chosen.complete || !entry || missingFields(one, entry).length === 0)
      })
      const { annotations, sheets } = await codedOf(source)
      expect(new Set(annotations)).toEqual(new Set(expected))
      for (const { id, coder, subject, coded } of sheets) {
        const before = contents.sheets.find((one) => one.id === id)
        const dropped = contents.annotations.filter((one) => one.coder === coder && one.subject === subject && chosen.complete && missing(one, entries))
        expect(coded.every((dimension) => before?.coded.includes(dimension))).toBe(true)
        for (const one of dropped.filter(({ code }) => chosen.codes?.includes(code) ?? true)) expect(coded).not.toContain(entries.get(one.code)?.dimension.id)
      }
    }), { seed: 3, numRuns: 200 })
  })

  test('selecting twice is selecting once', async () => {
    await fc.assert(fc.asyncProperty(all, async ({ contents, chosen }) => {
      const once = picked(chosen, contents)
      const twice = selectedSource(once, chosen)
      expect({ ...twice, coded: null, text: null }).toEqual({ ...once, coded: null, text: null })
      expect(await codedOf(twice)).toEqual(await codedOf(once))
    }), { seed: 4, numRuns: 100 })
  })
})

const missing = (one: ProjectContents['annotations'][number], entries: ReturnType<typeof codeEntries>): boolean => {
  const entry = entries.get(one.code)
  return entry !== undefined && missingFields(one, entry).length > 0
}
