import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { anchorAt } from '../../../src/domain/text/anchor'
import type { Change } from '../../../src/domain/changes/change'
import type { Annotation } from '../../../src/domain/project/annotation'
import { untouched, type Article } from '../../../src/domain/project/article'
import { codebookSchema, type Codebook } from '../../../src/domain/project/codebook'
import { createProject, openProject, type OpenOptions, type ProjectFolder } from '../../../src/storage/projectFolder'

const noon = '2026-03-01T12:00:00.000Z'
const text = 'The minister said the bridge would reopen by Friday. Engineers were less sure.'

export const codebook: Codebook = codebookSchema.parse({
  name: 'Bridges', version: 1,
  dimensions: [{
    id: 'framing', name: 'Framing', unit: 'span', choice: 'many', level: 'nominal', mark: 'tint', fields: [],
    codes: [{ id: 'blame', name: 'Blame', colour: 'rust', key: 'b', definition: '' }],
  }],
})

/** A new folder that goes when the test is over. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'synoptic-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A new project named Study with one coder, ana; its folder. */
export async function newProject(): Promise<string> {
  const folder = join(await temporaryFolder(), 'Study.synoptic')
  await createProject(folder, {
    info: { id: 'study', name: 'Study', created: noon, memo: '' }, coder: { id: 'ana', name: 'First coder', joined: noon }, codebook,
  })
  return folder
}

/** Opens a project and closes it when the test is over. */
export async function opened(folder: string, options?: OpenOptions): Promise<ProjectFolder> {
  const project = await openProject(folder, options)
  onTestFinished(() => project.close().catch(() => undefined))
  return project
}

export function article(id: string, more: Partial<Article> = {}): Article {
  return {
    ...untouched, id, outlet: 'Courier', headline: `Bridge ${id}`, date: '2026-02-28', language: 'en',
    words: 12, length: text.length, hash: '0'.repeat(64), source: { file: `${id}.txt`, encoding: 'UTF-8', bytes: text.length, hash: '0'.repeat(64), kind: 'text', part: 0 }, imported: noon, ...more,
  }
}

export function annotation(id: string, more: Partial<Annotation> = {}): Annotation {
  return {
    id, subject: 'a1', coder: 'ana', code: 'blame', unit: 'span', spans: [anchorAt(text, { start: 4, end: 12 })], values: {}, note: '', certainty: null, textVersion: 1, codebook: 1,
    created: noon, modified: noon, ...more,
  }
}

/** The change that makes an annotation, or with `before` alters it. */
export const coding = (after: Annotation, before: Annotation | null = null): Change => ({
  label: 'code', edits: [{ kind: 'annotation', id: after.id, before, after }],
})

export const removing = (before: Annotation): Change => ({ label: 'delete', edits: [{ kind: 'annotation', id: before.id, before, after: null }] })

/** Ids of the annotations a reopened project holds, in order. */
export async function reopenedIds(folder: string, articles: readonly string[] = ['a1']): Promise<readonly string[]> {
  const project = await openProject(folder)
  const { annotations } = await project.annotations(articles)
  await project.close()
  return annotations.map(({ id }) => id).sort()
}
