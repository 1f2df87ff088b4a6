import { describe, expect, test } from 'vitest'
import { editCode } from '../../../../src/domain/changes/commands/codebook/codes'
import { appendDimensions, replaceCodebook, whyNotReplaced } from '../../../../src/domain/changes/commands/codebook/importing'
import { codebookSchema, dimensionSchema, type Codebook, type Dimension } from '../../../../src/domain/project/codebook'
import { codeEntries } from '../../../../src/domain/project/codes'
import { fieldSchema } from '../../../../src/domain/project/field'
import { parse } from '../../../../src/domain/project/parse'
import { putRecord, type Records } from '../../../../src/domain/project/records'
import { applied } from '../../../fixtures/changeLaws'
import { codebookOf, codeOf, logged, outline } from '../../../fixtures/codebooks'
import { annotation, article, codebook, fields, ids, LATER, NOW, records } from '../../../fixtures/records'

const at = () => ({ now: LATER, id: ids('new'), coder: 'ann' })
const start = records([article('a1', 'one')], [annotation('n1', '<one>'), annotation('n2', '<one>', { code: 'minister', coder: 'bob' })])

const code = (id: string, over: object = {}): object => ({ id, name: id, colour: 'amber', ...over })
const dimension = (id: string, codes: readonly object[], over: object = {}): Dimension =>
  dimensionSchema.parse({ id, name: id, unit: 'span', choice: 'many', level: 'nominal', mark: 'tint', codes, ...over })

/** The records after dimensions were added; the codebook must be valid. */
function appended(now: Records, ...dimensions: readonly Dimension[]): Records {
  const after = applied(now, appendDimensions(now, dimensions, at()))
  parse(codebookSchema, codebookOf(after), 'the codebook')
  return after
}

describe('adding dimensions of another codebook', () => {
  test('keeps their ids where they are free', () => {
    const after = appended(start, dimension('tone', [code('calm', { codes: [code('cool')] })]), dimension('place', []))
    expect(outline(after).slice(3)).toEqual(['tone: calm (cool)', 'place:'])
    expect(logged(after)).toBe('4: imported the dimensions “tone” and “place”')
  })

  test('gives fresh ids where they are taken', () => {
    const again = appended(start, ...codebook.dimensions)
    expect(outline(again).slice(3)).toEqual(['new1: new2, new3 (new4)', 'new5: new6 (new7), new8', 'new9: new10'])
    expect(outline(appended(start, dimension('tone', [code('calm')]), dimension('tone', [code('calm')]))).slice(3)).toEqual(['tone: calm', 'new1: new2'])
    expect(again.annotation).toEqual(start.annotation)
  })

  test('drops keys that are taken', () => {
    const keyed = applied(start, editCode(start, 'fight', { key: 'j' }, at()))
    const after = appended(keyed, dimension('tone', [code('calm', { key: 'j' }), code('cool', { key: 'k' }), code('cold')]))
    expect(['calm', 'cool', 'cold'].map((id) => codeOf(after, id).key)).toEqual(['', 'k', ''])
  })

  test('takes no notice of the versions of the other codebook', () => {
    expect(codeOf(appended(start, dimension('tone', [code('calm', { revised: 9 })])), 'calm').revised).toBe(0)
  })

  test('shares fields that mean the same, and tells apart those that do not', () => {
    const other = fieldSchema.parse({ ...fields.cue, name: 'Cue word' })
    const asksWho = fieldSchema.parse({ id: 'who', name: 'Who', kind: 'text', showIf: { field: 'cue', is: ['x'] } })
    const asksForm = fieldSchema.parse({ id: 'why', name: 'Why', kind: 'text', showIf: { field: 'form', is: ['direct'] } })
    const after = appended(start, dimension('tone', [code('calm', { fields: [other, asksWho, asksForm] }), code('cool', { fields: [other, asksWho] })], { fields: [fields.form] }))
    const asked = (id: string) => codeEntries(codebookOf(after)).get(id)?.fields.map((field) => [field.id, field.showIf?.field])
    expect(asked('calm')).toEqual([['form', undefined], ['new1', undefined], ['who', 'new1'], ['why', 'form']])
    expect(asked('cool')).toEqual([['form', undefined], ['new1', undefined], ['who', 'new1']])
  })

  test('tells apart fields that differ in what their condition asks', () => {
    const cue = fieldSchema.parse({ ...fields.cue, hint: 'other' })
    const who = fieldSchema.parse({ id: 'who', name: 'Who', kind: 'text', showIf: { field: 'cue', is: ['x'] } })
    const here = applied(start, editCode(start, 'minister', { fields: [fields.cue, who] }, at()))
    const after = appended(here, dimension('tone', [code('calm', { fields: [cue, who] })]))
    expect(codeOf(after, 'calm').fields.map((field) => [field.id, field.showIf?.field])).toEqual([['new1', undefined], ['new2', 'new1']])
  })

  test('makes fields of one path differ', () => {
    const after = appended(start, dimension('tone', [code('calm', { fields: [fieldSchema.parse({ ...fields.target, id: 'q' })] })], { fields: [fieldSchema.parse({ ...fields.cue, id: 'q' })] }))
    expect(codeEntries(codebookOf(after)).get('calm')?.fields.map((field) => field.id)).toEqual(['q', 'new1'])
  })

  test('needs some', () => {
    expect(appendDimensions(start, [], at())).toBeNull()
  })
})

