import { describe, expect, test } from 'vitest'
import type { Change } from '../../../src/domain/changes/change'
import type { Circumstances } from '../../../src/domain/changes/command'
import { editArticles, removeArticles } from '../../../src/domain/changes/commands/articles'
import { correctText } from '../../../src/domain/changes/commands/correctText'
import { dissolveEvent, groupIntoEvent } from '../../../src/domain/changes/commands/events'
import { mergeEvents } from '../../../src/domain/changes/commands/mergeEvents'
import { confirmPassage, joinPassages, placedRulings, rejectPassage, rejectPlaces, reopenPassage, splitPassage, type Places } from '../../../src/domain/changes/commands/rulings'
import { putRecord, type Records } from '../../../src/domain/project/records'
import type { Place } from '../../../src/domain/synopsis/parallel'
import { sharedPassages } from '../../../src/domain/synopsis/sharedPassages'
import { applied } from '../../fixtures/changeLaws'
import { article, ids, LATER, records } from '../../fixtures/records'

const texts = new Map([
  ['a1', 'The council gave its whole support. It will stand with the port.'],
  ['a2', 'Whole support came from the council. “We will stand with the port.”'],
  ['a3', 'It gave whole support; it would stand with the port, it said.'],
  ['a4', 'Nobody gave whole support.'],
])
const text = (id: string): string | undefined => texts.get(id)
const ground = { event: 'e1', text }

function start(): Records {
  const made = records([...texts].map(([id, words]) => article(id, words, { event: id === 'a4' ? 'e2' : 'e1' })))
  putRecord(made, 'event', 'e1', { id: 'e1', name: 'Support', date: '', variables: {} })
  putRecord(made, 'event', 'e2', { id: 'e2', name: 'Doubt', date: '', variables: {} })
  return made
}

function find(id: string, words: string): Place {
  const at = texts.get(id)?.indexOf(words) ?? -1
  if (at < 0) throw new Error(`no “${words}” in ${id}`)
  return { article: id, start: at, end: at + words.length }
}
const support: Places = [find('a1', 'whole support'), find('a2', 'Whole support'), find('a3', 'whole support')]
const stand: Places = [find('a1', 'stand with the port'), find('a2', 'stand with the port'), find('a3', 'stand with the port')]

/** Ids and times grow from command to command. */
const clock = (): ((coder?: string) => Circumstances) => {
  const id = ids('r')
  let minute = 10
  return (coder = 'ann') => ({ id, coder, now: `2026-03-01T10:${(minute += 1)}:00.000Z` })
}
const nobody: ReadonlySet<string> = new Set()
const of = (now: Records): readonly string[] => [...now.ruling.values()].map(({ verdict, groups }) => `${verdict} ${groups.map((group) => group.map((one) => one.article).join('+')).join(' | ')}`)
const shown = (now: Records, event = 'e1'): readonly string[] => sharedPassages([], placedRulings(now, { event, text }), [...texts.keys()]).map(({ places }) => places.map((one) => one.article).join('+'))

