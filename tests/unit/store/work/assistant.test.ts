import { expect, test } from 'vitest'
import type { Answer, Args, Bridge, WorkFindings } from '../../../../src/preload/contract'
import { WorkAssistant } from '../../../../src/renderer/store/work/assistant'
import { hindranceOf } from '../../../../src/renderer/store/work/state'
import { main } from '../main'
import { doubtful, findings, found } from './found'

const ada = { id: 'ada', name: 'Ada', joined: '2024-03-12T00:00:00.000Z' }
const bo = { id: 'bo', name: 'Bo', joined: '2024-03-12T00:00:00.000Z' }
const assistantOf = (bridge: Bridge, files: WorkFindings): WorkAssistant => new WorkAssistant({ bridge, project: 'p1', offer: { id: 'o1', files: 1, label: 'study.qdpx' }, coders: [ada, bo] }, files)
const quiet = main(() => null).bridge

const kept = async (assistant: WorkAssistant, { asked }: ReturnType<typeof main>): Promise<Args<'work.keep'>['choices']> => {
  const done = assistant.keep()
  await asked.at(-1)?.answer()
  await done
  const [last] = asked.slice(-1)
  if (!last) throw new Error('Nothing was kept.')
  return (last.args as Args<'work.keep'>).choices
}

test('a coder is who they likely are here, until somebody says otherwise', async () => {
  const process = main(() => ({ ok: true, value: {} }))
  const assistant = assistantOf(process.bridge, findings([found('one'), found('two', { coders: [{ key: 'u9', name: 'Cy', codings: 1, here: null, certain: false }] })]))
  expect(assistant.touched).toBe(false)
  expect(await kept(assistant, process)).toEqual({ files: ['one', 'two'], coders: { one: { u1: 'ada' }, two: {} } })
  assistant.takeCoder('one', 'u1', null)
  assistant.takeCoder('two', 'u9', 'bo')
  expect(assistant.touched).toBe(true)
  expect(await kept(assistant, process)).toEqual({ files: ['one', 'two'], coders: { one: {}, two: { u9: 'bo' } } })
})

test('nothing comes in before it is said how positions are counted, unless that file stays out', () => {
  const assistant = assistantOf(quiet, findings([found('one'), found('two', doubtful)]))
  expect(hindranceOf(assistant.state.get())).toContain('two.qdpx')
  assistant.takeFile('two', false)
  expect(hindranceOf(assistant.state.get())).toBeNull()
  assistant.takeFile('one', false)
  expect(hindranceOf(assistant.state.get())).toBe('Nothing is ticked.')
})

test('what brings nothing new is not ticked', () => {
  const here = found('here', { fresh: { articles: 0, annotations: 0, codes: 0 } })
  expect([...assistantOf(quiet, findings([found('one'), here])).state.get().left]).toEqual(['here'])
})

test('a file is read as was said last, and what was chosen of the others stays', async () => {
  const process = main((_, args) => {
    const { readings } = args as Args<'work.read'>
    return { ok: true, value: findings([found('one'), found('two', { ...doubtful, reading: readings['two'] ?? null })]) } satisfies Answer<WorkFindings>
  })
  const assistant = assistantOf(process.bridge, findings([found('one'), found('two', doubtful)]))
  assistant.takeFile('one', false)
  const done = assistant.read('two', { unit: 'code-point', breaks: 'lf' })
  expect(await assistant.read('two', { unit: 'utf16', breaks: 'lf' })).toBeNull()
  expect(assistant.rereading.get()).toBe(true)
  await process.asked[0]?.answer()
  expect(assistant.state.get().found[1]?.reading).toBeNull()
  await process.asked[1]?.answer()
  expect(await done).toBeNull()
  expect([assistant.state.get().found[1]?.reading?.unit, [...assistant.state.get().left], assistant.rereading.get()]).toEqual(['utf16', ['one'], false])
  expect(hindranceOf(assistant.state.get())).toBeNull()
})

test('where it can’t be read anew it stays as it was, and is not read as the failed one either', async () => {
  const process = main(() => ({ ok: false, code: 'refused', message: 'Not now.', damaged: [] }))
  const assistant = assistantOf(process.bridge, findings([found('two', doubtful)]))
  const done = assistant.read('two', { unit: 'utf16', breaks: 'lf' })
  await process.asked[0]?.answer()
  expect(await done).toBe('Not now.')
  expect([assistant.state.get().found[0]?.reading, assistant.state.get().readings, assistant.rereading.get()]).toEqual([null, {}, false])
  expect(hindranceOf(assistant.state.get())).toBe('Say first how its positions are counted.')
})
