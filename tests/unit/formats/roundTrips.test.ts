import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { offsetReader } from '../../../src/domain/text/offsets'
import { usualOrder } from '../../../src/domain/exporting/usual'
import type { Exporter } from '../../../src/formats/export/exporter'
import { exporters } from '../../../src/formats/export/exporters'
import { readZip } from '../../../src/formats/import/zip'
import { SourceFile } from '../../../src/formats/import/sourceFile'
import { rawDimension } from '../../../src/formats/interchange/rawCodebook'
import type { ProjectContents } from '../../../src/formats/source'
import { placeWork } from '../../../src/formats/work/place'
import type { RawPlace, RawWork } from '../../../src/formats/work/rawWork'
import type { WorkReader } from '../../../src/formats/work/reader'
import { workReaders } from '../../../src/formats/work/readers'
import { codedProject } from '../../fixtures/codedProjects'
import { sourceOf } from '../../fixtures/projects'
import { LATER } from '../../fixtures/records'

const everything = ['texts', 'codebook', 'coders', 'annotations', 'of events', 'sheets', 'events', 'entities', 'outlets'] as const
type Part = (typeof everything)[number]

/** Formats that go out and come in again, and what of a project is the same then. */
const pairs: readonly { readonly id: string; readonly reader?: string; readonly keeps: readonly Part[] }[] = [
  { id: 'w3c', keeps: everything },
  { id: 'brat', keeps: everything },
  { id: 'doccano', keeps: everything },
  { id: 'label-studio', keeps: everything },
  { id: 'qdpx', reader: 'refi-project', keeps: everything },
]

describe.each(pairs)('$id', ({ id, reader: name = id, keeps }) => {
  const exporter = exporters.find((one) => one.id === id), reader = workReaders.find((one) => one.id === name)
  if (!exporter || !reader) throw new Error(`there is no such pair as ${id}`)

  test(`keeps ${keeps.join(', ')} of any project`, async () => {
    await fc.assert(fc.asyncProperty(codedProject, async (contents) => {
      const raw = await thereAndBack(exporter, reader, contents)
      const [before, after] = [partsOf(contents), rawPartsOf(raw)]
      for (const part of keeps) expect({ [part]: after[part] }).toEqual({ [part]: before[part] })
      expect(misquoted(raw)).toEqual([])
      expect(raw.losses).toEqual([])
    }), { seed: 7, numRuns: 40 })
  })

  test('comes back as the same annotations, with the same codebook, once its positions are understood', async () => {
    await fc.assert(fc.asyncProperty(codedProject, async (contents) => {
      const placed = placeWork({ raw: await thereAndBack(exporter, reader, contents) }, null, { now: LATER })
      expect(placed.losses).toEqual([])
      expect(placed.contents.codebook.dimensions).toEqual(contents.codebook.dimensions)
      expect(byId(placed.contents.annotations)).toEqual(byId(contents.annotations))
      expect([byId(placed.contents.sheets), byId(placed.contents.entities), byId(placed.contents.outlets), placed.contents.events]).toEqual([byId(contents.sheets), byId(contents.entities), byId(contents.outlets), contents.events])
    }), { seed: 8, numRuns: 25 })
  })

  test('is recognised by no other reader before its own', async () => {
    const [some] = fc.sample(codedProject, { seed: 7, numRuns: 1 })
    for (const file of some ? await written(exporter, some) : []) {
      const first = workReaders.find((one) => one.recognises(file) === true)
      expect([undefined, reader.id]).toContain(first?.id)
    }
  })
})

async function thereAndBack(exporter: Exporter, reader: WorkReader, contents: ProjectContents): Promise<RawWork> {
  const files = await written(exporter, contents)
  const found = await reader.read(files.filter((file) => reader.recognises(file) === true || reader.beside?.(file) === true))
  if (!('raw' in found)) throw new Error('it has no positions to understand')
  return found.raw
}

