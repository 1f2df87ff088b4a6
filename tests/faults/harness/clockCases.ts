import { cp, mkdir, readdir, readFile, realpath, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dispensable, ALWAYS_KEPT, type Point } from '../../../src/domain/snapshots/thinning'
import { nodeDisk } from '../../../src/storage/disk'
import { annotationsShape } from '../../../src/storage/fileShape'
import { Manifest } from '../../../src/storage/manifest'
import { Place } from '../../../src/storage/place'
import { openProject } from '../../../src/storage/projectFolder'
import { RecordFile } from '../../../src/storage/recordFile'
import { annotation, coding, studyIn } from '../../fixtures/study'
import { observe } from '../powerLoss/observe'
import type { Scenario } from '../powerLoss/scenarios'
import { setClock, TEN_YEARS, type Clock } from './clock'
import { demand } from './count'

/** Does something while this process's clock is wrong. */
async function under<T>(clock: Clock, body: () => Promise<T>): Promise<T> {
  const putRight = setClock(clock)
  try {
    return await body()
  } finally {
    putRight()
  }
}

/** What a project holds that was prepared under one clock, worked on under another and looked into under a third. */
export async function playedUnder({ prepare, play, project, subjects }: Scenario, [first, second, third]: readonly [Clock, Clock, Clock], parent: string): Promise<string> {
  await under(first, () => prepare(parent))
  await under(second, () => play(parent, nodeDisk, () => undefined))
  return under(third, () => observe(join(parent, project), subjects))
}

const SHARD = 'annotations/ana/a1.json'

/** Two copies of a file are altered under two clocks; merged in either direction they must show what was altered twice. */
export async function mergedUnder(one: Clock, two: Clock, parent: string): Promise<void> {
  const folder = await studyIn(parent)
  const [base, once, twice] = ['base', 'once', 'twice'].map((note) => annotation('n1', { note }))
  if (!base || !once || !twice) throw new Error('three versions are made')
  const save = async (where: string, clock: Clock, change: ReturnType<typeof coding>): Promise<void> => under(clock, async () => {
    const project = await openProject(where)
    await project.save([change])
    await project.close()
  })
  await save(folder, one, coding(base))
  const other = join(parent, 'other')
  await cp(folder, other, { recursive: true })
  await save(folder, one, coding(once, base))
  await save(other, two, coding({ ...twice, note: 'on the way' }, base))
  await save(other, two, coding(twice, base))
  const [ours, theirs] = await Promise.all([folder, other].map((where) => readFile(join(where, SHARD))))
  for (const [where, bytes, clock] of [[folder, theirs, one], [other, ours, two]] as const) {
    const place = new Place(nodeDisk, await realpath(where))
    const file = new RecordFile(SHARD, annotationsShape(SHARD), { place, manifest: new Manifest(place), mayWrite: () => true })
    await under(clock, () => file.absorb(bytes ?? Buffer.alloc(0)))
    demand(file.records.annotation.get('n1')?.note === 'twice', `it shows “${file.records.annotation.get('n1')?.note ?? 'nothing'}”`)
  }
}

/** A process whose clock is wrong closes the project: what another one is just writing stays, what a crash left long ago goes. */
export async function sweptUnder(clock: Clock, parent: string): Promise<void> {
  const folder = await studyIn(parent)
  await mkdir(join(folder, '.staged'))
  const files = { 'codebook.json.young.tmp': 0, '.staged/young.txt': 60_000, 'codebook.json.old.tmp': 3_600_000, '.staged/old.txt': 2 * 24 * 3_600_000 }
  for (const [name, age] of Object.entries(files)) {
    const time = new Date(Date.now() - age)
    await writeFile(join(folder, name), name)
    await utimes(join(folder, name), time, time)
  }
  await under(clock, async () => {
    await (await openProject(folder)).close()
  })
  const left = [...(await readdir(folder)).filter((name) => name.endsWith('.tmp')), ...(await readdir(join(folder, '.staged')))]
  demand(left.sort().join() === 'codebook.json.young.tmp,young.txt', `left are ${left.join(', ')}`)
}

const TEN_MINUTES = 600_000
const DAY = 24 * 3_600_000

/**
 * Snapshots are taken for a month of working days; in between the clock is wrong for so many of them. What there was before
 * that must be there after it, but for what would have gone anyway and the few that a wrong clock may cost.
 */
export function thinnedUnder(ahead: number, wrong: { readonly from: number; readonly to: number }): void {
  const [kept, right] = [ahead, 0].map((error) => {
    let points: Point[] = []
    for (let n = 0; n < 30 * 24; n += 1) {
      const now = Date.parse('2026-03-01T08:00:00Z') + Math.floor(n / 24) * DAY + (n % 24) * TEN_MINUTES + (n >= wrong.from && n < wrong.to ? error : 0)
      points = [{ id: String(n), taken: new Date(now).toISOString(), marked: false, room: 1 }, ...points]
      const gone = new Set(dispensable(points, now, 1e9))
      points = points.filter(({ id }) => !gone.has(id))
    }
    return new Set(points.map(({ id }) => Number(id)))
  })
  if (!kept || !right) throw new Error('two months were tried')
  const missed = [...right].filter((n) => n < wrong.from && !kept.has(n)).length
  demand(kept.size >= ALWAYS_KEPT, `only ${kept.size} snapshots are left`)
  demand(missed <= 2 * (wrong.to - wrong.from), `${missed} of ${right.size} snapshots are gone that a right clock keeps`)
  // However long the clock is wrong, each week before has one.
  const weeks = new Set([...kept].map((n) => Math.floor(n / (24 * 7))))
  demand(weeks.size === 5, `snapshots of only ${weeks.size} of 5 weeks are left`)
}

export const jumps = [TEN_YEARS, -TEN_YEARS, TEN_YEARS / 10, -TEN_YEARS / 10, DAY, -DAY]
