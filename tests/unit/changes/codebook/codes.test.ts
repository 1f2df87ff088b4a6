import { describe, expect, test } from 'vitest'
import { addCode, addExample, editCode, keyHolder, moveCode, removeExample, whyNotMoved } from '../../../../src/domain/changes/commands/codebook/codes'
import { noHistory, record, undo } from '../../../../src/domain/changes/history'
import { apply } from '../../../../src/domain/changes/change'
import { annotation, article, fields, ids, LATER, records } from '../../../fixtures/records'
import { applied, contentOf, copyOf } from '../../../fixtures/changeLaws'
import { codebookOf, codeOf, logged, outline } from '../../../fixtures/codebooks'
import { putRecord, THE } from '../../../../src/domain/project/records'

const at = { now: LATER, id: ids('new'), coder: 'ann' }
const named = (id: string) => ({ ...at, id: () => id })
const start = records([article('a1', 'one')], [annotation('n1', '<one>', { code: 'conflict' }), annotation('n2', '<one>', { code: 'expert', coder: 'bob' })])
const keyed = applied(start, editCode(start, 'conflict', { key: 'k', colour: 'blue' }, at))

describe('a new code', () => {
  test('stands last in its dimension, or where it is put', () => {
    expect(outline(applied(start, addCode(start, { name: 'war', dimension: 'framing', parent: null }, named('war'))))[0]).toBe('framing: fight, generic (conflict), war')
    expect(outline(applied(start, addCode(start, { name: 'war', dimension: 'framing', parent: null, index: 1 }, named('war'))))[0]).toBe('framing: fight, war, generic (conflict)')
    expect(outline(applied(start, addCode(start, { name: 'war', dimension: 'framing', parent: 'conflict', index: 5 }, named('war'))))[0]).toBe('framing: fight, generic (conflict (war))')
  })

  test('has what was given, and is otherwise empty', () => {
    const after = applied(start, addCode(start, { name: ' war ', dimension: 'framing', parent: null, key: 'w', definition: 'Armed', colour: 'rose' }, named('war')))
    expect(codeOf(after, 'war')).toEqual({ id: 'war', name: 'war', colour: 'rose', key: 'w', definition: 'Armed', include: '', exclude: '', examples: [], memo: '', ask: 'later', score: 'none', revised: 0, fields: [], codes: [] })
    expect(logged(after)).toBe('4: added “war” to “Framing”')
  })

  test('has its parent’s colour, or the first of those used least', () => {
    const colour = (parent: string | null): string => codeOf(applied(keyed, addCode(keyed, { name: 'x', dimension: 'framing', parent }, named('x'))), 'x').colour
    expect(colour('conflict')).toBe('blue')
    expect(colour(null)).toBe('rust')
  })

  test('is not added without a name or place, nor with a key that is taken', () => {
    expect(addCode(start, { name: ' ', dimension: 'framing', parent: null }, at)).toBeNull()
    expect(addCode(start, { name: 'x', dimension: 'none', parent: null }, at)).toBeNull()
    expect(addCode(start, { name: 'x', dimension: 'framing', parent: 'none' }, at)).toBeNull()
    expect(addCode(start, { name: 'x', dimension: 'framing', parent: 'expert' }, at)).toBeNull()
    expect(addCode(keyed, { name: 'x', dimension: 'sourcing', parent: null, key: 'k' }, at)).toBeNull()
  })
})

