import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { TextDecoder as Decoder } from 'node:util'
import { expect, test } from 'vitest'
import type { RefusalReason } from '../../../src/formats/refusal'
import { sha256 } from '../../../src/formats/sha256'
import { imported } from '../../fixtures/importing'

const folder = join(import.meta.dirname, '../../../../shared/payloads/unicode/made')

/** Those that are no text, or one that Synoptic can't be sure of; every other file must come in. */
const refused: Readonly<Record<string, RefusalReason>> = {
  'c0_c1.txt': 'binary', 'nul.txt': 'binary',
  'empty.txt': 'empty', 'only_newlines.txt': 'empty', 'whitespace_only.txt': 'empty',
  'cesu_surrogates.txt': 'not-decodable', 'invalid_utf8.txt': 'not-decodable', 'lone_surrogate_bytes.txt': 'not-decodable', 'overlong.txt': 'not-decodable', 'utf32le_bom.txt': 'not-decodable',
  'cp1251.txt': 'not-decodable', 'gb18030.txt': 'not-decodable', 'shift_jis.txt': 'not-decodable',
}

/** Files that are not UTF-8. */
const encodings: Readonly<Record<string, string>> = { 'cp1252.txt': 'Windows-1252', 'utf16le_bom.txt': 'UTF-16LE', 'utf16be_bom.txt': 'UTF-16BE' }

/** The documented map: decoded, one byte order mark off, CR LF and CR as LF; nothing else. By the system's own decoder, which in some versions of Node confuses Windows-1252 with Latin-1. */
function expected(bytes: Uint8Array, encoding: string): string {
  if (encoding === 'Windows-1252') return '“Smart quotes” – café €'
  const text = new Decoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  return text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n').replaceAll('\r', '\n')
}

test.skipIf(!existsSync(folder))('every text comes in as it is, or is refused for what it is (left out where the payloads are not on this machine)', async () => {
  const names = readdirSync(folder).sort()
  const { items, texts, refused: found } = await imported([folder])
  expect(Object.fromEntries(found.map(({ file, reason }) => [file, reason]))).toEqual(refused)
  for (const { message } of found) expect(message).toMatch(/\w{3,} \w+/)

  expect(items.map(({ article }) => article.source.file).sort()).toEqual(names.filter((name) => !Object.hasOwn(refused, name)))
  for (const { article } of items) {
    const { file, encoding, hash } = article.source
    const bytes = readFileSync(join(folder, file))
    const text = texts.get(article.id)
    expect([file, encoding]).toEqual([file, encodings[file] ?? 'UTF-8'])
    expect([file, text]).toEqual([file, expected(bytes, encoding)])
    expect([hash, article.hash, article.length]).toEqual([sha256(bytes), sha256(text ?? ''), text?.length])
  }
})
