import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { recode } from '../../../src/domain/changes/commands/recode'
import { removePart, setPart } from '../../../src/domain/changes/commands/parts'
import { resize } from '../../../src/domain/changes/commands/resize'
import { annotationSchema, type Annotation } from '../../../src/domain/project/annotation'
import { codebookSchema } from '../../../src/domain/project/codebook'
import { parse } from '../../../src/domain/project/parse'
import { putRecord, THE, type Records } from '../../../src/domain/project/records'
import { anchorAt, holds } from '../../../src/domain/text/anchor'
import type { Span } from '../../../src/domain/text/span'
import { unitedSpans } from '../../../src/domain/text/unite'
import { applied } from '../../fixtures/changeLaws'
import { marked, withMarks } from '../../fixtures/marked'
import { annotation, article, ids, LATER, records } from '../../fixtures/records'

const at = { now: LATER, id: ids(), coder: 'ann' }
const TEXT = 'one two three four five'
const role = (id: string): object => ({ id, name: id, kind: 'role' })
const scheme = codebookSchema.parse({
  name: 'Roles', version: 3, dimensions: [{
    id: 'd', name: 'D', unit: 'span', choice: 'many', level: 'nominal', mark: 'line',
    codes: [{ id: 'said', name: 'said', colour: 'blue', fields: [role('cue'), role('source'), { id: 'words', name: 'words', kind: 'text' }] }, { id: 'plain', name: 'plain', colour: 'blue' }],
  }],
})

/** A project with the article `a1` and one annotation of it. */
function coded(one: Annotation): Records {
  const now = records([article('a1', TEXT)], [one])
  putRecord(now, 'codebook', THE, scheme)
  return now
}

const said = (source: string, over: Partial<Annotation> = {}): Annotation => annotation('n1', source, { code: 'said', ...over })
const set = (now: Records, source: string, mode: 'replace' | 'add' = 'replace', field = 'cue') => setPart(now, { annotation: 'n1', role: field, text: TEXT, span: marked(source).span, mode }, at)

/** What fills a role, as `one <two> three`; without a role the passage. */
function filling(now: Records, field?: string): string {
  const one = parse(annotationSchema, now.annotation.get('n1'), 'n1')
  expect(one.spans.map((part) => part.start)).toEqual(one.spans.map((part) => part.start).sort((a, b) => a - b))
  return withMarks(TEXT, one.spans.filter((part) => part.role === field))
}

