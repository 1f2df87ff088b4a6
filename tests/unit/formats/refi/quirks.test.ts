import { describe, expect, test } from 'vitest'
import { SourceFile } from '../../../../src/formats/import/sourceFile'
import { refiCodebook, refiProject } from '../../../../src/formats/refi/readers'
import type { RawWork } from '../../../../src/formats/work/rawWork'
import { zipped } from '../../../fixtures/zips'
import { readWith } from './readBack'

const guid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

const document = (body: string, attributes = ''): string => `<?xml version="1.0"?><Project xmlns="urn:QDA-XML:project:1.0" name="" ${attributes}>${body}</Project>`
const codes = `<CodeBook><Codes><Code guid="{${guid(1)}}" name="" isCodable="true" color="rgb(1, 20, 255)"/></Codes></CodeBook>`
const coding = (n: number, more = ''): string => `<Coding guid="${guid(n)}" ${more}><CodeRef targetGUID="${guid(1).toUpperCase()}"/></Coding>`

async function projectOf(members: Readonly<Record<string, string>>): Promise<RawWork> {
  const file = new SourceFile('work.zip', await zipped(members))
  expect(await refiProject.recognises(file)).toBe(true)
  return await readWith(refiProject, file)
}

const inline = async (body: string, attributes = ''): Promise<RawWork> => await readWith(refiProject, new SourceFile('project.qde', Buffer.from(document(body, attributes))))

describe('where the parts of a project stand', () => {
  test.each([
    ['in Sources, with a capital', 'project.qde', 'Sources/A.txt', 'internal://a.txt'],
    ['in a document of another name', 'Study.QDE', 'sources/a.txt', 'internal://a.txt'],
    ['without a scheme', 'project.qde', 'sources/a.txt', 'a.txt'],
    ['with signs as in addresses', 'project.qde', 'sources/a b.txt', 'internal://a%20b.txt'],
  ])('%s', async (_, name, text, path) => {
    const raw = await projectOf({ 'sources/.root': '', [text]: '\uFEFFWords\r\n', [name]: document(`<Sources><TextSource guid="${guid(2)}" plainTextPath="${path}"/></Sources>`) })
    expect(raw.documents.map((one) => one.text)).toEqual(['\uFEFFWords\r\n'])
    expect(raw.losses).toEqual([])
  })

  test.each(['relative:///a.txt', 'absolute:///C:/a.txt', 'file:///a.txt', 'internal://../a.txt'])('%s is not looked for', async (path) => {
    const raw = await projectOf({ 'sources/a.txt': 'Words', 'project.qde': document(`<Sources><TextSource guid="${guid(2)}" plainTextPath="${path}"/></Sources>`) })
    expect(raw.documents.map((one) => one.text)).toEqual([null])
  })

  test('two sources of one name, and with one GUID, are two documents', async () => {
    const one = `<TextSource guid="${guid(2)}" name="Same"><PlainTextContent>x</PlainTextContent></TextSource>`
    const raw = await inline(`<Sources>${one}${one}</Sources>`)
    expect(raw.documents.map(({ key, name }) => [key, name])).toEqual([[guid(2), 'Same'], [`${guid(2)}-2`, 'Same']])
  })
})

