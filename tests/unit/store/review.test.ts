import { describe, expect, test } from 'vitest'
import { actedOn, everything, goTo, isUnfiltered, noneChosen, toggle, type Chosen } from '../../../src/renderer/store/review'

const order = ['a', 'b', 'c', 'd']
const shown = ({ ids, cursor }: Chosen): string => order.map((id) => `${ids.has(id) ? '[' : ''}${id}${id === cursor ? '|' : ''}${ids.has(id) ? ']' : ''}`).join(' ')

describe('rows of a list', () => {
  test('one is gone to at a time', () => {
    expect(shown(goTo(goTo(noneChosen, order, 'b', false), order, 'c', false))).toBe('a b c| d')
  })

  test('Shift takes in everything from where it began, also back again', () => {
    const begun = goTo(noneChosen, order, 'b', false)
    const further = goTo(goTo(begun, order, 'c', true), order, 'd', true)
    expect(shown(further)).toBe('a [b] [c] [d|]')
    expect(shown(goTo(further, order, 'a', true))).toBe('[a|] [b] c d')
  })

  test('are taken in and out one by one', () => {
    const two = toggle(toggle(noneChosen, 'a'), 'c')
    expect(shown(two)).toBe('[a] b [c|] d')
    expect(shown(toggle(two, 'a'))).toBe('a| b [c] d')
  })

  test('an action is for the selected ones, otherwise for the one gone to', () => {
    expect(actedOn(noneChosen)).toEqual([])
    expect(actedOn(goTo(noneChosen, order, 'b', false))).toEqual(['b'])
    expect(actedOn(toggle(goTo(noneChosen, order, 'b', false), 'd'))).toEqual(['d'])
  })
})

test('a list is narrowed by anything but its order', () => {
  expect(isUnfiltered({ ...everything, sort: 'code' })).toBe(true)
  expect(isUnfiltered({ ...everything, typed: ' ' })).toBe(true)
  expect(isUnfiltered({ ...everything, incomplete: true })).toBe(false)
})