describe('deciding', () => {
  test('is called by the words as they are shown, and keeps those there are', () => {
    const change = confirmPassage(start(), { ...ground, shown: (id) => text(id)?.replace(/whole/iu, '▒▒▒▒▒'), passages: [support] }, clock()())
    expect(change?.label).toBe('confirm “▒▒▒▒▒ support”')
    expect(JSON.stringify(change?.edits)).not.toContain('▒')
  })

  test('each decision is a step that can be undone, and reads well in “Undo …”', () => {
    const at = clock()
    const labels: string[] = []
    const did = (now: Records, change: Change | null): Records => {
      labels.push(change?.label ?? '')
      return applied(now, change)
    }
    let now = did(start(), confirmPassage(start(), { ...ground, passages: [support, stand] }, at()))
    now = did(now, rejectPassage(now, { ...ground, passages: [stand] }, at()))
    now = did(now, rejectPlaces(now, { ...ground, passage: support, places: support.slice(0, 1) }, at()))
    now = did(now, joinPassages(now, { ...ground, passages: [support, stand] }, at()))
    now = did(now, splitPassage(now, { ...ground, groups: [support, stand] }, at()))
    did(now, reopenPassage(now, { ...ground, passages: [support], others: nobody }, at()))
    expect(labels).toEqual(['confirm 2 shared passages', 'reject “stand with the port”', 'take “whole support” out of a shared passage', 'join 2 shared passages', 'split “whole support”', 'reopen “whole support”'])
  })

  test('what is left of nothing goes with the decision that replaces it', () => {
    const at = clock()
    const confirmed = applied(start(), confirmPassage(start(), { ...ground, passages: [support] }, at()))
    expect(of(confirmed)).toEqual(['together a1+a2+a3'])
    expect([...confirmed.ruling.values()][0]?.groups[0]?.[1]).toMatchObject({ article: 'a2', version: 1, quote: 'Whole support', prefix: '', suffix: expect.stringMatching(/^ came from/) as unknown })
    const rejected = applied(confirmed, rejectPassage(confirmed, { ...ground, passages: [support] }, at()))
    expect(of(rejected)).toEqual(['apart a1 | a2 | a3'])
    const part = applied(confirmed, rejectPlaces(confirmed, { ...ground, passage: support, places: support.slice(0, 1) }, at()))
    expect(of(part)).toEqual(['together a1+a2+a3', 'apart a1 | a2+a3'])
    expect(shown(part)).toEqual(['a2+a3'])
    const again = applied(part, confirmPassage(part, { ...ground, passages: [support] }, at()))
    expect(of(again)).toEqual(['together a1+a2+a3'])
  })

  test('nothing is done twice, and nothing where there is nothing to decide', () => {
    const at = clock()
    const confirmed = applied(start(), confirmPassage(start(), { ...ground, passages: [support] }, at()))
    expect(confirmPassage(confirmed, { ...ground, passages: [support] }, at())).toBeNull()
    expect(confirmPassage(start(), { ...ground, passages: [support.slice(0, 1)] }, at())).toBeNull()
    expect(joinPassages(start(), { ...ground, passages: [support] }, at())).toBeNull()
    expect(splitPassage(start(), { ...ground, groups: [support, []] }, at())).toBeNull()
    expect(reopenPassage(start(), { ...ground, passages: [support], others: nobody }, at())).toBeNull()
    expect(confirmPassage(start(), { event: 'e1', text: () => undefined, passages: [support] }, at())).toBeNull()
  })

  test('a split holds each part together, and joining undoes it', () => {
    const at = clock()
    const all = [...support, ...stand]
    const joined = applied(start(), joinPassages(start(), { ...ground, passages: [support, stand] }, at()))
    expect(shown(joined)).toEqual(['a1+a1+a2+a2+a3+a3'])
    const split = applied(joined, splitPassage(joined, { ...ground, groups: [support, stand] }, at()))
    expect(shown(split)).toEqual(['a1+a2+a3', 'a1+a2+a3'])
    expect(of(applied(split, confirmPassage(split, { ...ground, passages: [all] }, at())))).toEqual(['together a1+a2+a3+a1+a2+a3'])
  })
})

describe('several coders', () => {
  const confirmedByAnother = (at: (coder?: string) => Circumstances): Records => {
    const one = start()
    putRecord(one, 'coder', 'bea', { id: 'bea', name: 'Second coder', joined: LATER })
    return applied(one, confirmPassage(one, { ...ground, passages: [support] }, at('bea')))
  }

  test('overrule each other, and delete nothing of each other’s', () => {
    const at = clock()
    const begun = confirmedByAnother(at)
    const rejected = applied(begun, rejectPassage(begun, { ...ground, passages: [support] }, at()))
    expect(of(rejected)).toEqual(['together a1+a2+a3', 'apart a1 | a2 | a3'])
    expect(shown(rejected)).toEqual([])
    expect(rejectPassage(rejected, { ...ground, passages: [support] }, at())).toBeNull()
    const confirmed = applied(rejected, confirmPassage(rejected, { ...ground, passages: [support] }, at()))
    expect([...confirmed.ruling.values()].map(({ coder, verdict }) => `${coder} ${verdict}`)).toEqual(['bea together', 'ann together'])
    expect(shown(confirmed)).toEqual(['a1+a2+a3'])
  })

  test('reopen what they decided themselves, and what others did only where that is asked for, which the label names', () => {
    const at = clock()
    const begun = confirmedByAnother(at)
    const both = applied(begun, rejectPassage(begun, { ...ground, passages: [support] }, at()))
    const own = reopenPassage(both, { ...ground, passages: [support], others: nobody }, at())
    expect(own?.label).toBe('reopen “whole support”')
    expect(of(applied(both, own))).toEqual(['together a1+a2+a3'])
    expect(reopenPassage(begun, { ...ground, passages: [support], others: nobody }, at())).toBeNull()
    const all = reopenPassage(both, { ...ground, passages: [support], others: new Set(['bea']) }, at())
    expect(all?.label).toBe('reopen “whole support”, also for Second coder')
    expect(of(applied(both, all))).toEqual([])
  })
})

