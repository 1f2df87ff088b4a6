// A process that makes, alters and deletes annotations of its own in files that another process writes too, as on a drive where
// locks don't work. It opens the project anew now and then, and saves again what failed, as the window does.
// Argument: an `EditorOrder` as JSON. Says `saved` after each change, and in the end, as JSON, what must be there.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Change, Edit } from '../../../src/domain/changes/change'
import type { Annotation } from '../../../src/domain/project/annotation'
import { openProject, type ProjectFolder } from '../../../src/storage/projectFolder'
import { chance } from '../../fixtures/wire'
import { setClock } from '../harness/clock'
import type { EditorOrder } from '../harness/editors'

const order = JSON.parse(process.argv[2] ?? '') as EditorOrder
const { folder, name, changes, subjects, seed, clock, openAnew } = order
setClock(clock)
const next = chance(seed)
const among = <T>(all: readonly T[]): T | undefined => all[Math.floor(next() * all.length)]
const mine = new Map<string, Annotation>()

function someEdit(n: number, subject: string): Edit {
  const time = '2026-03-01T12:00:00.000Z'
  const before = among([...mine.values()].filter((one) => one.subject === subject)) ?? null
  const kind = next()
  const spans = [{ start: 0, end: 3, quote: 'The', prefix: '', suffix: ' end' }]
  if (before === null || kind < 0.5) {
    const after: Annotation = { id: `${name}${n}-${subject}`, subject, coder: 'ana', code: 'blame', unit: 'span', spans, values: {}, note: '', certainty: null, textVersion: 1, codebook: 1, created: time, modified: time }
    return { kind: 'annotation', id: after.id, before: null, after }
  }
  return { kind: 'annotation', id: before.id, before, after: kind < 0.85 ? { ...before, note: `${name} ${n}` } : null }
}

/** Mostly of one file, now and then of two. */
function someChange(n: number): Change {
  const first = among(subjects) ?? ''
  const second = among(subjects) ?? ''
  return { label: 'code', edits: [...new Set(next() < 0.1 ? [first, second] : [first])].map((subject) => someEdit(n, subject)) }
}

async function opened(): Promise<ProjectFolder> {
  for (;;) {
    const project = await openProject(folder)
    if (project.readOnly === null) return project
    await project.close()
    await rm(join(folder, '.lock'), { force: true })
  }
}

async function saved(project: ProjectFolder, change: Change): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await project.save([change])
    } catch (error) {
      if (tries === 20) throw error
      process.stdout.write(`failed ${error instanceof Error ? error.message.slice(0, 200) : ''}\n`)
      await sleep(next() * 20)
    }
  }
}

let project = await opened()
for (let n = 0; n < changes; n += 1) {
  if (n % openAnew === openAnew - 1) {
    await project.close()
    project = await opened()
  }
  const change = someChange(n)
  await saved(project, change)
  for (const { id, after } of change.edits) {
    if (after === null) mine.delete(id)
    else mine.set(id, after as Annotation)
  }
  process.stdout.write('saved\n')
  // So that the other process comes in between now and then.
  if (next() < 0.3) await sleep(next() * 3)
}
await project.close()
process.stdout.write(`${JSON.stringify([...mine.values()])}\n`)
