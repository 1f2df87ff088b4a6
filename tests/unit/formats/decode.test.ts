import { existsSync, readdirSync, readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import type { Encoding } from '../../../src/formats/decode'
import { decode, LARGEST_FILE } from '../../../src/formats/decode'
import type { RefusalReason } from '../../../src/formats/refusal'

/** Encoding and text, or the reason of the refusal. */
const outcome = (bytes: Uint8Array): string => {
  const read = decode(bytes)
  return read.ok ? `${read.encoding}: ${read.text}` : read.reason
}
const message = (bytes: Uint8Array): string => {
  const read = decode(bytes)
  return read.ok ? '' : read.message
}
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1')
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

describe('UTF-8', () => {
  test('loses its mark and its line ends, nothing else', () => {
    expect(outcome(Buffer.from('\uFEFFTitle\r\nBody\rEnd \u00a0'))).toBe('UTF-8: Title\nBody\nEnd \u00a0')
    expect(outcome(Buffer.from('\uFEFF\uFEFFx'))).toBe('UTF-8: \uFEFFx')
  })

  test('damaged is refused, marked or not', () => {
    expect(outcome(Buffer.concat([Buffer.from('\uFEFFcafé'), latin1('\xff')]))).toBe('not-decodable')
    expect(message(Buffer.concat([Buffer.from('Früh am Morgen, spät am Abend, schön'), latin1('\xe9')]))).toContain('damaged or mixed')
    expect(outcome(Buffer.from('a café cut off é').subarray(0, -1))).toBe('not-decodable')
  })
})

describe('UTF-16', () => {
  const text = 'Two leaders met for hours.\nПозже они уехали. 会谈 😀'

  test('with its mark', () => {
    expect(outcome(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toBe(`UTF-16LE: ${text}`)
    expect(outcome(utf16be(`\uFEFF${text}`))).toBe(`UTF-16BE: ${text}`)
  })

  test('without its mark, by its zero bytes', () => {
    expect(outcome(Buffer.from(text, 'utf16le'))).toBe(`UTF-16LE: ${text}`)
    expect(outcome(utf16be(text))).toBe(`UTF-16BE: ${text}`)
    const russian = 'Переговоры двух глав государств продолжались около пяти часов, сообщило агентство.'
    expect(outcome(Buffer.from(russian, 'utf16le'))).toBe(`UTF-16LE: ${russian}`)
  })

  test('cut in a unit or a pair, or with a lone surrogate, is refused', () => {
    expect(outcome(Buffer.from(`\uFEFF${text}`, 'utf16le').subarray(0, -1))).toBe('not-decodable')
    expect(outcome(Buffer.from(`\uFEFF${text}`, 'utf16le').subarray(0, -2))).toBe('not-decodable')
    expect(outcome(Buffer.from('\uFEFFa\ude00b', 'utf16le'))).toBe('not-decodable')
  })

  test('is not seen in text with stray NULs', () => {
    for (const stray of ['abc\0', 'Hello world\0', 'a\0b\0\0c', '\0abc', 'one\0two\0three!']) expect(outcome(latin1(stray))).toBe('binary')
  })
})

describe('Windows-1252', () => {
  const western = [
    '“Smart quotes” – café €',
    'L’été dernier, à Besançon, « rien n’a changé », dit-elle. Où ça ?',
    'Größere Änderungen für Straßen in Österreich – „schön wär’s“, sagte sie.',
    '¿Qué pasó? ¡Nada! El 1º de mayo, según la señora Núñez, costó 30 £ (±5 %).',
    'Það er ekki auðvelt að þýða þessa ræðu, sagði hún í gær á Ísafirði.',
    'Å være eller ikke være, sa hun på øya. Škoda and Žižek; 3½ °C, m², l´homme, l·l.',
  ]
  test.each(western)('is read where it reads as Western text: %s', (text) => {
    expect(outcome(iconv.encode(text, 'win1252'))).toBe(`Windows-1252: ${text}`)
  })

  const other = [
    ['win1251', 'Лидеры двух стран встретились на космодроме и говорили пять часов.'],
    ['win1251', 'The two leaders met on Wednesday at the space centre, state media said, and spoke for hours: «Мы будем вместе».'],
    ['koi8-r', 'Лидеры двух стран встретились на космодроме.'],
    ['iso-8859-7', 'Οι δύο ηγέτες συναντήθηκαν χθες.'],
    ['shift_jis', '両首脳は宇宙センターで会談した。ロシアの報道による。'],
    ['gb18030', '两国领导人星期三在航天发射场会面。'],
    ['gb18030', 'The agency called it 神圣的斗争 and the paper a just fight, reports say.'],
    ['big5', '兩國領導人星期三在太空中心會面。'],
    ['euc-kr', '두 정상은 수요일 우주기지에서 만났다.'],
    ['win1250', 'Władysław powiedział, że to była święta walka i że będą razem.'],
    ['win1256', 'التقى الزعيمان يوم الأربعاء في القاعدة الفضائية.'],
  ] as const
  test.each(other)('is not taken for %s: %s', (encoding, text) => {
    expect(outcome(iconv.encode(text, encoding))).toBe('not-decodable')
  })

  test('undefined bytes refuse it', () => {
    for (const byte of [0x81, 0x8d, 0x8f, 0x90, 0x9d]) expect(outcome(Buffer.concat([latin1('A caf\xe9 in town '), Buffer.of(byte)]))).toBe('not-decodable')
  })

  test('the refusal says what is read and what to do', () => {
    expect(message(iconv.encode('Лидеры', 'win1251'))).toMatch(/UTF-8, UTF-16 and Windows-1252.*save it as UTF-8/)
  })
})

describe('what is no text', () => {
  test.each([
    ['%PDF-1.7\n%\xe2\xe3', 'PDF'], ['PK\x03\x04\x14\0xl/workbook.xml', 'Excel'],
    ['PK\x03\x04\x14\0mimetypeapplication/vnd.oasis.opendocument.text', 'OpenDocument'], ['PK\x03\x04\x14\0a.txt', 'ZIP'],
    ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0', 'older Word'], ['\x89PNG\r\n\x1a\n\0', 'PNG'], ['\xff\xd8\xff\xe0\0', 'JPEG'],
  ])('is named: %j', (head, named) => {
    expect(outcome(latin1(head))).toBe('binary')
    expect(message(latin1(head))).toContain(named)
  })

  test('control characters all over', () => {
    expect(outcome(latin1('\x01\x02\x03\x04\x05ab\x06\x07'))).toBe('binary')
  })

  test('nothing, or white space alone, marked or not', () => {
    for (const nothing of ['', '\n\n\n', '\u2009\n\u00a0\u3000', '\uFEFF', '\uFEFF \n']) expect(outcome(Buffer.from(nothing))).toBe('empty')
    expect(outcome(Buffer.from('\uFEFF\n', 'utf16le'))).toBe('empty')
  })

  test('UTF-32, and files beyond the limit', () => {
    expect(message(latin1('\xff\xfe\0\0T\0\0\0'))).toContain('UTF-32')
    expect(message(latin1('\0\0\xfe\xff\0\0\0T'))).toContain('UTF-32')
    expect(outcome(new Uint8Array(LARGEST_FILE + 1))).toBe('too-large')
  })
})

test('one line of 10 MB in each encoding takes less than 5 seconds of work', () => {
  // The processor's time, not the clock's: other tests run at the same moment.
  const started = process.cpuUsage()
  for (const bytes of [Buffer.from('word '.repeat(2e6)), Buffer.from('word '.repeat(1e6), 'utf16le'), latin1('caf\xe9s '.repeat(1.7e6))]) expect(decode(bytes).ok).toBe(true)
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(5000)
})

const made = new URL('../../../../shared/payloads/unicode/made/', import.meta.url)
const refused: Readonly<Record<string, RefusalReason>> = {
  'c0_c1.txt': 'binary', 'cesu_surrogates.txt': 'not-decodable', 'cp1251.txt': 'not-decodable', 'empty.txt': 'empty', 'gb18030.txt': 'not-decodable',
  'invalid_utf8.txt': 'not-decodable', 'lone_surrogate_bytes.txt': 'not-decodable', 'nul.txt': 'binary', 'only_newlines.txt': 'empty',
  'overlong.txt': 'not-decodable', 'shift_jis.txt': 'not-decodable', 'utf32le_bom.txt': 'not-decodable', 'whitespace_only.txt': 'empty',
}
const elsewhere: Readonly<Record<string, Encoding>> = { 'cp1252.txt': 'Windows-1252', 'utf16be_bom.txt': 'UTF-16BE', 'utf16le_bom.txt': 'UTF-16LE' }

describe.runIf(existsSync(made))('the shared files with difficult signs (left out where ../shared is missing)', () => {
  test.each(existsSync(made) ? readdirSync(made) : [])('%s', (name) => {
    const bytes = readFileSync(new URL(name, made))
    const expected = refused[name] ?? `${elsewhere[name] ?? 'UTF-8'}: ${iconv.decode(bytes, elsewhere[name] ?? 'UTF-8').replace(/\r\n?/g, '\n')}`
    expect(outcome(bytes)).toBe(expected)
  })
})
