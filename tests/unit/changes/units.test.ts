import { describe, expect, test } from 'vitest'
import type { Circumstances } from '../../../src/domain/changes/command'
import { annotate, annotateAll } from '../../../src/domain/changes/commands/annotate'
import { removeArticles } from '../../../src/domain/changes/commands/articles'
import { codeWhole } from '../../../src/domain/changes/commands/codeWhole'
import { dissolveEvent } from '../../../src/domain/changes/commands/events'
import { extendBy, joinAnnotations } from '../../../src/domain/changes/commands/join'
import { recode } from '../../../src/domain/changes/commands/recode'
import { splitAnnotation } from '../../../src/domain/changes/commands/split'
import { codebookSchema } from '../../../src/domain/project/codebook'
import { annotationsInOrder, putRecord, THE, type Records } from '../../../src/domain/project/records'
import { applied } from '../../fixtures/changeLaws'
import { marked, withMarks } from '../../fixtures/marked'
import { annotation, article, ids, LATER, NOW, records } from '../../fixtures/records'

const at: Circumstances = { now: LATER, id: ids(), coder: 'ann' }
const TEXT = 'one two three\n\nfour five six\nseven eight'
const start = (...given: Parameters<typeof records>[1] & object): Records => records([article('a1', TEXT, { event: 'e1' })], given)
const shown = (now: Records): string[] => annotationsInOrder(now, 'a1').map((one) => `${withMarks(TEXT, one.spans).replaceAll('\n', '|')} ${one.code}`)

const withUnits = (...given: Parameters<typeof records>[1] & object): Records => {
  const made = start(...given)
  putRecord(made, 'event', 'e1', { id: 'e1', name: 'Summit', date: '', variables: {} })
  putRecord(made, 'codebook', THE, codebookSchema.parse({
    name: 'Units', version: 7,
    dimensions: [
      { id: 'techniques', name: 'Techniques', unit: 'paragraph', choice: 'many', level: 'nominal', mark: 'tint', codes: [{ id: 'doubt', name: 'doubt', colour: 'rust' }] },
      { id: 'tone', name: 'Tone', unit: 'article', choice: 'one', level: 'nominal', mark: 'tint', fields: [{ id: 'how', name: 'How', kind: 'text', default: 'so' }], codes: [{ id: 'pro', name: 'pro', colour: 'green' }, { id: 'anti', name: 'anti', colour: 'rust' }] },
      { id: 'frames', name: 'Frames', unit: 'article', choice: 'many', level: 'nominal', mark: 'tint', codes: [{ id: 'conflict', name: 'conflict', colour: 'green' }, { id: 'morality', name: 'morality', colour: 'green' }] },
      { id: 'stance', name: 'Stance', unit: 'event', choice: 'one', level: 'nominal', mark: 'tint', codes: [{ id: 'left', name: 'left', colour: 'blue' }] },
    ],
  }))
  return made
}

describe('a code of a paragraph dimension', () => {
  test('goes to every paragraph the selection touches, once', () => {
    const selection = { ...marked('one two <three\n\nfour> five six\nseven eight'), article: 'a1', code: 'doubt' }
    const now = applied(withUnits(), annotate(withUnits(), selection, at))
    expect(shown(now)).toEqual(['<one two three>||four five six|seven eight doubt', 'one two three||<four five six>|seven eight doubt'])
    expect(annotationsInOrder(now, 'a1').map(({ unit }) => unit)).toEqual(['paragraph', 'paragraph'])
    expect(annotate(now, selection, at)).toBeNull()
  })
})

test('two hits in one paragraph code it once', () => {
  const codings = ['<one> two three\n\nfour five six', 'one two <three>\n\nfour five six'].map((source) => ({ article: 'a1', text: TEXT, span: marked(source).span, code: 'doubt' }))
  expect(shown(applied(withUnits(), annotateAll(withUnits(), codings, at)))).toHaveLength(1)
})

test('another code must be of the same unit', () => {
  const now = applied(withUnits(), codeWhole(withUnits(), { subject: 'a1', code: 'pro' }, at))
  const [made] = annotationsInOrder(now, 'a1')
  expect(recode(now, { annotation: made?.id ?? '', code: 'doubt' }, at)).toBeNull()
  expect(recode(now, { annotation: made?.id ?? '', code: 'conflict' }, at)).not.toBeNull()
})

