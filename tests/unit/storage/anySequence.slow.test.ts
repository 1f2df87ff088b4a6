import fc from 'fast-check'
import { rm } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { apply, type Change, type Edit } from '../../../src/domain/changes/change'
import { emptyRecords, THE, type Records, type RecordTypes } from '../../../src/domain/project/records'
import { createProject, openProject } from '../../../src/storage/projectFolder'
import { annotation, article, codebook, temporaryFolder } from './project'
import { join } from 'node:path'

const SEED = 20260301
const info = { id: 'study', name: 'Study', created: '2026-03-01T12:00:00.000Z', memo: '' }
const ana = { id: 'ana', name: 'First coder', joined: info.created }
const articles = ['a1', 'a2']

/** What one edit may come to; `before` is filled in from the records when it is applied. */
type Wish = { [K in keyof RecordTypes]: { kind: K; id: string; after: RecordTypes[K] | null } }[keyof RecordTypes]

const text = fc.string({ unit: 'binary', maxLength: 8 })
const id = (prefix: string, most: number): fc.Arbitrary<string> => fc.integer({ min: 1, max: most }).map((n) => `${prefix}${n}`)
const orGone = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 3 })

const wish: fc.Arbitrary<Wish> = fc.oneof(
  { weight: 6, arbitrary: id('n', 6).chain((n) => orGone(fc.record({ subject: fc.constantFrom(...articles), coder: fc.constantFrom('ana', 'ben'), note: text, values: fc.dictionary(text, fc.oneof(text, fc.integer())) }).map((more) => annotation(n, more))).map((after): Wish => ({ kind: 'annotation', id: n, after }))) },
  { weight: 2, arbitrary: id('e', 3).chain((n) => orGone(text.map((name) => ({ id: n, name, date: '2026', variables: {} }))).map((after): Wish => ({ kind: 'event', id: n, after }))) },
  { weight: 2, arbitrary: id('a', 2).chain((n) => orGone(text.map((headline) => article(n, { headline }))).map((after): Wish => ({ kind: 'article', id: n, after }))) },
  { weight: 1, arbitrary: text.map((name): Wish => ({ kind: 'coder', id: 'ben', after: { ...ana, id: 'ben', name } })) },
  { weight: 1, arbitrary: text.map((name): Wish => ({ kind: 'project', id: THE, after: { ...info, name } })) },
  { weight: 1, arbitrary: text.map((name): Wish => ({ kind: 'codebook', id: THE, after: { ...codebook, name } })) },
)
const change = fc.uniqueArray(wish, { minLength: 1, maxLength: 4, selector: (one) => `${one.kind} ${one.id}` })
const calls = fc.array(fc.record({ changes: fc.array(change, { minLength: 1, maxLength: 4 }), again: fc.boolean(), reopen: fc.boolean() }), { maxLength: 8 })

function changeOf(records: Records, wishes: readonly Wish[]): Change {
  return { label: 'any', edits: wishes.map((one) => ({ ...one, before: records[one.kind].get(one.id) ?? null }) as Edit) }
}

const plain = (records: Records): unknown => Object.fromEntries(
  (['project', 'coder', 'codebook', 'event', 'article', 'annotation'] as const).map((kind) => [kind, Object.fromEntries(records[kind])]),
)

it('any sequence of changes is the same in memory and after reopening', async () => {
  const parent = await temporaryFolder()
  let run = 0
  await fc.assert(fc.asyncProperty(calls, async (sequence) => {
    const folder = join(parent, String(run += 1))
    await createProject(folder, { info, coder: ana, codebook })
    const memory = emptyRecords()
    apply(memory, changeOf(memory, [{ kind: 'project', id: THE, after: info }, { kind: 'coder', id: 'ana', after: ana }, { kind: 'codebook', id: THE, after: codebook }]))
    let project = await openProject(folder)
    for (const { changes, again, reopen } of sequence) {
      const made = changes.map((wishes) => {
        const next = changeOf(memory, wishes)
        apply(memory, next)
        return next
      })
      await project.save(made)
      if (again) await project.save(made)
      if (!reopen) continue
      await project.close()
      project = await openProject(folder)
    }
    await project.close()
    const again = await openProject(folder)
    const { annotations, damaged } = await again.annotations(articles)
    const { records } = again
    const disk = {
      project: { [THE]: records.info }, codebook: { [THE]: records.codebook },
      coder: byId(records.coders), event: byId(records.events), article: byId(records.articles), annotation: byId(annotations),
    }
    await again.close()
    await rm(folder, { recursive: true })
    expect(damaged).toEqual([])
    expect(disk).toEqual(plain(memory))
  }), { seed: SEED, numRuns: 60 })
}, 60_000)

const byId = (records: readonly { readonly id: string }[]): unknown => Object.fromEntries(records.map((record) => [record.id, record]))
