import { expect, test } from 'vitest'
import { confirmAnnotations } from '../../../../src/domain/changes/commands/codebook/confirm'
import { deleteCode } from '../../../../src/domain/changes/commands/codebook/delete'
import { codeUse, touchedBy } from '../../../../src/domain/changes/commands/codebook/preview'
import { applied } from '../../../fixtures/changeLaws'
import { carriedOut, codebookOf, logged, outline } from '../../../fixtures/codebooks'
import { annotation, article, ids, LATER, records } from '../../../fixtures/records'

const at = { now: LATER, id: ids('new'), coder: 'ann' }
const start = records([article('a1', 'one'), article('a2', 'two')], [
  annotation('n1', '<one>', { codebook: 2 }), annotation('n2', '<one>', { coder: 'bob' }), annotation('n3', '<two>', { subject: 'a2' }), annotation('n4', '<one>', { code: 'conflict', coder: 'bob', codebook: 1 }),
  annotation('n5', '<one>', { code: 'generic', codebook: 2 }),
])

test('how much codes are used, each by itself', () => {
  expect(codeUse(start, ['fight', 'generic', 'expert'])).toEqual(new Map([
    ['fight', { annotations: 3, articles: 2, coders: new Set(['ann', 'bob']) }],
    ['generic', { annotations: 1, articles: 1, coders: new Set(['ann']) }],
    ['expert', { annotations: 0, articles: 0, coders: new Set() }],
  ]))
  const all = codeUse(start, 'all')
  expect([...all.keys()]).toEqual(['fight', 'generic', 'conflict', 'government', 'minister', 'expert', 'towards'])
  expect(all.get('conflict')).toEqual({ annotations: 1, articles: 1, coders: new Set(['bob']) })
})

test('what a change to some codes touches, taken together', () => {
  expect(touchedBy(start, ['fight', 'conflict'], 'ann')).toEqual({ annotations: 4, subjects: 2, others: 2 })
  expect(touchedBy(start, ['expert'], 'ann')).toEqual({ annotations: 0, subjects: 0, others: 0 })
})

test('a code is deleted with the codes in it and everybody’s annotations with them', () => {
  const plan = deleteCode(start, 'generic', at)
  expect(plan).toMatchObject({ label: 'delete “generic”', touched: 2 })
  const after = carriedOut(start, plan)
  expect(outline(after)[0]).toBe('framing: fight')
  expect([...after.annotation.keys()]).toEqual(['n1', 'n2', 'n3'])
  expect(logged(after)).toBe('4: deleted “generic”')
  expect(deleteCode(start, 'none', at)).toBeNull()
})

test('one’s own annotations are confirmed under the codebook as it is', () => {
  const change = confirmAnnotations(start, ['n1', 'n4', 'n3', 'n5', 'n1', 'n9'], at)
  expect(change?.label).toBe('confirm 2 annotations')
  const after = applied(start, change)
  expect(after.annotation.get('n1')).toEqual({ ...start.annotation.get('n1'), codebook: 3, modified: LATER })
  expect(after.annotation.get('n4')).toBe(start.annotation.get('n4'))
  expect(codebookOf(after)).toBe(codebookOf(start))
  expect(confirmAnnotations(start, ['n3', 'n4'], at)).toBeNull()
})
