import { describe, expect, test } from 'vitest'
import { codeEntries } from '../../../../src/domain/project/codes'
import { SourceFile } from '../../../../src/formats/import/sourceFile'
import { placeWork, type PlacedWork } from '../../../../src/formats/work/place'
import { qualcoder } from '../../../../src/formats/work/qualcoder'
import type { WorkReader } from '../../../../src/formats/work/reader'
import { workReaders } from '../../../../src/formats/work/readers'
import { taguette } from '../../../../src/formats/work/taguette'
import { qualcoderDatabase, taguetteDatabase, database } from '../../../fixtures/databases'
import { NOW } from '../../../fixtures/records'

async function placed(reader: WorkReader, bytes: Uint8Array, name = 'work.sqlite3'): Promise<PlacedWork> {
  const file = new SourceFile(name, bytes)
  expect(await Promise.all(workReaders.map(async (one) => await one.recognises(file)))).toEqual(workReaders.map((one) => one === reader))
  return placeWork(await reader.read([file]), null, { now: NOW })
}

/** What each annotation says: its words, the path of its code, and its coder. */
function told({ contents }: PlacedWork): (readonly [string, string, string])[] {
  const entries = codeEntries(contents.codebook), coders = new Map(contents.coders.map(({ id, name }) => [id, name]))
  return contents.annotations.map(({ spans, code, coder }) => [spans.map(({ quote }) => quote).join(' | '), entries.get(code)?.path.join(' > ') ?? '', coders.get(coder) ?? ''])
}

describe('a database of Taguette', () => {
  const html = '<h1>Häfen 😀</h1><p>The <b>str</b>ike has begun.</p><p>Ports – all of them – are &lt;closed&gt;.</p>\n<ul><li>one</li><li>two</li></ul>'

  test('comes in with its text, tags as a tree, and who highlighted what', async () => {
    const found = await placed(taguette, await taguetteDatabase(html.replaceAll('&lt;', '(').replaceAll('&gt;', ')'), [
      { words: 'strike has', tags: [1], by: 'admin', snippet: '<p><b>str</b>ike has</p>' }, { words: 'Ports – all', tags: [1, 2], by: 'second' }, { words: '(closed)', tags: [] },
    ]))
    expect([...found.contents.texts.values()]).toEqual(['Häfen 😀\nThe strike has begun.\nPorts – all of them – are (closed).\none\ntwo'])
    expect(told(found)).toEqual([
      ['strike has', 'Harbour study > strike', 'admin'], ['Ports – all', 'Harbour study > strike', 'second'], ['Ports – all', 'Harbour study > harbour > closed', 'second'],
      ['(closed)', 'Harbour study > untagged', 'Unnamed coder (Taguette)'],
    ])
    expect(found.readings[0]).toEqual({ reading: { unit: 'utf8-byte', breaks: 'as-is' }, score: 1, compared: 4, against: 'words-stored' })
    expect(found.contents.articles[0]).toMatchObject({ headline: 'Walkout', source: { file: 'walkout.docx' } })
    expect(found.contents.annotations[0]).toMatchObject({ created: '2024-03-01T10:00:00.250Z', unit: 'span' })
    expect(found.contents.sheets).toMatchObject([{ memo: 'Front page.' }])
  })

  test('has the words of markup in its text', async () => {
    const found = await placed(taguette, await taguetteDatabase('<p>A &amp; B</p>', []))
    expect([...found.contents.texts.values()]).toEqual(['A & B'])
  })

  test('is by the one member of a project where nothing else is known', async () => {
    const alone = { project_members: { columns: 'project_id, user_login', rows: [[1, 'admin']] }, commands: { columns: 'id', rows: [] } }
    expect(told(await placed(taguette, await taguetteDatabase(html, [{ words: 'has begun', tags: [3] }], alone)))).toEqual([['has begun', 'Harbour study > harbour > open', 'admin']])
  })

  test('of another computer has another “admin”', async () => {
    const highlight = [{ words: 'has begun', tags: [1], by: 'admin' }]
    const [one, other] = [await placed(taguette, await taguetteDatabase(html, highlight)), await placed(taguette, await taguetteDatabase(html, highlight, { users: { columns: 'login, created', rows: [['admin', '2020-01-01 00:00:00']] } }))]
    expect(one.contents.annotations[0]?.coder).not.toBe(other.contents.annotations[0]?.coder)
    expect(one.contents.annotations[0]?.code).toBe(other.contents.annotations[0]?.code)
  })
})

