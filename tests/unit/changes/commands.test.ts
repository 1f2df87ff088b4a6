import { describe, expect, test } from 'vitest'
import type { Circumstances } from '../../../src/domain/changes/command'
import { annotate } from '../../../src/domain/changes/commands/annotate'
import { addArticles, editArticles, removeArticles } from '../../../src/domain/changes/commands/articles'
import { describe as say } from '../../../src/domain/changes/commands/describe'
import { dissolveEvent, editEvent, groupIntoEvent } from '../../../src/domain/changes/commands/events'
import { recode } from '../../../src/domain/changes/commands/recode'
import { removeAnnotations } from '../../../src/domain/changes/commands/remove'
import { resize } from '../../../src/domain/changes/commands/resize'
import { annotationSchema, type Annotation } from '../../../src/domain/project/annotation'
import { parse } from '../../../src/domain/project/parse'
import { annotationsInOrder, type Records } from '../../../src/domain/project/records'
import { applied } from '../../fixtures/changeLaws'
import { marked, withMarks } from '../../fixtures/marked'
import { annotation, article, ids, LATER, NOW, records } from '../../fixtures/records'

const at: Circumstances = { now: LATER, id: ids(), coder: 'ann' }
const bob: Circumstances = { ...at, coder: 'bob' }
const TEXT = 'one two three'

/** The article `a1` with the given annotations; each as its text with the selection, its code, and what else it has. */
const coded = (...annotations: readonly Annotation[]): Records => records([article('a1', TEXT)], annotations)

/** The annotations of `a1`, valid every one, as `one <two> three fight`. */
const shown = (now: Records): string[] => annotationsInOrder(now, 'a1').map((one) => `${withMarks(TEXT, parse(annotationSchema, one, one.id).spans)} ${one.code}`)

describe('coding a selection', () => {
  const code = (now: Records, source: string, id: string, by = at) => annotate(now, { article: 'a1', ...marked(source), code: id }, by)

  test('makes an annotation', () => {
    const after = applied(coded(), annotate(coded(), { article: 'a1', ...marked('one <two> three'), code: 'expert', values: { form: 'direct' } }, at))
    expect(shown(after)).toEqual(['one <two> three expert'])
    expect(annotationsInOrder(after, 'a1')[0]).toMatchObject({ coder: 'ann', unit: 'span', values: { form: 'direct' }, note: '', codebook: 3, created: LATER, modified: LATER })
  })

  test('beside other codes, other coders and other spans', () => {
    const now = coded(annotation('n1', 'one <two> three'), annotation('n2', 'one <two> three', { coder: 'bob', code: 'conflict' }), annotation('n3', 'one <two three>', { code: 'conflict' }))
    expect(shown(applied(now, code(now, 'one <two> three', 'conflict')))).toHaveLength(4)
  })

  test('recodes where the dimension takes one code, and only one’s own', () => {
    const now = coded(annotation('n1', 'one <two> three', { code: 'expert' }))
    expect(shown(applied(now, code(now, 'one <two> three', 'minister')))).toEqual(['one <two> three minister'])
    expect(shown(applied(now, code(now, 'one <two> three', 'minister', bob)))).toHaveLength(2)
    expect(shown(applied(now, code(now, 'one <two> three', 'fight')))).toHaveLength(2)
  })

  test('does not apply where it carries the code, except for a sentiment towards another target', () => {
    const now = coded(annotation('n1', 'one <two> three'), annotation('n2', 'one <two> three', { code: 'towards' }))
    expect(code(now, 'one <two> three', 'fight')).toBeNull()
    expect(shown(applied(now, code(now, 'one <two> three', 'towards')))).toHaveLength(3)
  })

  test('does not apply without the code, the article or a codebook', () => {
    expect(code(coded(), 'one <two>', 'none')).toBeNull()
    expect(code(records(), 'one <two>', 'fight')).toBeNull()
    const bare = coded()
    bare.codebook.clear()
    expect(code(bare, 'one <two>', 'fight')).toBeNull()
  })
})

