import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { nodeHost, type ImportHost } from '../../../../src/formats/reading/host'
import { LIMITS, Reader, type Limits } from '../../../../src/formats/reading/reader'

const badReader = nodeHost(join(import.meta.dirname, '../../../faults/badReader.cjs'))

interface Outcome { readonly texts: readonly string[]; readonly refused: string }

/** Reads files of these names, told of all at once. */
async function reads(names: readonly string[], limits: Partial<Limits> = {}, host: ImportHost = badReader): Promise<Outcome[]> {
  const reader = new Reader(host, { ...LIMITS, ...limits })
  onTestFinished(() => { reader.close() })
  return Promise.all(names.map(async (name) => {
    const texts: string[] = []
    const refusal = await reader.read({ path: `/${name}`, name }, {
      articles: async (articles) => { texts.push(...articles.map(({ text }) => text)); await Promise.resolve() },
      mapping: ({ guess }) => guess,
    })
    return { texts, refused: refusal ? `${refusal.reason}: ${refusal.message}` : '' }
  }))
}

const whole = (name: string): Outcome => ({ texts: [`${name} 1`], refused: '' })

test('files are read in order, also told of all at once', async () => {
  expect(await reads(['a', 'b', 'c'])).toEqual(['a', 'b', 'c'].map(whole))
})

test('a file that takes too long is refused; what it gave before, and the files around it, are kept', async () => {
  expect(await reads(['a', 'hang', 'b'], { time: 700 })).toEqual([
    whole('a'), { texts: ['hang 1'], refused: expect.stringMatching(/^too-costly: reading it took more than 0.7 seconds/) as string }, whole('b'),
  ])
})

test('a file may take 10 seconds and 512 MB', () => {
  expect(LIMITS).toMatchObject({ time: 10_000, memory: 512 * 1024 * 1024 })
})

test('a file that gives articles all the time may take as long as it takes', async () => {
  const [slow] = await reads(['slow'], { time: 1_000 })
  expect(slow).toEqual({ texts: ['slow 1', 'slow 2', 'slow 3', 'slow 4', 'slow 5', 'slow 6', 'slow 7'], refused: '' })
})

test.runIf(process.platform === 'linux')('a file that takes too much memory is refused', async () => {
  expect(await reads(['eat', 'b'])).toEqual([{ texts: ['eat 1'], refused: expect.stringMatching(/^too-costly: reading it took more than 512 MB of memory/) as string }, whole('b')])
})

test('a file that the process breaks down over is refused, and two in a row as well', async () => {
  const refused = expect.stringMatching(/^too-costly: /) as string
  expect(await reads(['crash', 'crash', 'b'])).toEqual([{ texts: ['crash 1'], refused }, { texts: ['crash 1'], refused }, whole('b')])
})

test('a process that can’t be started, or goes at once, is no reason to try for ever', async () => {
  await expect(reads(['a'], {}, nodeHost('/nowhere/reader.cjs'))).rejects.toThrow('could not be started')
  let started = 0
  const gone: ImportHost = { start: () => { started += 1; return { post: () => undefined, onMessage: () => undefined, onExit: (listener) => { setImmediate(listener) }, memory: () => 0, kill: () => undefined } } }
  await expect(reads(['a', 'b'], {}, gone)).rejects.toThrow('could not be started')
  expect(started).toBe(1)
})

test('what is under way when it is ended is rejected', async () => {
  const reader = new Reader(badReader)
  const under = reader.read({ path: '/hang', name: 'hang' }, { articles: () => { reader.close(); return Promise.resolve() }, mapping: ({ guess }) => guess })
  await expect(under).rejects.toThrow('ended')
  await expect(reader.read({ path: '/a', name: 'a' }, { articles: () => Promise.resolve(), mapping: ({ guess }) => guess })).rejects.toThrow('ended')
})

test('an error in taking over rejects and does not hang', async () => {
  const reader = new Reader(badReader)
  onTestFinished(() => { reader.close() })
  await expect(reader.read({ path: '/a', name: 'a' }, { articles: () => Promise.reject(new Error('The disk is full')), mapping: ({ guess }) => guess })).rejects.toThrow('The disk is full')
})
