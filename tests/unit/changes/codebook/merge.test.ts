import { describe, expect, test } from 'vitest'
import { editCode, addExample } from '../../../../src/domain/changes/commands/codebook/codes'
import { mergeCodes, whyNotMerged } from '../../../../src/domain/changes/commands/codebook/merge'
import type { Annotation } from '../../../../src/domain/project/annotation'
import { codebookSchema, type Codebook } from '../../../../src/domain/project/codebook'
import { codeEntries } from '../../../../src/domain/project/codes'
import { fieldSchema } from '../../../../src/domain/project/field'
import { putRecord, THE, type Records } from '../../../../src/domain/project/records'
import { applied } from '../../../fixtures/changeLaws'
import { carriedOut, codebookOf, codeOf, logged, outline } from '../../../fixtures/codebooks'
import { annotation, article, fields, ids, LATER, NOW, records } from '../../../fixtures/records'

const at = { now: LATER, id: ids('new'), coder: 'ann' }
const coded = (...annotations: readonly Annotation[]): Records => records([article('a1', 'one two'), article('a2', 'three')], annotations)
const merge = (now: Records, from: readonly string[], into: string): Records => carriedOut(now, mergeCodes(now, { from, into }, at))

/** A project with another codebook. */
function withCodebook(now: Records, dimensions: readonly object[]): Records {
  const codebook: Codebook = codebookSchema.parse({ ...codebookOf(now), dimensions })
  putRecord(now, 'codebook', THE, codebook)
  return now
}

const code = (id: string, over: object = {}): object => ({ id, name: id, colour: 'amber', ...over })
const dimension = (id: string, codes: readonly object[], over: object = {}): object => ({ id, name: id, unit: 'span', choice: 'many', level: 'nominal', mark: 'tint', codes, ...over })

