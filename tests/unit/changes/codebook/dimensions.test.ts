import { expect, test } from 'vitest'
import { addDimension, deleteDimension, editDimension, moveDimension, whyNotInUnit } from '../../../../src/domain/changes/commands/codebook/dimensions'
import { putRecord } from '../../../../src/domain/project/records'
import { applied } from '../../../fixtures/changeLaws'
import { carriedOut, codebookOf, logged, outline } from '../../../fixtures/codebooks'
import { annotation, article, fields, ids, LATER, NOW, records } from '../../../fixtures/records'

const at = { now: LATER, id: ids('new'), coder: 'ann' }
const start = records([article('a1', 'one')], [annotation('n1', '<one>'), annotation('n2', '<one>', { code: 'conflict', coder: 'bob' }), annotation('n3', '<one>', { code: 'expert' })])
const idsOf = (now: typeof start): string[] => codebookOf(now).dimensions.map((one) => one.id)

test('a dimension is added at the end or at an index, and said in the log', () => {
  const change = addDimension(start, { name: ' Tone ', unit: 'article' }, { ...at, id: () => 'tone' })
  const after = applied(start, change)
  expect(change?.label).toBe('add the dimension “Tone”')
  expect(idsOf(after)).toEqual(['framing', 'sourcing', 'sentiment', 'tone'])
  expect(codebookOf(after).dimensions[3]).toEqual({ id: 'tone', name: 'Tone', definition: '', unit: 'article', choice: 'many', level: 'nominal', mark: 'tint', fields: [], codes: [] })
  expect(codebookOf(after).log).toEqual([{ version: 4, at: LATER, coder: 'ann', what: 'added the dimension “Tone”' }])
  expect(idsOf(applied(start, addDimension(start, { name: 'Tone', unit: 'span', choice: 'one', mark: 'line', index: 1 }, { ...at, id: () => 'tone' })))).toEqual(['framing', 'tone', 'sourcing', 'sentiment'])
  expect(addDimension(start, { name: ' ', unit: 'span' }, at)).toBeNull()
})

test('a dimension is changed, and the log says what', () => {
  expect(logged(applied(start, editDimension(start, 'framing', { name: 'Frames' }, at)))).toBe('4: renamed the dimension “Framing” to “Frames”')
  const change = editDimension(start, 'sentiment', { definition: 'Who is judged how', choice: 'one', fields: [fields.polarity] }, at)
  expect(change?.label).toBe('change the definition, number of codes per unit and fields of the dimension “Sentiment”')
  expect(codebookOf(applied(start, change)).dimensions[2]).toMatchObject({ id: 'sentiment', name: 'Sentiment', definition: 'Who is judged how', choice: 'one', fields: [fields.polarity] })
})

test('a dimension is not changed into itself, one without a name, or one that is not there', () => {
  expect(editDimension(start, 'framing', { name: 'Framing', unit: 'span', fields: [] }, at)).toBeNull()
  expect(editDimension(start, 'framing', { name: ' ' }, at)).toBeNull()
  expect(editDimension(start, 'none', { name: 'x' }, at)).toBeNull()
})

test('what is not part of it is left alone', () => {
  const [framing] = codebookOf(start).dimensions
  const other = { ...framing, id: 'other', codes: [] }
  expect(editDimension(start, 'framing', other, at)).toBeNull()
})

test('a dimension whose codes are used keeps its unit', () => {
  expect(editDimension(start, 'framing', { unit: 'article' }, at)).toBeNull()
  expect(whyNotInUnit(start, 'framing', 'article')).toBe('2 annotations of passages would have to become ones of whole articles. Delete or recode them first.')
  expect(whyNotInUnit(start, 'sourcing', 'paragraph')).toBe('One annotation of passages would have to become one of paragraphs. Delete or recode it first.')
  expect(whyNotInUnit(start, 'sentiment', 'event')).toBeNull()
  expect(codebookOf(applied(start, editDimension(start, 'sentiment', { unit: 'event' }, at))).dimensions[2]?.unit).toBe('event')
})

test('a dimension is moved; the index counts among the others', () => {
  expect(idsOf(applied(start, moveDimension(start, 'framing', 1, at)))).toEqual(['sourcing', 'framing', 'sentiment'])
  expect(idsOf(applied(start, moveDimension(start, 'framing', 9, at)))).toEqual(['sourcing', 'sentiment', 'framing'])
  expect(idsOf(applied(start, moveDimension(start, 'sentiment', 0, at)))).toEqual(['sentiment', 'framing', 'sourcing'])
  expect(moveDimension(start, 'framing', 0, at)).toBeNull()
  expect(moveDimension(start, 'sentiment', 7, at)).toBeNull()
  expect(moveDimension(start, 'none', 0, at)).toBeNull()
})

test('a dimension is deleted with everybody’s annotations and what sheets say about it', () => {
  const now = records([article('a1', 'one'), article('a2', 'two'), article('a3', 'three')], [...start.annotation.values()])
  const sheet = { coder: 'ann', memo: '', modified: NOW }
  putRecord(now, 'sheet', 's1', { ...sheet, id: 's1', subject: 'a1', coded: ['framing', 'sourcing'] })
  putRecord(now, 'sheet', 's2', { ...sheet, id: 's2', subject: 'a2', coded: ['framing'] })
  putRecord(now, 'sheet', 's3', { ...sheet, id: 's3', subject: 'a3', coded: ['framing'], memo: 'kept', coder: 'bob' })
  putRecord(now, 'sheet', 's4', { ...sheet, id: 's4', subject: 'a3', coded: ['sourcing'] })
  const plan = deleteDimension(now, 'framing', at)
  expect(plan).toMatchObject({ label: 'delete the dimension “Framing”', touched: 2 })
  const after = carriedOut(now, plan)
  expect(outline(after)).toEqual(['sourcing: government (minister), expert', 'sentiment: towards'])
  expect([...after.annotation.keys()]).toEqual(['n3'])
  expect([...after.sheet.values()]).toEqual([
    { ...sheet, id: 's1', subject: 'a1', coded: ['sourcing'], modified: LATER },
    { ...sheet, id: 's3', subject: 'a3', coded: [], memo: 'kept', coder: 'bob', modified: LATER },
    { ...sheet, id: 's4', subject: 'a3', coded: ['sourcing'] },
  ])
  expect(deleteDimension(now, 'none', at)).toBeNull()
})
