import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Code, Codebook } from '../../../src/domain/project/codebook'
import { codeEntries } from '../../../src/domain/project/codes'
import { ParseError } from '../../../src/domain/project/parse'
import { parseCodebookFile, writeCodebook, type CodebookFile } from '../../../src/formats/codebookFile'
import { anyCodebook } from '../../fixtures/anyCodebook'
import { codebook, ids } from '../../fixtures/records'
import { codebookData, codebookFiles } from './study'

const read = (data: unknown): CodebookFile => parseCodebookFile(typeof data === 'string' ? data : JSON.stringify(data), 'frames.json', ids('new'))

/** One dimension of the given codes, as another program might write it. */
const dimension = (codes: readonly object[], over: object = {}): object => ({ id: 'd', name: 'Frames', unit: 'span', choice: 'many', level: 'nominal', mark: 'tint', codes, ...over })
const book = (codes: readonly object[]): object => ({ name: 'Frames', version: 1, dimensions: [dimension(codes)] })
const code = (id: unknown, over: object = {}): object => ({ id, name: `code ${String(id)}`, colour: 'blue', ...over })

/** Codes by id, each with those under it. */
const outline = (codes: readonly Code[]): unknown[] => codes.map((one) => (one.codes.length === 0 ? one.id : [one.id, ...outline(one.codes)]))
const tree = ({ codebook: { dimensions } }: CodebookFile): unknown[] => outline(dimensions[0]?.codes ?? [])

describe('what was written is read', () => {
  test('any codebook comes back as it was', () => {
    fc.assert(fc.property(anyCodebook, (any) => {
      expect(read(writeCodebook(any, {})).codebook).toEqual(any)
    }), { seed: 4, numRuns: 200 })
  })

  test('with the shortcuts that were changed', () => {
    const shortcuts = { 'code.repeat': ['Mod+.', 'x'], 'edit.undo': [] }
    expect(read(writeCodebook(codebook, shortcuts))).toEqual({ codebook, shortcuts, report: [] })
    expect(writeCodebook(codebook, {})).not.toContain('shortcuts')
  })

  test('the file says what it is, in lines one can compare', () => {
    expect(writeCodebook(codebook, {}).split('\n').slice(0, 4)).toEqual(['{', '  "format": "synoptic-codebook",', '  "version": 5,', '  "codebook": {'])
  })

  test.each(codebookFiles)('%s, which comes with Synoptic, is read without a remark', (name) => {
    expect(read(codebookData(name)).report).toEqual([])
  })
})

describe('where a codebook may stand', () => {
  test.each([
    ['by itself', codebook],
    ['in an exported project', { format: 'synoptic-project', version: 2, info: {}, codebook }],
    ['in a project folder’s codebook.json', { format: 'synoptic', kind: 'codebook', version: 2, data: codebook }],
    ['after a mark', `\uFEFF${JSON.stringify(codebook)}`],
  ])('%s', (_, data) => { expect(read(data)).toEqual({ codebook, shortcuts: {}, report: [] }) })

  test('codes in a flat list stand under their parents, wherever these come, besides nested ones', () => {
    const flat = [code(3, { parent: 1 }), code(1), code('deep', { parent: 3, codes: [code('inner')] }), code(2, { parent: null }), code('last', { parent: 'inner' })]
    expect(tree(read(book(flat)))).toEqual([['1', ['3', ['deep', ['inner', 'last']]]], '2'])
  })

  test('codes without a dimension become one', () => {
    const { codebook: { dimensions }, report } = read({ name: 'Themes', codes: [code('a1'), code('b1', { parent: 'a1' })] })
    expect(dimensions).toMatchObject([{ name: 'Themes', unit: 'span', choice: 'many', codes: [{ id: 'a1', codes: [{ id: 'b1' }] }] }])
    expect(report.join(' ')).toContain('“Themes: unit, choice, level, mark”')
  })
})

