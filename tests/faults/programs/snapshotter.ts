// A process that saves an annotation and takes a snapshot, again and again until it is killed. Arguments: the project
// folder, the folder for snapshots, what its ids begin with. Says the id of a snapshot with how many annotations it has.
import { nodeDisk } from '../../../src/storage/disk'
import { openProject } from '../../../src/storage/projectFolder'
import { SnapshotStore } from '../../../src/storage/snapshots/snapshotStore'
import { annotation, coding } from '../../fixtures/study'

const [folder = '', root = '', name = ''] = process.argv.slice(2)
const project = await openProject(folder)
if (project.readOnly !== null) throw new Error(project.readOnly)
const store = new SnapshotStore(nodeDisk, root)
for (let n = 0; ; n += 1) {
  await project.save([coding(annotation(`${name}n${n}`, { subject: n % 2 === 0 ? 'a1' : 'a2' }))])
  const taken = await store.take(project, 'working')
  if (taken) process.stdout.write(`${taken.id} ${taken.annotations}\n`)
}
