import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { offsetReader } from '../../../../src/domain/text/offsets'
import { ImportRefusal } from '../../../../src/formats/import/importer'
import { SourceFile } from '../../../../src/formats/import/sourceFile'
import { refiCodebook, refiProject } from '../../../../src/formats/refi/readers'
import { placeWork } from '../../../../src/formats/work/place'
import type { WorkReader } from '../../../../src/formats/work/reader'
import { NOW } from '../../../fixtures/records'
import { zipped } from '../../../fixtures/zips'
import { readWith } from './readBack'
import { shared } from './schemas'

const samples = resolve(shared, 'samples/A_refi')
const opened = (path: string): SourceFile => new SourceFile(basename(path), readFileSync(path))
const filesIn = (folder: string): readonly string[] => (existsSync(folder) ? readdirSync(folder).sort() : [])

describe.skipIf(!existsSync(samples))('samples of other programs (skipped where ../shared is absent)', () => {
  test('qc: each passage is the line that its name says', async () => {
    const raw = await readWith(refiProject, opened(resolve(samples, 'qdpx/qc1.3.2__demo.qdpx')))
    const texts = new Map(raw.documents.map(({ key, text }) => [key, text ?? '']))
    expect(raw.documents.map(({ name }) => name)).toEqual(['board_2017.txt', 'admin-1.txt'])
    expect(raw.codings).toHaveLength(205)
    let lines = 0
    for (const { document, places } of raw.codings) {
      const text = texts.get(document) ?? ''
      const read = offsetReader(text, raw.usual ?? { unit: 'utf16', breaks: 'lf' })
      for (const { start, end, snippet } of places) {
        expect(snippet).toBeNull()
        const words = text.slice(read(start), read(end))
        expect(text.split(/(?<=\n)/)).toContain(words)
        lines += 1
      }
    }
    console.log(`REFI-QDA | qc demo: ${lines} passages, each a line`)
    expect(placeWork({ raw }, null, { now: NOW })).toMatchObject({ reading: raw.usual, placed: 205, losses: [] })
  })

  test.each(['atlasti8mac_standard_project.qde', 'atlasti8mac_rezipped_nosources__TestProject.qdpx'])('ATLAS.ti: %s', async (name) => {
    const raw = await readWith(refiProject, opened(resolve(samples, 'qdpx', name)))
    expect(raw.program).toMatch(/^ATLAS\.ti 8\.4\.0/)
    expect(raw.usual).toEqual({ unit: 'code-point', breaks: 'lf' })
    expect(raw.coders).toHaveLength(3)
    expect(raw.dimensions.map(({ name, codes }) => [name, codes.length])).toEqual([['Codes', 14], ['Comments', 1]])
    expect(raw.documents.filter(({ text }) => text === null).length).toBeGreaterThan(0)
    expect(raw.losses.map(({ what }) => what)).toEqual(expect.arrayContaining(['links between passages, codes or memos', 'graphs', 'pictures, recordings and films', 'groups of codes']))
  })

  test('ATLAS.ti: groups of codes of a codebook are told as lost, its codes are there', async () => {
    const raw = await readWith(refiCodebook, opened(resolve(samples, 'qdc/atlasti23.4_requal_test_valid_ns1.0.qdc')))
    expect(raw.dimensions).toMatchObject([{ name: 'Codes', codes: [{ name: 'code1', colour: '#46aa00', definition: 'description' }] }])
    expect(raw.losses).toEqual([{ what: 'groups of codes', count: 1 }])
  })

  test('a codebook in another namespace that is cut off is refused as damaged', async () => {
    await expect(readWith(refiCodebook, opened(resolve(samples, 'qdc/atlasti23.4_requal_test_truncated_ns0-4.qdc')))).rejects.toMatchObject({ reason: 'damaged' })
  })

  test('the example of the specification: what can’t be coded is a dimension', async () => {
    const raw = await readWith(refiCodebook, opened(resolve(samples, 'qdc/spec_annexA1.qdc')))
    expect(raw.dimensions.map(({ name, codes }) => [name, codes.map((one) => one.name)])).toEqual([['Topics', []], ['Values', []], ['Codes', ['Economy', 'Health care', 'Conservatives', 'Liberals']]])
  })
})

