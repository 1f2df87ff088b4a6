import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FoundArticle, Importer } from '../../../../src/formats/import/importer'
import { json, jsonl } from '../../../../src/formats/import/jsonTable'
import { jsonValues, readValue } from '../../../../src/formats/import/jsonValues'
import { projectJson } from '../../../../src/formats/export/projectJson'
import { articlesIn, fileOf, refusalOf } from '../../../fixtures/imports'
import { exported, sourceOf } from '../../../fixtures/projects'

const written = (value: unknown): Buffer => Buffer.from(JSON.stringify(value))
const read = async (content: string | Uint8Array, importer: Importer = json): Promise<FoundArticle[]> => await articlesIn(importer, fileOf(`a.${importer.id}`, content))
const notes = (found: readonly FoundArticle[]): string[] => found.flatMap(({ problems }) => problems.flatMap((one) => (one.kind === 'note' ? [one.message] : [])))
const columns = async (content: string | Uint8Array, importer: Importer = json): Promise<readonly string[] | undefined> => (await importer.table?.(fileOf('a.json', content)))?.columns

const storm = { title: 'Storm', text: 'The harbour was closed.', source: { name: 'Lunde Courier', id: null }, publishedAt: '2024-03-12T23:30:00-05:00', authors: ['A desk', 'an agency'] }

describe('JSON', () => {
  test('is a list of objects, in which objects within become columns', async () => {
    expect(await columns(written([storm]))).toEqual(['title', 'text', 'source.name', 'source.id', 'publishedAt', 'authors'])
    expect(await read(written([storm, { text: 'No more than this.' }]))).toMatchObject([
      { headline: 'Storm', text: 'Storm\n\nThe harbour was closed.', outlet: 'Lunde Courier', date: '2024-03-12', byline: 'A desk; an agency' },
      { headline: '', text: 'No more than this.' },
    ])
  })

  test('or an object that holds one', async () => {
    const answer = { status: 'ok', meta: { sources: [{ id: 1 }] }, response: { docs: [storm, storm] } }
    expect((await read(written(answer))).map(({ headline }) => headline)).toEqual(['Storm', 'Storm'])
  })

  test('or one article, with its paragraphs and sentences as lists', async () => {
    const long = 'A sentence that is repeated until the text is long enough for an article. '.repeat(6).trim()
    const article = { title: 'Storm', 'body-paragraphs': [[long, 'And one more.'], ['The end.']], links: [{ href: 'x' }, { href: 'y' }] }
    expect((await read(written(article)))[0]?.text).toBe(`Storm\n\n${long} And one more.\n\nThe end.`)
  })

  test('long strings in a list are paragraphs, short ones items', async () => {
    const paragraphs = ['One paragraph, which is long enough not to be taken for a keyword or a name of any kind.', 'Another.']
    expect(await read(written([{ text: paragraphs, tags: ['a', 'b'], empty: [], deep: [{ x: 1 }] }]))).toMatchObject([{ text: paragraphs.join('\n\n'), variables: { tags: 'a; b' } }])
  })

  test('numbers with more digits than JavaScript keeps stay as they are', async () => {
    expect((await read('[{"text":"A 12345678901234567890","id":12345678901234567890,"low":-9007199254740993,"half":0.12345678901234567}]'))[0]?.variables)
      .toEqual({ id: '12345678901234567890', low: '-9007199254740993', half: '0.12345678901234566' })
  })

  test('names of members that objects have by themselves are harmless', async () => {
    const [found] = await read('[{"text":"A text","__proto__":{"polluted":"yes"},"constructor":"c"},{"text":"B","__proto__":"plain"}]')
    expect(Object.entries(found?.variables ?? {})).toEqual([['__proto__.polluted', 'yes'], ['constructor', 'c']])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  test('characters that no text may have are replaced, and it is said', async () => {
    const found = await read('[{"text":"half \\ud800 and nul \\u0000 and whole \\ud83d\\ude00"}]')
    expect(found[0]?.text).toBe('half \uFFFD and nul \uFFFD and whole 😀')
    expect(notes(found)).toEqual([expect.stringContaining('NUL or half a surrogate pair')])
  })

  test('that is cut off, nested without end or none at all is refused', async () => {
    const whole = JSON.stringify([storm])
    for (let length = 1; length < whole.length; length += 1) expect(await refusalOf(read(whole.slice(0, length)))).toMatch(/^damaged: /)
    expect(await refusalOf(read('['.repeat(100_000)))).toMatch(/^unsafe: /)
    expect(await refusalOf(read(`[${'{},'.repeat(2_000_000)}{}]`))).toMatch(/^too-costly: /)
    expect(await refusalOf(read('[{}]'))).toMatch(/^empty: /)
    expect(await refusalOf(read(written([1, 2])))).toMatch(/^not-text: it holds no list of objects/)
    expect(await refusalOf(read(written([Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`m${i}`, i]))])))).toMatch(/^too-costly: /)
  })

  test('of Synoptic’s own is no source of articles', async () => {
    const empty = { info: { id: 'p', name: 'P', created: '2024-03-12T00:00:00.000Z', memo: '' }, coders: [], codebook: { id: 'c', name: 'C', version: 1, dimensions: [] }, events: [], entities: [], outlets: [], rulings: [], articles: [], annotations: [], sheets: [], texts: new Map() }
    const { content } = await exported(projectJson, sourceOf(empty as never))
    expect(await refusalOf(read(content))).toMatch(/^not-text: it is a Synoptic project .*open the project itself/)
    expect(await refusalOf(read('{"format":"synoptic-codebook","version":1}'))).toMatch(/^not-text: it is a Synoptic codebook/)
    expect(await refusalOf(read('{"format":"synoptic","kind":"articles","data":{}}'))).toMatch(/^not-text: it is a Synoptic project or a part of one/)
  })

  test('is recognised by what it holds, or refused by its name', () => {
    const recognised = (name: string, content: string): unknown => json.recognises(fileOf(name, content))
    expect(recognised('a.txt', ` ${JSON.stringify([storm])}\n`)).toBe(true)
    expect(recognised('a.txt', '[In the studio] They spoke until midnight. [Music]')).toBe(false)
    expect(recognised('a.json', 'no JSON')).toBe(true)
  })
})