describe('changing a code', () => {
  test('renames it, which revises nothing', () => {
    const change = editCode(start, 'fight', { name: 'just fight' }, at)
    expect(change?.label).toBe('rename “fight” to “just fight”')
    const after = applied(start, change)
    expect(codeOf(after, 'fight')).toMatchObject({ name: 'just fight', revised: 0 })
    expect(logged(after)).toBe('4: renamed “fight” to “just fight”')
  })

  test.each([{ definition: 'x' }, { include: 'x' }, { exclude: 'x' }])('revises it with another definition or rule: %o', (parts) => {
    expect(codeOf(applied(start, editCode(start, 'minister', { ...parts, name: 'cabinet' }, at)), 'minister')).toMatchObject({ ...parts, revised: 4 })
  })

  test('keeps what revised it before', () => {
    const revised = applied(start, editCode(start, 'fight', { definition: 'x' }, at))
    const after = applied(revised, editCode(revised, 'fight', { definition: 'x', memo: 'm', ask: 'now', score: 'mean', fields: [fields.cue] }, at))
    expect(codeOf(after, 'fight')).toMatchObject({ definition: 'x', memo: 'm', ask: 'now', score: 'mean', fields: [fields.cue], revised: 4 })
    expect(logged(after)).toBe('5: changed the memo, time to ask for fields, score and fields of “fight”')
  })

  test('leaves alone what is nested in it, and what is no part of it', () => {
    expect(editCode(start, 'generic', { ...codeOf(start, 'fight'), name: 'generic' }, at)).toBeNull()
    expect(outline(applied(start, editCode(start, 'generic', { name: 'x' }, at)))).toEqual(outline(start))
  })

  test('gives it no key that another has; its own it may keep', () => {
    expect(keyHolder(codebookOf(keyed), 'k')?.id).toBe('conflict')
    expect(keyHolder(codebookOf(keyed), 'j')).toBeUndefined()
    expect(keyHolder(codebookOf(keyed), '')).toBeUndefined()
    expect(editCode(keyed, 'expert', { key: 'k' }, at)).toBeNull()
    expect(codeOf(applied(keyed, editCode(keyed, 'conflict', { key: 'k', name: 'x' }, at)), 'conflict').key).toBe('k')
    expect(codeOf(applied(keyed, editCode(keyed, 'conflict', { key: '' }, at)), 'conflict').key).toBe('')
  })

  test('does not apply without a name, a difference or the code', () => {
    expect(editCode(start, 'fight', { name: '' }, at)).toBeNull()
    expect(editCode(start, 'fight', { name: 'fight', key: '', examples: [] }, at)).toBeNull()
    expect(editCode(start, 'none', { name: 'x' }, at)).toBeNull()
    expect(editCode(start, 'fight', {}, at)).toBeNull()
  })

  test('bit by bit is undone at once, version and log included', () => {
    const now = copyOf(start)
    let history = noHistory
    for (const definition of ['a', 'ab', 'abc']) {
      const change = editCode(now, 'fight', { definition }, at)
      if (!change) throw new Error('nothing to do')
      apply(now, change)
      history = record(history, change, 'definition of fight')
    }
    expect(codeOf(now, 'fight')).toMatchObject({ definition: 'abc', revised: 6 })
    expect(codebookOf(now)).toMatchObject({ version: 6, log: [{ version: 4 }, { version: 5 }, { version: 6 }] })
    const step = undo(history)
    if (step) apply(now, step.change)
    expect(contentOf(now)).toEqual(contentOf(start))
  })

  test('shortens names that would not fit a label', () => {
    const change = editCode(start, 'fight', { name: '😀'.repeat(5000) }, at)
    expect(change?.label).toBe(`rename “fight” to “${'😀'.repeat(29)}…”`)
    applied(start, change)
  })
})

