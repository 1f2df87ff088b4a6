import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { program, start } from '../../faults/harness/programs'
import { manyShards, notesIn } from './largeChange'

const SHARDS = 300
const KILLS = 20
/** Milliseconds: about as long as one change takes here, so that all of it is cut somewhere. */
const ONE_CHANGE = 1_500

/** Lets a process change all shards over and over and kills it after so many milliseconds; @returns the last note it said was durable */
async function killedAfter(folder: string, time: number): Promise<number> {
  const merger = start(await program('merger'), [folder, String(SHARDS)])
  onTestFinished(() => merger.kill())
  await merger.started
  await new Promise((done) => { setTimeout(done, time) })
  await merger.kill()
  return Number(merger.said().at(-1))
}

it('a change of 300 files is there as a whole or not at all after a process was killed at any moment of it', async () => {
  const folder = await manyShards(SHARDS, '0')
  const cut = { parts: 0, files: 0 }
  for (let kill = 0; kill < KILLS; kill += 1) {
    const durable = await killedAfter(folder, (ONE_CHANGE * kill) / KILLS)
    const journal = await readdir(join(folder, '.journal'))
    cut[journal.some((name) => /^\d/.test(name)) ? 'files' : 'parts'] += 1
    const { said, onDisk, damaged } = await notesIn(folder, SHARDS)
    expect(damaged).toBe(0)
    expect(said).toHaveLength(1)
    expect(onDisk).toEqual(said)
    // What was decided is there, and at most the next one besides.
    expect([durable, durable + 1]).toContain(Number(said[0]))
  }
  // Otherwise the kills all fell into the same half, and the test says little of the other.
  expect(cut.parts).toBeGreaterThan(2)
  expect(cut.files).toBeGreaterThan(2)
}, 300_000)