describe('a role', () => {
  test('is filled beside the passage, and filled anew', () => {
    const first = applied(coded(said('one two <three> four five')), set(coded(said('one two <three> four five')), '<one> two three four five'))
    expect([filling(first), filling(first, 'cue')]).toEqual(['one two <three> four five', '<one> two three four five'])
    const again = applied(first, set(first, 'one two three <four> five'))
    expect(filling(again, 'cue')).toBe('one two three <four> five')
    expect(set(again, 'one two three <four> five')).toBeNull()
  })

  test('takes further parts; those that overlap or touch are one', () => {
    let now = coded(said('<one> two three four five'))
    for (const source of ['one <two> three four five', 'one two three <four> five', 'one two three four< five>']) now = applied(now, set(now, source, 'add'))
    expect(filling(now, 'cue')).toBe('one <two> three <four five>')
    expect(set(now, 'one <two> three four five', 'add')).toBeNull()
  })

  test('leaves other roles as they are', () => {
    const cue = applied(coded(said('<one> two three four five')), set(coded(said('<one> two three four five')), 'one <two> three four five'))
    const both = applied(cue, set(cue, 'one <two three> four five', 'add', 'source'))
    expect([filling(both, 'cue'), filling(both, 'source')]).toEqual(['one <two> three four five', 'one <two three> four five'])
  })

  test('gives a part back; the last one of an annotation of a span stays', () => {
    const now = applied(coded(said('<one> two three four five')), set(coded(said('<one> two three four five')), 'one <two> three four five'))
    expect(filling(applied(now, removePart(now, { annotation: 'n1', role: 'cue', index: 0 }, at)), 'cue')).toBe(TEXT)
    expect(removePart(now, { annotation: 'n1', role: 'cue', index: 1 }, at)).toBeNull()
    const onlyCue = said('', { spans: [{ ...anchorAt(TEXT, { start: 0, end: 3 }), role: 'cue' }] })
    expect(removePart(coded(onlyCue), { annotation: 'n1', role: 'cue', index: 0 }, at)).toBeNull()
    const whole = coded({ ...onlyCue, unit: 'article' })
    expect(applied(whole, removePart(whole, { annotation: 'n1', role: 'cue', index: 0 }, at)).annotation.get('n1')?.spans).toEqual([])
  })

  test('is none of another coder’s annotation, of no annotation, of a field of another kind, or of an event', () => {
    const now = coded(said('<one> two'))
    expect(setPart(now, { annotation: 'n1', role: 'cue', text: TEXT, span: marked('<one>').span, mode: 'add' }, { ...at, coder: 'bob' })).toBeNull()
    expect(setPart(now, { annotation: 'n9', role: 'cue', text: TEXT, span: marked('<one>').span, mode: 'add' }, at)).toBeNull()
    expect(set(now, '<one>', 'add', 'words')).toBeNull()
    expect(set(now, '<one>', 'add', 'unheard')).toBeNull()
    expect(set(coded(said('', { unit: 'event', spans: [] })), '<one>')).toBeNull()
  })

  test('keeps to the text whatever is put in and taken out', () => {
    const span = fc.tuple(fc.nat(TEXT.length - 1), fc.integer({ min: 1, max: 8 })).map(([start, length]): Span => ({ start, end: Math.min(TEXT.length, start + length) }))
    const act = fc.oneof(
      fc.record({ span, field: fc.constantFrom('cue', 'source'), mode: fc.constantFrom('replace' as const, 'add' as const) }),
      fc.record({ index: fc.nat(3), field: fc.constantFrom('cue', 'source') }),
    )
    fc.assert(fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
      let now = coded(said('one <two> three four five'))
      for (const one of acts) {
        const change = 'span' in one ? setPart(now, { annotation: 'n1', role: one.field, text: TEXT, span: one.span, mode: one.mode }, at) : removePart(now, { annotation: 'n1', role: one.field, index: one.index }, at)
        if (change) now = applied(now, change)
        expect(filling(now)).toBe('one <two> three four five')
        for (const field of ['cue', 'source']) {
          const parts = now.annotation.get('n1')?.spans.filter((part) => part.role === field) ?? []
          expect(unitedSpans(TEXT, parts)).toEqual(parts.map(({ start, end }) => ({ start, end })))
          expect(parts.every((part) => holds(TEXT, part))).toBe(true)
        }
      }
    }), { seed: 23 })
  })
})

describe('an annotation with roles', () => {
  const now = applied(coded(said('one <two> three four five')), set(coded(said('one <two> three four five')), 'one two three <four> five'))

  test('is resized by its passage', () => {
    const after = applied(now, resize(now, { annotation: 'n1', text: TEXT, span: marked('<one two> three four five').span }, at))
    expect([filling(after), filling(after, 'cue')]).toEqual(['<one two> three four five', 'one two three <four> five'])
  })

  test('loses them with a code that has none', () => {
    const after = applied(now, recode(now, { annotation: 'n1', code: 'plain' }, at))
    expect(withMarks(TEXT, after.annotation.get('n1')?.spans ?? [])).toBe('one <two> three four five')
    const onlyCue = coded(said('', { spans: [{ ...anchorAt(TEXT, { start: 0, end: 3 }), role: 'cue' }] }))
    expect(filling(applied(onlyCue, recode(onlyCue, { annotation: 'n1', code: 'plain' }, at)))).toBe('<one> two three four five')
  })
})
