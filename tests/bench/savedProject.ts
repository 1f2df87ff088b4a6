import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Annotation } from '../../src/domain/project/annotation'
import { untouched, type Article } from '../../src/domain/project/article'
import type { Codebook } from '../../src/domain/project/codebook'
import { encode } from '../../src/storage/envelope'
import { createProject } from '../../src/storage/projectFolder'
import { writeIndex } from '../fixtures/articleFiles'

const time = '2026-03-01T12:00:00.000Z'
const empty: Codebook = { name: 'Bench', version: 1, log: [], dimensions: [] }

/** Annotations in one shard: with 313 bytes each the shard is about 8 kB. */
const PER_SHARD = 26

/** An annotation whose JSON has 313 bytes. */
export function annotation(n: number, article: string): Annotation {
  const start = 1_000_000 + n % 1000
  const quote = 'the bridge would reopen'
  const made: Annotation = {
    id: `n${String(n).padStart(9, '0')}`, subject: article, coder: 'ana', code: 'blame', unit: 'span', values: {}, note: '', certainty: null, textVersion: 1, codebook: 1, created: time, modified: time,
    spans: [{ start, end: start + quote.length, quote, prefix: '', suffix: '' }],
  }
  return { ...made, note: 'x'.repeat(Math.max(0, 313 - JSON.stringify(made).length)) }
}

export const articleOf = (shard: number): string => `a${String(shard).padStart(7, '0')}`

/** How a project for measuring is laid out where it is not the usual one. */
interface Layout {
  readonly perShard?: number
  readonly codebook?: Codebook
  /** The code of annotation number n. */
  readonly code?: (n: number) => string
  /** The text that every article has; without it shards alone are written. */
  readonly text?: string
}

/** Writes a project of so many annotations, a shard for every article; @returns the number of shards */
export async function writeProject(folder: string, annotations: number, { perShard = PER_SHARD, codebook = empty, code = () => 'blame', text }: Layout = {}): Promise<number> {
  await createProject(folder, { info: { id: 'bench', name: 'Bench', created: time, memo: '' }, coder: { id: 'ana', name: 'First coder', joined: time }, codebook })
  mkdirSync(join(folder, 'annotations/ana'))
  const shards = Math.ceil(annotations / perShard)
  for (let shard = 0; shard < shards; shard += 1) {
    const article = articleOf(shard)
    const made = Array.from({ length: perShard }, (_, n) => ({ ...annotation(shard * perShard + n, article), code: code(shard * perShard + n) }))
    writeFileSync(join(folder, `annotations/ana/${article}.json`), encode('annotations', `annotations/ana/${article}`, { data: { annotations: made }, generation: 1, written: time }))
    if (text !== undefined) writeFileSync(join(folder, `articles/text/${article}.txt`), text)
  }
  if (text !== undefined) writeIndex(folder, Array.from({ length: shards }, (_, shard) => article(shard, text)))
  return shards
}

function article(shard: number, text: string): Article {
  const hash = createHash('sha256').update(text).digest('hex')
  return {
    ...untouched, id: articleOf(shard), outlet: `Outlet ${shard % 40}`, headline: `Bridge ${shard}`, date: '2026-02-28', language: 'en',
    words: text.split(' ').length, length: text.length, hash, source: { file: `${articleOf(shard)}.txt`, encoding: 'UTF-8', bytes: text.length, hash, kind: 'text', part: 0 }, imported: time,
  }
}
