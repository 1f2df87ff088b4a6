import { expect, test } from 'vitest'
import { fillSheet } from '../../../src/domain/changes/commands/sheets'
import { changeOf, type Plan } from '../../../src/domain/changes/plan'
import { applied } from '../../fixtures/changeLaws'
import { article, ids, LATER, records } from '../../fixtures/records'

const at = { now: LATER, id: ids('s'), coder: 'ann' }
const start = records([article('a1', 'one two')])

test('says that a dimension is coded, and takes it back', () => {
  const said = applied(start, fillSheet(start, { subject: 'a1', coded: { framing: true, tone: true } }, at))
  expect(said.sheetsOf.get('a1')?.get('ann')?.coded).toEqual(['framing', 'tone'])
  expect(fillSheet(said, { subject: 'a1', coded: { framing: true } }, at)).toBeNull()
  const less = applied(said, fillSheet(said, { subject: 'a1', coded: { framing: false } }, at))
  expect(less.sheetsOf.get('a1')?.get('ann')).toMatchObject({ coded: ['tone'], modified: LATER })
})

test('a sheet that says nothing any more is none', () => {
  const said = applied(start, fillSheet(start, { subject: 'a1', memo: 'x' }, at))
  expect(applied(said, fillSheet(said, { subject: 'a1', memo: '' }, at)).sheetsOf.size).toBe(0)
})

test('each coder has their own', () => {
  const one = applied(start, fillSheet(start, { subject: 'a1', memo: 'of ann' }, at))
  const two = applied(one, fillSheet(one, { subject: 'a1', memo: 'of bob' }, { ...at, coder: 'bob' }))
  expect([...(two.sheetsOf.get('a1')?.values() ?? [])].map(({ memo }) => memo).sort()).toEqual(['of ann', 'of bob'])
})

test('what is not in the project has no sheet', () => {
  expect(fillSheet(start, { subject: 'gone', memo: 'x' }, at)).toBeNull()
})

test('a plan worked out at once is a change', () => {
  const change = fillSheet(start, { subject: 'a1', memo: 'x' }, at)
  const plan: Plan = { label: 'change a memo', touched: 0, edits: () => change?.edits ?? [] }
  expect(changeOf(plan)).toEqual(change)
})
