import { describe, expect, test } from 'vitest'
import { fieldSchema, type Field } from '../../../src/domain/project/field'
import { answersOf, movedField, newField, withField, withoutField, type FieldKind } from '../../../src/domain/project/fieldList'
import { fields, ids } from '../../fixtures/records'

const kinds: readonly FieldKind[] = ['text', 'one-of', 'many-of', 'yes-no', 'ordinal', 'number', 'entity', 'entities', 'role', 'link']
const dependent: Field = { ...fields.speaker, showIf: { field: 'form', is: ['direct'] } }
const names = (list: readonly Field[] | null): string => list?.map((one) => one.id).join(' ') ?? 'no'

test.each(kinds)('a new field of kind %s is a valid one', (kind) => {
  const field = newField(kind, 'New', ids())
  expect(fieldSchema.parse(field)).toEqual(field)
})

describe('in a list of fields', () => {
  const list = [fields.form, dependent, fields.cue]

  test('one is replaced by its changed self', () => {
    expect(withField(list, { ...fields.cue, name: 'Verb' }).map((one) => one.name)).toEqual(['Form', 'Speaker', 'Verb'])
  })

  test('the ends are the ends', () => {
    expect(names(movedField(list, 'cue', 1))).toBe('no')
    expect(names(movedField(list, 'form', -1))).toBe('no')
    expect(names(movedField(list, 'gone', 1))).toBe('no')
    expect(names(movedField(list, 'cue', -1))).toBe('form cue speaker')
  })

  test('no field comes before the one it depends on', () => {
    expect(names(movedField(list, 'speaker', -1))).toBe('no')
    expect(names(movedField(list, 'form', 1))).toBe('no')
  })

  test('a field that goes leaves no condition behind', () => {
    expect(withoutField(list, 'form')).toEqual([{ ...dependent, showIf: null }, fields.cue])
  })
})

test('conditions can ask for listed answers only', () => {
  expect(answersOf(fields.form)?.map((one) => one.label)).toEqual(['direct quotation', 'partial quotation'])
  expect(answersOf(newField('yes-no', 'x', ids()))).toEqual([{ value: true, label: 'yes' }, { value: false, label: 'no' }])
  expect(answersOf(fields.speaker)).toBeUndefined()
})
