import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apply, invert, sameData, squash, type Change } from '../../../../src/domain/changes/change'
import { addExample } from '../../../../src/domain/changes/commands/codebook/codes'
import { changeSchema } from '../../../../src/domain/changes/schema'
import { codebookSchema } from '../../../../src/domain/project/codebook'
import { codeEntries } from '../../../../src/domain/project/codes'
import { parse } from '../../../../src/domain/project/parse'
import type { Records } from '../../../../src/domain/project/records'
import { applied, contentOf, copyOf } from '../../../fixtures/changeLaws'
import { codebookOf } from '../../../fixtures/codebooks'
import { codebookSteps, outcomeOf, stepNames, TEXT, type StepName } from '../../../fixtures/codebookSteps'
import { annotation, article, ids, LATER, records } from '../../../fixtures/records'

const plain = records([article('a1', TEXT), article('a2', TEXT)], [
  annotation('n1', '<one> two three'), annotation('n2', '<one> two three', { code: 'conflict', note: 'n' }), annotation('n3', '<one> two three', { coder: 'bob', code: 'minister', values: { cue: 'says' } }),
  annotation('n4', 'one <two> three', { coder: 'bob', subject: 'a2', code: 'generic' }), annotation('n5', 'one <two> three', { coder: 'bob', subject: 'a2' }),
])
const start = applied(plain, addExample(plain, 'fight', { quote: 'one', from: '' }, { now: LATER, id: ids(), coder: 'bob' }))

/** What must hold after every step: a valid codebook of the next version where it changed, and no annotation without its code, in the code's unit. */
function sound(before: Records, now: Records, change: Change): void {
  const [old, codebook] = [codebookOf(before), parse(codebookSchema, codebookOf(now), 'the codebook')]
  const changed = change.edits.some((edit) => edit.kind === 'codebook')
  expect(codebook.version).toBe(old.version + (changed ? 1 : 0))
  expect(codebook.log.slice(0, old.log.length)).toEqual(old.log)
  expect(codebook.log.slice(old.log.length).map((entry) => entry.version)).toEqual(changed ? [codebook.version] : [])
  const entries = codeEntries(codebook)
  for (const one of now.annotation.values()) expect(entries.get(one.code)?.dimension.unit, `${one.id} with ${one.code}`).toBe(one.unit)
}

test('whatever is done to a codebook and with it, everything holds after every step, and is undone exactly', () => {
  const counts = new Map<StepName, number>(stepNames.map((name) => [name, 0]))
  fc.assert(fc.property(codebookSteps, (steps) => {
    const now = copyOf(start)
    const at = { now: LATER, id: ids() }
    const done: Change[] = []
    for (const step of steps) {
      const change = outcomeOf(now, step, at)
      if (!change) continue
      counts.set(step.name, (counts.get(step.name) ?? 0) + 1)
      const before = copyOf(now)
      const posted = parse(changeSchema, JSON.parse(JSON.stringify(change)), 'the change')
      expect(sameData(posted, change)).toBe(true)
      apply(now, posted)
      sound(before, now, change)
      done.push(posted)
    }
    const last = contentOf(now)
    for (const change of [...done].reverse()) apply(now, invert(change))
    expect(contentOf(now)).toEqual(contentOf(start))
    apply(now, squash(done))
    expect(contentOf(now)).toEqual(last)
  }), { seed: 41, numRuns: 300 })
  // Steps that never apply would show nothing.
  for (const [name, count] of counts) expect(count, `${name} was tried`).toBeGreaterThan(10)
})
