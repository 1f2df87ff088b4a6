import { describe, expect, test } from 'vitest'
import { codesWithin, meetsQuery, type AnnotationQuery } from '../../../src/domain/query/annotationQuery'
import { findingOf, searchedText, valuesInShort, type Finding } from '../../../src/domain/query/finding'
import { wordsOf } from '../../../src/domain/query/words'
import type { Annotation } from '../../../src/domain/project/annotation'
import { codebookSchema } from '../../../src/domain/project/codebook'
import { codeEntries } from '../../../src/domain/project/codes'
import { annotation, codebook } from '../../fixtures/records'

// As the fixtures' codebook, but with a definition of "fight" that changed in its third version.
const revised = codebookSchema.parse({ ...codebook, dimensions: codebook.dimensions.map((one) => ({ ...one, codes: one.codes.map((code) => (code.id === 'fight' ? { ...code, revised: 3 } : code)) })) })
const entries = codeEntries(revised)
const nobody = (): undefined => undefined
const found = (one: Annotation): Finding => findingOf(one, entries.get(one.code), undefined)

const all: readonly Finding[] = [
  annotation('old', 'a <just fight>', { codebook: 2 }),
  annotation('new', 'a <sacred fight>', { note: 'As in the Meridian.' }),
  annotation('bobs', '<clash>', { code: 'conflict', coder: 'bob' }),
  annotation('empty', '<he said>', { code: 'minister' }),
  annotation('full', '<they said>', { code: 'minister', values: { form: 'direct', speaker: 'the Chairman' } }),
  annotation('stray', '<gone>', { code: 'no longer there' }),
].map(found)

const any: AnnotationQuery = { coder: null, codes: null, incomplete: false, outdated: false, unplaced: false, words: [] }
const ask = (query: Partial<AnnotationQuery>): string[] =>
  all.filter((one) => meetsQuery(one, { ...any, ...query }, () => searchedText(one, nobody))).map((one) => one.annotation.id)

describe('annotations are found', () => {
  test('all of them, also one whose code is gone', () => {
    expect(ask({})).toEqual(['old', 'new', 'bobs', 'empty', 'full', 'stray'])
  })

  test('of one coder', () => {
    expect(ask({ coder: 'bob' })).toEqual(['bobs'])
  })

  test('with a code, those below it, or any of a dimension', () => {
    expect(ask({ codes: codesWithin(revised, { kind: 'code', id: 'fight' }) })).toEqual(['old', 'new'])
    expect(ask({ codes: codesWithin(revised, { kind: 'code', id: 'generic' }) })).toEqual(['bobs'])
    expect(ask({ codes: codesWithin(revised, { kind: 'dimension', id: 'framing' }) })).toEqual(['old', 'new', 'bobs'])
    expect(codesWithin(revised, { kind: 'code', id: 'no longer there' })).toBeNull()
  })

  test('with required fields that are empty', () => {
    expect(ask({ incomplete: true })).toEqual(['empty'])
  })

  test('made before the definition of their code changed', () => {
    expect(ask({ outdated: true })).toEqual(['old'])
  })

  test('by words in quotation, memo and values, all of which must occur', () => {
    expect(ask({ words: wordsOf('FIGHT') })).toEqual(['old', 'new'])
    expect(ask({ words: wordsOf('fight  meridian') })).toEqual(['new'])
    expect(ask({ words: wordsOf('direct chairman') })).toEqual(['full'])
  })

  test('by everything together', () => {
    expect(ask({ coder: 'ann', words: wordsOf('said'), incomplete: true })).toEqual(['empty'])
    expect(ask({ coder: 'bob', words: wordsOf('said') })).toEqual([])
  })
})

test('values read as their labels, in the order of the fields', () => {
  const full = all.find((one) => one.annotation.id === 'full')
  expect(full && valuesInShort(full, nobody)).toBe('direct quotation · the Chairman')
})
