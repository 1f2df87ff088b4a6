import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Article } from '../../src/domain/project/article'
import type { FindCount, FindResult } from '../../src/domain/query/concordance'
import type { Wanted } from '../../src/domain/query/search'
import { CorpusDesk } from '../../src/main/corpus/corpusDesk'
import { expect, test } from '../e2e/fixtures'
import { builtCorpusWorker } from '../fixtures/corpusWorker'
import { article } from '../fixtures/records'

const WORDS = 600
const FIRST_WITHIN_MS = 16
const TIMES = 9

/** What is looked for: how often it occurs decides what a search costs. */
const asked: readonly (readonly [string, string, Wanted['as']])[] = [
  ['a word that is nowhere', 'zeppelin', 'words'],
  ['a rare word', 'cosmodrome', 'words'],
  ['a phrase', 'the bridge would reopen', 'phrase'],
  ['a word of every tenth article', 'harbour', 'words'],
]

/** Looks for the same with nothing but `indexOf`, in texts put into lower case once. */
const plainScan = `
const { parentPort, workerData } = require('node:worker_threads')
const { readFileSync } = require('node:fs')
let start = performance.now()
const read = workerData.map((file) => readFileSync(file, 'utf8'))
const reading = performance.now() - start
const texts = read.map((text) => text.toLowerCase())
parentPort.postMessage({ reading, ready: performance.now() - start })
parentPort.on('message', (term) => {
  start = performance.now()
  const hits = []
  for (let i = 0; i < texts.length; i += 1) for (let at = texts[i].indexOf(term); at !== -1; at = texts[i].indexOf(term, at + term.length)) hits.push(i, at)
  parentPort.postMessage({ hits: hits.length / 2, time: performance.now() - start })
})`

for (const count of [10_000, 100_000]) {
  test(`search through ${count} articles`, async ({ projectsDir }) => {
    const articles = writeCorpus(projectsDir, count)
    const scan = new Worker(plainScan, { eval: true, workerData: articles.map(({ id }) => join(projectsDir, 'articles/text', `${id}.txt`)) })
    const plain = await answer<{ reading: number; ready: number }>(scan)
    const desk = new CorpusDesk({ folder: projectsDir, readArticles: () => Promise.resolve(), records: { articles } }, await builtCorpusWorker(projectsDir))
    const began = performance.now()
    await find(desk, 'zeppelin', 'words')
    const ready = performance.now() - began
    console.log(`Q1 | ${count} articles | read and made ready ${(ready / 1000).toFixed(1)} s | read and put into lower case ${(plain.ready / 1000).toFixed(1)} s, of which read ${(plain.reading / 1000).toFixed(1)} | ratio ${(ready / plain.ready).toFixed(2)}`)
    for (const [what, typed, as] of asked) {
      const [ours, theirs, first]: [number[], number[], number[]] = [[], [], []]
      for (let n = 0; n < TIMES; n += 1) {
        scan.postMessage(typed)
        const { hits, time } = await answer<{ hits: number; time: number }>(scan)
        const found = await find(desk, typed, as)
        expect(found.result.hits).toBe(hits)
        ours.push(found.time)
        theirs.push(time)
        first.push(found.first)
        if (n === TIMES - 1) console.log(`Q1 | ${count} articles | ${what.padEnd(30)} | ${hits} hits | first ${median(first).toFixed(1)} ms | all ${median(ours).toFixed(1)} ms | plain scan ${median(theirs).toFixed(1)} ms | ratio ${(median(ours) / median(theirs)).toFixed(2)}`)
      }
      if (as === 'words' && typed === 'harbour') expect.soft(median(first), 'first hits of a common word, ms').toBeLessThanOrEqual(FIRST_WITHIN_MS)
    }
    desk.close()
    await scan.terminate()
  })
}

/** By the clock of whoever asks, all messages included. */
async function find(desk: CorpusDesk, typed: string, as: Wanted['as']): Promise<{ result: FindResult; time: number; first: number }> {
  const start = performance.now()
  let first = Number.NaN
  const wanted: Wanted = { typed, as, matchCase: false, whole: false, exact: false }
  const progress = (_done: number, _total: number, count: unknown): void => { if (Number.isNaN(first) && (count as FindCount).hits > 0) first = performance.now() - start }
  const result = await desk.run('find', { place: 'find', id: 'bench', wanted, inExcluded: false, articles: null, most: 100_000 }, { progress })
  const time = performance.now() - start
  return { result, time, first: Number.isNaN(first) ? time : first }
}

async function answer<T>(worker: Worker): Promise<T> {
  const [message] = await once(worker, 'message') as [T]
  return message
}

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN

/** Articles of made-up news, each in its file, and what a project says of them. */
function writeCorpus(folder: string, count: number): readonly Article[] {
  mkdirSync(join(folder, 'articles/text'), { recursive: true })
  const next = seeded(20)
  return Array.from({ length: count }, (_, i) => {
    const id = `a${String(i).padStart(7, '0')}`
    writeFileSync(join(folder, 'articles/text', `${id}.txt`), textOf(i, next))
    return article(id, '', { outlet: `Outlet ${i % 40}`, headline: `Article ${i}`, date: `20${10 + (i % 14)}-0${1 + (i % 9)}-1${i % 10}` })
  })
}

const syllables = 'ba be bo da de di do fa fe ga go ka ke ki ko la le li lo ma me mi mo na ne ni no pa pe po ra re ri ro sa se si so ta te ti to va ve vo'.split(' ')

function textOf(i: number, next: () => number): string {
  const word = (): string => Array.from({ length: 1 + Math.floor(next() * 4) }, () => syllables[Math.floor(next() * syllables.length)] ?? '').join('')
  const words = Array.from({ length: WORDS }, (_, n) => (n % 80 === 79 ? `${word()}.\n\n“The` : n % 17 === 16 ? `${word()},` : word()))
  if (i % 10 === 3) words.splice(40, 1, 'Harbour')
  if (i % 1_000 === 7) words.splice(300, 1, 'Cosmodrome')
  if (i % 500 === 9) words.splice(200, 4, 'The', 'bridge', 'would', 'reopen')
  return words.join(' ')
}

/** Numbers from 0 to 1 that are the same in every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
