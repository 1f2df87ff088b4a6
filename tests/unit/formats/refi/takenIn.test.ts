import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { takeInWork } from '../../../../src/domain/changes/commands/takeInWork'
import type { Annotation } from '../../../../src/domain/project/annotation'
import { emptyRecords, putRecord, THE, type Records } from '../../../../src/domain/project/records'
import { refiProject } from '../../../../src/formats/refi/readers'
import type { ProjectContents } from '../../../../src/formats/source'
import { placeWork, type PlacedWork } from '../../../../src/formats/work/place'
import { applied } from '../../../fixtures/changeLaws'
import { project } from '../../../fixtures/projects'
import { ids, LATER } from '../../../fixtures/records'
import { bridges } from './study'
import { written } from './written'

const at = { now: LATER, id: ids('new'), coder: 'ann' }

function recordsOf({ info, codebook, coders, events, entities, outlets, rulings, articles, annotations, sheets }: ProjectContents): Records {
  const made = emptyRecords()
  putRecord(made, 'project', THE, info)
  putRecord(made, 'codebook', THE, codebook)
  for (const [kind, list] of Object.entries({ coder: coders, event: events, entity: entities, outlet: outlets, ruling: rulings, article: articles, annotation: annotations, sheet: sheets } as const)) {
    for (const one of list) putRecord(made, kind as 'coder', one.id, one as never)
  }
  return made
}

const placed = async (contents: ProjectContents, lineEnds: 'lf' | 'crlf'): Promise<PlacedWork> =>
  placeWork(await refiProject.read([await written(contents, { lineEnds })]), null, { now: LATER })

const byId = <T extends { readonly id: string }>(list: readonly T[]): readonly T[] => [...list].sort((a, b) => (a.id < b.id ? -1 : 1))

/** With its passages in the order of the text, each once: what begins at one place is in no order. */
const inOrder = (annotation: Annotation): Annotation => ({
  ...annotation, spans: [...annotation.spans].sort((a, b) => a.start - b.start || a.end - b.end).filter((one, i, all) => one.start !== all[i - 1]?.start || one.end !== all[i - 1]?.end),
})

describe.each(['lf', 'crlf'] as const)('a .qdpx file with %s', (lineEnds) => {
  test('becomes the annotations it was made of', async () => {
    const { contents, losses, reading } = await placed(bridges, lineEnds)
    expect(reading).toEqual({ unit: 'code-point', breaks: 'as-is' })
    expect(byId(contents.annotations)).toEqual(byId(bridges.annotations))
    expect(byId(contents.sheets)).toEqual(byId(bridges.sheets))
    expect(contents.codebook.dimensions).toEqual(bridges.codebook.dimensions)
    expect(contents).toMatchObject({ events: bridges.events, entities: bridges.entities, outlets: bridges.outlets })
    expect(losses).toEqual([])
  })

  test('brings nothing new into the project it is from', async () => {
    const { contents } = await placed(bridges, lineEnds)
    expect(takeInWork(recordsOf(bridges), contents, new Map(), at)).toMatchObject({ edits: [], report: { knownAnnotations: bridges.annotations.length } })
  })

  test('brings all of any project into an empty one, and nothing when it comes again', async () => {
    await fc.assert(fc.asyncProperty(project, async (contents) => {
      const work = (await placed(contents, lineEnds)).contents
      expect(byId(work.annotations).map(inOrder)).toEqual(byId(contents.annotations).map(inOrder))
      const into = takeInWork(emptyRecords(), work, new Map(), at)
      expect([...into.texts.values()].sort()).toEqual([...new Set(contents.texts.values())].sort())
      const after = applied(emptyRecords(), { label: 'import work', edits: into.edits })
      expect(takeInWork(after, work, new Map(), at).edits).toEqual([])
    }), { seed: 5, numRuns: 80, endOnFailure: true })
  })
})

test('positions without texts come to the articles that are in the project', async () => {
  const read = await refiProject.read([await written(bridges, { texts: false })])
  const { contents, losses } = placeWork(read, null, { now: LATER, texts: bridges.texts })
  expect(byId(contents.annotations)).toEqual(byId(bridges.annotations))
  expect(losses).toEqual([])
})
