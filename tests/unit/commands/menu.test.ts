import { expect, test } from 'vitest'
import { keysOf } from '../../../src/renderer/commands/bindings'
import { fixedCommands } from '../../../src/renderer/commands/list'
import { watchMenu } from '../../../src/renderer/commands/menu'
import { newDesk } from '../../../src/renderer/commands/newDesk'
import { inHand } from '../../../src/renderer/commands/passageInHand'
import type { App } from '../../../src/renderer/store/app'
import { Cell } from '../../../src/renderer/store/cell'

/** A desk with no more of the app than the menu and keys ask for; `key` is that of the only code of its codebook. */
function desk(key: string | null = null) {
  const codes = new Map([['care', { code: { id: 'care', key } }]])
  const session = key === null ? null : { codes: () => codes }
  return newDesk({ session: new Cell(session), layout: new Cell({ picked: null }), settings: new Cell({ keys: {} }), codebook: new Cell(null) } as unknown as App, false)
}

test('the menu follows the passage in hand, and what the synopsis shows and how', () => {
  const one = desk()
  let changes = 0
  const end = watchMenu(one, () => { changes += 1 })
  changes = 0
  one.passageInHand.set(inHand('e1', 'a:0'))
  expect(changes).toBe(1)
  one.synopsisView.update((view) => ({ ...view, differences: false }))
  expect(changes).toBe(2)
  one.synopsisSheet.set(() => { throw new Error('not asked for') })
  expect(changes).toBe(3)
  end()
  one.passageInHand.set(null)
  expect(changes).toBe(3)
})

test('a code that has the key of the next shared passage keeps it, and the command its other one', () => {
  const next = fixedCommands.find(({ id }) => id === 'shared.next')
  if (!next) throw new Error('no such command')
  expect(keysOf(desk('j'), next)).toEqual(['n', 'F8'])
  expect(keysOf(desk('n'), next)).toEqual(['F8'])
})
