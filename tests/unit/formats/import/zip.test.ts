import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readZip, type ZipContents } from '../../../../src/formats/import/zip'
import { fileOf, refusalOf } from '../../../fixtures/imports'
import { zipped } from '../../../fixtures/zips'

const open = async (bytes: Uint8Array): Promise<ZipContents> => await readZip(fileOf('example', bytes))

/** Everything in it, or the refusal. */
const outcome = async (bytes: Uint8Array): Promise<string> => await refusalOf(open(bytes).then(async (zip) => { for (const name of zip.names) await zip.bytes(name) }))

/** `bytes` with another value in the central directory's entry, so many bytes from its signature. */
function altered(bytes: Buffer, offset: number, ...values: number[]): Buffer {
  const copy = Buffer.from(bytes)
  copy.set(values, copy.indexOf('PK\x01\x02', 0, 'latin1') + offset)
  return copy
}

test('gives its members, in whatever encoding their markup is', async () => {
  const zip = await open(await zipped({ 'a.xml': '\uFEFF<a>é</a>', 'folder/b.xml': Buffer.from('\uFEFF<b>п</b>', 'utf16le'), 'c.xml': Buffer.from('<?xml version="1.0" encoding="windows-1251"?><c>\xef</c>', 'latin1') }))
  expect(zip.names).toEqual(['a.xml', 'folder/b.xml', 'c.xml'])
  expect([zip.has('a.xml'), zip.has('constructor')]).toEqual([true, false])
  expect(await Promise.all(zip.names.map(async (name) => await zip.text(name)))).toEqual(['<a>é</a>', '<b>п</b>', '<?xml version="1.0" encoding="windows-1251"?><c>п</c>'])
  expect(await refusalOf(zip.text('d.xml'))).toMatch(/^damaged: .*“d\.xml”/)
})

describe('is refused', () => {
  const small = zipped({ 'a.txt': 'one two three' })

  test.each<[string, string, (bytes: Buffer) => Buffer]>([
    ['locked with a password', 'encrypted', (bytes) => altered(bytes, 8, 1)],
    ['a link', 'unsafe', (bytes) => altered(bytes, 38, 0, 0, 0xff, 0xa1)],
    ['a checksum that is not its own', 'damaged', (bytes) => altered(bytes, 16, 1, 2, 3, 4)],
    ['a size below the real one', 'damaged', (bytes) => altered(bytes, 24, 3)],
    ['a size beyond all reason', 'unsafe', (bytes) => altered(bytes, 24, 0, 0, 0, 0x10)],
    ['a way of packing that nobody knows', 'unreadable', (bytes) => altered(bytes, 10, 99)],
    ['two names for one part', 'unsafe', (bytes) => altered(bytes, 46, 0x62)],
    ['nothing but its beginning', 'damaged', (bytes) => bytes.subarray(0, 60)],
  ])('%s', async (_, reason, change) => {
    expect(await outcome(await small)).toBe('none')
    expect(await outcome(change(await small))).toMatch(new RegExp(`^${reason}: `))
  })

  test.each(['../a.txt', '/a.txt', 'C:/a.txt', 'b\\a.txt', 'a\n.txt'])('a name such as %j', async (name) => {
    const plain = 'x'.repeat(name.length)
    const bytes = await zipped({ [plain]: 'one' })
    expect(await outcome(Buffer.from(bytes.toString('latin1').replaceAll(plain, name), 'latin1'))).toMatch(/^unsafe: .*name/)
  })

  test('too many members, two of the same name, or one that grows two hundredfold', async () => {
    const many = Buffer.from(await small)
    many.writeUInt16LE(10_001, many.length - 12)
    expect(await outcome(many)).toMatch(/^unsafe: .*10000/)
    const twins = await zipped({ 'a.txt': '1', 'b.txt': '2' })
    expect(await outcome(Buffer.from(twins.toString('latin1').replaceAll('b.txt', 'a.txt'), 'latin1'))).toMatch(/^unsafe: .*same name/)
    expect(await outcome(await zipped({ a: ' '.repeat(2e6) }))).toMatch(/^unsafe: .*tightly/)
    expect(await outcome(await zipped({ a: ' '.repeat(1e6) }))).toBe('none')
  })

  test('more than 512 MB in all', async () => {
    // Nearly incompressible, so that each alone could be what it claims.
    let seed = 1
    const noise = Buffer.from(Array.from({ length: 600_000 }, () => (seed = seed * 48_271 % 2_147_483_647) & 0xff))
    const bytes = await zipped({ a: noise, b: noise, c: noise, d: noise, e: noise })
    expect(await outcome(bytes)).toBe('none')
    for (let at = bytes.indexOf('PK\x01\x02', 0, 'latin1'); at !== -1; at = bytes.indexOf('PK\x01\x02', at + 1, 'latin1')) bytes.writeUInt32LE(110_000_000, at + 24)
    expect(await outcome(bytes)).toMatch(/^unsafe: .*512 MB/)
  })

  test('cut off anywhere', async () => {
    const bytes = await small
    for (let length = 0; length < bytes.length; length += 1) expect(await outcome(bytes.subarray(0, length))).toMatch(/^(?:damaged|unsafe): /)
  })
})

const made = new URL('../../../../../shared/payloads/zip/made/', import.meta.url)
const harmless = /^(?:00_valid|bomb_nested|case_|eocd_only|fake_eocd|nfc_|no_qde|ref_|slip_(?:ads|constructor|device2?|dot_trailing|proto|trailing_)|xml_)/

describe.runIf(existsSync(made))('the shared hostile ZIP files (left out where ../shared is missing)', () => {
  test.each(existsSync(made) ? readdirSync(made) : [])('%s', async (name) => {
    expect(await outcome(readFileSync(new URL(name, made)))).toMatch(harmless.test(name) ? /^none$/ : /^(?:damaged|unsafe|encrypted|unreadable): /)
  })
})
