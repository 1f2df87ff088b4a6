import { expect, test } from 'vitest'
import { editCode } from '../../../../src/domain/changes/commands/codebook/codes'
import { splitCode } from '../../../../src/domain/changes/commands/codebook/split'
import { applied } from '../../../fixtures/changeLaws'
import { carriedOut, codeOf, logged, outline } from '../../../fixtures/codebooks'
import { annotation, article, fields, ids, LATER, records } from '../../../fixtures/records'

const at = () => ({ now: LATER, id: ids('new'), coder: 'ann' })
const plain = records([article('a1', 'one two')], [
  annotation('n1', '<one> two', { note: 'n', codebook: 2, values: { cue: 'x' } }), annotation('n2', 'one <two>', { coder: 'bob' }), annotation('n3', '<one two>'), annotation('n4', '<one two>', { code: 'expert' }),
])
const start = applied(plain, editCode(plain, 'fight', { key: 'k', colour: 'rose', definition: 'Armed', include: 'i', memo: 'm', examples: [{ quote: 'q', from: '' }], fields: [fields.cue], ask: 'now', score: 'mean' }, at()))

test('codes come off a code and stand right after it, with its fields and definition', () => {
  const plan = splitCode(start, { code: 'fight', into: [{ name: ' holy fight ' }, { name: 'just fight' }], assigned: new Map() }, at())
  expect(plan).toMatchObject({ label: 'split “holy fight” and “just fight” off “fight”', touched: 0 })
  const after = carriedOut(start, plan)
  expect(outline(after)[0]).toBe('framing: fight, new1, new2, generic (conflict)')
  expect(codeOf(after, 'new1')).toEqual({
    id: 'new1', name: 'holy fight', colour: 'rose', key: '', definition: 'Armed', include: '', exclude: '', examples: [], memo: '', ask: 'now', score: 'mean', revised: 4, fields: [fields.cue], codes: [],
  })
  expect(codeOf(after, 'fight')).toEqual(codeOf(start, 'fight'))
  expect(logged(after)).toBe('5: split “holy fight” and “just fight” off “fight”')
})

test('nested codes stay', () => {
  expect(outline(carriedOut(start, splitCode(start, { code: 'generic', into: [{ name: 'x' }], assigned: new Map() }, at())))[0]).toBe('framing: fight, generic (conflict), new1')
  expect(outline(carriedOut(start, splitCode(start, { code: 'minister', into: [{ name: 'x' }], assigned: new Map() }, at())))[1]).toBe('sourcing: government (minister, new1), expert')
})

test('the assigned annotations get the new codes, whosever they are; the others stay', () => {
  const assigned = new Map([['n2', 1], ['n1', 0], ['n4', 0], ['n9', 0]])
  const plan = splitCode(start, { code: 'fight', into: [{ name: 'a' }, { name: 'b' }], assigned }, at())
  expect(plan?.touched).toBe(2)
  const after = carriedOut(start, plan).annotation
  expect(after.get('n1')).toEqual({ ...start.annotation.get('n1'), code: 'new1', modified: LATER })
  expect(after.get('n2')).toEqual({ ...start.annotation.get('n2'), code: 'new2', modified: LATER })
  for (const id of ['n3', 'n4']) expect(after.get(id)).toBe(start.annotation.get(id))
})

test('an index without a code assigns nothing', () => {
  expect(splitCode(start, { code: 'fight', into: [{ name: 'a' }], assigned: new Map([['n1', 1], ['n2', -1]]) }, at())?.touched).toBe(0)
})

test('nothing is split without names, or where there is no such code', () => {
  expect(splitCode(start, { code: 'fight', into: [], assigned: new Map() }, at())).toBeNull()
  expect(splitCode(start, { code: 'fight', into: [{ name: 'a' }, { name: ' ' }], assigned: new Map() }, at())).toBeNull()
  expect(splitCode(start, { code: 'none', into: [{ name: 'a' }], assigned: new Map() }, at())).toBeNull()
})
