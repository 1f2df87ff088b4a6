// A process that changes one record in each of many shards again and again, as merging codes does, until it is killed.
// Arguments: the project folder, the number of shards. Says which note all records have when that is durable as a whole.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Edit } from '../../../src/domain/changes/change'
import { openProject } from '../../../src/storage/projectFolder'

const PART = 20

const [folder = '', count = '0'] = process.argv.slice(2)
const articles = Array.from({ length: Number(count) }, (_, n) => `a${n}`)

const project = await openProject(folder)
if (project.readOnly !== null) throw new Error(project.readOnly)
const written = (): Promise<void> => new Promise((resolve) => {
  project.onWriting((writing) => { if (writing === null) resolve() })
})
for (;;) {
  await written()
  const { annotations } = await project.annotations(articles)
  const note = String(Number(annotations[0]?.note) + 1)
  const edits = annotations.map((before): Edit => ({ kind: 'annotation', id: before.id, before, after: { ...before, note } }))
  const save = await project.saveInParts()
  for (let at = 0; at < edits.length; at += PART) {
    await save.add(edits.slice(at, at + PART))
    // So that parts come in for about as long as files are written.
    await sleep(10)
  }
  await save.decide()
  process.stdout.write(`${note}\n`)
}
