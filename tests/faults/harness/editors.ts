import type { Annotation } from '../../../src/domain/project/annotation'
import { openProject } from '../../../src/storage/projectFolder'
import type { Clock } from './clock'
import { demand, type Count } from './count'
import { program, start, type Running } from './programs'

/** What tests/faults/programs/editor.ts is to do. */
export interface EditorOrder {
  readonly folder: string
  /** What its annotations' ids begin with. */
  readonly name: string
  readonly changes: number
  /** Articles it codes; each is a file. */
  readonly subjects: readonly string[]
  readonly seed: number
  readonly clock: Clock
  /** It closes the project and opens it anew after so many changes. */
  readonly openAnew: number
}

/** What several editors did to one project at the same time. */
export interface Edited {
  readonly changes: number
  /** How often another one had its turn. */
  readonly turns: number
  /** How often saving failed and was tried again. */
  readonly again: number
}

/**
 * Lets editors work on one project at the same time, and counts each of their annotations that is not as its editor left it,
 * each that should be gone, and each file that can't be read.
 */
export async function editTogether(orders: readonly EditorOrder[], count: Count): Promise<Edited> {
  const file = await program('editor')
  const all = orders.map((order) => start(file, [JSON.stringify(order)]))
  const turns = turnsOf(all)
  for (const [code] of await Promise.all(all.map(({ ended }) => ended))) demand(code === 0, `an editor broke off: ${all.map(({ said }) => said().at(-1) ?? '').join('; ')}`)
  const lines = all.flatMap(({ said }) => said())
  const expected = all.flatMap(({ said }) => JSON.parse(said().at(-1) ?? '[]') as Annotation[])
  const changes = lines.filter((line) => line === 'saved').length
  await compare(orders, expected, changes, count)
  return { changes, turns: turns(), again: lines.filter((line) => line.startsWith('failed')).length }
}

/** A change survived unless an annotation tells that one was lost. */
async function compare([order]: readonly EditorOrder[], expected: readonly Annotation[], changes: number, count: Count): Promise<void> {
  if (!order) return
  const project = await openProject(order.folder)
  const { annotations, damaged } = await project.annotations(order.subjects)
  await project.close()
  const there = new Map(annotations.map((one) => [one.id, JSON.stringify(one)]))
  const wanted = new Map(expected.map((one) => [one.id, JSON.stringify(one)]))
  const lost = [
    ...[...wanted].filter(([id, text]) => there.get(id) !== text).map(([id]) => `${id} is ${there.has(id) ? 'as it was before' : 'not there'}`),
    ...[...there.keys()].filter((id) => !wanted.has(id)).map((id) => `${id} had been deleted and is there`),
    ...damaged.map(({ file, problem }) => `${file} ${problem}`),
  ]
  count.add(changes - lost.length, lost)
}

function turnsOf(all: readonly Running[]): () => number {
  let [last, turns]: [Running | null, number] = [null, 0]
  for (const one of all) {
    one.process.stdout?.on('data', () => {
      if (last !== one) turns += 1
      last = one
    })
  }
  return () => turns
}