test('a passage of 60 places among 40 that were decided on is decided on at once', () => {
  const words = Array.from({ length: 40 }, (_, i) => `statement number ${i + 10} is here`)
  const body = words.join('. ')
  const many = records(Array.from({ length: 60 }, (_, i) => article(`m${i}`, body, { event: 'e1' })))
  const passages = words.map((one) => [...many.article.keys()].map((id) => ({ article: id, start: body.indexOf(one), end: body.indexOf(one) + one.length })))
  const at = clock()
  const there = { event: 'e1', text: () => body }
  const confirmed = applied(many, confirmPassage(many, { ...there, passages }, at()))
  expect(confirmed.ruling.size).toBe(40)
  const took = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage()
    expect(rejectPassage(confirmed, { ...there, passages: passages.slice(0, 1) }, at())).not.toBeNull()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  // Milliseconds of the processor, as other tests may run beside this one. Comparing each pair with each takes seconds.
  expect(Math.min(...took)).toBeLessThan(250)
})

describe('what becomes of rulings', () => {
  const at = clock()
  const ruled = applied(start(), confirmPassage(start(), { ...ground, passages: [support] }, at()))

  test('they go with an event, or into another one with its articles', () => {
    expect(of(applied(ruled, dissolveEvent(ruled, 'e1')))).toEqual([])
    const merged = applied(ruled, mergeEvents(ruled, { from: 'e1', into: 'e2' }, { now: LATER }))
    expect(shown(merged, 'e2')).toEqual(['a1+a2+a3'])
    const split = applied(ruled, groupIntoEvent(ruled, { name: 'New', articles: ['a1', 'a2', 'a3'] }, { id: () => 'e3' }))
    expect(shown(split, 'e3')).toEqual(['a1+a2+a3'])
  })

  test('they stay for the rest when an article leaves, and are in force again when it comes back', () => {
    const left = applied(ruled, editArticles(ruled, ['a1'], { event: null }))
    const there = { ...ground, event: 'e1' }
    const order = [...left.article.values()].filter(({ event }) => event === 'e1').map(({ id }) => id)
    expect(sharedPassages([], placedRulings(left, there), order).map(({ places }) => places.length)).toEqual([2])
    expect(shown(applied(left, editArticles(left, ['a1'], { event: 'e1' })))).toEqual(['a1+a2+a3'])
  })

  test('an article that is removed takes its places along', () => {
    const less = applied(ruled, removeArticles(ruled, ['a1']))
    expect(of(less)).toEqual(['together a2+a3'])
    expect(of(applied(ruled, removeArticles(ruled, ['a1', 'a2'])))).toEqual([])
  })

  test('a corrected text carries them over, also where their words changed', () => {
    const before = texts.get('a1') ?? ''
    const after = before.replace('The council', 'Yesterday the city council').replace('whole support', 'whole-hearted support')
    const corrected = applied(ruled, correctText(ruled, { article: 'a1', before, after, version: 2, hash: 'a'.repeat(64) }, { now: LATER }))
    expect([...corrected.ruling.values()][0]?.groups[0]?.[0]).toMatchObject({ version: 2, quote: 'whole-hearted support' })
  })

  test('places of an earlier version are found by their words, or left out until they are', () => {
    const record = ruled.article.get('a1')
    const now = applied(ruled, { label: 'a new version', edits: [{ kind: 'article', id: 'a1', before: record ?? null, after: record ? { ...record, version: 2 } : null }] })
    const found = (words: string): readonly number[] => placedRulings(now, { event: 'e1', text: (id) => (id === 'a1' ? words : text(id)) }).flatMap(({ groups }) => groups.map((group) => group.length))
    expect(found('In the end the council gave its whole support.')).toEqual([3])
    expect(found('Nothing of it.')).toEqual([2])
  })
})
