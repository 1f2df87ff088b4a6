import { expect, it } from 'vitest'
import { Library } from '../../../../src/main/corpus/library'
import type { FromCorpus, ToCorpus } from '../../../../src/main/corpus/protocol'
import { TaskBench } from '../../../../src/main/corpus/taskBench'
import type { TextReader } from '../../../../src/storage/textReader'
import { wanted } from '../../../fixtures/searching'

/** A bench whose every article reads so; `meanwhile` is what comes in while it is at something. */
function benchOf(text: string, articles: number, meanwhile: ToCorpus[]): { bench: TaskBench; said: FromCorpus[] } {
  const said: FromCorpus[] = []
  const reader: Pick<TextReader, 'read'> = { read: () => Buffer.from(text) }
  const bench = new TaskBench(new Library(reader as TextReader), { send: (message) => { said.push(message) }, receive: () => meanwhile.shift() })
  bench.take({ kind: 'articles', articles: Array.from({ length: articles }, (_, i) => ({ id: `a${i}`, version: 1, language: '', event: null, outlet: '', date: '', headline: '', excluded: [] })) })
  return { bench, said }
}

const find = (run: number, id: string): ToCorpus => ({ kind: 'run', run, task: 'find', args: { place: 'find', id, wanted: wanted('sun'), inExcluded: false, articles: null, most: 1_000 } })
const order = (said: readonly FromCorpus[]): readonly string[] => said.map(({ kind, run }) => `${kind} ${run}`)

it('hands out lines while the search that finds them goes on', () => {
  const { bench, said } = benchOf('sun '.repeat(60), 3, [{ kind: 'run', run: 2, task: 'findLines', args: { place: 'find', id: 'one', hits: [0] } }])
  bench.take(find(1, 'one'))
  expect(order(said)).toEqual(['begun 1', 'progress 1', 'begun 2', 'done 2', 'done 1'])
  expect(said[3]).toMatchObject({ result: [{ article: 'a0', quote: 'sun' }] })
})

it('gives up what is cancelled, and then does what came in', () => {
  const { bench, said } = benchOf('sun '.repeat(60), 3, [{ kind: 'cancel', run: 1 }, find(2, 'two')])
  bench.take(find(1, 'one'))
  expect(order(said)).toEqual(['begun 1', 'progress 1', 'failed 1', 'begun 2', 'progress 2', 'done 2'])
  expect(said[2]).toMatchObject({ cancelled: true })
})

it('says what went wrong with a task, and goes on', () => {
  const { bench, said } = benchOf('sun', 1, [])
  bench.take({ kind: 'run', run: 1, task: 'find', args: { place: 'find', id: 'one', wanted: wanted('(', { as: 'regex' }), inExcluded: false, articles: null, most: 1 } })
  bench.take(find(2, 'two'))
  expect(order(said)).toEqual(['begun 1', 'failed 1', 'begun 2', 'progress 2', 'done 2'])
  expect(said[1]).toMatchObject({ cancelled: false })
})