describe('a project of QualCoder', () => {
  const text = 'Häfen 😀\nThe strike has begun.\n👩‍🚒 at the gates 中文.'

  test('comes in with its categories and codes, variables and coders', async () => {
    const found = await placed(qualcoder, await qualcoderDatabase(text, [
      { words: 'strike has begun', code: 1, owner: 'first', memo: 'So?' }, { words: 'gates 中文', code: 2, owner: 'second' }, { words: '😀', code: 3, owner: 'first' },
    ]), 'Harbour.qda/data.qda')
    expect(told(found)).toEqual([['strike has begun', 'Conflict > Labour > strike', 'first'], ['gates 中文', 'Conflict > Labour > strike > lockout', 'second'], ['😀', 'Codes > other', 'first']])
    expect(found.contents.info.name).toBe('Harbour')
    expect(found.contents.articles[0]).toMatchObject({ source: { file: 'walkout.txt' }, variables: { outlet: 'The Meridian', case: 'Harbour', country: 'Velmar' } })
    expect(found.contents.annotations[0]).toMatchObject({ note: 'So?', created: '2024-03-02T10:00:00.000Z' })
    expect(found.reading).toEqual({ unit: 'code-point', breaks: 'as-is' })
    expect(found.losses).toEqual(['pictures, recordings and empty files (1)'])
  })

  test('keeps annotations as codings of a code of their own', async () => {
    const notes = { annotation: { columns: 'anid INTEGER PRIMARY KEY, fid, pos0, pos1, memo, owner, date', rows: [[1, 1, 0, 5, 'Which?', 'first', '']] } }
    const found = await placed(qualcoder, await qualcoderDatabase(text, [], notes))
    expect(told(found)).toEqual([['Häfen', 'Annotations > annotation', 'first']])
    expect(found.contents.annotations[0]?.note).toBe('Which?')
  })

  test('of an older version lacks columns and tables', async () => {
    const found = await placed(qualcoder, await qualcoderDatabase(text, [{ words: 'strike', code: 1, owner: 'first' }], {
      code_name: { columns: 'cid INTEGER PRIMARY KEY, name, memo, catid, owner, date, color', rows: [[1, 'strike', '', null, 'first', '', '#FF0000']] }, annotation: { columns: 'x', rows: [] }, case_text: { columns: 'x', rows: [] },
    }))
    expect(told(found)).toEqual([['strike', 'Codes > strike', 'first']])
  })

  test('whose categories go round in a circle is read, and what hangs on them counted', async () => {
    const found = await placed(qualcoder, await qualcoderDatabase(text, [{ words: 'strike', code: 1, owner: 'first' }], { code_cat: { columns: 'catid INTEGER PRIMARY KEY, name, supercatid', rows: [[1, 'a', 2], [2, 'b', 1]] } }))
    expect(found).toMatchObject({ codings: 1, placed: 0 })
    expect(found.losses).toContain('codings with a code that the file does not define, or that takes no such unit (1)')
  })
})

describe('a database', () => {
  test('that is written with a log beside it is read', async () => {
    const bytes = (await taguetteDatabase('<p>one two</p>', [])).slice()
    bytes[18] = bytes[19] = 2
    expect((await placed(taguette, bytes)).contents.articles).toHaveLength(1)
  })

  test('of something else is nobody’s', async () => {
    const file = new SourceFile('work.sqlite3', await database({ other: { columns: 'id', rows: [[1]] } }))
    expect(await Promise.all(workReaders.map(async (reader) => await reader.recognises(file)))).not.toContain(true)
  })

  test('that is cut off is refused with the reason as long as it can be told what it is, and never read in part', async () => {
    const bytes = await qualcoderDatabase('Some text. '.repeat(3_000), [{ words: 'text', code: 1, owner: 'first' }])
    const outcomes = new Set<string>()
    for (let length = 16; length < bytes.length; length += 2_000) {
      const file = new SourceFile('data.qda', bytes.subarray(0, length))
      outcomes.add(await qualcoder.recognises(file) ? await Promise.resolve(qualcoder.read([file])).then(() => 'read', (error: Error) => error.message) : 'unknown')
    }
    expect([...outcomes]).toEqual(['unknown', 'the database is cut off: copy it again from where it comes from'])
  })

  test('with garbage in it is refused or read, and nothing else', async () => {
    const bytes = await qualcoderDatabase('Some text. '.repeat(300), [{ words: 'text', code: 1, owner: 'first' }])
    const outcomes = new Set<string>()
    for (let at = 0; at < bytes.length; at += 512) {
      const broken = bytes.slice()
      broken.fill(0xa5, Math.max(at, 100), at + 256)
      const file = new SourceFile('data.qda', broken)
      outcomes.add(await qualcoder.recognises(file) ? await Promise.resolve(qualcoder.read([file])).then(() => 'read', (error: Error) => error.name) : 'unknown')
    }
    expect([...outcomes].filter((one) => !['read', 'unknown', 'ImportRefusal'].includes(one))).toEqual([])
    expect(outcomes).toContain('ImportRefusal')
  })
})
