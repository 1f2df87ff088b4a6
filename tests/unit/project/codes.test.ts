import { describe, expect, test } from 'vitest'
import type { Annotation } from '../../../src/domain/project/annotation'
import { codebookSchema, type Codebook } from '../../../src/domain/project/codebook'
import {
  allFields, codeEntries, defaultsOf, isOutdated, missingFields, partsOf, polarity, scoreOf, shortLabel, shownFields, valueLabel, type CodeEntry,
} from '../../../src/domain/project/codes'
import { annotation, codebook, fields } from '../../fixtures/records'

function entry(id: string): CodeEntry {
  const found = codeEntries(codebook).get(id)
  if (!found) throw new Error(`no code ${id}`)
  return found
}

const nobody = (): undefined => undefined

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
    expect(shortLabel(made('minister', {}), entry('minister'), nobody)).toBe('minister')
    expect(shortLabel(made('towards', { polarity: -1, target: 'Velmar' }), entry('towards'), nobody)).toBe('−1 Velmar')
    expect(shortLabel(made('towards', { polarity: 1 }), entry('towards'), nobody)).toBe('+1')
    expect(shortLabel(made('towards', {}), entry('towards'), nobody)).toBe('towards')
  })
})

test('a value reads as its option’s label, and one without an option as it is', () => {
  expect(valueLabel(fields.form, 'direct', nobody)).toBe('direct quotation')
  expect(valueLabel(fields.form, 'gone', nobody)).toBe('gone')
  expect(valueLabel(fields.polarity, -1, nobody)).toBe('−1')
  expect(valueLabel(fields.polarity, 7, nobody)).toBe('7')
  expect(valueLabel(fields.speaker, 'the chairman', nobody)).toBe('the chairman')
  expect(valueLabel(fields.speaker, undefined, nobody)).toBe('')
})

describe('fields of every kind', () => {
  const asking: Codebook = codebookSchema.parse({
    name: 'Kinds', version: 4,
    dimensions: [{
      id: 'd', name: 'D', unit: 'span', choice: 'many', level: 'nominal', mark: 'tint',
      fields: [
        { id: 'indirect', name: 'Indirect', kind: 'yes-no', required: true },
        { id: 'ally', name: 'Ally', kind: 'entity', required: true, showIf: { field: 'indirect', is: [true] } },
        { id: 'tags', name: 'Tags', kind: 'many-of', required: true, options: [{ id: 'a', label: 'A' }, { id: 'b', label: 'B' }], showIf: { field: 'indirect', is: [false] } },
        { id: 'why', name: 'Why', kind: 'text', required: true, showIf: { field: 'tags', is: ['b'] } },
        { id: 'cue', name: 'Cue', kind: 'role', required: true },
        { id: 'items', name: 'Items', kind: 'number', default: 3 },
      ],
      codes: [{ id: 'c', name: 'c', colour: 'amber', score: 'mean', revised: 4 }],
    }],
  })
  const c = codeEntries(asking).get('c')
  if (!c) throw new Error('no code')
  const shown = (values: Annotation['values']) => shownFields(annotation('n1', '<x>', { values }), c).map(({ id }) => id)
  const missing = (values: Annotation['values'], over: Partial<Annotation> = {}) => missingFields(annotation('n1', '<x>', { values, ...over }), c).map(({ id }) => id)

  test('a condition shows a field, and what it hides hides what depends on it', () => {
    expect(shown({})).toEqual(['indirect', 'cue', 'items'])
    expect(shown({ indirect: true })).toEqual(['indirect', 'ally', 'cue', 'items'])
    expect(shown({ indirect: false, tags: ['a', 'b'] })).toEqual(['indirect', 'tags', 'why', 'cue', 'items'])
    expect(shown({ indirect: true, tags: ['b'] })).not.toContain('why')
  })

  test('missing is what is required, shown and empty; a role is filled by a span', () => {
    expect(missing({ indirect: false, tags: [] })).toEqual(['tags', 'cue'])
    expect(missing({ indirect: true, ally: 'e1' })).toEqual(['cue'])
    const spans = annotation('n1', '<x>').spans.map((span) => ({ ...span, role: 'cue' }))
    expect(missing({ indirect: true, ally: 'e1' }, { spans })).toEqual([])
    expect(partsOf(annotation('n1', '<x>', { spans }), asking.dimensions[0]?.fields[4] ?? fields.form)).toEqual(spans)
  })

  test('defaults are what a code begins with', () => {
    expect(defaultsOf(c)).toEqual({ items: 3 })
  })

  test('a score is the mean of what was answered with yes, no or a number', () => {
    expect(scoreOf(annotation('n1', '<x>', { values: {} }), c)).toBeUndefined()
    expect(scoreOf(annotation('n1', '<x>', { values: { indirect: true, items: 0 } }), c)).toBe(0.5)
    expect(scoreOf(annotation('n1', '<x>'), entry('fight'))).toBeUndefined()
  })

  test('an annotation from before the last change of the rules is outdated', () => {
    expect([3, 4, 5].map((version) => isOutdated(annotation('n1', '<x>', { codebook: version }), c))).toEqual([true, false, false])
  })

  test('values of several read one after the other, entities by name', () => {
    const [, ally, tags] = asking.dimensions[0]?.fields ?? []
    if (!ally || !tags) throw new Error('no fields')
    expect(valueLabel(tags, ['b', 'a'], nobody)).toBe('B; A')
    expect(valueLabel(ally, 'e1', (id) => (id === 'e1' ? 'Velmar' : undefined))).toBe('Velmar')
    expect(valueLabel(fields.cue, true, nobody)).toBe('true')
  })
})
