import { copyFile, cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Change, Edit } from '../../../src/domain/changes/change'
import { THE } from '../../../src/domain/project/records'
import { articlesFile, CORE } from '../../../src/storage/fileNames'
import { openProject, type ProjectFolder } from '../../../src/storage/projectFolder'
import { annotation, article, codebook, studyIn } from '../../fixtures/study'
import type { Campaign } from '../campaign'
import { Count, demand } from '../harness/count'
import { inNewFolder } from '../harness/folders'

const GENERATIONS = 6

/** What is saved in the so-many-th round: in each kind of file one record that changes, and one more. */
const roundOf = (n: number): Readonly<Record<string, Edit[]>> => {
  const info = { id: 'study', name: 'Study', created: '2026-03-01T12:00:00.000Z', memo: `r${n}` }
  const event = (id: string): Edit => ({ kind: 'event', id, before: null, after: { id, name: `r${n}`, date: '2026', variables: {} } })
  const coded = (id: string): Edit => ({ kind: 'annotation', id, before: null, after: annotation(id, { note: `r${n}` }) })
  return {
    [CORE.project]: [{ kind: 'project', id: THE, before: null, after: info }, { kind: 'coder', id: `c${n}`, before: null, after: { id: `c${n}`, name: 'Coder', joined: info.created } }],
    [CORE.codebook]: [{ kind: 'codebook', id: THE, before: null, after: { ...codebook, name: `r${n}` } }],
    [CORE.events]: [event('e'), event(`e${n}`)],
    [articlesFile('a1')]: [{ kind: 'article', id: 'a1', before: null, after: article('a1', { headline: `r${n}` }) }],
    'annotations/ana/a1.json': [coded('n'), coded(`n${n}`)],
  }
}
const files = Object.keys(roundOf(0))

async function saveRound(project: ProjectFolder, n: number, only: readonly string[] = files): Promise<void> {
  for (const [file, edits] of Object.entries(roundOf(n))) if (only.includes(file)) await project.save([{ label: 'round', edits } satisfies Change])
}

/** For each file the round it shows, and of how many rounds it has the further record. */
async function shown(project: ProjectFolder): Promise<Readonly<Record<string, string>>> {
  demand(project.readOnly === null, `it opens for reading only: ${project.readOnly ?? ''}`)
  await project.readArticles()
  const { records } = project
  const { annotations, damaged } = await project.annotations(['a1'])
  demand(damaged.length + project.damaged.length === 0, `damaged: ${damaged[0]?.file ?? project.damaged[0]?.file ?? ''}`)
  return {
    [CORE.project]: `${records.info.memo} ${records.coders.length - 1}`,
    [CORE.codebook]: records.codebook.name,
    [CORE.events]: `${records.events.find(({ id }) => id === 'e')?.name ?? ''} ${records.events.length - 1}`,
    [articlesFile('a1')]: records.articles.find(({ id }) => id === 'a1')?.headline ?? '',
    'annotations/ana/a1.json': `${annotations.find(({ id }) => id === 'n')?.note ?? ''} ${annotations.length - 1}`,
  }
}

async function reopened<T>(folder: string, body: (project: ProjectFolder) => Promise<T>): Promise<T> {
  const project = await openProject(folder)
  try {
    return await body(project)
  } finally {
    await project.close()
  }
}

interface Case {
  readonly folder: string
  readonly file: string
  /** The generation that is put back. */
  readonly back: number
}

/** A project with so many generations of each file; those before are kept beside it. */
async function prepared(parent: string): Promise<string> {
  const folder = await studyIn(parent)
  for (let n = 1; n <= GENERATIONS; n += 1) {
    await reopened(folder, (project) => saveRound(project, n))
    for (const file of files) await copyFile(join(folder, file), join(parent, `${file.replaceAll('/', '~')}.${n}`))
  }
  return folder
}

const putBack = async (parent: string, { folder, file, back }: Case): Promise<void> => writeFile(join(folder, file), await readFile(join(parent, `${file.replaceAll('/', '~')}.${back}`)))

/** What was put back is shown as it was then, everything else as it is; what is saved afterwards is there too. */
async function whileClosed(parent: string, { folder, file, back }: Case): Promise<void> {
  const before = await reopened(folder, shown)
  await putBack(parent, { folder, file, back })
  const after = await reopened(folder, shown)
  for (const other of files) if (other !== file) demand(after[other] === before[other], `${other} shows ${after[other] ?? ''}`)
  demand(after[file]?.split(' ')[0] === `r${back}`, `it shows ${after[file] ?? ''}`)
  await reopened(folder, (project) => saveRound(project, 99, [file]))
  demand((await reopened(folder, shown))[file]?.split(' ')[0] === 'r99', 'what was saved afterwards is not there')
}

/** Nothing that was saved is gone when it is saved next. */
async function whileOpen(parent: string, { folder, file, back }: Case): Promise<void> {
  await reopened(folder, async (project) => {
    await shown(project)
    await saveRound(project, GENERATIONS + 1)
    await putBack(parent, { folder, file, back })
    await saveRound(project, GENERATIONS + 2)
  })
  const after = await reopened(folder, shown)
  for (const one of files) {
    const [round, further] = after[one]?.split(' ') ?? []
    demand(round === `r${GENERATIONS + 2}`, `${one} shows ${round ?? 'nothing'}`)
    demand(further === undefined || further === String(GENERATIONS + 2), `${one} has ${further ?? 'no'} of ${GENERATIONS + 2} records`)
  }
}

export const rollback: Campaign = {
  id: 'rollback',
  title: 'A file is replaced by an older generation of it, as from a backup, while the project is closed or open; all kinds of files, all generations',
  claim: 'closed: another state than the one put back, anything else that is altered, or a project that can’t be worked on; open: anything saved that is gone after the next save',
  run: ({ full, say }) => inNewFolder(async (parent) => {
    const base = await prepared(parent)
    const count = new Count(say)
    const generations = Array.from({ length: GENERATIONS - 1 }, (_, n) => n + 1)
    for (const file of files) {
      for (const back of full ? generations : [1, GENERATIONS - 1]) {
        for (const [when, body] of Object.entries({ whileClosed, whileOpen })) {
          await count.attempt(`${file}, generation ${back}, ${when}`, () => inNewFolder(async (other) => {
            const folder = join(other, 'copy')
            await cp(base, folder, { recursive: true })
            await body(parent, { folder, file, back })
          }))
        }
      }
    }
    return count.outcome()
  }),
}
