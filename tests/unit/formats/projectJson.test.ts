import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NewerVersionError } from '../../../src/domain/project/format'
import { parseProjectJson } from '../../../src/formats/parseProjectJson'
import { projectJson } from '../../../src/formats/export/projectJson'
import type { ProjectContents } from '../../../src/formats/source'
import { exported, project, sourceOf } from '../../fixtures/projects'
import { annotation, article, codebook, NOW } from '../../fixtures/records'

const written = async (contents: ProjectContents, withTexts = true): Promise<string> => (await exported(projectJson, sourceOf(contents, withTexts))).content
const byId = (contents: ProjectContents): ProjectContents => ({ ...contents, annotations: [...contents.annotations].sort((a, b) => (a.id < b.id ? -1 : 1)) })

const small: ProjectContents = {
  info: { id: 'p1', name: 'Example', created: NOW, memo: '' }, coders: [], codebook, events: [], entities: [], outlets: [], rulings: [], sheets: [], articles: [article('a1', 'one two')],
  annotations: [annotation('n1', '<one> two')], texts: new Map([['a1', 'one two']]),
}
const changed = async (from: string, to: string): Promise<string> => (await written(small)).replace(from, to)

test('any project comes back as it was', async () => {
  await fc.assert(fc.asyncProperty(project, async (contents) => {
    expect(byId(parseProjectJson(await written(contents)))).toEqual(byId(contents))
  }), { seed: 3, numRuns: 100 })
})

test('without texts everything else comes back', async () => {
  const json = await written(small, false)
  expect(json).not.toContain('one two')
  expect(parseProjectJson(json)).toEqual({ ...small, texts: new Map() })
})

test('holds one record a line, and says in its first what it is', async () => {
  const lines = (await written(small)).split('\n')
  expect(lines[0]).toBe('{"format":"synoptic-project","version":5,')
  expect(lines.filter((line) => line.startsWith('{"id":"n1"'))).toHaveLength(1)
})

describe('a document of version 1', () => {
  /** As it was written before events were coded: annotations named their article, and there were neither entities nor sheets. */
  const versionOne = async (): Promise<string> => {
    const { entities: _, sheets: __, annotations, ...rest } = JSON.parse(await written({ ...small, entities: [], sheets: [] })) as Record<string, unknown> & { annotations: Record<string, unknown>[] }
    return JSON.stringify({ ...rest, version: 1, annotations: annotations.map(({ subject, unit: ___, certainty: ____, ...one }) => ({ ...one, article: subject, unit: 'span' })) })
  }

  test('is brought to the current one', async () => {
    expect(await versionOne()).toContain('"article":"a1"')
    expect(parseProjectJson(await versionOne())).toEqual(small)
  })

  test('is checked as any other', async () => {
    const lost = (await versionOne()).replace('"article":"a1"', '"article":"a2"')
    expect(() => parseProjectJson(lost)).toThrow('annotation n1 belongs to an article or event that is not there')
    const nameless = (await versionOne()).replace('"article":"a1"', '"subject":"a1"')
    expect(() => parseProjectJson(nameless)).toThrow('annotations[0].article')
  })
})

describe('what is no such project is refused with the reason', () => {
  test.each([
    ['cut off', '{"format":"synoptic-project","ver', 'the project file can\'t be read: it is no JSON, or cut off'],
    ['something else', '{"format":"other","version":1}', 'format is not that of a Synoptic project'],
    ['a list', '[]', 'expected object'],
    ['incomplete', '{"format":"synoptic-project","version":1}', 'info is wrong'],
  ])('%s', (_, json, problem) => { expect(() => parseProjectJson(json)).toThrow(problem) })

  test('newer', async () => {
    const json = await changed('"version":5', '"version":6')
    expect(() => parseProjectJson(json)).toThrow(NewerVersionError)
  })

  test('altered: a text, an id twice, an article that is missing, a place that is not one', async () => {
    const text = await changed('"text":"one two"', '"text":"one too"')
    expect(() => parseProjectJson(text)).toThrow('the text of article a1 is not the one that was imported')
    const twice = await written({ ...small, annotations: [annotation('n1', '<one> two'), annotation('n1', 'one <two>')] })
    expect(() => parseProjectJson(twice)).toThrow('annotations has the id n1 twice')
    const lost = await changed('"subject":"a1"', '"subject":"a2"')
    expect(() => parseProjectJson(lost)).toThrow('annotation n1 belongs to an article or event that is not there')
    const place = await changed('"start":0,"end":3', '"start":3,"end":0')
    expect(() => parseProjectJson(place)).toThrow('annotations[0].spans[0].end must be greater than start')
  })

  test('an error never quotes the document', () => {
    expect(() => parseProjectJson('secret embargoed words')).toThrow(/^(?!.*secret)/)
  })
})
