// A process that imports batches of articles until it is killed. Arguments: the project folder, what its ids begin with.
// Says the ids of a batch when that is durable.
import { addArticles } from '../../../src/domain/changes/commands/articles'
import { sha256 } from '../../../src/storage/disk'
import { openProject } from '../../../src/storage/projectFolder'
import { article } from '../../fixtures/study'
import { importedText } from '../harness/importedText'

const BATCH = 12

const [folder = '', name = ''] = process.argv.slice(2)
const project = await openProject(folder)
if (project.readOnly !== null) throw new Error(project.readOnly)
for (let batch = 0; ; batch += 1) {
  const ids = Array.from({ length: BATCH }, (_, n) => `${name}-${batch}-${n}`)
  await Promise.all(ids.map((id) => project.stageText(id, importedText(id))))
  await project.keepTexts(ids)
  await project.save([addArticles(ids.map((id) => article(id, { hash: sha256(importedText(id)), length: importedText(id).length })))])
  process.stdout.write(`${ids.join('\n')}\n`)
}
