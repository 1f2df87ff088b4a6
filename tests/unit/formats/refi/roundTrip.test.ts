import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { usualOrder } from '../../../../src/domain/exporting/usual'
import { SourceFile } from '../../../../src/formats/import/sourceFile'
import { qdc } from '../../../../src/formats/refi/qdc'
import { refiCodebook, refiProject } from '../../../../src/formats/refi/readers'
import { anyCodebook } from '../../../fixtures/anyCodebook'
import { exported, project, sourceOf } from '../../../fixtures/projects'
import { cameBack, dimensionsOf, readWith, whatWas } from './readBack'
import { bridges } from './study'
import { written } from './written'

describe.each(['lf', 'crlf'] as const)('a .qdpx file with %s', (lineEnds) => {
  test('gives a study back: codes, fields, coders, passages, roles, links, variables, events, entities, notes and sheets', async () => {
    const raw = await readWith(refiProject, await written(bridges, { lineEnds }))
    expect(cameBack(raw)).toEqual(whatWas(bridges))
    expect(raw.losses).toEqual([])
  })

  test('gives any project back', async () => {
    await fc.assert(fc.asyncProperty(project, async (contents) => {
      expect(cameBack(await readWith(refiProject, await written(contents, { lineEnds })))).toEqual(whatWas(contents))
    }), { seed: 2, numRuns: 150 })
  })

  test('gives any codebook back', async () => {
    await fc.assert(fc.asyncProperty(anyCodebook, async (codebook) => {
      const contents = { ...bridges, codebook, annotations: [], sheets: [] }
      expect(dimensionsOf(await readWith(refiProject, await written(contents, { lineEnds })))).toEqual(codebook.dimensions)
    }), { seed: 3, numRuns: 100 })
  })

  test('holds the words of each passage beside it', async () => {
    const { codings } = await readWith(refiProject, await written(bridges, { lineEnds }))
    expect(codings.flatMap(({ places }) => places.map(({ snippet }) => snippet))).toEqual(['🌉', 'Nobody was asked', 'was', 'Nobody'])
  })
})

test('a .qdc file gives any codebook back', async () => {
  await fc.assert(fc.asyncProperty(anyCodebook, async (codebook) => {
    const { content } = await exported(qdc, sourceOf({ ...bridges, codebook }), { ...usualOrder, shape: 'codebook', format: 'qdc' })
    expect(dimensionsOf(await readWith(refiCodebook, new SourceFile('codes.qdc', Buffer.from(content))))).toEqual(codebook.dimensions)
  }), { seed: 4, numRuns: 150 })
})

test.each([['lf', 16], ['crlf', 17]] as const)('positions without texts count what they would with %s, and come back with what tells the article', async (lineEnds, start) => {
  const raw = await readWith(refiProject, await written(bridges, { texts: false, lineEnds }))
  expect(raw.usual).toEqual({ unit: 'code-point', breaks: lineEnds })
  expect(raw.documents.map(({ text, hash }) => ({ text, hash }))).toEqual(bridges.articles.map(({ hash }) => ({ text: null, hash })))
  expect(raw.codings.find(({ key }) => key === 'n1')?.places).toEqual([{ start, end: start + 6, snippet: null }])
})
