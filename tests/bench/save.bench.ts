import { expect, test } from '@playwright/test'
import { closeSync, fdatasyncSync, fsyncSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Change } from '../../src/domain/changes/change'
import { openProject, type ProjectFolder } from '../../src/storage/projectFolder'
import { annotation, articleOf, writeProject } from './savedProject'

const SIZES = [1_000, 100_000, 1_000_000] as const
const [WARM_UP, ROUNDS] = [40, 400]

interface Subject {
  readonly annotations: number
  readonly shards: number
  readonly project: ProjectFolder
  readonly times: number[]
  bytes: number
}

/** 4 KiB written in place and flushed: what the disk asks for anything durable. */
function floor(file: number): number {
  const block = Buffer.alloc(4096, Math.random() * 256)
  const start = performance.now()
  writeSync(file, block, 0, block.length, 0)
  fdatasyncSync(file)
  return performance.now() - start
}

/** Adds an annotation to a shard that is open, or takes it out again: the shard stays at about 8 kB. */
async function save({ project, shards, times }: Subject, round: number): Promise<void> {
  // Every second round takes out what the one before put in.
  const shard = (Math.floor(round / 2) * 7919) % shards
  const article = articleOf(shard)
  const record = annotation(900_000_000 + shard, article)
  const [before, after] = round % 2 === 0 ? [null, record] : [record, null]
  const change: Change = { label: 'code', edits: [{ kind: 'annotation', id: record.id, before, after }] }
  await project.annotations([article])
  const start = performance.now()
  await project.save([change])
  times.push(performance.now() - start)
}

/** Bytes this process has handed to the kernel for writing; 0 where the system does not count them. */
function written(): number {
  try {
    return Number(/^wchar: (\d+)$/m.exec(readFileSync('/proc/self/io', 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

const at = (values: readonly number[], share: number): number => [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN
const p50 = (values: readonly number[]): number => at(values, 0.5)

test('S1: a durable save of one annotation against the floor, and against the size of the project', async () => {
  const parent = mkdtempSync(join(tmpdir(), 'synoptic-bench-'))
  const file = openSync(join(parent, 'floor'), 'w')
  writeSync(file, Buffer.alloc(4096))
  fsyncSync(file)
  const subjects: Subject[] = []
  for (const annotations of SIZES) {
    const folder = join(parent, String(annotations))
    const shards = await writeProject(folder, annotations)
    subjects.push({ annotations, shards, project: await openProject(folder), times: [], bytes: 0 })
  }

  const floors: number[] = []
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    if (round === WARM_UP) for (const one of [{ times: floors }, ...subjects]) one.times.length = 0
    // In another order every round, so that none always comes after the same neighbour.
    for (const subject of [...subjects].sort(() => Math.random() - 0.5)) {
      floors.push(floor(file))
      const before = written()
      await save(subject, round)
      if (round >= WARM_UP) subject.bytes += (written() - before) / ROUNDS
    }
  }

  const [small] = subjects
  for (const { annotations, shards, times, bytes } of subjects) {
    console.log([
      `S1 | ${annotations.toLocaleString('en')} annotations in ${shards.toLocaleString('en')} shards`, `save p50 ${p50(times).toFixed(2)} ms, p95 ${at(times, 0.95).toFixed(2)}`,
      `floor p50 ${p50(floors).toFixed(3)} ms`, `ratio ${(p50(times) / p50(floors)).toFixed(1)}`, `${Math.round(bytes)} bytes a save`,
      `flat: time ${(p50(times) / p50(small?.times ?? [])).toFixed(2)}, bytes ${(bytes / (small?.bytes ?? 1)).toFixed(3)}`,
    ].join(' | '))
    expect.soft(p50(times) / p50(floors), 'times the floor').toBeLessThanOrEqual(25)
    expect.soft(p50(times) / p50(small?.times ?? []), 'as long as in the small project').toBeLessThanOrEqual(1.2)
    expect.soft(bytes / Math.max(1, small?.bytes ?? 1), 'as many bytes as in the small project').toBeLessThanOrEqual(1.2)
  }
  for (const { project } of subjects) await project.close()
  closeSync(file)
  rmSync(parent, { recursive: true })
})