describe('merging codes', () => {
  test('leaves the other, with the codes that were nested in them', () => {
    expect(outline(merge(coded(), ['fight'], 'conflict'))[0]).toBe('framing: generic (conflict)')
    expect(outline(merge(coded(), ['generic'], 'fight'))[0]).toBe('framing: fight (conflict)')
    expect(outline(merge(coded(), ['generic', 'government', 'conflict', 'generic', 'fight'], 'fight')).slice(0, 2)).toEqual(['framing: fight (minister)', 'sourcing: expert'])
  })

  test('brings the other out of them where it is nested in one', () => {
    expect(outline(merge(coded(), ['generic'], 'conflict'))[0]).toBe('framing: fight, conflict')
    const deep = withCodebook(coded(), [dimension('d', [code('a', { codes: [code('b', { codes: [code('c', { codes: [code('e')] }), code('f')] }), code('g')] })])])
    expect(outline(merge(deep, ['a'], 'c'))[0]).toBe('d: c (e, b (f), g)')
    expect(outline(merge(deep, ['b', 'e'], 'a'))[0]).toBe('d: a (g, c, f)')
  })

  test('is said in label and log', () => {
    const plan = mergeCodes(coded(), { from: ['fight', 'generic'], into: 'conflict' }, at)
    expect(plan?.label).toBe('merge “fight” and “generic” into “conflict”')
    expect(logged(carriedOut(coded(), plan))).toBe('4: merged “fight” and “generic” into “conflict”')
  })

  test('loses nothing that was written about them', () => {
    const first = applied(coded(), editCode(coded(), 'fight', { definition: 'Holy war', include: 'Crusades', exclude: 'Boxing', memo: 'Ask the team', fields: [fields.form] }, at))
    const second = applied(first, addExample(first, 'fight', { quote: 'a holy war', from: 'A' }, at))
    const third = applied(second, addExample(second, 'conflict', { quote: 'a holy war', from: 'A' }, at))
    const now = applied(third, addExample(third, 'fight', { quote: 'a crusade', from: '' }, at))
    const after = codeOf(merge(now, ['fight', 'generic'], 'conflict'), 'conflict')
    expect(after.examples).toEqual([{ quote: 'a holy war', from: 'A' }, { quote: 'a crusade', from: '' }])
    expect(after.memo).toBe([
      'Merged with “fight”.', 'Definition: Holy war', 'Include: Crusades', 'Exclude: Boxing', 'Memo: Ask the team', 'Fields: Form (direct quotation = direct, partial quotation = partial)', '', 'Merged with “generic”.',
    ].join('\n'))
    expect(after).toMatchObject({ definition: '', revised: 0, fields: [] })
    const wordy = applied(now, editCode(now, 'conflict', { memo: 'First.' }, at))
    expect(codeOf(merge(wordy, ['generic'], 'conflict'), 'conflict').memo).toBe('First.\n\nMerged with “generic”.')
  })

  test('keeps fields that nested codes had from them', () => {
    const now = withCodebook(coded(), [dimension('d', [code('a', { fields: [fields.cue, fields.form], codes: [code('b', { fields: [fields.speaker], codes: [code('c')] })] }), code('z', { fields: [fields.form] })])])
    const asked = (after: Records, id: string) => codeEntries(codebookOf(after)).get(id)?.fields.map((field) => field.id)
    expect(asked(merge(now, ['a', 'b'], 'z'), 'c')).toEqual(['form', 'cue', 'speaker'])
    expect(asked(merge(now, ['a'], 'z'), 'b')).toEqual(['form', 'cue', 'speaker'])
    expect(asked(merge(now, ['a'], 'c'), 'c')).toEqual(['cue', 'form', 'speaker'])
  })

  test('does not apply to codes of different units, unknown ones, or nothing', () => {
    const now = withCodebook(coded(), [dimension('d', [code('a'), code('b')]), dimension('e', [code('c')], { unit: 'article' })])
    expect(mergeCodes(now, { from: ['b', 'c'], into: 'a' }, at)).toBeNull()
    expect(whyNotMerged(now, { from: ['b', 'c'], into: 'a' })).toBe('“c” is about whole articles and “a” about passages. Only codes of the same unit can be merged.')
    expect(whyNotMerged(now, { from: ['b'], into: 'a' })).toBeNull()
    for (const [from, into] of [[['none'], 'a'], [['b', 'none'], 'a'], [['b'], 'none']] as const) {
      expect(mergeCodes(now, { from, into }, at)).toBeNull()
      expect(whyNotMerged(now, { from, into })).toMatch(/no longer in the codebook/)
    }
    for (const from of [[], ['a']]) expect(mergeCodes(now, { from, into: 'a' }, at)).toBeNull()
  })

  test('does not apply where the memo could not hold all', () => {
    const one = applied(coded(), editCode(coded(), 'fight', { memo: 'x'.repeat(60_000) }, at))
    const now = applied(one, editCode(one, 'conflict', { memo: 'x'.repeat(60_000) }, at))
    expect(mergeCodes(now, { from: ['fight'], into: 'conflict' }, at)).toBeNull()
    expect(whyNotMerged(now, { from: ['fight'], into: 'conflict' })).toMatch(/^The memo of “conflict” has no room/)
  })
})

