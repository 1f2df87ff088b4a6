// A process that saves to a project until it is done or killed, and says after each save what is durable.
// Arguments: the project folder, a name that its annotations begin with, how many saves,
// `shared` to write although another process holds the lock, as on a drive where locks don't work.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Edit } from '../../../src/domain/changes/change'
import type { Annotation } from '../../../src/domain/project/annotation'
import { openProject } from '../../../src/storage/projectFolder'

const [folder = '', name = '', count = '0', mode = ''] = process.argv.slice(2)

const made = (id: string, article: string): Edit => {
  const time = '2026-03-01T12:00:00.000Z'
  const anchor = { start: 0, end: 3, quote: 'The', prefix: '', suffix: ' end' }
  const after: Annotation = { id, subject: article, coder: 'ana', code: 'blame', unit: 'span', spans: [anchor], values: {}, note: '', certainty: null, textVersion: 1, codebook: 1, created: time, modified: time }
  return { kind: 'annotation', id, before: null, after }
}

let project = await openProject(folder)
while (mode === 'shared' && project.readOnly !== null) {
  await rm(join(folder, '.lock'), { force: true })
  project = await openProject(folder)
}
if (project.readOnly !== null) throw new Error(project.readOnly)
for (let n = 0; n < Number(count); n += 1) {
  // Every third change is one of two files, which must both have it or neither.
  const edits = n % 3 === 0 && mode !== 'shared' ? [made(`${name}${n}`, 'a1'), made(`${name}${n}x`, 'a2')] : [made(`${name}${n}`, 'a1')]
  // So that the other process comes in between now and then.
  if (mode === 'shared') await sleep(Math.random() * 3)
  await project.save([{ label: 'code', edits }])
  process.stdout.write(`${edits.map(({ id }) => id).join('\n')}\n`)
}
await project.close()