describe('a code of an article or event as a whole', () => {
  const whole = (now: Records, subject: string, code: string) => codeWhole(now, { subject, code }, at)

  test('has no span, and begins with its defaults', () => {
    const now = applied(withUnits(), whole(withUnits(), 'a1', 'pro'))
    expect(annotationsInOrder(now, 'a1')[0]).toMatchObject({ unit: 'article', spans: [], values: { how: 'so' }, codebook: 7 })
    expect(whole(now, 'a1', 'pro')).toBeNull()
  })

  test('takes the place of another where the dimension takes one, and stands beside it otherwise', () => {
    const pro = applied(withUnits(), whole(withUnits(), 'a1', 'pro'))
    const anti = applied(pro, whole(pro, 'a1', 'anti'))
    const both = applied(anti, whole(anti, 'a1', 'conflict'))
    expect(annotationsInOrder(applied(both, whole(both, 'a1', 'morality')), 'a1').map(({ code }) => code).sort()).toEqual(['anti', 'conflict', 'morality'])
  })

  test('comes several times where it asks for an entity and the dimension takes several', () => {
    const made = withUnits()
    const main = { id: 'main', name: 'Main entities', unit: 'article', choice: 'many', level: 'nominal', mark: 'tint', fields: [{ id: 'who', name: 'Who', kind: 'entity', required: true }], codes: [{ id: 'feeling', name: 'feeling', colour: 'blue' }] }
    putRecord(made, 'codebook', THE, codebookSchema.parse({ name: 'Entities', version: 7, dimensions: [main] }))
    const once = applied(made, whole(made, 'a1', 'feeling'))
    expect(annotationsInOrder(applied(once, whole(once, 'a1', 'feeling')), 'a1')).toHaveLength(2)
  })

  test('is for what its dimension is for', () => {
    expect(whole(withUnits(), 'a1', 'left')).toBeNull()
    expect(whole(withUnits(), 'e1', 'pro')).toBeNull()
    expect(whole(withUnits(), 'a1', 'doubt')).toBeNull()
    const now = applied(withUnits(), whole(withUnits(), 'e1', 'left'))
    expect(annotationsInOrder(now, 'e1')).toHaveLength(1)
  })

  test('goes with its subject, and so does the sheet', () => {
    const now = applied(withUnits(), whole(withUnits(), 'e1', 'left'))
    putRecord(now, 'sheet', 's1', { id: 's1', coder: 'bob', subject: 'e1', coded: [], memo: 'x', modified: NOW })
    const gone = applied(now, dissolveEvent(now, 'e1'))
    expect([gone.annotation.size, gone.sheet.size]).toEqual([0, 0])
    putRecord(now, 'sheet', 's2', { id: 's2', coder: 'bob', subject: 'a1', coded: [], memo: 'x', modified: NOW })
    expect(applied(now, removeArticles(now, ['a1'])).sheet.has('s2')).toBe(false)
  })
})

test('many passages are coded as one step, those that carry the code left out', () => {
  const now = start(annotation('n1', '<one> two three'))
  const codings = ['<one> two three', 'one <two> three'].map((source) => ({ article: 'a1', text: TEXT, span: marked(source).span, code: 'fight' }))
  const change = annotateAll(now, [...codings, { ...codings[1] ?? codings[0], span: { start: 4, end: 13 } } as typeof codings[number]], at)
  expect(change?.label).toBe('code 2 passages “fight”')
  expect(shown(applied(now, change))).toHaveLength(3)
})

describe('joining', () => {
  const join = (now: Records, ...which: string[]) => joinAnnotations(now, { ids: which, text: TEXT }, at)

  test('makes one of neighbours, and keeps gaps', () => {
    const now = start(annotation('n1', '<one> two three'), annotation('n2', 'one <two> three'), annotation('n3', 'one two three\n\nfour <five> six'))
    expect(shown(applied(now, join(now, 'n1', 'n2')))).toContain('<one two> three||four five six|seven eight fight')
    expect(shown(applied(now, join(now, 'n3', 'n1')))).toContain('<one> two three||four <five> six|seven eight fight')
  })

  test('keeps the values of the first, what it lacks from the others, and all notes', () => {
    const now = start(
      annotation('n1', '<one> two three', { values: { a: 'first' }, note: 'x' }),
      annotation('n2', 'one <two> three', { values: { a: 'second', b: 'only' }, note: 'y', certainty: 'low' }),
    )
    expect(annotationsInOrder(applied(now, join(now, 'n1', 'n2')), 'a1')).toMatchObject([{ id: 'n1', values: { a: 'first', b: 'only' }, note: 'x\ny', certainty: 'low', modified: LATER }])
  })

  test('is for one’s own annotations of one code', () => {
    const now = start(annotation('n1', '<one> two three'), annotation('n2', 'one <two> three', { code: 'conflict' }), annotation('n3', 'one two <three>', { coder: 'bob' }))
    expect(join(now, 'n1', 'n2')).toBeNull()
    expect(join(now, 'n1', 'n3')).toBeNull()
    expect(join(now, 'n1')).toBeNull()
  })

  test('a further stretch makes a second part, or lengthens the first', () => {
    const now = start(annotation('n1', '<one> two three'))
    const extend = (source: string) => extendBy(now, { annotation: 'n1', text: TEXT, span: marked(source).span }, at)
    expect(shown(applied(now, extend('one two <three>')))).toEqual(['<one> two <three>||four five six|seven eight fight'])
    expect(shown(applied(now, extend('one <two> three')))).toEqual(['<one two> three||four five six|seven eight fight'])
    expect(extend('<one> two three')).toBeNull()
  })
})

describe('splitting', () => {
  const split = (now: Records, offset: number | null) => splitAnnotation(now, { annotation: 'n1', text: TEXT, offset }, at)

  test('cuts in two where the text says, without white space at the cut', () => {
    const now = start(annotation('n1', '<one two three>', { values: { a: 1 }, note: 'x' }))
    const after = applied(now, split(now, 4))
    expect(shown(after)).toEqual(['<one> two three||four five six|seven eight fight', 'one <two three>||four five six|seven eight fight'])
    expect(annotationsInOrder(after, 'a1').map(({ note, values }) => ({ note, values }))).toEqual([{ note: 'x', values: { a: 1 } }, { note: '', values: { a: 1 } }])
  })

  test('makes each part an annotation of its own, and joining takes that back', () => {
    const now = start(annotation('n1', '<one> two <three>'))
    const after = applied(now, split(now, null))
    expect(after.annotationsOf.get('a1')?.size).toBe(2)
    const again = applied(after, joinAnnotations(after, { ids: [...after.annotation.keys()], text: TEXT }, at))
    expect(shown(again)).toEqual(shown(now))
  })

  test('does not apply at an end, to a single part, or to somebody else’s', () => {
    expect(split(start(annotation('n1', '<one two> three')), 0)).toBeNull()
    expect(split(start(annotation('n1', '<one two> three')), null)).toBeNull()
    expect(split(start(annotation('n1', '<one two> three', { coder: 'bob' })), 4)).toBeNull()
  })
})
