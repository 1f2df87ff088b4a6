import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectJson } from '../../../../src/formats/export/projectJson'
import { SourceFile } from '../../../../src/formats/import/sourceFile'
import { ownJson } from '../../../../src/formats/work/ownJson'
import { placeWork } from '../../../../src/formats/work/place'
import type { ProjectContents } from '../../../../src/formats/source'
import { exported, sourceOf } from '../../../fixtures/projects'
import { annotation, article, codebook, NOW } from '../../../fixtures/records'

const text = 'A strike has begun'
const project: ProjectContents = {
  info: { id: 'p1', name: 'One', created: NOW, memo: '' }, coders: [{ id: 'ann', name: 'ann', joined: NOW }], codebook, events: [], entities: [], outlets: [], rulings: [],
  articles: [article('a1', text)], annotations: [annotation('n1', 'A <strike> has begun')], sheets: [], texts: new Map([['a1', text]]),
}

const written = async (contents = project, texts = true): Promise<string> => (await exported(projectJson, sourceOf(contents, texts))).content
const file = (content: string | Uint8Array): SourceFile => new SourceFile('work.json', typeof content === 'string' ? Buffer.from(content) : content)
const read = async (content: string): Promise<unknown> => await ownJson.read([file(content)])

describe('our own JSON', () => {
  test('comes in as it was', async () => {
    const content = await written()
    expect(ownJson.recognises(file(content))).toBe(true)
    expect(await read(content)).toMatchObject({ contents: { annotations: project.annotations, codebook }, losses: [] })
  })

  test('needs no reading of positions', async () => {
    const found = placeWork(await ownJson.read([file(await written())]), null, { now: NOW })
    expect(found).toMatchObject({ readings: [], reading: { unit: 'utf16', breaks: 'lf' }, codings: 1, placed: 1, losses: [] })
    expect(found.examples).toEqual([{ document: 'A headline', code: 'fight', before: 'A ', passage: 'strike', after: ' has begun' }])
  })

  test('without texts is read too', async () => {
    expect(await read(await written(project, false))).toMatchObject({ contents: { annotations: project.annotations, texts: new Map() } })
  })

  test('leaves out what does not stand where it says, and counts it', async () => {
    expect(await read((await written()).replace('"start":2,"end":8', '"start":3,"end":9'))).toMatchObject({ contents: { annotations: [] }, losses: [{ count: 1 }] })
  })

  test.each([
    ['cut off', (content: string) => content.slice(0, -40), 'cut off'],
    ['of a newer version', (content: string) => content.replace(/"version":\d+/, '"version":9999'), 'newer version'],
    ['with what is no project in it', (content: string) => content.replace('"coders":[', '"coders":7,"x":['), 'coders'],
    ['with positions that are text', (content: string) => content.replace('"start":2', '"start":"2"'), 'start'],
    ['nested without end', (content: string) => content.replace('"memo":""', `"memo":${'['.repeat(1_000)}`), 'nested'],
  ])('%s is refused with the reason', async (_what, broken, reason) => {
    const content = broken(await written())
    expect(ownJson.recognises(file(content))).toBe(true)
    await expect(read(content)).rejects.toThrow(reason)
  })

  test('is refused, whichever byte it ends at', async () => {
    const bytes = Buffer.from(await written())
    for (let length = 40; length < bytes.length - 2; length += 97) {
      const cut = file(bytes.subarray(0, length))
      expect(await Promise.resolve(cut).then(async (one) => await ownJson.read([one])).then(() => 'read', (error: Error) => error.name)).toBe('ImportRefusal')
    }
  })

  test('is told from every other JSON', async (context) => {
    const folder = join('..', 'shared', 'payloads', 'json', 'made')
    if (!existsSync(folder)) context.skip('the shared payloads are not beside this repository')
    const recognised = await Promise.all(readdirSync(folder).map(async (name) => await ownJson.recognises(new SourceFile(name, readFileSync(join(folder, name))))))
    expect(recognised).not.toContain(true)
  })
})