describe('moving a code', () => {
  const moved = (id: string, dimension: string, parent: string | null, index: number, now = start): string[] => outline(applied(now, moveCode(now, id, { dimension, parent, index }, at)))

  test('to other codes, with the codes in it', () => {
    expect(moved('generic', 'framing', null, 0)[0]).toBe('framing: generic (conflict), fight')
    expect(moved('generic', 'framing', 'fight', 0)[0]).toBe('framing: fight (generic (conflict))')
    expect(moved('conflict', 'framing', null, 1)[0]).toBe('framing: fight, conflict, generic')
    expect(moved('fight', 'framing', 'conflict', 3)[0]).toBe('framing: generic (conflict (fight))')
  })

  test('to another dimension of the same unit, where its annotations stay with it', () => {
    const after = applied(start, moveCode(start, 'generic', { dimension: 'sourcing', parent: 'minister', index: 0 }, at))
    expect(outline(after).slice(0, 2)).toEqual(['framing: fight', 'sourcing: government (minister (generic (conflict))), expert'])
    expect(after.annotation).toEqual(start.annotation)
  })

  test('is logged with where it went', () => {
    expect(logged(applied(start, moveCode(start, 'conflict', { dimension: 'sourcing', parent: null, index: 0 }, at)))).toBe('4: moved “conflict” to “Sourcing”')
    expect(logged(applied(start, moveCode(start, 'expert', { dimension: 'sourcing', parent: null, index: 0 }, at)))).toBe('4: moved “expert” within “Sourcing”')
  })

  test('does not apply where it stands already', () => {
    expect(moveCode(start, 'fight', { dimension: 'framing', parent: null, index: 0 }, at)).toBeNull()
    expect(moveCode(start, 'generic', { dimension: 'framing', parent: null, index: 9 }, at)).toBeNull()
    expect(moveCode(start, 'conflict', { dimension: 'framing', parent: 'generic', index: 0 }, at)).toBeNull()
  })

  test('never leads into itself, nor to a place that is not there', () => {
    expect(moveCode(start, 'generic', { dimension: 'framing', parent: 'generic', index: 0 }, at)).toBeNull()
    expect(moveCode(start, 'generic', { dimension: 'framing', parent: 'conflict', index: 0 }, at)).toBeNull()
    expect(whyNotMoved(start, 'generic', { dimension: 'framing', parent: 'conflict' })).toBe('“generic” can’t be moved into itself.')
    for (const [dimension, parent] of [['none', null], ['framing', 'none'], ['framing', 'expert']] as const) {
      expect(moveCode(start, 'fight', { dimension, parent, index: 0 }, at)).toBeNull()
      expect(whyNotMoved(start, 'fight', { dimension, parent })).toMatch(/no longer in the codebook/)
    }
  })

  test('does not change the unit of what was coded with it or in it', () => {
    const now = copyOf(start)
    const { dimensions } = codebookOf(now)
    putRecord(now, 'codebook', THE, { ...codebookOf(now), dimensions: dimensions.map((one) => (one.id === 'sentiment' ? { ...one, unit: 'article' } : one)) })
    const target = { dimension: 'sentiment', parent: null, index: 0 }
    expect(moveCode(now, 'generic', target, at)).toBeNull()
    expect(whyNotMoved(now, 'generic', target)).toBe('“generic” can’t be moved to “Sentiment”: One annotation of passages would have to become one of whole articles. Delete or recode it first.')
    expect(whyNotMoved(now, 'fight', target)).toBeNull()
    expect(moved('fight', 'sentiment', 'towards', 0, now)[2]).toBe('sentiment: towards (fight)')
  })
})

describe('examples', () => {
  const example = { quote: 'a holy war', from: 'The Meridian, 12 March' }
  const one = applied(start, addExample(start, 'fight', example, at))

  test('are added, each once, and not without words', () => {
    expect(codeOf(one, 'fight')).toMatchObject({ examples: [example], revised: 0 })
    expect(addExample(one, 'fight', example, at)).toBeNull()
    expect(addExample(start, 'fight', { quote: ' ', from: '' }, at)).toBeNull()
    expect(addExample(start, 'fight', { quote: 'x'.repeat(10_001), from: '' }, at)).toBeNull()
    expect(addExample(start, 'none', example, at)).toBeNull()
    expect(codeOf(applied(one, addExample(one, 'fight', { ...example, from: '' }, at)), 'fight').examples).toHaveLength(2)
  })

  test('are taken out', () => {
    expect(codeOf(applied(one, removeExample(one, 'fight', 0, at)), 'fight').examples).toEqual([])
    expect(removeExample(one, 'fight', 1, at)).toBeNull()
    expect(removeExample(one, 'none', 0, at)).toBeNull()
  })
})
