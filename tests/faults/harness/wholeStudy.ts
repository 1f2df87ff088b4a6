import { createHash } from 'node:crypto'
import type { Change, Edit } from '../../../src/domain/changes/change'
import { addArticles } from '../../../src/domain/changes/commands/articles'
import { THE, type RecordKind, type RecordTypes } from '../../../src/domain/project/records'
import { nodeDisk, type Disk } from '../../../src/storage/disk'
import { openProject } from '../../../src/storage/projectFolder'
import { annotation, article, studyIn } from '../../fixtures/study'

export const subjects = ['a1', 'a2'] as const
const textOf = (id: string): string => `“${id}” – the minister said the bridge would reopen by Friday.\nEngineers were less sure. 😀\n`
const time = '2026-03-01T12:00:00.000Z'

const put = <K extends RecordKind>(kind: K, id: string, after: RecordTypes[K], before: RecordTypes[K] | null = null): Edit => ({ kind, id, before, after }) as Edit

/** One change for each file, which are the same but for the memo, the name or the note. */
function changes(project: Awaited<ReturnType<typeof openProject>>, mark: string): readonly Change[] {
  const { info, codebook } = project.records
  // A name has a limit of its own; memos and notes may be long.
  const name = mark.slice(0, 100)
  const place = { article: 'a1', version: 1, start: 0, end: 3, quote: 'The', prefix: '', suffix: '' }
  const edits: readonly Edit[] = [
    put('project', THE, { ...info, memo: mark }, info),
    put('codebook', THE, { ...codebook, name }, codebook),
    put('event', 'e1', { id: 'e1', name, date: '2026-02-28', variables: {} }),
    put('entity', 'p1', { id: 'p1', name, kind: 'person', aliases: [], memo: '' }),
    put('outlet', 'o1', { id: 'o1', name: 'Courier', aliases: [], variables: { type: name } }),
    put('ruling', 'r1', { id: 'r1', event: 'e1', verdict: 'together', groups: [[place]], coder: 'ana', created: time }),
    put('sheet', 's1', { id: 's1', coder: 'ana', subject: 'a1', coded: ['framing'], memo: mark, modified: time }),
    ...subjects.flatMap((subject) => [put('annotation', `n-${subject}`, annotation(`n-${subject}`, { subject, note: mark }))]),
  ]
  return edits.map((edit) => ({ label: mark, edits: [edit] }))
}

/**
 * Makes a closed project in which every kind of file there is has two generations.
 * @param note of the annotations in the second one; a long one makes files of several blocks
 * @returns its folder
 */
export async function wholeStudy(parent: string, note = 'second'): Promise<string> {
  const folder = await studyIn(parent)
  const project = await openProject(folder)
  for (const id of subjects) await project.writeText(id, textOf(id))
  for (const headline of ['first', 'second']) {
    await project.save([addArticles(subjects.map((id) => article(id, { headline, length: textOf(id).length, hash: createHash('sha256').update(textOf(id)).digest('hex') })))])
  }
  for (const mark of ['first', note]) for (const change of changes(project, mark)) await project.save([change])
  await project.close()
  return folder
}

/** The note of the annotations once the interrupted change is done. */
export const CARRIED = 'third'

/**
 * Makes a closed project in which a change of both annotations was decided, but the process ended before any file was
 * touched. @param inParts whether it was a large one, which is written down in parts
 */
export async function interruptedStudy(parent: string, inParts: boolean): Promise<string> {
  const folder = await wholeStudy(parent)
  let down = false
  const disk: Disk = { ...nodeDisk, open: (path, ...rest) => (down && String(path).includes('annotations') ? Promise.reject(Object.assign(new Error('down'), { code: 'EIO' })) : nodeDisk.open(path, ...rest)) }
  const project = await openProject(folder, { disk })
  const before = (await project.annotations(subjects)).annotations
  down = true
  const edits = before.map((one) => put('annotation', one.id, { ...one, note: CARRIED }, one))
  if (inParts) {
    const save = await project.saveInParts()
    for (const edit of edits) await save.add([edit])
    await save.decide()
  } else await project.save([{ label: 'note', edits }]).catch(() => undefined)
  await project.close()
  return folder
}
