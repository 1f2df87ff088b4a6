import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { codebookSchema } from '../../../src/domain/project/codebook'
import { allFields, codeEntries } from '../../../src/domain/project/codes'
import { parse } from '../../../src/domain/project/parse'

describe('the starter codebook', () => {
  const codebook = parse(codebookSchema, JSON.parse(readFileSync(new URL('../../../resources/codebooks/starter.json', import.meta.url), 'utf8')), 'starter.json')
  const entries = [...codeEntries(codebook).values()]

  test('gives each key once, and none that the app needs itself', () => {
    const keys = entries.map((entry) => entry.code.key).filter((key) => key !== '')
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.filter((key) => !/^[gmewhjvsqy0-9]$/.test(key))).toEqual([])
  })

  test('has no id twice, defines every code, and draws codes of a dimension in several colours', () => {
    const found: string[] = []
    const walk = (codes: readonly { id: string; codes: typeof codes }[]): void => { for (const code of codes) { found.push(code.id); walk(code.codes) } }
    for (const dimension of codebook.dimensions) walk(dimension.codes)
    expect(new Set(found).size).toBe(found.length)
    expect(entries.filter((entry) => entry.code.definition === '')).toEqual([])
    expect(new Set(entries.map((entry) => entry.code.colour)).size).toBeGreaterThanOrEqual(6)
  })

  test('takes speakers and targets from the register of entities, so that they are the same in all outlets', () => {
    expect(allFields(codebook).filter((field) => field.kind === 'entity').map((field) => field.id)).toEqual(['speaker', 'target'])
  })

  test('asks for polarity and target of a sentiment, and for the form of a source', () => {
    expect(allFields(codebook).filter((field) => field.required).map((field) => field.id)).toEqual(['form', 'polarity', 'target'])
    const polarity = allFields(codebook).find((field) => field.id === 'polarity')
    expect(polarity?.kind === 'ordinal' && polarity.options.map((option) => option.label)).toEqual(['\u22122', '\u22121', '0', '+1', '+2'])
  })
})
