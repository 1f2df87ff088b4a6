import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { usualOrder } from '../../../../src/domain/exporting/usual'
import { qdc } from '../../../../src/formats/refi/qdc'
import { anyCodebook } from '../../../fixtures/anyCodebook'
import { exported, project, sourceOf } from '../../../fixtures/projects'
import { hasSchemas, schemaErrors } from './schemas'
import { bridges } from './study'
import { unpacked, written } from './written'

const run = { seed: 1, numRuns: 60 }

describe('a .qdpx file', () => {
  test('holds project.qde and a text for each article, under GUIDs in upper case', async () => {
    const names = Object.keys(await unpacked(await written(bridges)))
    expect(names[0]).toBe('project.qde')
    expect(names.slice(1)).toHaveLength(bridges.articles.length)
    for (const name of names.slice(1)) expect(name).toMatch(/^sources\/[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\.txt$/)
  })

  test('is the same each time', async () => {
    expect((await written(bridges)).bytes).toEqual((await written(bridges)).bytes)
  })

  test.each(['lf', 'crlf'] as const)('has %s in its texts, and counts code points of them as they are', async (lineEnds) => {
    const files = await unpacked(await written(bridges, { lineEnds }))
    const text = Object.entries(files).find(([name]) => name !== 'project.qde')?.[1] ?? ''
    expect(text).toBe(lineEnds === 'lf' ? 'Crossing 🌉 shut\nNobody was asked.' : 'Crossing 🌉 shut\r\nNobody was asked.')
    const [, start, end] = /name="Nobody" startPosition="(\d+)" endPosition="(\d+)"/.exec(files['project.qde'] ?? '') ?? []
    expect(Array.from(text).slice(Number(start), Number(end)).join('')).toBe('Nobody')
  })

  test('says what was entered so that people can read it, in the comment of the passage', async () => {
    const xml = (await unpacked(await written(bridges)))['project.qde'] ?? ''
    expect(xml).toContain('<Description>Seems &lt;sure&gt;\n--- Synoptic ---\nForm: direct quotation\nWho: The office\nCertainty: high\n{')
  })

  test('links passages that name each other', async () => {
    const xml = (await unpacked(await written(bridges)))['project.qde'] ?? ''
    const selection = (name: string): string => new RegExp(`<PlainTextSelection guid="([^"]+)" name="${name}"`).exec(xml)?.[1] ?? ''
    expect(xml).toContain(`name="About" direction="OneWay" originGUID="${selection('Nobody')}" targetGUID="${selection('🌉')}"`)
  })

  test('without texts holds none of their words', async () => {
    const files = await unpacked(await written(bridges, { texts: false }))
    expect(Object.keys(files)).toEqual(['project.qde'])
    for (const words of ['Nobody', 'Crossing', 'An example passage']) expect(files['project.qde']).not.toContain(words)
  })

  test('holds only characters that XML has, and says which it could not', async () => {
    const xml = (await unpacked(await written({ ...bridges, info: { ...bridges.info, name: 'a\u0000b\uFFFE_x0041_' } })))['project.qde'] ?? ''
    expect(xml).toContain('name="a_x0000_b_xFFFE__x005F_x0041_"')
  })
})

describe.skipIf(!hasSchemas)('the official schema', () => {
  test('refuses what is no project, so that it can find something', async () => {
    expect(await schemaErrors(['<Project xmlns="urn:QDA-XML:project:1.0"/>'], 'Project')).not.toEqual([])
  })

  test('accepts a study', async () => {
    const made = await Promise.all([{}, { texts: false }, { lineEnds: 'crlf' as const }].map(async (order) => (await unpacked(await written(bridges, order)))['project.qde'] ?? ''))
    expect(await schemaErrors(made, 'Project')).toEqual([])
  })

  test('accepts any project', async () => {
    const made: string[] = []
    await fc.assert(fc.asyncProperty(project, async (contents) => { made.push((await unpacked(await written(contents)))['project.qde'] ?? '') }), run)
    expect(made).toHaveLength(run.numRuns)
    expect(await schemaErrors(made, 'Project')).toEqual([])
  })

  test('accepts any codebook that has a dimension', async () => {
    const made: string[] = []
    await fc.assert(fc.asyncProperty(anyCodebook.filter(({ dimensions }) => dimensions.length > 0), async (codebook) => {
      made.push((await exported(qdc, sourceOf({ ...bridges, codebook }), { ...usualOrder, shape: 'codebook', format: 'qdc' })).content)
    }), run)
    expect(await schemaErrors(made, 'CodeBook')).toEqual([])
  })
})
