import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apply, invert } from '../../../src/domain/changes/change'
import { renameVariable, setVariable, variableNames, variableValues } from '../../../src/domain/changes/commands/variables'
import { applied } from '../../fixtures/changeLaws'
import { article, records } from '../../fixtures/records'

const two = () => records([article('a1', 'One.', { variables: { genre: 'news' } }), article('a2', 'Two.')])

describe('a variable', () => {
  test('is given to many articles, each keeping its others', () => {
    const now = two()
    const change = setVariable(now, 'article', ['a1', 'a2', 'a2', 'gone'], { name: ' country ', value: 'Japan' })
    expect(change?.label).toBe('set country of 2 articles')
    if (change) apply(now, change)
    expect([...now.article.values()].map(({ variables }) => variables)).toEqual([{ genre: 'news', country: 'Japan' }, { country: 'Japan' }])
    expect(variableNames(now.article.values())).toEqual(['country', 'genre'])
  })

  test('is taken away by an empty value, and nothing happens where nothing would change', () => {
    const now = two()
    const change = setVariable(now, 'article', ['a1', 'a2'], { name: 'genre', value: ' ' })
    expect(change).toMatchObject({ label: 'take away genre of an article', edits: [{ id: 'a1', after: { variables: {} } }] })
    expect(setVariable(now, 'article', ['a1'], { name: 'genre', value: 'news' })).toBeNull()
    expect(setVariable(now, 'event', ['e1'], { name: '', value: 'x' })).toBeNull()
  })

  test('stays in its place when its value or name changes', () => {
    const now = records([article('a1', 'One.', { variables: { desk: 'foreign', page: '3' } })])
    const set = applied(now, setVariable(now, 'article', ['a1'], { name: 'desk', value: 'home' }))
    const renamed = applied(set, renameVariable(set, 'article', 'a1', { from: 'desk', to: ' section ' }))
    expect(Object.entries(renamed.article.get('a1')?.variables ?? {})).toEqual([['section', 'home'], ['page', '3']])
    expect(variableValues(renamed.article.values(), 'page')).toEqual(['3'])
    expect(variableValues(renamed.article.values(), 'toString')).toEqual([])
  })

  test('gets no name that another one has, or that files can’t hold', () => {
    const now = records([article('a1', 'One.', { variables: { desk: 'foreign', page: '3' } })])
    for (const to of ['page', ' ', '__proto__', 'desk']) expect(renameVariable(now, 'article', 'a1', { from: 'desk', to })).toBeNull()
    expect(renameVariable(now, 'article', 'a1', { from: 'gone', to: 'there' })).toBeNull()
    expect(setVariable(now, 'article', ['a1'], { name: '__proto__', value: 'x' })).toBeNull()
  })

  test('of any name and value comes back by undo', () => {
    fc.assert(fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (name, value) => {
      const now = two()
      const before = structuredClone([...now.article.values()])
      const change = setVariable(now, 'article', ['a1', 'a2'], { name, value })
      if (!change) return
      apply(now, change)
      expect(Object.getPrototypeOf(now.article.get('a1')?.variables)).toBe(Object.prototype)
      apply(now, invert(change))
      expect([...now.article.values()]).toEqual(before)
    }), { seed: 4, numRuns: 200 })
  })
})
