import { expect, test } from 'vitest'
import { Latest } from '../../../src/renderer/store/latest'

function start() {
  const ends: { readonly resolve: (value: string) => void; readonly reject: (error: Error) => void }[] = []
  const taken: (string | null)[] = []
  const latest = new Latest(() => new Promise<string>((resolve, reject) => { ends.push({ resolve, reject }) }), (result) => { taken.push(result) })
  return { ends, taken, latest }
}

test('what is begun last counts, also when what was begun before is over later', async () => {
  const { ends, taken, latest } = start()
  const all = [latest.begin(), latest.begin()]
  ends[1]?.resolve('new')
  ends[0]?.resolve('old')
  await Promise.all(all)
  expect(taken).toEqual(['new'])
})

test('what fails comes to nothing, and what was ended is not heard of', async () => {
  const { ends, taken, latest } = start()
  const one = latest.begin()
  ends[0]?.reject(new Error('unreadable'))
  await one
  expect(taken).toEqual([null])
  const other = latest.begin()
  latest.end()
  ends[1]?.resolve('late')
  await other
  expect(taken).toEqual([null])
})
