import { join } from 'node:path'
import type { Edit } from '../../../src/domain/changes/change'
import { sha256, type Disk } from '../../../src/storage/disk'
import { openProject, type ProjectFolder } from '../../../src/storage/projectFolder'
import { annotation, article, coding, removing, studyIn } from '../../fixtures/study'

const STUDY = 'Study.synoptic'

/** Something that is done to a project while the power goes. */
export interface Scenario {
  readonly name: string
  /** Where the project is in the folder that is recorded. */
  readonly project: string
  /** Articles and events whose annotations matter. */
  readonly subjects: readonly string[]
  /** What is there before; not recorded. */
  readonly prepare: (parent: string) => Promise<void>
  /** What is done, step by step; each must be there as a whole or not at all, and when `done` was called it must be there. */
  readonly play: (parent: string, disk: Disk, done: () => void) => Promise<void>
}

const aStudy = async (parent: string): Promise<void> => void (await studyIn(parent))

/** Plays on the opened project, which is closed at the end. */
const onProject = (play: (project: ProjectFolder, done: () => void) => Promise<void>): Scenario['play'] => async (parent, disk, done) => {
  const project = await openProject(join(parent, STUDY), { disk })
  try {
    await play(project, done)
  } finally {
    await project.close()
  }
}

const many = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => `a${n}`)
const noted = (subject: string, note: string): Edit => ({ kind: 'annotation', id: `n-${subject}`, before: null, after: annotation(`n-${subject}`, { subject, note }) })

const saves: Scenario = {
  name: 'saves of one file, the first of them its first',
  project: STUDY,
  subjects: ['a1'],
  prepare: aStudy,
  play: onProject(async (project, done) => {
    const [one, two] = [annotation('one'), annotation('two', { note: 'x'.repeat(9000) })]
    for (const change of [coding(one), coding(two), coding({ ...one, note: 'changed' }, one), removing(two)]) {
      await project.save([change])
      done()
    }
  }),
}

const severalFiles: Scenario = {
  name: 'changes of several files',
  project: STUDY,
  subjects: ['a1', 'a2'],
  prepare: aStudy,
  play: onProject(async (project, done) => {
    const both = (id: string): Edit[] => ['a1', 'a2'].map((subject) => ({ kind: 'annotation', id: `${id}-${subject}`, before: null, after: annotation(`${id}-${subject}`, { subject }) }))
    for (const id of ['first', 'second']) {
      await project.save([{ label: 'both', edits: both(id) }])
      done()
    }
    const moved = annotation('first-a1', { subject: 'a1' })
    await project.save([coding({ ...moved, subject: 'a2' }, moved)])
    done()
  }),
}

const large: Scenario = {
  name: 'a large change, with small ones while it is carried out',
  project: STUDY,
  subjects: many(36),
  prepare: async (parent) => {
    const project = await openProject(await studyIn(parent))
    await project.save([{ label: 'code', edits: many(36).map((subject) => noted(subject, 'old')) }])
    await project.close()
  },
  play: onProject(async (project, done) => {
    const save = await project.saveInParts()
    for (const part of [many(36).slice(0, 12), many(36).slice(12, 24), many(36).slice(24)]) await save.add(part.map((subject) => noted(subject, 'new')))
    await save.decide()
    done()
    for (const note of ['newer', 'newest']) {
      await project.save([{ label: 'code', edits: [noted('a3', note), noted('a30', note)] }])
      done()
    }
    await project.save([{ label: 'code', edits: [noted('a31', 'last')] }])
    done()
    await new Promise<void>((resolve) => { project.onWriting((writing) => { if (writing === null) resolve() }) })
  }),
}

const create: Scenario = {
  name: 'making a project',
  project: STUDY,
  subjects: [],
  prepare: () => Promise.resolve(),
  play: async (parent, disk, done) => {
    await studyIn(parent, { disk })
    done()
  },
}

const createDeeper: Scenario = {
  name: 'making a project in a folder that is made with it',
  project: join('projects', 'bridges', STUDY),
  subjects: [],
  prepare: () => Promise.resolve(),
  play: async (parent, disk, done) => {
    await studyIn(join(parent, 'projects', 'bridges'), { disk })
    done()
  },
}

const importing: Scenario = {
  name: 'bringing in articles',
  project: STUDY,
  subjects: [],
  prepare: aStudy,
  play: onProject(async (project, done) => {
    const texts = new Map(many(6).map((id) => [id, `${id}: the bridge reopened on Friday. ${'Engineers were less sure. '.repeat(300)}`]))
    for (const [id, text] of texts) await project.stageText(id, text)
    const kept = many(5)
    await project.keepTexts(kept)
    await project.dropTexts(['a5'])
    const edits = kept.map((id): Edit => ({ kind: 'article', id, before: null, after: article(id, { hash: sha256(texts.get(id) ?? '') }) }))
    await project.save([{ label: 'import', edits }])
    done()
  }),
}

export const scenarios: readonly Scenario[] = [saves, severalFiles, large, create, createDeeper, importing]
