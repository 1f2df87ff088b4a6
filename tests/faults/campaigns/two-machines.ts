import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Change } from '../../../src/domain/changes/change'
import type { Annotation } from '../../../src/domain/project/annotation'
import { openProject } from '../../../src/storage/projectFolder'
import { annotation, coding, removing, studyIn } from '../../fixtures/study'
import type { Campaign } from '../campaign'
import { chance } from '../harness/chance'
import { Count, demand } from '../harness/count'
import { inNewFolder } from '../harness/folders'

type Draw = (limit: number) => number

const SUBJECTS = ['a1', 'a2', 'a3']

/** How services name the copy they make of what is in the way. */
const NAMES = [' (1)', ' 2', '-DESKTOP-AB12CD', '.sync-conflict-20240501-101010-ABCDEFG', ' (conflicted copy 2024-05-01)', '_conflict-20240501', ' - Kopie']

/** What a sync service knows: of each file the bytes it last brought to a machine or had from it. */
class Service {
  readonly #cloud = new Map<string, Buffer>()
  readonly #known = new Map<string, Map<string, Buffer>>()
  copies = 0

  constructor(private readonly draw: Draw) {}

  /** Syncs one machine with the cloud, its files in any order; what was changed on both sides stays beside the other as a copy. */
  async sync(folder: string): Promise<void> {
    const known = this.#known.get(folder) ?? new Map<string, Buffer>()
    this.#known.set(folder, known)
    const local = await filesIn(folder)
    for (const file of shuffled([...new Set([...local, ...known.keys(), ...this.#cloud.keys()])], this.draw)) {
      const [mine, base, theirs] = [await readFile(join(folder, file)).catch(() => null), known.get(file) ?? null, this.#cloud.get(file) ?? null]
      if (same(mine, theirs)) this.#agree(known, file, mine)
      else if (same(mine, base)) await this.#bring(folder, known, file, theirs)
      else if (same(theirs, base) || theirs === null) this.#agree(known, file, mine)
      // Gone here and changed there: the change wins.
      else if (mine === null) await this.#bring(folder, known, file, theirs)
      else await this.#part(folder, known, file, theirs)
    }
  }

  #agree(known: Map<string, Buffer>, file: string, bytes: Buffer | null): void {
    for (const side of [known, this.#cloud]) {
      if (bytes === null) side.delete(file)
      else side.set(file, bytes)
    }
  }

  async #bring(folder: string, known: Map<string, Buffer>, file: string, bytes: Buffer | null): Promise<void> {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    if (bytes === null) await rm(join(folder, file), { force: true })
    else await writeFile(join(folder, file), bytes)
    this.#agree(known, file, bytes)
  }

  async #part(folder: string, known: Map<string, Buffer>, file: string, theirs: Buffer): Promise<void> {
    this.copies += 1
    const dot = file.lastIndexOf('.')
    const copy = `${file.slice(0, dot)}${NAMES[this.draw(NAMES.length)] ?? ''}${this.draw(90) + 10}${file.slice(dot)}`
    await copyFile(join(folder, file), join(folder, copy))
    await this.#bring(folder, known, file, theirs)
  }
}

export const twoMachines: Campaign = {
  id: 'two-machines',
  title: 'Two machines edit one synced folder without a network, then their files are synced in any order, conflicts as copies under the names services give',
  claim: 'an annotation that nobody deleted and that is not there, one machine that shows something else than the other, or a file that can’t be read',
  run: ({ full, seed, say }) => inNewFolder(async (parent) => {
    const count = new Count(say)
    let copies = 0
    for (let round = 0; round < (full ? 300 : 12); round += 1) {
      await count.attempt(`round ${round}`, async () => { copies += await oneRound(join(parent, String(round)), chance(seed + round)) })
    }
    demand(copies > count.tried, 'there were too few conflicts to prove anything')
    return count.outcome(`${copies.toLocaleString('en-GB')} conflict copies were merged`)
  }),
}

/** @returns how many copies the service made */
async function oneRound(parent: string, draw: Draw): Promise<number> {
  await mkdir(parent, { recursive: true })
  const here = await studyIn(parent)
  const there = join(parent, 'there')
  await mkdir(there)
  const service = new Service(draw)
  const machines = [here, there] as const
  for (const machine of machines) await service.sync(machine)
  const made = new Set<string>()
  const deleted = new Set<string>()
  for (let step = 0; step < 8; step += 1) {
    const machine = machines[draw(2)] ?? here
    if (draw(3) === 0) await service.sync(machine)
    else await work(machine, `${step}`, draw, { made, deleted })
  }
  const shown = await settle(machines, service)
  demand(shown[0] === shown[1], 'the machines show different annotations')
  const ids = new Set((JSON.parse(shown[0] ?? '[]') as [string, string][]).map(([id]) => id))
  const lost = [...made].filter((id) => !deleted.has(id) && !ids.has(id))
  demand(lost.length === 0, `${lost.join(', ')} were saved and never deleted`)
  return service.copies
}

/** One sitting at a machine: new annotations, edits and deletions of what it shows. */
async function work(folder: string, name: string, draw: Draw, { made, deleted }: { readonly made: Set<string>; readonly deleted: Set<string> }): Promise<void> {
  const project = await openProject(folder)
  try {
    demand(project.readOnly === null, project.readOnly ?? '')
    for (let n = 0; n < 3; n += 1) {
      const { annotations } = await project.annotations(SUBJECTS)
      const one = annotations[draw(annotations.length + 1)]
      const change = anyChange(one, `s${name}n${n}`, draw)
      await project.save([change])
      for (const { id, after } of change.edits) (after === null ? deleted : made).add(id)
    }
  } finally {
    await project.close()
  }
}

function anyChange(one: Annotation | undefined, id: string, draw: Draw): Change {
  if (!one || draw(2) === 0) return coding(annotation(id, { subject: SUBJECTS[draw(SUBJECTS.length)] ?? 'a1' }))
  return draw(4) === 0 ? removing(one) : coding({ ...one, note: id }, one)
}

/** Syncs and opens until nothing moves any more. @returns what each machine shows in the end */
async function settle(machines: readonly [string, string], service: Service): Promise<readonly string[]> {
  let shown: readonly string[] = []
  for (let turn = 0; turn < 4; turn += 1) {
    for (const machine of machines) await service.sync(machine)
    shown = []
    for (const machine of machines) shown = [...shown, await contents(machine)]
  }
  return shown
}

async function contents(folder: string): Promise<string> {
  const project = await openProject(folder)
  try {
    const { annotations, damaged } = await project.annotations(SUBJECTS)
    demand(damaged.length + project.damaged.length === 0, `${damaged[0]?.file ?? 'a file'} ${damaged[0]?.problem ?? ''}`)
    const left = project.elsewhere.copies.filter(({ outcome }) => outcome !== 'merged')
    demand(left.length === 0, `${left[0]?.copy ?? ''} ${left[0]?.problem ?? ''}`)
    return JSON.stringify(annotations.map(({ id, note }) => [id, note] as const).sort(([a], [b]) => (a < b ? -1 : 1)))
  } finally {
    await project.close()
  }
}

/** What a service syncs: not the lock, which goes when a project is closed, and nothing unfinished. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true })
  return all.filter((one) => one.isFile() && one.name !== '.lock' && !one.name.endsWith('.tmp')).map((one) => join(one.parentPath, one.name).slice(folder.length + 1))
}

function shuffled<T>(all: readonly T[], draw: Draw): readonly T[] {
  const left = [...all]
  return all.flatMap(() => left.splice(draw(left.length), 1))
}

const same = (a: Buffer | null, b: Buffer | null): boolean => (a === null || b === null ? a === b : a.equals(b))
