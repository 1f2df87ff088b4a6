import { describe, expect, test } from 'vitest'
import { entitySchema } from '../../../src/domain/project/entity'
import { putRecord } from '../../../src/domain/project/records'
import { codedFor, leftOutByOne, mostAsked, omissions, toldCodes, toldPassages, type Omission } from '../../../src/domain/synopsis/omissions'
import type { SharedPassage } from '../../../src/domain/synopsis/sharedPassages'
import { namedIn, speakerNaming, toldFields } from '../../../src/domain/synopsis/sources'
import { tellerOf, tellers } from '../../../src/domain/synopsis/tellers'
import { spotter } from '../../../src/domain/text/spot'
import { annotation, article, codebook, NOW, records } from '../../fixtures/records'

const articles = [
  article('a1', 'one', { outlet: 'The Courier' }), article('a2', 'two', { outlet: 'Harbour Post' }), article('a3', 'three', { outlet: 'The Courier' }),
  article('a4', 'four', { outlet: 'The Meridian' }), article('a5', 'five', { outlet: '' }),
]
const all = tellers(articles)
const teller = tellerOf(all)

const passage = (id: string, on: readonly string[], state: SharedPassage['state'] = 'strong'): SharedPassage =>
  ({ id, places: on.map((one, i) => ({ article: one, start: i, end: i + 5 })), links: [], kind: 'identical', strength: 1, state })

const shown = (found: readonly Omission<SharedPassage>[]): readonly string[] => found.map(({ what, at }) => `${what.id}: ${[...at.keys()].join(', ')}`)

describe('who tells of an event', () => {
  test('is an outlet with all its articles, and an article of unknown outlet for itself', () => {
    expect(all.map(({ key, articles: own }) => [key, own.map(({ id }) => id)])).toEqual([['The Courier', ['a1', 'a3']], ['Harbour Post', ['a2']], ['The Meridian', ['a4']], ['a5', ['a5']]])
    expect([mostAsked(all), mostAsked([]), mostAsked(all.slice(0, 1))]).toEqual([3, 0, 0])
  })
})

describe('passages left out', () => {
  const told = toldPassages([
    passage('sanctions', ['a1', 'a2', 'a5']), passage('twice in one outlet', ['a1', 'a3']), passage('all', ['a3', 'a2', 'a4', 'a5']), passage('weak', ['a1', 'a2'], 'suggested'), passage('decided', ['a2', 'a5'], 'confirmed'),
  ], teller)

  test('are those that enough others have, what most have first; several articles of an outlet count once', () => {
    expect(shown(omissions(told, 'The Meridian', 2))).toEqual(['sanctions: The Courier, Harbour Post, a5', 'decided: Harbour Post, a5'])
    expect(shown(omissions(told, 'The Meridian', 3))).toEqual(['sanctions: The Courier, Harbour Post, a5'])
    expect(shown(omissions(told, 'The Meridian', 1))).toContain('twice in one outlet: The Courier')
    expect(shown(omissions(told, 'The Courier', 2))).toEqual(['decided: Harbour Post, a5'])
    expect(omissions(told, 'Harbour Post', 2)).toEqual([])
  })

  test('are counted that only one leaves out, where there are three to tell', () => {
    expect(leftOutByOne(told, all)).toBe(1)
    expect(leftOutByOne(told, all.slice(0, 2))).toBe(0)
  })

  test('hold suggestions only when asked, and say when an outlet could not be compared', () => {
    expect(shown(omissions(toldPassages([passage('weak', ['a1', 'a2'], 'suggested')], teller, true), 'a5', 2))).toEqual(['weak: The Courier, Harbour Post'])
    expect(omissions(told, 'The Meridian', 3, () => 'unknown').map(({ known }) => known)).toEqual(['unknown'])
  })
})

describe('codes left out', () => {
  const framing = codebook.dimensions[0]
  if (!framing) throw new Error('The example has dimensions.')
  const coded = () => records(articles, [
    annotation('n1', '<War> here', { subject: 'a1' }), annotation('n2', 'no <war>', { subject: 'a2' }), annotation('n3', '<war>', { subject: 'a3', coder: 'bob', code: 'conflict' }), annotation('n4', '<war>', { subject: 'a4', code: 'conflict' }),
  ])

  test('are told by one coder’s annotations or by anybody’s, in the order of the codebook', () => {
    const ann = toldCodes(coded(), codebook, all, 'ann').map(({ what, at }) => [what, [...at.keys()]])
    expect(ann).toEqual([['fight', ['The Courier', 'Harbour Post']], ['conflict', ['The Meridian']]])
    expect(toldCodes(coded(), codebook, all, null).map(({ what, at }) => [what, [...at.keys()]])[1]).toEqual(['conflict', ['The Courier', 'The Meridian']])
    expect(toldCodes(coded(), codebook, all, 'ann')[0]?.at.get('Harbour Post')).toEqual({ article: 'a2', start: 3, end: 6 })
  })

  test('are absent only where the coding is finished: not coded is not absent', () => {
    const now = coded()
    const [courier, post, meridian, unknown] = all
    if (!courier || !post || !meridian || !unknown) throw new Error('There are four of them.')
    expect([post, unknown].map((one) => codedFor(now, codebook, one, framing, 'ann'))).toEqual(['begun', 'unknown'])
    // One of its two articles is not coded by this coder.
    expect(codedFor(now, codebook, courier, framing, 'ann')).toBe('begun')
    putRecord(now, 'sheet', 's1', { id: 's1', coder: 'ann', subject: 'a4', coded: ['framing'], memo: '', modified: NOW })
    putRecord(now, 'sheet', 's2', { id: 's2', coder: 'bob', subject: 'a5', coded: ['framing'], memo: '', modified: NOW })
    expect([meridian, unknown].map((one) => codedFor(now, codebook, one, framing, 'ann'))).toEqual(['told', 'unknown'])
    expect(codedFor(now, codebook, unknown, framing, null)).toBe('told')
  })
})

describe('sources', () => {
  const minister = entitySchema.parse({ id: 'e1', name: 'the minister', kind: 'person', aliases: ['Defence Minister'] })

  test('are told by what annotations name in their fields, each field by itself', () => {
    const asks = { ...codebook, dimensions: codebook.dimensions.map((one) => ({ ...one, fields: [{ ...one.fields[0], id: 'who', name: 'Speaker', kind: 'entity' as const }] })) } as unknown as typeof codebook
    const now = records(articles, [annotation('n1', '<War>', { values: { who: 'e1' } }), annotation('n2', '<war>', { subject: 'a2', values: { who: 'gone' } })])
    putRecord(now, 'entity', 'e1', minister)
    expect(toldFields(now, asks, all, 'ann').map(({ what, at }) => [what.name, what.how, [...at.keys()]])).toEqual([['the minister', { is: 'coded', field: 'Speaker', code: 'fight' }, ['The Courier']]])
  })

  test('are one where a speaker is called by an entity’s name, or alike', () => {
    const naming = speakerNaming([minister])
    expect([naming('The Minister').id, naming('defence minister').id]).toEqual(['e1', 'e1'])
    expect(naming('A Spokeswoman').id).toBe(naming('the spokeswoman').id)
    expect(naming('a witness').id).not.toBe(naming('the spokeswoman').id)
  })

  test('are named where the text names them first, outside what is excluded', () => {
    const text = 'The minister. Defence Minister here, the minister there.'
    expect(namedIn({ text, excluded: [{ start: 0, end: 13 }] }, spotter([{ id: 'e1', names: ['the minister', 'Defence Minister'] }]))).toEqual(new Map([['e1', { start: 14, end: 30 }]]))
  })
})
