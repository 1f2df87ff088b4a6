import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Annotation } from '../../src/domain/project/annotation'
import type { Codebook } from '../../src/domain/project/codebook'
import { encode } from '../../src/storage/envelope'
import { createProject } from '../../src/storage/projectFolder'

const time = '2026-03-01T12:00:00.000Z'
const codebook: Codebook = { name: 'Bench', version: 1, log: [], dimensions: [] }

/** Annotations in one shard: with 313 bytes each the shard is about 8 kB. */
const PER_SHARD = 26

/** An annotation whose JSON has 313 bytes. */
export function annotation(n: number, article: string): Annotation {
  const start = 1_000_000 + n % 1000
  const quote = 'the bridge would reopen'
  const made: Annotation = {
    id: `n${String(n).padStart(9, '0')}`, subject: article, coder: 'ana', code: 'blame', unit: 'span', values: {}, note: '', certainty: null, codebook: 1, created: time, modified: time,
    spans: [{ start, end: start + quote.length, quote, prefix: '', suffix: '' }],
  }
  return { ...made, note: 'x'.repeat(Math.max(0, 313 - JSON.stringify(made).length)) }
}

export const articleOf = (shard: number): string => `a${String(shard).padStart(7, '0')}`

/** Writes a project of so many annotations, a shard for every article; @returns the number of shards */
export async function writeProject(folder: string, annotations: number): Promise<number> {
  await createProject(folder, { info: { id: 'bench', name: 'Bench', created: time, memo: '' }, coder: { id: 'ana', name: 'First coder', joined: time }, codebook })
  mkdirSync(join(folder, 'annotations/ana'))
  const shards = Math.ceil(annotations / PER_SHARD)
  for (let shard = 0; shard < shards; shard += 1) {
    const article = articleOf(shard)
    const data = { annotations: Array.from({ length: PER_SHARD }, (_, n) => annotation(shard * PER_SHARD + n, article)) }
    writeFileSync(join(folder, `annotations/ana/${article}.json`), encode('annotations', `annotations/ana/${article}`, { data, generation: 1, written: time }))
  }
  return shards
}