describe('what is coded', () => {
  const source = (inside: string): string => `${codes}<Sources><TextSource guid="${guid(2)}" name="a"><PlainTextContent>One two three</PlainTextContent>${inside}</TextSource></Sources>`
  const selection = (inside: string, attributes = ''): string => `<PlainTextSelection guid="${guid(3)}" startPosition="4" endPosition="7" ${attributes}>${inside}</PlainTextSelection>`

  test('GUIDs in braces and in any case are the same; a code without a name and in rgb() is one', async () => {
    const raw = await inline(source(selection(coding(4))))
    expect(raw.dimensions).toMatchObject([{ name: 'Codes', codes: [{ key: guid(1), name: '', colour: '#0114ff' }] }])
    expect(raw.codings).toMatchObject([{ key: guid(4), code: guid(1), coder: null, created: '', places: [{ start: 4, end: 7, snippet: null }] }])
  })

  test('coders that are nowhere listed are told apart', async () => {
    const raw = await inline(source(selection(coding(4, `creatingUser="${guid(8)}"`) + coding(5, `creatingUser="${guid(9)}" creationDateTime="2024-03-01T12:00:00+02:00"`))))
    expect(raw.coders).toEqual([{ key: guid(8), name: 'Coder 1' }, { key: guid(9), name: 'Coder 2' }])
    expect(raw.codings.map(({ coder, created }) => [coder, created])).toEqual([[guid(8), ''], [guid(9), '2024-03-01T10:00:00.000Z']])
  })

  test.each([['two', 'two'], ['One t...', 'One t...'], ['one\u00A0 two', null], ['line:6', null]])('of a passage called %s the words stored are %s', async (name, snippet) => {
    const raw = await inline(source(selection(coding(4), `name="${name}"`)))
    expect(raw.codings[0]?.places[0]?.snippet).toBe(snippet)
  })

  test('a comment on a passage without a code is kept under a code of its own', async () => {
    const raw = await inline(source(selection('<Description>Look here</Description>')))
    expect(raw.dimensions.at(-1)).toMatchObject({ name: 'Comments', codes: [{ name: 'Comment' }] })
    expect(raw.codings).toMatchObject([{ code: 'refi-comment', note: 'Look here', places: [{ start: 4, end: 7 }] }])
  })

  test('notes on passages and codings become the note, those on documents its memo', async () => {
    const note = (n: number, text: string): string => `<Note guid="${guid(n)}" name="n"><PlainTextContent>${text}</PlainTextContent></Note>`
    const ref = (n: number): string => `<NoteRef targetGUID="${guid(n)}"/>`
    const raw = await inline(`${source(`${selection(`<Description>First</Description><Coding guid="${guid(4)}"><CodeRef targetGUID="${guid(1)}"/>${ref(22)}</Coding>${ref(21)}`)}${ref(23)}`)}<Notes>${note(21, 'Second')}${note(22, 'Third')}${note(23, 'Of the document')}${note(24, 'Of nothing')}</Notes>`)
    expect(raw.codings[0]?.note).toBe('First\n\nSecond\n\nThird')
    expect(raw.documents[0]?.memo).toBe('Of the document')
    expect(raw.losses).toEqual([{ what: 'memos that belong to no text, code or passage', count: 1 }])
  })

  test('a coding of the whole document has no place; one of a code that is not there is told', async () => {
    const raw = await inline(source(`${coding(4)}<Coding guid="${guid(5)}"><CodeRef targetGUID="${guid(77)}"/></Coding>`))
    expect(raw.codings.map(({ places }) => places)).toEqual([[]])
    expect(raw.losses).toEqual([{ what: 'codings whose code is not there', count: 1 }])
  })

  test('variables of the document and of its case, with the sets it is in', async () => {
    const value = (n: number, kind: string, text: string): string => `<VariableValue><VariableRef targetGUID="${guid(n)}"/><${kind}>${text}</${kind}></VariableValue>`
    const raw = await inline(`${codes}<Variables><Variable guid="${guid(31)}" name="__proto__" typeOfVariable="Integer"/><Variable guid="${guid(32)}" name="Local" typeOfVariable="Boolean"/></Variables>
      <Cases><Case guid="${guid(33)}" name="Courier">${value(32, 'BooleanValue', 'true')}<SourceRef targetGUID="${guid(2)}"/></Case></Cases>
      <Sources><TextSource guid="${guid(2)}"><PlainTextContent>x</PlainTextContent>${value(31, 'IntegerValue', '7')}</TextSource></Sources>
      <Sets><Set guid="${guid(34)}" name="Dailies"><MemberSource targetGUID="${guid(2)}"/></Set></Sets>`)
    expect(Object.entries(raw.documents[0]?.variables ?? {})).toEqual([['Local', 'true'], ['Case', 'Courier'], ['Group', 'Dailies'], ['__proto__', '7']])
  })

  test('the text of a PDF file is a document, areas of its pages are told', async () => {
    const raw = await inline(`${codes}<Sources><PDFSource guid="${guid(2)}" name="a.pdf"><PDFSelection guid="${guid(6)}">${coding(7)}</PDFSelection>
      <Representation guid="${guid(3)}"><PlainTextContent>One two</PlainTextContent><PlainTextSelection guid="${guid(5)}" startPosition="0" endPosition="3">${coding(4)}</PlainTextSelection></Representation></PDFSource></Sources>`)
    expect(raw.documents).toMatchObject([{ key: guid(2), name: 'a.pdf', text: 'One two' }])
    expect(raw.codings).toHaveLength(1)
    expect(raw.losses).toEqual([{ what: 'codings of areas of PDF pages', count: 1 }])
  })

  test.each([['NVivo 12', 'utf16', 'as-is'], ['ATLAS.ti 23', 'code-point', 'lf'], ['MAXQDA 24', 'code-point', 'as-is'], ['', 'code-point', 'as-is']])('what %s counts', async (origin, unit, breaks) => {
    expect((await inline('', `origin="${origin}"`)).usual).toEqual({ unit, breaks })
  })

  test('what we wrote below a comment is read even where another program has passed it on', async () => {
    const raw = await inline(source(selection(`<Description>Changed there&#13;&#10;--- Synoptic ---&#13;&#10;Form: direct&#13;&#10;{"values":{"form":"direct"},"certainty":"low"}</Description>${coding(4)}`)), 'origin="NVivo 14"')
    expect(raw.codings).toMatchObject([{ note: 'Changed there', values: { form: 'direct' }, certainty: 'low' }])
  })

  test('what was altered there and makes no sense is left out, and told', async () => {
    const raw = await inline(source(selection(`<Description>--- Synoptic ---&#10;{"values":{"form":{}},"certainty":"?"}</Description>${coding(4)}`)))
    expect(raw.codings).toMatchObject([{ values: {}, certainty: null }])
    expect(raw.losses).toHaveLength(1)
  })
})

describe('what is refused', () => {
  test.each([
    ['an empty file', '', 'empty'],
    ['other text', 'Dear all', 'damaged'],
    ['XML of another kind', '<html/>', 'unreadable'],
    ['a declaration of entities', '<!DOCTYPE Project [<!ENTITY a "b">]><Project/>', 'unsafe'],
    ['what is cut off', '<Project><Users>', 'damaged'],
  ])('%s', async (_, content, reason) => {
    await expect(readWith(refiProject, new SourceFile('a.qdpx', Buffer.from(content)))).rejects.toMatchObject({ reason })
    await expect(async () => await readWith(refiCodebook, new SourceFile('a.qdc', Buffer.from(content.replaceAll('Project', 'CodeBook'))))).rejects.toMatchObject({ reason })
  })

  test('a ZIP file without a project', async () => {
    const file = new SourceFile('a.qdpx', await zipped({ 'a.txt': 'x' }))
    await expect(readWith(refiProject, file)).rejects.toMatchObject({ reason: 'damaged' })
    expect(await refiProject.recognises(new SourceFile('a.zip', file.bytes))).toBe(false)
  })
})