describe('recoding', () => {
  const now = coded(annotation('n1', '<one> two', { code: 'minister', values: { form: 'direct', cue: 'says' }, note: 'kept' }))

  test('keeps span, note and the values of common fields', () => {
    const after = applied(now, recode(now, { annotation: 'n1', code: 'expert' }, at))
    expect(after.annotation.get('n1')).toEqual(annotation('n1', '<one> two', { code: 'expert', values: { form: 'direct' }, note: 'kept', modified: LATER }))
  })

  test('does not apply to the same code, an unknown one, nothing, or somebody else’s', () => {
    expect(recode(now, { annotation: 'n1', code: 'minister' }, at)).toBeNull()
    expect(recode(now, { annotation: 'n1', code: 'none' }, at)).toBeNull()
    expect(recode(now, { annotation: 'n9', code: 'expert' }, at)).toBeNull()
    expect(recode(now, { annotation: 'n1', code: 'expert' }, bob)).toBeNull()
  })
})

describe('resizing', () => {
  const now = coded(annotation('n1', 'one <two> three'), annotation('n2', '<one> two <three>'))

  test('moves the ends', () => {
    expect(shown(applied(now, resize(now, { annotation: 'n1', ...marked('one <two three>') }, at)))).toContain('one <two three> fight')
  })

  test('does not apply to the same span, several spans, nothing, or somebody else’s', () => {
    expect(resize(now, { annotation: 'n1', ...marked('one <two> three') }, at)).toBeNull()
    expect(resize(now, { annotation: 'n2', ...marked('one <two> three') }, at)).toBeNull()
    expect(resize(now, { annotation: 'n9', ...marked('one <two> three') }, at)).toBeNull()
    expect(resize(now, { annotation: 'n1', ...marked('<one two> three') }, bob)).toBeNull()
  })
})

describe('fields and note', () => {
  const now = coded(annotation('n1', '<one>', { code: 'expert', values: { form: 'direct', speaker: 'X' } }))

  test('are set, emptied or left', () => {
    const after = applied(now, say(now, { annotation: 'n1', values: { form: 'partial', speaker: null } }, at))
    expect(after.annotation.get('n1')).toMatchObject({ values: { form: 'partial' }, note: '', modified: LATER })
    expect(applied(now, say(now, { annotation: 'n1', note: 'why' }, at)).annotation.get('n1')).toMatchObject({ values: { form: 'direct', speaker: 'X' }, note: 'why' })
  })

  test('certainty is said and taken back', () => {
    const sure = applied(now, say(now, { annotation: 'n1', certainty: 'high' }, at))
    expect(sure.annotation.get('n1')).toMatchObject({ certainty: 'high', values: { form: 'direct', speaker: 'X' } })
    expect(applied(sure, say(sure, { annotation: 'n1', certainty: null }, at)).annotation.get('n1')?.certainty).toBeNull()
    expect(say(now, { annotation: 'n1', certainty: null }, at)).toBeNull()
  })

  test('an entity that is new to the register comes in with the value that names it', () => {
    const entity = { id: 'e1', name: 'The ministry', kind: 'group' as const, aliases: [], memo: '' }
    const change = say(now, { annotation: 'n1', values: { speaker: 'e1' }, entities: [entity] }, at)
    expect(change?.label).toBe('add “The ministry”')
    const after = applied(now, change)
    expect([after.entity.get('e1'), after.annotation.get('n1')?.values]).toEqual([entity, { form: 'direct', speaker: 'e1' }])
    // One that is known already stays as it is.
    expect(say(after, { annotation: 'n1', values: { cue: 'e1' }, entities: [{ ...entity, name: 'Other' }] }, at)?.edits).toHaveLength(1)
    expect(say(now, { annotation: 'n9', values: { speaker: 'e1' }, entities: [entity] }, at)).toBeNull()
  })

  test('do not apply when nothing changes, or to somebody else’s', () => {
    expect(say(now, { annotation: 'n1', values: { form: 'direct', cue: null }, note: '' }, at)).toBeNull()
    expect(say(now, { annotation: 'n1' }, at)).toBeNull()
    expect(say(now, { annotation: 'n1', note: 'x' }, bob)).toBeNull()
    expect(say(now, { annotation: 'n9', note: 'x' }, at)).toBeNull()
  })
})

