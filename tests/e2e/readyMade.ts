import type { Edit } from '../../src/domain/changes/change'
import type { Annotation } from '../../src/domain/project/annotation'
import { codebookSchema } from '../../src/domain/project/codebook'
import type { Entity } from '../../src/domain/project/entity'
import { createProject, openProject } from '../../src/storage/projectFolder'
import { article, NOW } from '../fixtures/records'

export interface ReadyMade {
  /** Dimensions as a codebook.json holds them; what has a default may be left out. */
  readonly dimensions: readonly object[]
  /** Outlet -> text, of one event. The articles' ids are `a1`, `a2`, … */
  readonly texts: Readonly<Record<string, string>>
  readonly entities?: readonly Entity[]
  readonly annotations?: readonly Annotation[]
}

/** Lays a project out on disk that needs no import before one codes in it. */
export async function laysOut(folder: string, { dimensions, texts, entities = [], annotations = [] }: ReadyMade): Promise<void> {
  const coder = { id: 'ann', name: 'Another coder', joined: NOW }
  await createProject(folder, { info: { id: 'study', name: 'Study', created: NOW, memo: '' }, coder, codebook: codebookSchema.parse({ name: 'Scheme', version: 3, dimensions }) })
  const project = await openProject(folder)
  const articles = Object.entries(texts).map(([outlet, text], i) => ({ text, record: article(`a${i + 1}`, text, { outlet, headline: `What ${outlet} tells`, event: 'e1' }) }))
  for (const { text, record } of articles) await project.writeText(record.id, text)
  await project.save([{
    label: 'made',
    edits: [
      { kind: 'event', id: 'e1', before: null, after: { id: 'e1', name: 'Summit', date: '2024-03-12', variables: {} } },
      ...articles.map(({ record }): Edit => ({ kind: 'article', id: record.id, before: null, after: record })),
      ...entities.map((after): Edit => ({ kind: 'entity', id: after.id, before: null, after })),
      ...annotations.map((after): Edit => ({ kind: 'annotation', id: after.id, before: null, after })),
    ],
  }])
  await project.close()
}
