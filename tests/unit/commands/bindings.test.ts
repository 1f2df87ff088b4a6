import { describe, expect, test } from 'vitest'
import { boundKeys, holders, whyFixed, whyTaken, withKey, withoutKey, withUsual } from '../../../src/renderer/commands/bindings'

const open = { id: 'column.open', keys: ['Mod+t', 'o'], scope: 'anywhere' } as const
const choose = { id: 'code.choose', keys: ['Enter', 'c'], scope: 'reader' } as const
const theme = { id: 'theme.dark', keys: [], scope: 'anywhere' } as const
const fight = { id: 'code.fight', keys: ['j'], scope: 'reader', code: 'fight' } as const
const all = [open, choose, theme, fight]

describe('keys of commands', () => {
  test('are the usual ones until others are chosen', () => {
    expect(boundKeys({}, open)).toEqual(['Mod+t', 'o'])
    expect(boundKeys({ 'column.open': ['Mod+l'] }, open)).toEqual(['Mod+l'])
    expect(boundKeys({ 'column.open': [] }, open)).toEqual([])
  })

  test('of codes stand in the codebook, whatever the settings say', () => {
    expect(boundKeys({ 'code.fight': ['x'] }, fight)).toEqual(['j'])
  })

  test('a new one takes the place of the first, the others stay', () => {
    expect(withKey({}, open, 'Mod+l')).toEqual({ 'column.open': ['Mod+l', 'o'] })
    expect(withKey({}, theme, 'Mod+d')).toEqual({ 'theme.dark': ['Mod+d'] })
  })

  test('one with a meaning of its own stays where it is', () => {
    expect(withKey({}, choose, 'x')).toEqual({ 'code.choose': ['Enter', 'x'] })
    expect(whyFixed('Enter')).toMatch(/^Enter /)
    expect(whyFixed('c')).toBeUndefined()
    expect(whyTaken('Mod+c')).toMatch(/copies/)
    expect(whyTaken('Mod+d')).toBeUndefined()
  })

  test('that are the usual ones again are not remembered', () => {
    expect(withKey(withKey({}, open, 'Mod+l'), open, 'Mod+t')).toEqual({})
    expect(withUsual({ 'column.open': ['x'], 'theme.dark': ['y'] }, open)).toEqual({ 'theme.dark': ['y'] })
  })

  test('a key is held by whoever has it now', () => {
    expect(holders({}, all, 'j', 'reader')).toEqual([fight])
    expect(holders({ 'theme.dark': ['j'] }, all, 'j', 'reader')).toEqual([theme, fight])
    expect(holders(withoutKey({}, open, 'o'), all, 'o', 'reader')).toEqual([])
    expect(holders({}, all, '', 'reader')).toEqual([])
    expect(holders({}, [{ id: 'guide.role-1', keys: ['j'], scope: 'reader', passing: true }, fight], 'j', 'reader')).toEqual([fight])
  })

  test('the outline of the codebook and the reader share keys, as only one of them has the keyboard', () => {
    const rename = { id: 'codebook.rename', keys: ['j'], scope: 'tree' } as const
    expect(holders({}, [rename, fight], 'j', 'reader')).toEqual([fight])
    expect(holders({}, [rename, fight], 'j', 'tree')).toEqual([rename])
    expect(holders({}, [rename, fight], 'j', 'anywhere')).toEqual([rename, fight])
  })
})