/** The files that come back: the main one, or what is in it. */
async function written(exporter: Exporter, contents: ProjectContents): Promise<readonly SourceFile[]> {
  const [main] = exporter.files(sourceOf(contents), { ...usualOrder, shape: 'project', format: exporter.id })
  const chunks: Buffer[] = []
  for await (const chunk of main?.chunks() ?? []) chunks.push(Buffer.from(chunk as string))
  const file = new SourceFile(`work${main?.ending ?? ''}`, Buffer.concat(chunks))
  if (!file.name.endsWith('.zip')) return [file]
  const zip = await readZip(file)
  return await Promise.all(zip.names.map(async (name) => new SourceFile(name, await zip.bytes(name))))
}

type Parts = Readonly<Record<Part, unknown>>

/** What a project has, in the form of others' work and with our offsets. */
function partsOf({ articles, texts, codebook, coders, annotations, sheets, events, entities, outlets }: ProjectContents): Parts {
  const codings = annotations.map(({ id, subject, spans, values, coder, code, note, certainty, created, modified, blind, codebook: version }) =>
    ({ values, coder, code, note, certainty, created, modified, codebook: version, ...(blind && { blind }), key: id, document: subject, places: spans.map(({ start, end, role, quote }) => ({ start, end, quote, role: role ?? null })) }))
  return {
    texts: articles.map(({ id, headline, outlet, date, url, event, variables }) => ({ key: id, text: texts.get(id), headline, outlet, date, url, event, variables })),
    codebook: codebook.dimensions.map(rawDimension), coders: coders.map(({ id, name }) => ({ key: id, name })),
    annotations: byKey(codings.filter(({ document }) => texts.has(document))), 'of events': byKey(codings.filter(({ document }) => !texts.has(document))),
    sheets: byKey(sheets.map(({ id, subject, ...rest }) => ({ ...rest, key: id, document: subject }))), events: events.map(({ id, ...rest }) => ({ ...rest, key: id })), entities, outlets,
  }
}

function rawPartsOf({ documents, dimensions, coders, codings, sheets, events, entities, outlets, usual }: RawWork): Parts {
  const texts = new Map(documents.map(({ key, text }) => [key, text ?? '']))
  const placed = codings.map(({ places, ...rest }) => ({ ...rest, places: places.map(({ role, ...place }) => ({ ...stretch(texts.get(rest.document) ?? '', place, usual), role: role ?? null })) }))
  return {
    texts: documents.map(({ key, text, headline, outlet, date, url, event, variables }) => ({ key, text, headline, outlet, date, url, event, variables })),
    codebook: dimensions, coders,
    annotations: byKey(placed.filter(({ document }) => texts.has(document))), 'of events': byKey(placed.filter(({ document }) => !texts.has(document))),
    sheets: byKey(sheets ?? []), events, entities, outlets,
  }
}

function stretch(text: string, place: Pick<RawPlace, 'start' | 'end'>, usual: RawWork['usual']): { readonly start: number | undefined; readonly end: number | undefined; readonly quote: string } {
  const offset = offsetReader(text, usual ?? { unit: 'utf16', breaks: 'as-is' })
  const start = offset(place.start), end = offset(place.end)
  return { start, end, quote: text.slice(start, end) }
}

/** Words stored beside positions that do not stand there, white space of any kind being one; they may be cut short. */
const misquoted = ({ documents, codings, usual }: RawWork): readonly string[] => codings.flatMap(({ document, places }) => places.flatMap((place) => {
  const { quote } = stretch(documents.find(({ key }) => key === document)?.text ?? '', place, usual)
  const stored = place.snippet === null ? null : blanked(place.snippet)
  return stored === null || stored === blanked(quote) || (stored.endsWith('...') && blanked(quote).startsWith(stored.slice(0, -3))) ? [] : [`${stored} is not ${quote}`]
}))

const blanked = (words: string): string => words.replace(/[\s\p{Control}]/gu, ' ')

const byId = <T extends { readonly id: string }>(list: readonly T[]): readonly T[] => [...list].sort((a, b) => (a.id < b.id ? -1 : 1))

const byKey = <T extends { readonly key: string }>(list: readonly T[]): readonly T[] => [...list].sort((a, b) => (a.key < b.key ? -1 : 1))