describe('what is mended is told', () => {
  test('unknown parts are left out and named', () => {
    const { codebook: read1, report } = read({ ...book([code('x', { weight: 3, fields: [{ id: 'f', name: 'F', kind: 'text', colour: 'red' }] }), code('y', { weight: 4 })]), owner: 'ours' })
    expect(report).toEqual(['Not known to Synoptic and left out: “weight” (2 times), “colour”, “owner”.'])
    expect(JSON.stringify(read1)).not.toMatch(/weight|owner|"red"/)
  })

  test('a key that an earlier code has is taken from the later one', () => {
    const { codebook: found, report } = read(book([code('x', { key: 'k' }), code('y', { key: 'k' }), code('z', { key: 'Shift+k' })]))
    expect([...codeEntries(found).values()].map((entry) => entry.code.key)).toEqual(['k', '', ''])
    expect(report).toEqual(['With a key that is no single character, which was left out: “code z”.', 'With a key that a code before them has, which was left out: “code y: k”.'])
  })

  test('a key that means a command is kept, with a warning', () => {
    const { codebook: found, report } = read(book([code('x', { key: 'r' })]))
    expect(found.dimensions[0]?.codes[0]?.key).toBe('r')
    expect(report).toEqual([expect.stringContaining('“code x: r”')])
  })

  test('ids that are missing, unusable or there twice are made anew; parents mean the first', () => {
    const file = read(book([code('x'), code('x', { name: 'twin' }), code('a b'), { name: 'none', colour: 'blue' }, code('below', { parent: 'x' }), code('under', { parent: 'a b' })]))
    expect(tree(file)).toEqual([['x', 'below'], 'new1', ['new2', 'under'], 'new3'])
    expect(file.report).toEqual(['Without an id that can be used, so they were given one: “code a b”, “none”.', 'With an id that something before them has, so they were given another: “twin”.'])
  })

  test('codes beside each other that are called the same are kept', () => {
    const twins = [code('x', { name: 'same' }), code('y', { name: 'same' }), code('z', { codes: [code('w', { name: 'same' })] })]
    expect(read(book(twins))).toMatchObject({ report: ['Called the same as one beside them, and kept: “same”.'] })
  })

  test('a colour that is not ours becomes one; below a code, that code’s', () => {
    const { codebook: found, report } = read(book([code('x', { colour: '#ff0000', codes: [code('y', { colour: undefined })] }), code('z', { colour: 7 })]))
    const [first, second] = found.dimensions[0]?.codes ?? []
    expect(first?.codes[0]?.colour).toBe(first?.colour)
    expect(second?.colour).not.toBe(first?.colour)
    expect(report).toEqual(['Without a colour that Synoptic has, so they were given one: “code x”, “code y”, “code z”.'])
  })

  test('a nested code stays where it is, whatever parent it names', () => {
    const file = read(book([code('x', { codes: [code('y', { parent: 'z' })] }), code('z')]))
    expect(tree(file)).toEqual([['x', 'y'], 'z'])
    expect(file.report).toEqual([expect.stringContaining('“code y”')])
  })

  test('shortcuts that are none are left out', () => {
    const file = read({ format: 'synoptic-codebook', version: 2, codebook, shortcuts: { 'edit.undo': 'x', 'edit.redo': ['y'] } })
    expect(file.shortcuts).toEqual({ 'edit.redo': ['y'] })
    expect(file.report).toEqual(['Keyboard shortcuts that can’t be read, left out: “edit.undo”.'])
  })

  test('empty parts that other programs write as null are simply empty', () => {
    expect(read(book([code('x', { definition: null, parent: null, codes: null })])).report).toEqual([])
  })

  test('of very many things a few are named', () => {
    const many = Array.from({ length: 40 }, (_none, i) => code(`c${i}`, { colour: 'pink' }))
    expect(read(book(many)).report[0]).toMatch(/“code c5” and 34 more\.$/)
  })
})

describe('what can’t be mended is refused with the reason and the place', () => {
  const loop = [code('x', { parent: 'z' }), code('y', { parent: 'x' }), code('z', { parent: 'y' })]
  const deep = (levels: number): object => (levels === 1 ? code('c1') : code(`c${levels}`, { codes: [deep(levels - 1)] }))

  test.each([
    ['no JSON', 'code,definition\n', 'frames.json can\'t be read: it is no JSON, or cut off'],
    ['a list', '[]', 'it is no codebook'],
    ['something else', { format: 'other', version: 1 }, 'it holds no codebook'],
    ['an object', { v: 1 }, 'it holds neither dimensions nor codes'],
    ['newer', { format: 'synoptic-codebook', version: 99, codebook }, 'it was written by a newer version of Synoptic (format 99'],
    ['a version that is none', { format: 'synoptic-codebook', version: 'x', codebook }, 'version is wrong'],
    ['a circle', book(loop), 'dimensions[0].codes[0] stands under itself by way of its parents'],
    ['a code under itself', book([code('x', { parent: 'x' })]), 'codes[0] stands under itself'],
    ['a circle through nesting', book([code('x', { parent: 'y', codes: [code('y')] })]), 'stands under itself'],
    ['no such parent', book([code('x', { parent: 'gone' })]), 'dimensions[0].codes[0] names a parent that is not there (“gone”)'],
    ['too deep', book([deep(51)]), 'stands deeper than 50 levels'],
    ['too deep in a flat list', book(Array.from({ length: 51 }, (_none, i) => code(`c${i}`, i === 0 ? {} : { parent: `c${i - 1}` }))), 'codes[50] stands deeper than 50 levels'],
    ['too many', book(Array.from({ length: 20_001 }, (_none, i) => code(`c${i}`))), 'more than 20,000 codes'],
    ['a code without a name', book([code('x'), { id: 'y', colour: 'blue' }]), 'dimensions[0].codes[1].name is wrong'],
    ['a field of no kind', book([code('x', { codes: [code('y', { fields: [{ id: 'f', name: 'F', kind: 'guess' }] })] })]), 'dimensions[0].codes[0].codes[0].fields[0]'],
    ['codes that are no list', book({} as object[]), 'dimensions[0].codes is wrong: expected a list of codes'],
    ['a code that is none', book([3 as unknown as object]), 'dimensions[0].codes[0] is wrong: expected a code'],
    ['a dimension that is none', { name: 'x', version: 1, dimensions: ['y'] }, 'dimensions[0] is wrong: expected a dimension'],
    ['a unit that is none', { name: 'x', version: 1, dimensions: [dimension([], { unit: 'page' })] }, 'dimensions[0].unit'],
  ])('%s', (_, data, problem) => {
    const attempt = (): unknown => read(data)
    expect(attempt).toThrow(ParseError)
    expect(attempt).toThrow(problem)
  })

  test('50 levels and 20,000 codes are not too much', () => {
    expect(codeEntries(read(book([deep(50)])).codebook).size).toBe(50)
    expect(codeEntries(read(book(Array.from({ length: 20_000 }, (_none, i) => code(`c${i}`)))).codebook).size).toBe(20_000)
  })
})