const zips = resolve(shared, 'payloads/zip/made'), documents = resolve(shared, 'payloads/xml/made')
const SLOWEST = 10_000

/** What became of a file: the reason it was refused for, or `read`. Anything else fails the test. */
async function outcome(reader: WorkReader, file: SourceFile): Promise<string> {
  const start = performance.now()
  try {
    await reader.read([file])
    return 'read'
  } catch (error) {
    if (!(error instanceof ImportRefusal) || error.message === '') throw error
    return error.reason
  } finally {
    expect(performance.now() - start).toBeLessThan(SLOWEST)
  }
}

describe.skipIf(!existsSync(zips))('hostile and broken files (skipped where ../shared is absent)', () => {
  test('each .qdpx is refused with a reason, or read', async () => {
    const found: Record<string, string> = {}
    for (const name of filesIn(zips)) {
      const file = opened(resolve(zips, name))
      if (await refiProject.recognises(file)) found[name] = await outcome(refiProject, file)
    }
    const read = Object.entries(found).flatMap(([name, what]) => (what === 'read' ? [name] : []))
    console.log(`REFI-QDA | ${Object.keys(found).length} hostile archives: ${read.length} read, the others refused`)
    expect(Object.keys(found).length).toBeGreaterThan(90)
    // Names of members are keys and never paths, and of members that nothing refers to not even the checksum is looked at.
    const harmless = ['bad_crc', 'slip_ads', 'slip_constructor', 'slip_device', 'slip_device2', 'slip_dot_trailing', 'slip_proto', 'slip_trailing_dot', 'slip_trailing_space', 'usize_lie_small']
    expect(read.filter((name) => /slip|bomb|symlink|encrypted|truncated|lie|bad_crc|billion|xxe|unclosed|dup_attr/.test(name))).toEqual(harmless.map((name) => `${name}.qdpx`))
  }, 120_000)

  test('each project.qde is refused with a reason, or read', async () => {
    const found: Record<string, string> = {}
    for (const name of filesIn(documents)) found[name] = await outcome(refiProject, opened(resolve(documents, name)))
    console.log(`REFI-QDA | documents: ${Object.entries(found).map(([name, what]) => `${name} ${what}`).join(', ')}`)
    expect(Object.keys(found).filter((name) => found[name] === 'read' && /billion|entity|xxe|deep|unclosed|dup_attr|control/.test(name))).toEqual([])
    for (const name of ['bom.qde', 'utf16le_bom.qde', 'wide_attrs.qde']) expect(found[name]).toBe('read')
  }, 60_000)

  test('no path of a source leads out of the file', async () => {
    const refs = JSON.parse(readFileSync(resolve(shared, 'payloads/path/qdpx_refs.json'), 'utf8')) as readonly { readonly ref: string }[]
    const escaped = (text: string): string => text.replace(/[^ -~]|[&<>"]/g, (sign) => (sign < ' ' ? ' ' : `&#${sign.codePointAt(0) ?? 32};`))
    const sources = refs.map(({ ref }, i) => `<TextSource guid="22222222-2222-4222-8222-${String(i).padStart(12, '0')}" plainTextPath="${escaped(ref)}"/>`)
    const file = await zipped({ 'project.qde': `<Project xmlns="urn:QDA-XML:project:1.0" name="n"><Sources>${sources.join('')}</Sources></Project>`, 'sources/inside.txt': 'inside' })
    const raw = await readWith(refiProject, new SourceFile('refs.qdpx', file))
    expect(raw.documents).toHaveLength(refs.length)
    expect(raw.documents.filter(({ text }) => text !== null && text !== 'inside')).toEqual([])
  })
})