describe('deleting annotations', () => {
  const now = coded(annotation('n1', '<one>'), annotation('n2', '<one>'), annotation('n3', '<one>', { coder: 'bob' }))

  test('takes one’s own, each once', () => {
    const change = removeAnnotations(now, ['n1', 'n3', 'n2', 'n1', 'n9'], at)
    expect(change?.label).toBe('delete 2 annotations')
    expect([...applied(now, change).annotation.keys()]).toEqual(['n3'])
  })

  test('does not apply to nothing or somebody else’s', () => {
    expect(removeAnnotations(now, [], at)).toBeNull()
    expect(removeAnnotations(now, ['n3', 'n9'], at)).toBeNull()
  })
})

describe('articles', () => {
  const now = records([article('a1', TEXT), article('a2', 'four')], [annotation('n1', '<one>'), annotation('n2', '<one>', { coder: 'bob' })])

  test('are added', () => {
    expect(applied(now, addArticles([article('a3', 'five')])).article.size).toBe(3)
  })

  test('are corrected, only those that change', () => {
    const change = editArticles(now, ['a1', 'a2', 'a1', 'a9'], { outlet: 'Lunde Courier', date: '2024-03-12' })
    expect(change?.label).toBe('change outlet, date of 2 articles')
    expect(applied(now, change).article.get('a2')).toEqual(article('a2', 'four', { outlet: 'Lunde Courier' }))
    expect(editArticles(now, ['a1'], { outlet: 'The Meridian' })).toBeNull()
    expect(editArticles(now, ['a9'], { outlet: 'x' })).toBeNull()
    expect(editArticles(now, ['a1'], {})).toBeNull()
  })

  test('go with everybody’s annotations', () => {
    const after = applied(now, removeArticles(now, ['a1', 'a1']))
    expect([after.article.size, after.annotation.size, after.annotationsOf.size]).toEqual([1, 0, 0])
    expect(removeArticles(now, ['a1', 'a2'])?.label).toBe('remove 2 articles')
    expect(removeArticles(now, ['a9'])).toBeNull()
  })
})

describe('events', () => {
  const event = { id: 'e1', name: 'Summit', date: '2024-03-12', variables: {} }
  const now = records([article('a1', TEXT, { event: 'e1' }), article('a2', 'four', { date: '2024-03-11' }), article('a3', 'five', { date: '' })])
  now.event.set('e1', event)

  test('are made of articles, dated by the earliest', () => {
    const after = applied(now, groupIntoEvent(now, { name: ' Strike ', articles: ['a1', 'a2', 'a3', 'a2'] }, { id: () => 'e2' }))
    expect(after.event.get('e2')).toEqual({ id: 'e2', name: 'Strike', date: '2024-03-11', variables: {} })
    expect([...after.article.values()].map((one) => one.event)).toEqual(['e2', 'e2', 'e2'])
    expect(groupIntoEvent(now, { name: '  ', articles: ['a1'] }, at)).toBeNull()
  })

  test('are changed', () => {
    expect(applied(now, editEvent(now, 'e1', { name: 'Talks' })).event.get('e1')).toEqual({ ...event, name: 'Talks' })
    expect(editEvent(now, 'e1', { name: 'Summit', date: '2024-03-12' })).toBeNull()
    expect(editEvent(now, 'e1', { name: ' ' })).toBeNull()
    expect(editEvent(now, 'e9', { name: 'x' })).toBeNull()
  })

  test('are dissolved, and their articles stay', () => {
    const after = applied(now, dissolveEvent(now, 'e1'))
    expect([after.event.size, after.article.get('a1')?.event]).toEqual([0, null])
    expect(dissolveEvent(now, 'e9')).toBeNull()
  })
})

test('what a command makes is dated when it is made, and what it alters keeps when it was made', () => {
  const now = coded(annotation('n1', 'one <two> three'))
  const after = applied(now, resize(now, { annotation: 'n1', ...marked('<one two> three') }, at))
  expect(after.annotation.get('n1')).toMatchObject({ created: NOW, modified: LATER })
})