describe('another codebook in the place of the project’s', () => {
  const other = (...dimensions: readonly Dimension[]): Codebook => codebookSchema.parse({ name: 'Other', version: 40, dimensions })
  const enough = other(dimension('all', [code('fight', { definition: 'new', revised: 30 }), code('minister', { revised: 30 }), code('calm', { revised: 30 })]))

  test('goes on with the versions and the log', () => {
    const once = applied(start, editCode(start, 'minister', { exclude: 'x' }, at()))
    const same = other(dimension('all', [code('fight', { definition: 'new' }), code('minister', { exclude: 'x', revised: 30 }), code('calm', { revised: 30 })]))
    const after = applied(once, replaceCodebook(once, same, at()))
    expect(codebookOf(after)).toMatchObject({ name: 'Other', version: 5, log: [{ version: 4 }, { version: 5, what: 'replaced the codebook by “Other”' }] })
    expect(outline(after)).toEqual(['all: fight, minister, calm'])
    expect(['fight', 'minister', 'calm'].map((id) => codeOf(after, id).revised)).toEqual([5, 4, 0])
    expect(after.annotation).toEqual(once.annotation)
  })

  test('takes dimensions that are no more out of the sheets', () => {
    const now = records([article('a1', 'one')])
    putRecord(now, 'sheet', 's1', { id: 's1', coder: 'bob', subject: 'a1', coded: ['framing', 'all'], memo: '', modified: NOW })
    expect(applied(now, replaceCodebook(now, enough, at())).sheet.get('s1')).toMatchObject({ coded: ['all'], modified: LATER })
  })

  test('is refused where an annotation would lose its code', () => {
    const less = other(dimension('all', [code('fight')]))
    expect(replaceCodebook(start, less, at())).toBeNull()
    expect(whyNotReplaced(start, less)).toBe('One annotation is made with “minister”, which is not in the other codebook. Add its dimensions instead.')
    expect(whyNotReplaced(start, enough)).toBeNull()
  })

  test('is refused where a code that is used has another unit', () => {
    const odd = other(dimension('all', [code('fight'), code('minister')], { unit: 'article' }))
    expect(replaceCodebook(start, odd, at())).toBeNull()
    expect(whyNotReplaced(start, odd)).toBe('One annotation is made with “fight”, which has another unit in the other codebook. Add its dimensions instead.')
  })

  test('does not apply where it is the same', () => {
    expect(replaceCodebook(start, { ...codebook, version: 40 }, at())).toBeNull()
    expect(replaceCodebook(start, { ...codebook, name: 'Other' }, at())?.label).toBe('replace the codebook by “Other”')
  })
})
