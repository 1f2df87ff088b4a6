import { describe, expect, test } from 'vitest'
import { activate, activeColumn, closeColumn, emptyLayout, moveColumn, openArticle, openEvent, pruned, type Layout } from '../../../src/renderer/store/layout'

const three = openEvent(emptyLayout, 'event', ['a', 'b', 'c', 'd'], 3)
const articles = (layout: Layout): string => layout.columns.map((column, i) => (i === layout.active ? `[${column.article}]` : column.article)).join(' ')

describe('columns', () => {
  test('an event opens with as many as asked for, all equally wide', () => {
    expect(articles(three)).toBe('[a] b c')
    expect(new Set(three.columns.map((column) => column.width))).toEqual(new Set([100 / 3]))
  })

  test('an article opens beside the others and is then the active one', () => {
    expect(articles(openArticle(three, 'd', null))).toBe('a b c [d]')
  })

  test('an article that is open already is gone to, not opened twice', () => {
    expect(articles(openArticle(three, 'b', null))).toBe('a [b] c')
  })

  test('a fifth takes the place of the active one', () => {
    expect(articles(openArticle(activate(openArticle(three, 'd', null), 1), 'e', null))).toBe('a [e] c d')
  })

  test('moving a column leaves the same article active', () => {
    expect(articles(moveColumn(activate(three, 1), 0, 2))).toBe('[b] c a')
    expect(articles(moveColumn(three, 0, 2))).toBe('b c [a]')
    expect(moveColumn(three, 0, 3)).toBe(three)
  })

  test('closing goes to the neighbour and makes the others wider', () => {
    const two = closeColumn(activate(three, 2), 2)
    expect(articles(two)).toBe('a [b]')
    expect(two.columns.map((column) => column.width)).toEqual([50, 50])
    expect(activeColumn(closeColumn(closeColumn(two, 0), 0))).toBeUndefined()
  })

  test('going to another column gives up what was selected in the first', () => {
    expect(activate({ ...three, picked: 'n1', selection: { start: 0, end: 3 } }, 1)).toMatchObject({ active: 1, picked: null, selection: null })
  })

  test('articles that are gone leave no column behind', () => {
    expect(articles(pruned(activate(three, 2), (id) => id !== 'c'))).toBe('a [b]')
  })
})