test('5,000 codes on 12 levels, in scripts from right to left and far eastern ones, pass unchanged', () => {
  const name = (i: number): string => ['إطار أخلاقي', '经济框架', 'מסגרת', '衝突フレーム', 'cadrage économique'][i % 5] ?? ''
  const level = (depth: number, from: number, count: number): Code[] => Array.from({ length: count }, (_none, i) => ({
    id: `l${depth}-${from}-${i}`, name: `${name(i)} ${i}`, colour: 'teal', key: '', definition: name(i + depth), include: '', exclude: '', examples: [], memo: '', ask: 'later', score: 'none', revised: 0, fields: [],
    codes: i === 0 && depth < 12 ? level(depth + 1, from, count) : [],
  }))
  const large: Codebook = { name: 'كبير', version: 1, log: [], dimensions: [0, 1, 2, 3].map((d) => ({ id: `d${d}`, name: name(d), definition: '', unit: 'span', choice: 'many', level: 'nominal', mark: 'tint', fields: [], codes: level(1, d, 105) })) }
  expect(codeEntries(large).size).toBeGreaterThan(5_000)
  expect(read(writeCodebook(large, {}))).toEqual({ codebook: large, shortcuts: {}, report: [] })
})

describe('hostile files', () => {
  /** True when it was read, false when refused; anything else is thrown on. */
  const taken = (json: string): boolean => {
    try {
      read(json)
      return true
    } catch (error) {
      if (error instanceof ParseError) return false
      throw error
    }
  }

  test('end in a codebook or a ParseError, whatever they hold', () => {
    const member = fc.constantFrom('id', 'name', 'codes', 'parent', 'fields', 'kind', 'options', 'dimensions', 'codebook', 'format', 'version', 'key', 'colour', 'examples', 'showIf', 'is', '__proto__', 'constructor', 'toString')
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof({ depthSize: 'medium' }, fc.constantFrom('synoptic-codebook', 'text', 'x', '', null, 1, -1, 1e300, true), fc.string({ unit: 'binary', maxLength: 4 }), fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(member, tie('value'), { maxKeys: 5 })),
    }))
    fc.assert(fc.property(fc.oneof(value, fc.record({ dimensions: fc.array(value) }), value.map((codes) => book([codes as object]))), (data) => {
      expect([true, false]).toContain(taken(JSON.stringify(data) ?? ''))
    }), { seed: 5, numRuns: 1_000 })
  })

  test('cut off anywhere, a codebook is refused', () => {
    const whole = JSON.stringify(codebook)
    for (let end = 0; end < whole.length; end += 1) expect(taken(whole.slice(0, end))).toBe(false)
  })

  test('a hundred thousand levels of codes are refused, not descended', () => {
    expect(taken(`{"dimensions":[{"name":"x","codes":${'[{"codes":'.repeat(100_000)}[]${'}]'.repeat(100_000)}}]}`)).toBe(false)
    expect(taken('['.repeat(400_000))).toBe(false)
    expect(taken(`{"dimensions":[{"name":"x","codes":[],"definition":${'['.repeat(100_000)}${']'.repeat(100_000)}}]}`)).toBe(false)
  })

  test('names of what every object has are data', () => {
    read('{"name":"x","version":1,"__proto__":{"polluted":1},"dimensions":[{"id":"constructor","name":"__proto__","unit":"span","choice":"many","level":"nominal","mark":"tint","codes":[{"id":"toString","name":"x","colour":"__proto__","__proto__":{"polluted":1}}]}]}')
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })

  const payloads = new URL('../../../../shared/payloads/json/made/', import.meta.url)
  test.runIf(existsSync(payloads))('the shared broken JSON is refused (left out where ../shared is missing)', () => {
    for (const name of readdirSync(payloads)) expect([name, taken(readFileSync(new URL(name, payloads), 'utf8'))]).toEqual([name, false])
  })
})
