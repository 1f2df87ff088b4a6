import { describe, expect, test } from 'vitest'
import { annotationSchema } from '../../../src/domain/project/annotation'
import { articleSchema } from '../../../src/domain/project/article'
import { codebookSchema } from '../../../src/domain/project/codebook'
import { parse, ParseError } from '../../../src/domain/project/parse'
import { dateSchema, idSchema, timeSchema } from '../../../src/domain/project/values'
import { annotation, article, codebook } from '../../fixtures/records'

const problemsOf = (run: () => unknown): readonly string[] => {
  try {
    run()
  } catch (error) {
    if (error instanceof ParseError) return error.problems
  }
  return []
}

test('valid records pass as they are', () => {
  const one = annotation('n1', '<one> two <three>')
  expect(parse(annotationSchema, one, 'x')).toEqual(one)
  expect(parse(articleSchema, article('a1', 'text'), 'x')).toEqual(article('a1', 'text'))
  expect(parse(codebookSchema, codebook, 'x')).toEqual(codebook)
})

describe('an error', () => {
  const broken = (over: object): readonly string[] => problemsOf(() => parse(annotationSchema, { ...annotation('n1', '<one>'), ...over }, 'annotations.json'))

  test.each([
    [{ spans: [{ start: 3, end: 3, quote: '', prefix: '', suffix: '' }] }, 'spans[0].end must be greater than start'],
    [{ spans: [{ start: 0, end: 3, quote: 'on', prefix: '', suffix: '' }] }, 'spans[0].quote must be as long as its span'],
    [{ spans: [{ start: -1, end: 3, quote: 'onex', prefix: '', suffix: '' }] }, 'spans[0].start must not be negative'],
    [{ spans: [{ start: 0.5, end: 3, quote: 'one', prefix: '', suffix: '' }] }, 'spans[0].start must be a whole number'],
    [{ spans: [{ start: '0', end: 3, quote: 'one', prefix: '', suffix: '' }] }, 'spans[0].start must be a whole number'],
    [{ spans: [] }, 'spans must hold at least one span'],
    [{ id: '../x' }, 'id is not an id (letters, digits, - and _, at most 64)'],
    [{ created: 'yesterday' }, 'created is not a UTC time'],
    [{ unit: 'page' }, 'unit has an invalid option: expected one of "span"|"paragraph"|"article"|"event"'],
    [{ note: null }, 'note is wrong: expected string, received null'],
  ])('says where and why: %j', (over, problem) => { expect(broken(over)).toContain(problem) })

  test('names what could not be read, and counts what it leaves out', () => {
    expect(() => parse(annotationSchema, {}, 'annotations.json')).toThrow(/^annotations\.json can't be read: id .*; .*; .* \(and 8 more\)$/)
    expect(() => parse(annotationSchema, [], 'annotations.json')).toThrow("annotations.json can't be read: is wrong: expected object, received array")
  })

  test('reaches into nested codes and fields', () => {
    const nested: unknown = JSON.parse(JSON.stringify(codebook).replace('"id":"conflict","name":"conflict"', '"id":"conflict","name":7'))
    expect(problemsOf(() => parse(codebookSchema, nested, 'codebook.json'))).toEqual(['dimensions[0].codes[1].codes[0].name is wrong: expected string, received number'])
    const fieldless = { ...codebook, dimensions: [{ ...codebook.dimensions[0], fields: [{ kind: 'colour' }] }] }
    expect(problemsOf(() => parse(codebookSchema, fieldless, 'codebook.json'))[0]).toMatch(/^dimensions\[0\]\.fields\[0\]\.kind /)
  })
})

describe('values', () => {
  test.each(['', '2023', '2023-09', '2023-09-13'])('a date: %j', (date) => { expect(dateSchema.safeParse(date).success).toBe(true) })
  test.each(['2023-13', '2023-9', '13.09.2023', '2023-09-32', '2023-09-13T00:00'])('no date: %j', (date) => { expect(dateSchema.safeParse(date).success).toBe(false) })
  test.each(['a', 'A-1_b', '0', 'x'.repeat(64)])('an id: %j', (id) => { expect(idSchema.safeParse(id).success).toBe(true) })
  test.each(['', '-a', '_a', 'a/b', 'a.b', 'ä', '..', 'x'.repeat(65), 'a\n'])('no id: %j', (id) => { expect(idSchema.safeParse(id).success).toBe(false) })
  test('times are UTC', () => {
    expect(timeSchema.safeParse('2026-03-01T09:30:00.000Z').success).toBe(true)
    expect(timeSchema.safeParse('2026-03-01T09:30:00+01:00').success).toBe(false)
  })
})
