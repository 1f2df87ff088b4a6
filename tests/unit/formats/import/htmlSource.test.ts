import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { htmlOf } from '../../../../src/formats/import/htmlSource'
import { ImportRefusal } from '../../../../src/formats/import/importer'
import { fileOf } from '../../../fixtures/imports'

/** Encoding and markup, or the reason of the refusal. */
function outcome(bytes: Uint8Array): string {
  try {
    const { encoding, html } = htmlOf(fileOf('a.html', bytes))
    return `${encoding}: ${html}`
  } catch (error) {
    return error instanceof ImportRefusal ? error.reason : String(error)
  }
}

const page = (charset: string, text: string): string => `<meta charset="${charset}"><p>${text}`

test.each([
  ['win1251', 'windows-1251', 'Windows-1251', 'Переговоры начались.'], ['win1250', 'Windows-1250', 'Windows-1250', 'Zażółć gęślą jaźń'], ['win1252', 'iso-8859-1', 'Windows-1252', '“Quoted” – café'],
  ['gbk', 'gb2312', 'GBK', '两国领导人会面。'], ['shift_jis', 'Shift_JIS', 'SHIFT_JIS', '首脳は会談した。'], ['koi8-r', 'koi8-r', 'KOI8-R', 'Переговоры'], ['iso-8859-2', 'latin2', 'ISO-8859-2', 'žluťoučký'],
])('in %s, as it declares', (encoding, declared, named, text) => {
  expect(outcome(iconv.encode(page(declared, text), encoding))).toBe(`${named}: ${page(declared, text)}`)
})

test('UTF-8 is what it is, whatever is declared', () => {
  for (const charset of ['iso-8859-1', 'windows-1251', 'nonsense', 'utf-7']) expect(outcome(Buffer.from(page(charset, 'café')))).toBe(`UTF-8: ${page(charset, 'café')}`)
  expect(outcome(Buffer.from(`\uFEFF${page('koi8-r', 'é')}`))).toBe(`UTF-8: ${page('koi8-r', 'é')}`)
})

test('a declaration of UTF-8 that the bytes contradict is Windows-1252 where that reads as Western text', () => {
  expect(outcome(iconv.encode(page('utf-8', 'L’été dernier, à Besançon'), 'win1252'))).toBe(`Windows-1252: ${page('utf-8', 'L’été dernier, à Besançon')}`)
  expect(outcome(iconv.encode(page('utf-8', 'Переговоры начались.'), 'win1251'))).toBe('not-decodable')
})

test('UTF-16, marked or not', () => {
  const text = '<p>One paragraph of text, and another п'
  expect(outcome(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toBe(`UTF-16LE: ${text}`)
  expect(outcome(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16())).toBe(`UTF-16BE: ${text}`)
  expect(outcome(Buffer.from(text, 'utf16le'))).toBe(`UTF-16LE: ${text}`)
})

test('a sign cut off at the end costs nothing but itself, where it must be one', () => {
  expect(outcome(Buffer.from('<p>café é').subarray(0, -1))).toBe('UTF-8: <p>café ')
  expect(outcome(Buffer.from('<p>caf\xe9', 'latin1'))).toBe('Windows-1252: <p>café')
})

test('what is no markup is refused', () => {
  expect([new Uint8Array(), Buffer.from(' \n'), Buffer.from('<p>\0'), Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')].map(outcome)).toEqual(['empty', 'empty', 'binary', 'binary'])
})
