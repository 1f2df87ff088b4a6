import { describe, expect, test } from 'vitest'
import { accelerator, keyParts, pressed } from '../../../src/renderer/commands/keys'

const press = (key: string, held: { ctrlKey?: boolean; metaKey?: boolean; altKey?: boolean; shiftKey?: boolean; code?: string } = {}, mac = false): string =>
  pressed({ key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held }, mac)

describe('a key press', () => {
  test('is written with its modifiers in a fixed order', () => {
    expect(press('Z', { ctrlKey: true, shiftKey: true })).toBe('Mod+Shift+z')
    expect(press('ArrowRight', { altKey: true, shiftKey: true })).toBe('Alt+Shift+ArrowRight')
  })

  test('takes Cmd for Mod on a Mac, and Ctrl elsewhere', () => {
    expect(press('k', { metaKey: true }, true)).toBe('Mod+k')
    expect(press('k', { metaKey: true })).toBe('')
    expect(press('r', { ctrlKey: true }, true)).toBe('')
  })

  test('is known by its place where the layout writes no Latin letter', () => {
    expect(press('я', { ctrlKey: true, code: 'KeyZ' })).toBe('Mod+z')
    expect(press('®', { metaKey: true, altKey: true, code: 'KeyR' }, true)).toBe('Mod+Alt+r')
    expect(press('y', { code: 'KeyZ' })).toBe('y')
  })

  test('leaves Shift out where it only makes another character', () => {
    expect(press('?', { shiftKey: true })).toBe('?')
    expect(press('A', { shiftKey: true })).toBe('Shift+a')
  })
})

test('keys read as they stand on the keyboard, and as Electron writes them', () => {
  expect(keyParts('Mod+Shift+z', false)).toEqual(['Ctrl', 'Shift', 'Z'])
  expect(keyParts('ArrowDown', false)).toEqual(['↓'])
  expect(accelerator('Mod+Shift+PageUp')).toBe('CmdOrCtrl+Shift+PageUp')
  expect(accelerator('Alt+ArrowRight')).toBe('Alt+Right')
  expect(accelerator('')).toBe('')
})
