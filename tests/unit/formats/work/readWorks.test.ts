import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { projectJson } from '../../../../src/formats/export/projectJson'
import { nodeHost, type ImportHost } from '../../../../src/formats/reading/host'
import { LIMITS, Reader } from '../../../../src/formats/reading/reader'
import type { ProjectContents } from '../../../../src/formats/source'
import { readWorks, type FoundWorks } from '../../../../src/formats/work/readWorks'
import { qualcoderDatabase, taguetteDatabase } from '../../../fixtures/databases'
import { buildReader, hereHost } from '../../../fixtures/importing'
import { exported, sourceOf } from '../../../fixtures/projects'
import { annotation, article, codebook, NOW } from '../../../fixtures/records'
import { zipped } from '../../../fixtures/zips'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'works-'))
  return () => rm(folder, { recursive: true })
})

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
  return path
}

const contents: ProjectContents = {
  info: { id: 'p1', name: 'One', created: NOW, memo: '' }, coders: [{ id: 'ann', name: 'ann', joined: NOW }], codebook, events: [], entities: [], outlets: [], rulings: [],
  articles: [article('a1', 'A strike has begun')], annotations: [annotation('n1', 'A <strike> has begun')], sheets: [], texts: new Map([['a1', 'A strike has begun']]),
}
const json = async (): Promise<string> => (await exported(projectJson, sourceOf(contents))).content
const taguette = (): Promise<Uint8Array> => taguetteDatabase('<p>one two</p>', [{ words: 'two', tags: [1] }])

async function read(paths: readonly string[], host: ImportHost = hereHost, signal = new AbortController().signal): Promise<FoundWorks> {
  return await readWorks(paths, { reader: new Reader(host, { ...LIMITS, time: 60_000 }), progress: () => undefined }, signal)
}

const summary = ({ found, refused }: FoundWorks) => [...found.map(({ key, file, format }) => [key, file, format]), ...refused.map(({ key, file, reason }) => [key, file, reason])]

describe('others’ works among files', () => {
  test('are read each by its format, and what is none is refused', async () => {
    const paths = [await put('one.json', await json()), await put('work.sqlite3', await taguette()), await put('Harbour.qda/data.qda', await qualcoderDatabase('A text', [])), await put('notes.txt', 'Only notes.')]
    const found = await read(paths)
    expect(summary(found)).toEqual([['w1', 'one.json', 'Synoptic JSON'], ['w2', 'work.sqlite3', 'Taguette database'], ['w3', 'data.qda', 'QualCoder project'], ['w4', 'notes.txt', 'not-text']])
    expect(found.found[0]?.work).toMatchObject({ contents: { annotations: contents.annotations } })
  })

  test('are found in a folder, and named by it', async () => {
    await put('study/Harbour.qda/data.qda', await qualcoderDatabase('A text', []))
    const { found } = await read([join(folder, 'study')])
    expect(found).toMatchObject([{ file: 'data.qda', work: { raw: { name: 'Harbour' } } }])
  })

  test('are found in a ZIP file of a folder', async () => {
    const zip = await put('study.zip', await zipped({ 'Harbour.qda/data.qda': await qualcoderDatabase('A text', []), 'one.json': await json(), 'images/photo.jpg': 'x' }))
    expect(summary(await read([zip]))).toEqual([['w1', 'study.zip: Harbour.qda/data.qda', 'QualCoder project'], ['w1-2', 'study.zip: one.json', 'Synoptic JSON']])
  })

  test('of a ZIP file that is partly damaged come in as far as they are whole', async () => {
    const zip = await put('study.zip', await zipped({ 'a.json': (await json()).slice(0, -30), 'b.json': await json() }))
    expect(summary(await read([zip]))).toEqual([['w1-2', 'study.zip: b.json', 'Synoptic JSON'], ['w1', 'study.zip: a.json', 'damaged']])
  })

  test('are none in a ZIP file without any', async () => {
    expect(summary(await read([await put('x.zip', await zipped({ 'a.txt': 'x' }))]))).toEqual([['w1', 'x.zip', 'not-text']])
  })

  test('of a folder are one work with what lies beside them', async () => {
    await put('brat/a.txt', 'A strike has begun')
    await put('brat/a.ann', 'T1\tEvent 2 8\tstrike\n')
    await put('brat/deep/b.txt', 'Nothing else')
    await put('brat/deep/b.ann', '')
    const { found, refused } = await read([join(folder, 'brat')])
    expect(refused).toEqual([])
    expect(found).toMatchObject([{ file: 'brat', format: 'brat standoff files', work: { raw: { codings: [{ code: 'part Event' }] } } }])
  })

  test('are none of texts alone, though these may belong to some', async () => {
    await put('texts/a.txt', 'A strike has begun')
    expect(summary(await read([join(folder, 'texts')]))).toEqual([['w1', 'a.txt', 'not-text']])
  })

  test('end when it is cancelled', async () => {
    const abort = new AbortController()
    abort.abort()
    expect(await read([await put('one.json', await json())], hereHost, abort.signal)).toEqual({ found: [], refused: [] })
  })
})

describe('in the process that the application has', () => {
  let script: string, built: string
  beforeAll(async () => {
    built = await mkdtemp(join(tmpdir(), 'reader-'))
    script = await buildReader(built)
  }, 120_000)
  afterAll(() => rm(built, { recursive: true }))

  test('databases are read without a network, and without anything beside the bundle', async () => {
    const paths = [await put('work.sqlite3', await taguette()), await put('one.json', await json())]
    const { found, refused } = await read(paths, nodeHost(script))
    expect(refused).toEqual([])
    expect(found.map(({ work }) => ('raw' in work ? work.raw.codings.length : work.contents.texts.get('a1')))).toEqual([1, 'A strike has begun'])
  }, 60_000)
})
