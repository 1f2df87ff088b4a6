import { expect, it } from 'vitest'
import { apply } from '../../../src/domain/changes/change'
import { editArticles } from '../../../src/domain/changes/commands/articles'
import { maskOutlets, revealOutlets } from '../../../src/domain/changes/commands/masking'
import type { Outcome } from '../../../src/domain/changes/command'
import { annotationsInOrder } from '../../../src/domain/project/records'
import { outletLabel, shownHeadline, shownText, shownWords } from '../../../src/renderer/store/outletLabel'
import { Masked } from '../../../src/renderer/store/masked'
import { SeenMap } from '../../../src/renderer/store/seenMap'
import { annotation, article, ids, NOW, records as recordsOf } from '../../fixtures/records'

const marked = 'The minister told <The Courier> all.'
const text = marked.replace(/[<>]/g, '')

function study() {
  const records = recordsOf([article('a1', text, { outlet: 'The Courier', headline: 'All of it, says The Courier' }), article('a2', text, { outlet: 'Harbour Post' })], [annotation('n1', marked)])
  const masked = new Masked(records, 'ann')
  const perform = (outcome: Outcome): void => {
    if (!outcome) throw new Error('There was nothing to do.')
    apply(records, outcome)
    masked.noted(outcome.edits)
  }
  return { records, masked, perform, mask: () => { perform(maskOutlets(records, { now: NOW, id: ids(), coder: 'ann' })) } }
}

it('shows the records themselves while outlets are to be seen', () => {
  const { records, masked } = study()
  expect(masked.seen).toBe(records)
  const [first] = records.article.values()
  expect(first && outletLabel({ masked }, first)).toBe('The Courier')
  expect(shownText({ masked, records }, 'a1', text)).toBe(text)
})

it('shows labels and masked quotations in lists, and leaves the records as they are', () => {
  const { records, masked, mask } = study()
  mask()
  const { seen } = masked
  expect([...seen.article.values()].map(({ outlet }) => outlet).sort()).toEqual(['Outlet A', 'Outlet B'])
  expect(Array.from(seen.article, ([id]) => id)).toEqual(['a1', 'a2'])
  expect(seen.article.get('a1')).toMatchObject({ headline: 'All of it, says ▒▒▒ ▒▒▒▒▒▒▒', length: text.length })
  expect(seen.article.get('a1')).toBe(seen.article.get('a1'))
  expect(annotationsInOrder(seen, 'a1').map(({ spans }) => spans[0]?.quote)).toEqual(['▒▒▒ ▒▒▒▒▒▒▒'])
  expect(seen.annotation.get('n1')?.spans[0]).toMatchObject({ quote: '▒▒▒ ▒▒▒▒▒▒▒', start: text.indexOf('The C') })
  expect(seen.outlet.size).toBe(0)
  expect(() => seen.article.delete('a1')).toThrow('only seen')
  expect(records.article.get('a1')?.outlet).toBe('The Courier')
  expect(records.annotation.get('n1')?.spans[0]?.quote).toBe('The Courier')
})

it('takes quotations out of the text once it was read', () => {
  const credit = 'All is told.\nReporting by The Desk; <editing by The Night Desk>\nAll.'
  const records = recordsOf([article('a1', credit, { outlet: 'The Courier' })], [annotation('n1', credit)])
  const read = new Map<string, string>()
  const masked = new Masked(records, 'ann', (id) => read.get(id))
  const change = maskOutlets(records, { now: NOW, id: ids(), coder: 'ann' })
  if (change) apply(records, change)
  expect(masked.seen.annotation.get('n1')?.spans[0]?.quote).toContain('editing')
  read.set('a1', credit.replace(/[<>]/g, ''))
  expect(masked.seen.annotation.get('n1')?.spans[0]?.quote).toBe('▒▒▒▒▒▒▒ ▒▒ ▒▒▒ ▒▒▒▒▒ ▒▒▒▒')
})

it('is another mask only when outlets are masked, and nothing to a project that never was', () => {
  const { records, masked } = study()
  const edit = editArticles(records, ['a1'], { outlet: 'Northern Press' })
  const mask = maskOutlets(records, { now: NOW, id: ids(), coder: 'ann' })
  expect(masked.mask).toBeNull()
  expect(masked.noted(edit?.edits ?? [])).toBe(false)
  expect(masked.noted(mask?.edits ?? [])).toBe(true)
  if (mask) apply(records, mask)
  const before = masked.mask
  expect(masked.noted(editArticles(records, ['a1'], { outlet: 'Harbour Post' })?.edits ?? [])).toBe(false)
  expect(masked.mask).toBe(before)
  expect(masked.noted(edit?.edits ?? [])).toBe(true)
})

it('is worked out for those articles alone that are asked for', () => {
  const seen: string[] = []
  const map = new SeenMap(new Map([['a', 'A'], ['b', 'B'], ['c', 'C']]), (value) => { seen.push(value); return value.toLowerCase() })
  for (const value of map.values()) if (value === 'b') break
  expect(seen).toEqual(['A', 'B'])
  expect([...map.keys()]).toEqual(['a', 'b', 'c'])
  expect(seen).toHaveLength(2)
  expect([...map]).toEqual([['a', 'a'], ['b', 'b'], ['c', 'c']])
})

it('follows what is changed', () => {
  const { records, masked, perform, mask } = study()
  mask()
  const label = masked.seen.article.get('a2')?.outlet
  perform(editArticles(records, ['a1'], { outlet: 'Northern Press' }))
  expect(masked.seen.article.get('a1')?.outlet).toBe('Outlet C')
  expect(masked.seen.article.get('a2')?.outlet).toBe(label)
  perform(revealOutlets(records))
  expect(masked.mask).toBeNull()
  expect(masked.seen).toBe(records)
})

it('hides names in words and headlines that are shown outside of lists', () => {
  const { records, masked, mask } = study()
  mask()
  const own = records.article.get('a1')
  expect(own && shownHeadline({ masked }, own)).toBe('All of it, says ▒▒▒ ▒▒▒▒▒▒▒')
  expect(shownWords({ masked }, 'rename “Harbour Post”')).toBe('rename “▒▒▒▒▒▒▒ ▒▒▒▒”')
})
