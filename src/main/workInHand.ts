import { randomUUID } from 'node:crypto'
import type { Circumstances } from '../domain/changes/command'
import { ParseError } from '../domain/project/parse'
import type { OffsetReading } from '../domain/text/offsets'
import { bringIn } from '../exchange/bringIn'
import { recordsFor } from '../exchange/recordsFor'
import { textsHere } from '../exchange/textsHere'
import { placeWork, type PlacedWork } from '../formats/work/place'
import type { FoundWork, FoundWorks } from '../formats/work/readWorks'
import type { RefusedFile, WorkChoices, WorkFindings, WorkReport } from '../preload/contract'
import { describe } from './describeWork'
import type { OpenWork } from './openWork'

/** Coding that was read from some files, and how it would go into the project. */
export class WorkInHand {
  /** By key of the file, with how its positions were asked to be read. */
  private readonly placed = new Map<string, { readonly asked: string; readonly work: PlacedWork }>()

  /** @param cancelled whether not all files were read */
  constructor(private readonly read: FoundWorks, private readonly cancelled: boolean) {}

  /** What it would come to, with positions read as the researcher says where they say so. */
  async findings(project: OpenWork, readings: Readonly<Record<string, OffsetReading>>): Promise<WorkFindings> {
    const { cancelled, read: { found } } = this
    const refused: RefusedFile[] = [...this.read.refused]
    const placed: (readonly [FoundWork, PlacedWork])[] = []
    for (const one of found) {
      try {
        placed.push([one, await this.place(project, one, readings[one.key] ?? null)])
      } catch (error) {
        if (!(error instanceof ParseError)) throw error
        refused.push({ key: one.key, file: one.file, reason: 'damaged', message: `it holds what no project can keep: ${error.problems.slice(0, 2).join('; ')}` })
      }
    }
    const records = await recordsFor(project.folder, placed.map(([, { contents }]) => contents))
    return { found: placed.map(([one, work]) => describe(one, work, records, circumstances(project))), refused, cancelled }
  }

  /**
   * Brings the chosen files in, as one step of the history.
   * @param progress how many texts are stored
   */
  async keep(project: OpenWork, { files, coders }: WorkChoices, progress: (done: number, total: number) => void): Promise<WorkReport> {
    const chosen = this.read.found.flatMap((one) => {
      const work = files.includes(one.key) ? this.placed.get(one.key)?.work : undefined
      return work?.reading ? [{ file: one.file, contents: work.contents, coders: new Map(Object.entries(coders[one.key] ?? {})) }] : []
    })
    const [only, ...more] = chosen
    const label = `import coding from ${only && more.length === 0 ? only.file : `${chosen.length} files`}`
    return bringIn(project, chosen, { label, at: circumstances(project), progress })
  }

  private async place({ folder }: OpenWork, one: FoundWork, reading: OffsetReading | null): Promise<PlacedWork> {
    const asked = JSON.stringify(reading)
    const known = this.placed.get(one.key)
    if (known?.asked === asked) return known.work
    const work = placeWork(one.work, reading, { now: new Date().toISOString(), texts: await textsHere(one.work, folder) })
    this.placed.set(one.key, { asked, work })
    return work
  }
}

const circumstances = ({ coder }: OpenWork): Circumstances => ({ coder, id: randomUUID, now: new Date().toISOString() })
