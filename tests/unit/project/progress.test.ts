import { describe, expect, test } from 'vitest'
import { codebookSchema, type Codebook } from '../../../src/domain/project/codebook'
import { codeEntries } from '../../../src/domain/project/codes'
import { dimensionProgress, dimensionsFor, subjectProgress, type Progress } from '../../../src/domain/project/progress'
import { putRecord, type Records } from '../../../src/domain/project/records'
import { annotation, article, NOW, records } from '../../fixtures/records'

const codebook: Codebook = codebookSchema.parse({
  name: 'Units', version: 1,
  dimensions: [
    { id: 'framing', name: 'Framing', unit: 'span', choice: 'many', level: 'nominal', mark: 'tint', codes: [{ id: 'fight', name: 'fight', colour: 'amber' }] },
    {
      id: 'tone', name: 'Tone', unit: 'article', choice: 'one', level: 'ordinal', mark: 'tint',
      fields: [{ id: 'why', name: 'Why', kind: 'text', required: true }], codes: [{ id: 'pro', name: 'pro', colour: 'green' }],
    },
    { id: 'stance', name: 'Stance', unit: 'event', choice: 'one', level: 'nominal', mark: 'tint', codes: [{ id: 'left', name: 'left', colour: 'rust' }] },
  ],
})
const entries = codeEntries(codebook)
const text = 'We are in a <just fight>.'

function coded(...dimensions: string[]): Records {
  const made = records([article('a1', text.replace(/[<>]/g, ''))])
  if (dimensions.length > 0) putRecord(made, 'sheet', 's1', { id: 's1', coder: 'ann', subject: 'a1', coded: dimensions, memo: '', modified: NOW })
  return made
}

const of = (made: Records, id: string): Progress => {
  const dimension = codebook.dimensions.find((one) => one.id === id)
  if (!dimension) throw new Error(id)
  return dimensionProgress(made, entries, { coder: 'ann', subject: 'a1', dimension })
}
const whole = (made: Records): Progress => subjectProgress(made, codebook, { coder: 'ann', subject: 'a1', kind: 'article' })
const tone = (values: Record<string, string>) => annotation('n2', 'x', { code: 'pro', unit: 'article', spans: [], values })

test('an event is asked its own dimensions, an article all others', () => {
  expect(dimensionsFor(codebook, 'event').map(({ id }) => id)).toEqual(['stance'])
  expect(dimensionsFor(codebook, 'article').map(({ id }) => id)).toEqual(['framing', 'tone'])
})

describe('a dimension', () => {
  test('is open before anything was said, and none once it is finished with nothing found', () => {
    expect(of(coded(), 'framing')).toBe('open')
    expect(of(coded('framing'), 'framing')).toBe('none')
  })

  test('is begun with the first annotation and coded when the coder says so', () => {
    const begun = coded()
    putRecord(begun, 'annotation', 'n1', annotation('n1', text))
    expect(of(begun, 'framing')).toBe('begun')
    const finished = coded('framing')
    putRecord(finished, 'annotation', 'n1', annotation('n1', text))
    expect(of(finished, 'framing')).toBe('coded')
  })

  test('of one code for the whole article is coded with that code, as soon as it has what it asks for', () => {
    const made = coded()
    putRecord(made, 'annotation', 'n2', tone({}))
    expect(of(made, 'tone')).toBe('begun')
    putRecord(made, 'annotation', 'n2', tone({ why: 'headline' }))
    expect(of(made, 'tone')).toBe('coded')
  })

  test('is one coder’s affair', () => {
    const made = coded()
    putRecord(made, 'annotation', 'n1', annotation('n1', text, { coder: 'bob' }))
    expect(of(made, 'framing')).toBe('open')
  })
})

test('an article is open, begun, coded or none', () => {
  expect(whole(coded())).toBe('open')
  expect(whole(coded('framing'))).toBe('begun')
  expect(whole(coded('framing', 'tone'))).toBe('none')
  const made = coded('framing')
  putRecord(made, 'annotation', 'n2', tone({ why: 'headline' }))
  expect(whole(made)).toBe('coded')
})
