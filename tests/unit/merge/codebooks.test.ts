import { expect, it } from 'vitest'
import { united } from '../../../src/domain/merge/codebooks'
import { codebookSchema, type Codebook } from '../../../src/domain/project/codebook'

const code = (id: string, more: object = {}): object => ({ id, name: id, colour: 'rust', ...more })
const book = (version: number, codes: readonly object[], further: readonly object[] = []): Codebook => codebookSchema.parse({
  name: 'Bridges', version,
  dimensions: [{ id: 'framing', name: 'Framing', unit: 'span', choice: 'many', level: 'nominal', mark: 'tint', fields: [], codes }, ...further],
})
const outline = (codes: Codebook['dimensions'][number]['codes'] = []): unknown => codes.map((one) => (one.codes.length > 0 ? [one.id, outline(one.codes)] : one.id))

it('has what only one of two codebooks has, under the code it stood under', () => {
  const mine = book(4, [code('blame', { codes: [code('state')] }), code('hope')])
  const theirs = book(3, [code('blame', { name: 'Blaming', codes: [code('firms', { codes: [code('small')] })] }), code('fear')])
  const both = united([mine, theirs])
  expect(outline(both?.dimensions[0]?.codes)).toEqual([['blame', ['state', ['firms', ['small']]]], 'hope', 'fear'])
  expect([both?.version, both?.dimensions[0]?.codes[0]?.name]).toEqual([4, 'blame'])
})

it('drops a key that is taken, adds fields and dimensions, and is a sound codebook', () => {
  const field = { id: 'doubt', name: 'Doubt', kind: 'yes-no' }
  const mine = book(2, [code('blame', { key: 'b' })])
  const theirs = book(5, [code('bravery', { key: 'b', fields: [field] })], [{ id: 'tone', name: 'Tone', unit: 'article', choice: 'one', level: 'nominal', mark: 'line', fields: [], codes: [code('calm')] }])
  const both = codebookSchema.parse(united([mine, theirs]))
  expect(both.dimensions.map(({ id }) => id)).toEqual(['framing', 'tone'])
  expect(both.dimensions[0]?.codes.map(({ key }) => key)).toEqual(['b', ''])
  expect(both.dimensions[0]?.codes[1]?.fields.map(({ id }) => id)).toEqual(['doubt'])
})

it('leaves a code that moved where the newest has it', () => {
  const mine = book(2, [code('blame'), code('state')])
  const theirs = book(1, [code('blame', { codes: [code('state')] })])
  expect(outline(united([mine, theirs])?.dimensions[0]?.codes)).toEqual(['blame', 'state'])
})
