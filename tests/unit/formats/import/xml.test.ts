import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ImportRefusal } from '../../../../src/formats/import/importer'
import { decodeMarkup } from '../../../../src/formats/import/markupEncoding'
import { readXml } from '../../../../src/formats/import/xml'

function events(xml: string): unknown[] {
  const seen: unknown[] = []
  readXml(xml, { open: (name, attributes) => seen.push([name, { ...attributes }]), text: (text) => seen.push(text), close: (name) => seen.push(`/${name}`) })
  return seen
}

/** The reason of a refusal. */
function reason(read: () => void): string {
  try {
    read()
    return 'none'
  } catch (error) {
    return error instanceof ImportRefusal ? error.reason : String(error)
  }
}

test('tells of elements by their local names, with entities resolved', () => {
  expect(events('<?xml version="1.0"?><a:b xmlns:a="x" a:c="1 &amp; 2"><d/>A &lt; B &#233;<![CDATA[<e>]]></a:b>')).toEqual(
    [['b', { a: 'x', c: '1 & 2' }], ['d', {}], '/d', 'A < B é', '<e>', '/b'])
})

test('of two attributes with the same local name the first counts, and none is inherited', () => {
  readXml('<a w:id="1" r:id="2"/>', { open: (_, attributes) => { expect([attributes['id'], attributes['constructor'], attributes['__proto__']]).toEqual(['1', undefined, undefined]) } })
})

test.each([
  ['unsafe', '<!DOCTYPE a><a/>'], ['unsafe', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'], ['unsafe', '<a>'.repeat(257) + '</a>'.repeat(257)],
  ['none', '<a>'.repeat(256) + '</a>'.repeat(256)], ['damaged', '<a>&nbsp;</a>'], ['damaged', '<a><b></a>'], ['damaged', '<a'], ['damaged', ''], ['damaged', '<a x="1" x="2"/>'], ['damaged', '<a>\u0001</a>'],
])('%s: %j', (expected, xml) => {
  expect(reason(() => { readXml(xml, {}) })).toBe(expected)
})

test('a DOCTYPE is refused, whatever it declares', () => {
  for (const doctype of ['<!DOCTYPE a>', '<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd">', '<!DOCTYPE a [<!ENTITY x "y">]>']) expect(reason(() => { readXml(`${doctype}<a/>`, {}) })).toBe('unsafe')
})

test('elements may stand 256 deep in one another and no deeper', () => {
  const nested = (depth: number): string => '<a>'.repeat(depth) + '</a>'.repeat(depth)
  expect([256, 257, 100_000].map((depth) => reason(() => { readXml(nested(depth), {}) }))).toEqual(['none', 'unsafe', 'unsafe'])
})

const made = new URL('../../../../../shared/payloads/xml/made/', import.meta.url)
const outcomes: Readonly<Record<string, string>> = {
  'billion_laughs.qde': 'unsafe', 'control_chars.qde': 'damaged', 'deep_100k.qde': 'unsafe', 'dup_attr.qde': 'damaged', 'entity_recursion.qde': 'unsafe', 'quadratic_blowup.qde': 'unsafe',
  'unclosed.qde': 'damaged', 'utf7.qde': 'damaged', 'xxe_extdtd.qde': 'unsafe', 'xxe_file.qde': 'unsafe', 'xxe_http.qde': 'unsafe', 'xxe_param.qde': 'unsafe',
}

describe.runIf(existsSync(made))('the shared hostile XML files (left out where ../shared is missing)', () => {
  test.each(existsSync(made) ? readdirSync(made) : [])('%s', (name) => {
    expect(reason(() => { readXml(decodeMarkup(readFileSync(new URL(name, made))).text, {}) })).toBe(outcomes[name] ?? 'none')
  })
})
