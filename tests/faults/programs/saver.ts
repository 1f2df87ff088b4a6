// A process that saves a fixed list of changes one after the other, each again until it is durable, as the window does.
// Arguments: the project folder. Says the ids that a save made when they are durable, `failed` and the code when it was not,
// `gave up` when it can't go on at all, and `closed` at the end.
import { open, stat } from 'node:fs/promises'
import type { Edit } from '../../../src/domain/changes/change'
import { openProject, type ProjectFolder } from '../../../src/storage/projectFolder'
import { StorageError } from '../../../src/storage/storageError'
import { annotation } from '../../fixtures/study'
import { BURNT } from '../harness/burnt'

/** More than one fault in one go there is not: a save that fails so often will never succeed. */
const TRIES = 3

const made = (id: string, subject: string): Edit => ({ kind: 'annotation', id, before: null, after: annotation(id, { subject }) })
const changes: readonly (readonly Edit[])[] = [
  [made('n1', 'a1')], [made('n2', 'a1')], [made('n3', 'a1'), made('n3x', 'a2')], [made('n4', 'a2')], [made('n5', 'a1'), made('n5x', 'a2')],
]
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const codeOf = (error: unknown): string => (error instanceof StorageError ? error.code : String(error))

async function again<T>(task: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await task()
    } catch (error) {
      say(`failed ${codeOf(error)}`)
      if (tried === TRIES) throw error
    }
  }
}

/** It opens read-only when it was the lock that failed: a researcher opens it again. */
async function opened(folder: string): Promise<ProjectFolder> {
  const project = await openProject(folder)
  if (project.readOnly === null) return project
  await project.close()
  throw new Error('read-only')
}

/**
 * Calls of the system are counted by thread, and starting Node makes some itself: these bring the thread that works with
 * files well past what the other one makes.
 */
for (let n = 0; n < BURNT; n += 1) {
  await stat('/dev/null').catch(() => undefined)
  const handle = await open('/dev/null').catch(() => null)
  await handle?.close().catch(() => undefined)
}

try {
  const project = await again(() => opened(process.argv[2] ?? ''))
  for (const edits of changes) {
    await again(() => project.save([{ label: 'code', edits }]))
    for (const { id } of edits) say(id)
  }
  await project.close().catch((error: unknown) => { say(`failed ${codeOf(error)}`) })
  say('closed')
} catch (error) {
  say(`gave up ${codeOf(error)}`)
}
