import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import type { FoundArticle } from '../../../../src/formats/import/importer'
import { rtf } from '../../../../src/formats/import/rtf'
import { articlesIn, fileOf, refusalOf } from '../../../fixtures/imports'

const read = async (source: string | Uint8Array): Promise<FoundArticle | undefined> => (await articlesIn(rtf, fileOf('a', source)))[0]
const textOf = async (body: string): Promise<string | undefined> => (await read(`{\\rtf1\\ansi ${body}}`))?.text

/** Every byte above ASCII, and those that RTF has a use for, as a control symbol. */
const escaped = (text: string, encoding: string): string => [...iconv.encode(text, encoding)].map((byte) => (byte < 0x80 && !'\\{}'.includes(String.fromCharCode(byte)) ? String.fromCharCode(byte) : `\\'${byte.toString(16).padStart(2, '0')}`)).join('')

describe('text', () => {
  test.each<[string, string, string]>([
    ['paragraphs and lines', 'One\\par\nTwo\\line three\\par\\par{\\b Fo}ur\\\nFive', 'One\n\nTwo\nthree\n\nFour\n\nFive'],
    ['signs', 'a\\tab b \\ldblquote c\\rdblquote  \\emdash\\~d\\_e \\{\\\\\\}', 'a\tb “c” —\u00a0d\u2011e {\\}'],
    ['Unicode and what older programs show instead', '\\u8217?x\\uc2\\u233\\\'e9?y{\\uc0\\u1055 z}\\u-10179??\\u-8704??!', '’xéyПz😀!'],
    ['a sign instead that is a word of its own', '\\u8216\\lquote a\\u8217\\par b', '‘a’\n\nb'],
    ['what is told beside the text', '{\\info{\\author Somebody}{\\title T}}{\\header h}{\\*\\unknown u}{\\pict 00ff}{\\colortbl;\\red0;}{\\*\\bkmkstart b}text', 'text'],
    ['fields', '{\\field{\\*\\fldinst HYPERLINK "http://example.org"}{\\fldrslt link}} a', 'link a'],
    ['hidden and deleted', 'a{\\v b}{\\deleted c}\\v d\\v0 e\\plain f', 'aef'],
    ['bytes of a picture', '{\\*\\x\\bin3 }}}y}a{\\bin2 {{b}c', 'abc'],
    ['lists', 'x\\par\\pard{\\pntext\\bullet\\tab}one\\par{\\listtext 2.\\tab}two\\par\\pard end', 'x\n\n• one\n• two\n\nend'],
    ['tables', '\\trowd\\intbl A\\cell B\\cell\\row\\trowd\\intbl \\cell 2\\cell\\row\\pard end', 'A\tB\n\t2\n\nend'],
    ['notes', 'a{\\super\\chftn}{\\footnote\\pard {\\super\\chftn} The note.\\par More.} b\\par c', 'a[1] b\n\nc\n\n[1] The note.\n\nMore.'],
    ['boxes', '{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt in a box\\par}}{\\shprslt again}}after', 'in a box\n\nafter'],
    ['words that every object has', '\\constructor\\toString\\valueOf{\\*\\constructor x}a', 'a'],
  ])('%s', async (_, body, text) => { expect(await textOf(body)).toBe(text) })

  test.each([
    [1250, 238, 'Zażółć gęślą jaźń'], [1251, 204, 'Переговоры начались'], [1252, 0, '“Café” – naïve €'], [1253, 161, 'Οι ηγέτες'], [1254, 162, 'Güneş ışığı'], [1255, 177, 'המנהיגים'],
    [1256, 178, 'التقى'], [1257, 186, 'Žąsų ūkis'], [1258, 163, 'Đường'], [874, 222, 'ผู้นำ'], [932, 128, '首脳は会談した。表'], [936, 134, '两国领导人'], [949, 129, '두 정상은'], [950, 136, '兩國領導人功'],
  ])('in code page %i, by the document and by a font', async (page, charset, text) => {
    // What no code page has, such as a combining sign of another, stays out of the examples.
    const kept = iconv.decode(iconv.encode(text, `cp${page}`), `cp${page}`)
    expect(await textOf(`\\ansicpg${page} ${escaped(kept, `cp${page}`)}`)).toBe(kept)
    expect(await textOf(`\\deff1{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fnil\\fcharset${charset}{\\*\\falt B}C;}}\\pard caf\\'e9 {\\f1 ${escaped(kept, `cp${page}`)}}\\f0  caf\\'e9`)).toBe(`café ${kept} café`)
  })

  test('bytes above ASCII as they are', async () => {
    expect((await read(Buffer.from('{\\rtf1\\ansi\\ansicpg1251 \xcf\xf0\xe8}', 'latin1')))?.text).toBe('При')
  })
})

test('headings by level and by style; the first is the headline', async () => {
  const found = await read('{\\rtf1{\\stylesheet{\\s0 Normal;}{\\s3\\b heading 2;}{\\*\\cs10 Title;}{\\s4 Title;}}\\pard\\s4 A bridge\\line opens\\par\\pard 12 March 2024\\par\\s3 Later\\par\\pard\\outlinelevel2 Sub\\par\\pard End.}')
  expect(found).toMatchObject({ text: 'A bridge opens\n\n12 March 2024\n\nLater\n\nSub\n\nEnd.', headline: 'A bridge opens', date: '2024-03-12', problems: [] })
  expect(found?.headings.map(({ start, end, level }) => [level, found.text.slice(start, end)])).toEqual([[1, 'A bridge opens'], [2, 'Later'], [3, 'Sub']])
})

describe('a file', () => {
  const whole = '{\\rtf1\\ansi{\\fonttbl{\\f0 A;}}{\\b One} caf\\\'e9 \\u8217? two\\par Three}'

  test('that breaks off says so; it never makes a sign that was not there', async () => {
    for (let length = 6; length < whole.length; length += 1) {
      const file = fileOf('a', whole.slice(0, length))
      const outcome = await articlesIn(rtf, file).then(([one]) => one, () => undefined)
      expect(JSON.stringify(outcome?.problems ?? 'breaks off')).toContain('breaks off')
      expect(outcome?.text ?? '').not.toContain('\uFFFD')
    }
    expect((await read(whole))?.problems).toEqual([])
  })

  test('with bytes that mean nothing says how many', async () => {
    expect(await read('{\\rtf1\\ansi a\\\'81\\u-10179?b}')).toMatchObject({ text: 'ab', problems: [{ kind: 'note', message: expect.stringMatching(/^2 characters/) as string }] })
  })

  test('without text, or nested without end, is refused', async () => {
    expect(await refusalOf(read('{\\rtf1{\\pict 00}}'))).toMatch(/^empty: /)
    expect(await refusalOf(read(`{\\rtf1 ${'{'.repeat(1e6)}`))).toMatch(/^unsafe: /)
  })

  test('is recognised by how it begins', () => {
    expect([whole, '\n {\\rtf1 a}', 'a {\\rtf1}', ''].map((one) => rtf.recognises(fileOf('a.rtf', one)))).toEqual([true, true, false, false])
  })
})
