import { expect, test } from 'vitest'
import { codebookSchema } from '../../../src/domain/project/codebook'
import { missingFields } from '../../../src/domain/project/codes'
import { parse } from '../../../src/domain/project/parse'
import { annotation, codebook, fields } from '../../fixtures/records'

const [framing, ...others] = codebook.dimensions

test('a codebook gives no id and no key twice', () => {
  expect(parse(codebookSchema, codebook, 'codebook')).toEqual(codebook)
  const [first] = framing?.codes ?? []
  const twice = { ...codebook, dimensions: [{ ...framing, codes: [{ ...first, key: 'j' }, { ...first, key: 'j' }] }, ...others] }
  expect(() => parse(codebookSchema, twice, 'codebook.json')).toThrow(/hold the code \S+ twice.*hold the key j twice/)
})

test('a field called like something every object has is empty until it is filled', () => {
  const field = { ...fields.target, id: 'constructor', name: 'Constructor' }
  const [dimension] = codebook.dimensions
  const [code] = dimension?.codes ?? []
  if (!dimension || !code) throw new Error('the fixture has no code')
  expect(missingFields(annotation('n1', '<one>', {}), { code, dimension, path: [], fields: [field], depth: 0 })).toEqual([field])
})
