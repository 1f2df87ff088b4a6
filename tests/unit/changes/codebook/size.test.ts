import { expect, test } from 'vitest'
import { apply } from '../../../../src/domain/changes/change'
import { editCode } from '../../../../src/domain/changes/commands/codebook/codes'
import { deleteCode } from '../../../../src/domain/changes/commands/codebook/delete'
import { deleteDimension } from '../../../../src/domain/changes/commands/codebook/dimensions'
import { mergeCodes } from '../../../../src/domain/changes/commands/codebook/merge'
import { codesIn } from '../../../../src/domain/changes/commands/codebook/tree'
import type { Code } from '../../../../src/domain/project/codebook'
import { putRecord, THE, type Records } from '../../../../src/domain/project/records'
import { contentOf, copyOf } from '../../../fixtures/changeLaws'
import { carriedOut, codebookOf, codeOf } from '../../../fixtures/codebooks'
import { annotation, article, codebook, ids, LATER, records } from '../../../fixtures/records'

const at = { now: LATER, id: ids('new'), coder: 'ann' }

/** `count` codes in a tree of the given depth: chains beside each other. */
function chains(count: number, depth: number): readonly Code[] {
  const blank = codeOf(records(), 'fight')
  const chain = (top: number, left: number): readonly Code[] => (left === 0 ? [] : [{ ...blank, id: `c${top}-${left}`, name: `c${top}-${left}`, codes: chain(top, left - 1) }])
  return Array.from({ length: Math.floor(count / depth) }, (_, top) => chain(top, depth)).flat()
}

test('editing one of 5,000 codes makes new only what stands above it', () => {
  const now = records()
  putRecord(now, 'codebook', THE, { ...codebook, dimensions: codebook.dimensions.map((one) => (one.id === 'framing' ? { ...one, codes: chains(5_000, 12) } : one)) })
  const all = (of: Records): readonly Code[] => codebookOf(of).dimensions.flatMap((one) => codesIn(one.codes))
  const before = new Set(all(now))
  const after = copyOf(now)
  const change = editCode(now, 'c300-1', { definition: 'x' }, at)
  if (change) apply(after, change)
  expect(before.size).toBe(4_996)
  expect(all(after).filter((code) => !before.has(code)).map((code) => code.id)).toEqual(Array.from({ length: 12 }, (_, i) => `c300-${12 - i}`))
  expect(codebookOf(after).dimensions[1]).toBe(codebookOf(now).dimensions[1])
})

/** Annotations of 100 articles; counts for how many articles somebody asked for them. */
function watched(): { readonly now: Records; readonly asked: () => number } {
  const subjects = Array.from({ length: 100 }, (_, i) => `a${i}`)
  const now = records(subjects.map((id) => article(id, 'one')), subjects.flatMap((subject) => [annotation(`${subject}-1`, '<one>', { subject }), annotation(`${subject}-2`, '<one>', { subject, code: 'conflict', note: 'n' })]))
  let count = 0
  for (const [subject, group] of now.annotationsOf) {
    now.annotationsOf.set(subject, Object.assign(new Map(group), { values() { count += 1; return group.values() } }))
  }
  return { now, asked: () => count }
}

test.each([
  ['deleting a code', deleteCode, 'fight'], ['deleting a dimension', deleteDimension, 'framing'],
  ['merging codes', (now: Records, id: string) => mergeCodes(now, { from: [id], into: 'conflict' }, at), 'fight'],
] as const)('%s works out one article after the other, the codebook first', (_, command, id) => {
  const { now, asked } = watched()
  const plan = command(now, id, at)
  expect(asked()).toBe(100)
  const edits = plan?.edits()[Symbol.iterator]()
  expect(edits?.next().value?.kind).toBe('codebook')
  expect(asked()).toBe(100)
  for (let i = 0; i < 2; i += 1) expect(edits?.next().value?.kind).toBe('annotation')
  expect(asked()).toBeLessThan(105)
})

test.each([
  ['deleting', (now: Records) => deleteCode(now, 'fight', at)], ['merging', (now: Records) => mergeCodes(now, { from: ['fight'], into: 'conflict' }, at)],
] as const)('%s comes to the same when it is carried out while it is worked out', (_, planned) => {
  const bitByBit = copyOf(watched().now)
  const atOnce = carriedOut(bitByBit, planned(bitByBit))
  for (const edit of planned(bitByBit)?.edits() ?? []) apply(bitByBit, { label: 'a bit', edits: [edit] })
  expect(contentOf(bitByBit)).toEqual(contentOf(atOnce))
})
