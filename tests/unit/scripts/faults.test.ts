import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../../scripts/project.mjs'
import { notPossibleHere, type Campaign } from '../../faults/campaign'
import { campaigns } from '../../faults/campaigns'
import { run } from '../../faults/run'
import { idsIn, withRows, withSum } from '../../faults/table'

const ids = campaigns.map(({ id }) => id)

it('docs/reliability.md has a row for each campaign of npm run faults, and no other', () => {
  expect(idsIn(readFileSync(join(root, 'docs/reliability.md'), 'utf8'))).toEqual(ids)
})

it('the README says what the table sums up to', () => {
  const [page, document] = ['README.md', 'docs/reliability.md'].map((file) => readFileSync(join(root, file), 'utf8'))
  expect(page).toBe(withSum(page ?? '', document ?? ''))
})

it('each file of tests/faults/campaigns is a campaign that is run', () => {
  expect(readdirSync(join(root, 'tests/faults/campaigns')).sort()).toEqual(ids.map((id) => `${id}.ts`).sort())
})

it('a campaign that there is not, as when its id is mistyped, is an error', async () => {
  await expect(run({ full: false, only: ['kill-savign'], report: null, document: null, page: null })).rejects.toThrow('There is no campaign kill-savign.')
})

describe('the table', () => {
  const campaign = (id: string): Campaign => ({ id, title: `Title of ${id}`, claim: 'a | b', run: () => Promise.reject(new Error('not run')) })
  const [one, two] = [campaign('one'), campaign('two')]
  const empty = 'Before\n<!-- faults: written by npm run faults -->\n<!-- /faults -->\nAfter\n'
  const first = withRows(empty, [one, two], new Map([['one', { tried: 1200, survived: 1199, lost: 1, notes: 'see there' }], ['two', notPossibleHere('no tmpfs')]]), 7)

  it('says what was tried, survived and lost, or why nothing could be', () => {
    expect(first).toContain('Seed 7.')
    expect(first).toContain('| `one` | Title of one | a \\| b | 1,200 | 1,199 | 1 | see there |')
    expect(first).toContain('| `two` | Title of two | a \\| b | – | – | – | not possible here: no tmpfs |')
    expect(first).toMatch(/^Before\n<!--[^]*-->\nAfter\n$/)
  })

  it('keeps the row of a campaign that was not run, and none of one that is no more', () => {
    const again = withRows(first, [two, one], new Map([['two', { tried: 5, survived: 5, lost: 0 }]]), 7)
    expect(idsIn(again)).toEqual(['two', 'one'])
    expect(again).toContain('1,199')
    expect(again).toContain('| 5 | 5 | 0 |  |')
    expect(idsIn(withRows(first, [two], new Map(), 7))).toEqual(['two'])
  })

  it('is summed up in a page, leaving out what was not possible', () => {
    expect(withSum('Before <!-- faults: sum -->old<!-- /faults --> after', first)).toBe('Before <!-- faults: sum -->\nIn 2 campaigns: **1,200 tried, 1,199 survived, 1 lost**.\n<!-- /faults --> after')
    expect(() => withSum('Nothing', first)).toThrow('needs the mark')
  })

  it('is refused a document that has no place for it', () => {
    expect(() => withRows('Nothing', [one], new Map(), 7)).toThrow('needs the lines')
  })
})