describe('JSON Lines', () => {
  const line = (word: string): string => JSON.stringify({ text: `The ${word} text.`, headline: word })

  test('are objects, one after the other, on however many lines', async () => {
    expect((await read(`${line('first')}\n\n${line('second')}\r\n`, jsonl)).map(({ headline }) => headline)).toEqual(['first', 'second'])
    expect((await read(`${JSON.stringify(JSON.parse(line('first')), null, 2)}\n${line('second')}`, jsonl)).map(({ headline }) => headline)).toEqual(['first', 'second'])
  })

  test('have the columns of all of them', async () => {
    expect(await columns(`${line('first')}\n{"text":"x","late":1}`, jsonl)).toEqual(['text', 'headline', 'late'])
  })

  test('what can’t be read is left out, and counted', async () => {
    const found = await read(`${line('first')}\nno JSON\n"a string"\n${line('second')}\n${line('third').slice(0, 20)}`, jsonl)
    expect(found).toHaveLength(2)
    expect(notes(found)).toEqual(['3 entries of the file can’t be read as JSON objects and were left out'])
    expect(await refusalOf(read('no JSON', jsonl))).toMatch(/^damaged: /)
  })

  test('are recognised by content or name', () => {
    expect(jsonl.recognises(fileOf('a.txt', `${line('first')}\n${line('second')}\n`))).toBe(true)
    expect(jsonl.recognises(fileOf('a.txt', line('first')))).toBe(false)
    expect(jsonl.recognises(fileOf('a.jsonl', 'x'))).toBe(true)
    expect(jsonl.recognises(fileOf('a.txt', '{curly} {braces}'))).toBe(false)
  })
})

test('the values in a text are found as JSON.parse reads them', () => {
  const value = fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue()))
  fc.assert(fc.property(fc.array(value, { maxLength: 5 }), fc.constantFrom('\n', ' ', '\n\n'), fc.constantFrom(undefined, 1), (values, between, indent) => {
    const text = values.map((one) => JSON.stringify(one, null, indent)).join(between)
    expect([...jsonValues(text)].map((one) => JSON.stringify(readValue(text, { ...one, longNumbers: [] })))).toEqual(values.map((one) => JSON.stringify(one)))
  }), { seed: 4, numRuns: 500 })
})

const payloads = join(import.meta.dirname, '../../../../../shared/payloads/json/made')

test.skipIf(!existsSync(payloads))('every hostile file is refused for the reason expected (skipped where ../shared is absent)', async () => {
  const outcomes = await Promise.all(readdirSync(payloads).filter((name) => name.endsWith('.json')).map(async (name) => {
    const file = fileOf(name, readFileSync(join(payloads, name)))
    const importer = [jsonl, json].find((one) => one.recognises(file) === true)
    return [name.replace('.json', ''), importer ? (await refusalOf(articlesIn(importer, file))).split(':')[0] : 'no text']
  }))
  const all = (reason: string, ...names: string[]): [string, string][] => names.map((name) => [name, reason])
  expect(Object.fromEntries(outcomes)).toEqual(Object.fromEntries([
    ...all('not-text', 'array', 'bom', 'dup_keys', 'end_before_start', 'float_offsets', 'future_schema', 'lone_surrogate', 'negative_offsets', 'null', 'proto', 'string_offsets', 'two_docs', 'utf16'),
    ...all('damaged', 'bigint', 'comments', 'git_conflict', 'html_login_page', 'tail_of_old'),
    ...all('no text', 'empty', 'half_nul', 'invalid_utf8', 'nul_filled', 'zero_length_then_bak'),
    ...all('unsafe', 'deep'),
  ]))
})

const basil = join(import.meta.dirname, '../../../../../shared/samples/B_news/BASIL/articles/2010')

test.skipIf(!existsSync(basil))('articles of a published corpus, one a file (skipped where ../shared is absent)', async () => {
  for (const name of readdirSync(basil)) {
    const [found, ...more] = await articlesIn(json, fileOf(name, readFileSync(join(basil, name))))
    expect(more).toEqual([])
    expect(found).toMatchObject({ headline: expect.stringMatching(/\w{3}/) as string, date: expect.stringMatching(/^2010-0\d-\d\d$/) as string, outlet: expect.stringMatching(/^(nyt|fox|hpo)$/) as string, url: expect.stringMatching(/^https?:/) as string })
    expect(found?.text.split('\n\n').length).toBeGreaterThan(3)
  }
})
