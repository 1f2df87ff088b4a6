import { expect, test } from 'vitest'
import { rulingSchema } from '../../../src/domain/project/ruling'
import { ruling } from '../../fixtures/links'

test('has one group that is together, or several apart', () => {
  const takes = (verdict: 'together' | 'apart', groups: readonly string[]): boolean => rulingSchema.safeParse(ruling('r1', verdict, groups).ruling).success
  expect([takes('together', ['a:0-9 b:0-9']), takes('apart', ['a:0-9', 'b:0-9'])]).toEqual([true, true])
  expect([takes('together', ['a:0-9', 'b:0-9']), takes('apart', ['a:0-9 b:0-9'])]).toEqual([false, false])
})