describe('annotations with merged codes', () => {
  test('get the other code and keep all else, whosever they are', () => {
    const so = { values: { cue: 'says', form: 'direct' }, note: 'n', certainty: 'low', codebook: 2 } as const
    const now = coded(annotation('n1', '<one> two', so), annotation('n2', 'one <two>', { ...so, coder: 'bob', code: 'generic' }), annotation('n3', 'one <two>', { code: 'expert' }))
    const plan = mergeCodes(now, { from: ['fight', 'generic'], into: 'conflict' }, at)
    expect(plan?.touched).toBe(2)
    const after = carriedOut(now, plan)
    expect(after.annotation.get('n1')).toEqual(annotation('n1', '<one> two', { ...so, code: 'conflict', modified: LATER }))
    expect(after.annotation.get('n2')).toEqual(annotation('n2', 'one <two>', { ...so, coder: 'bob', code: 'conflict', modified: LATER }))
    expect(after.annotation.get('n3')).toBe(now.annotation.get('n3'))
  })

  const conflict = (id: string, source: string, over: Partial<Annotation> = {}): Annotation => annotation(id, source, { code: 'conflict', ...over })
  const left = (...annotations: readonly Annotation[]): Records['annotation'] => merge(coded(...annotations), ['fight', 'generic'], 'conflict').annotation

  test('become one where the coder had said the same with the other code', () => {
    const after = left(annotation('n1', '<one> two', { note: 'from n1', certainty: 'high' }), conflict('n2', '<one> two', { note: 'from n2' }), annotation('n3', '<one> two', { code: 'generic', note: 'from n2' }))
    expect([...after.values()]).toEqual([conflict('n2', '<one> two', { note: 'from n2\nfrom n1', certainty: 'high', modified: LATER })])
  })

  test('become one also among themselves, the oldest', () => {
    const after = left(annotation('n1', '<one> two', { created: LATER, note: 'late' }), annotation('n2', '<one> two', { code: 'generic' }))
    expect([...after.values()]).toEqual([conflict('n2', '<one> two', { note: 'late', modified: LATER })])
  })

  test('leave the other as it was where they add nothing', () => {
    const kept = conflict('n2', '<one> two', { note: 'same' })
    expect(left(annotation('n1', '<one> two', { note: 'same' }), kept).get('n2')).toEqual(kept)
  })

  test('stay beside those of another coder, span, value or article', () => {
    const doubles = [
      conflict('n2', '<one> two', { coder: 'bob' }), conflict('n3', '<one two>'), conflict('n4', '<one> two', { values: { cue: 'says' } }), conflict('n5', '<one> two', { subject: 'a2' }),
      conflict('n6', '<one> <two>'), conflict('n7', '<one> two', { spans: annotation('x', '<one> two').spans.map((span) => ({ ...span, role: 'cue' })) }),
    ]
    expect(left(annotation('n1', '<one> two'), ...doubles).size).toBe(7)
  })

  test('are the same whatever order their values were entered in', () => {
    expect(left(annotation('n1', '<one> two', { values: { cue: 'x', form: 'direct' } }), conflict('n2', '<one> two', { values: { form: 'direct', cue: 'x' } })).size).toBe(1)
  })

  test('stay two where one note could not hold both', () => {
    expect(left(annotation('n1', '<one> two', { note: 'x'.repeat(60_000) }), conflict('n2', '<one> two', { note: 'y'.repeat(60_000) })).size).toBe(2)
  })

  test('that were double with the other code before stay so', () => {
    expect(left(annotation('n1', 'one <two>'), conflict('n2', '<one> two'), conflict('n3', '<one> two')).size).toBe(3)
  })

  test('of whole articles are compared too', () => {
    const whole = (id: string, over: Partial<Annotation>): Annotation => ({ ...annotation(id, 'one', over), unit: 'article', spans: [] })
    expect(left(whole('n1', {}), whole('n2', { code: 'conflict' })).size).toBe(1)
  })

  test('that others are linked to keep their links', () => {
    const link = fieldSchema.parse({ id: 'about', name: 'About', kind: 'link' })
    const now = withCodebook(coded(
      annotation('n1', '<one> two'), conflict('n2', '<one> two'), annotation('n3', 'one <two>', { code: 'minister', values: { about: 'n1', cue: 'n1' } }), annotation('n4', 'one <two>', { values: { about: 'n1' } }),
      annotation('n5', 'one <two>', { code: 'minister', values: { about: 'n4' } }),
    ), codebookOf(coded()).dimensions.map((one) => ({ ...one, fields: [...one.fields, link] })))
    const after = merge(now, ['fight'], 'conflict').annotation
    expect(after.get('n3')).toMatchObject({ values: { about: 'n2', cue: 'n1' }, modified: LATER })
    expect(after.get('n4')).toMatchObject({ code: 'conflict', values: { about: 'n2' } })
    expect(after.get('n5')).toMatchObject({ values: { about: 'n4' }, modified: NOW })
  })
})
