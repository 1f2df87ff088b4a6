import { describe, expect, test } from 'vitest'
import { allFields, codeEntries, missingFields, polarity, shortLabel, valueLabel, type CodeEntry } from '../../../src/domain/project/codes'
import { annotation, codebook, fields } from '../../fixtures/records'

function entry(id: string): CodeEntry {
  const found = codeEntries(codebook).get(id)
  if (!found) throw new Error(`no code ${id}`)
  return found
}

describe('the codes of a codebook', () => {
  test('come in reading order with path and depth', () => {
    expect([...codeEntries(codebook).values()].map(({ path, depth }) => `${depth} ${path.join(' > ')}`)).toEqual([
      '0 Framing > fight', '0 Framing > generic', '1 Framing > generic > conflict',
      '0 Sourcing > government', '1 Sourcing > government > minister', '0 Sourcing > expert', '0 Sentiment > towards',
    ])
  })

  test('inherit fields from their dimension and the codes above them', () => {
    expect(entry('minister').fields).toEqual([fields.form, fields.speaker, fields.cue])
    expect(entry('expert').fields).toEqual([fields.form, fields.speaker])
  })

  test('ask for each field once', () => {
    expect(allFields(codebook).map((field) => field.id)).toEqual(['form', 'speaker', 'cue', 'polarity', 'target'])
  })
})

describe('an annotation', () => {
  const made = (code: string, values: Record<string, string | number>) => annotation('n1', '<one>', { code, values })

  test('misses required fields that are absent or blank; zero is a value', () => {
    const missing = (values: Record<string, string | number>): string[] => missingFields(made('towards', values), entry('towards')).map((field) => field.id)
    expect(missing({})).toEqual(['polarity', 'target'])
    expect(missing({ polarity: 0, target: ' ' })).toEqual(['target'])
    expect(missing({ polarity: 0, target: 'Velmar' })).toEqual([])
  })

  test('is positive, negative or neutral by its first ordinal field', () => {
    expect([1, -1, 0].map((value) => polarity(made('towards', { polarity: value }), entry('towards')))).toEqual(['positive', 'negative', 'neutral'])
    expect(polarity(made('towards', {}), entry('towards'))).toBe('neutral')
    expect(polarity(made('fight', {}), entry('fight'))).toBe('neutral')
  })

  test('is labelled by its code, a sentiment by value and target', () => {
    expect(shortLabel(made('minister', {}), entry('minister'))).toBe('minister')
    expect(shortLabel(made('towards', { polarity: -1, target: 'Velmar' }), entry('towards'))).toBe('−1 Velmar')
    expect(shortLabel(made('towards', { polarity: 1 }), entry('towards'))).toBe('+1')
    expect(shortLabel(made('towards', {}), entry('towards'))).toBe('towards')
  })
})

test('a value reads as its option’s label, and one without an option as it is', () => {
  expect(valueLabel(fields.form, 'direct')).toBe('direct quotation')
  expect(valueLabel(fields.form, 'gone')).toBe('gone')
  expect(valueLabel(fields.polarity, -1)).toBe('−1')
  expect(valueLabel(fields.polarity, 7)).toBe('7')
  expect(valueLabel(fields.speaker, 'the chairman')).toBe('the chairman')
  expect(valueLabel(fields.speaker, undefined)).toBe('')
})
