import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../../../scripts/project.mjs'
import { campaigns } from '../../faults/campaigns'
import { claimsIn, titlesIn, type Claim } from '../../fixtures/claims'

/** What is wrong with a claim; null when the named test is there and runs. */
function faultOf({ file, title }: Claim): string | null {
  if (file === '') return 'names no test as `file: title`'
  const path = join(root, file)
  if (!existsSync(path)) return `there is no ${file}`
  // Campaigns go by their ids; `npm test` runs the quick part of each.
  if (file === `tests/faults/campaigns/${title}.ts`) return campaigns.some(({ id }) => id === title) ? null : `the campaign ${title} is in no list`
  const { run, off } = titlesIn(readFileSync(path, 'utf8'))
  if (run.includes(title)) return null
  return off.includes(title) ? `“${title}” in ${file} is switched off` : `${file} has no test “${title}”`
}

const pages = ['README.md', ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md')).map((name) => join('docs', name)).sort()]
const claims = pages.flatMap((page) => claimsIn(readFileSync(join(root, page), 'utf8')).map((claim) => ({ ...claim, page })))

test('every test that the documentation names is there, by its exact title', () => {
  expect(claims.length).toBeGreaterThan(20)
  expect(claims.flatMap((claim) => { const fault = faultOf(claim); return fault === null ? [] : [`${claim.page}, line ${claim.line}: ${fault}`] })).toEqual([])
})

describe('what counts as a claim', () => {
  test('each test in a column “Test”, wherever the column stands; other tables claim nothing', () => {
    const page = ['| What | Test | Note |', '|---|---|---|', '| a | `tests/a.test.ts: it holds`<br>`tests/b.test.ts: it holds: too` | `x: y` |', '| b |  | |', '', '| What | Result |', '|---|---|', '| c | `tests/c.test.ts: no` |'].join('\n')
    expect(claimsIn(page)).toEqual([
      { line: 3, file: 'tests/a.test.ts', title: 'it holds' }, { line: 3, file: 'tests/b.test.ts', title: 'it holds: too' }, { line: 4, file: '', title: '' },
    ])
  })

  test('titles of tests of every form; those switched off stand apart, groups and comments don’t count', () => {
    const source = `
      describe('a group', () => { test('one’s own', () => {}); test.each([1])("the \\"two\\" %s", () => {}) })
      it(\`three\`, () => {}); test.skip('four', () => {}); // test('five', () => {})
      test.describe('six', () => {}); test.skip(!there, 'seven'); test.fixme('eight', () => {}); test.slow(); test.only('nine', () => {})`
    expect(titlesIn(source)).toEqual({ run: ['one’s own', 'the "two" %s', 'three', 'nine'], off: ['four', 'eight'] })
  })

  test.each([
    ['a file that is not there', { line: 1, file: 'tests/unit/none.test.ts', title: 'x' }, /there is no/],
    ['a title that is not there', { line: 1, file: 'tests/unit/scripts/claims.test.ts', title: 'titles' }, /has no test “titles”/],
    ['no test', { line: 1, file: '', title: '' }, /names no test/],
  ])('%s is a fault', (_what, claim, fault) => {
    expect(faultOf(claim)).toMatch(fault)
  })
})
