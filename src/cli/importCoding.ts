import { randomUUID } from 'node:crypto'
import { ParseError } from '../domain/project/parse'
import type { OffsetReading } from '../domain/text/offsets'
import { bringIn, type BroughtIn, type ChosenWork } from '../exchange/bringIn'
import { coderCalled } from '../exchange/coderCalled'
import { saveEdits } from '../exchange/saveEdits'
import { textsHere } from '../exchange/textsHere'
import { placeWork, type PlacedWork } from '../formats/work/place'
import { readWorks, type FoundWork } from '../formats/work/readWorks'
import type { ProjectFolder } from '../storage/projectFolder'
import type { Console } from './console'
import { CliError, exits } from './exits'
import { startReader, written } from './importArticles'

export interface CodingImport extends BroughtIn {
  /** What each file holds, and what of it is not carried over, in sentences. */
  readonly files: readonly { readonly file: string; readonly format: string; readonly codings: number; readonly placed: number; readonly reading: OffsetReading | null; readonly losses: readonly string[] }[]
  readonly refused: readonly { readonly file: string; readonly reason: string; readonly message: string }[]
}

interface CodingOptions {
  /** How positions are to be read, in all files; null to find out. */
  readonly reading: OffsetReading | null
  /** Whether nothing is to be brought in, only told. */
  readonly trial: boolean
}

/** Brings in what was coded in other programs, as the window does: all files that can be read as one change. @throws CliError, StorageError */
export async function importCoding(project: ProjectFolder, paths: readonly string[], { reading, trial }: CodingOptions, out: Console, signal: AbortSignal): Promise<CodingImport> {
  if (project.records.info.masking?.on === true) throw new CliError(exits.failed, 'Nothing was imported: outlets are masked. Reveal them in Synoptic first, in the menu Code.')
  const read = await readWorks(paths, { reader: startReader(), progress: ({ done, total }) => { out.progress('Reading coding', done, total) } }, signal)
  if (signal.aborted) throw new CliError(exits.cancelled, 'The import was cancelled; nothing was brought in.')
  const now = new Date().toISOString()
  const chosen: ChosenWork[] = [], files: CodingImport['files'][number][] = [], refused: CodingImport['refused'][number][] = [...read.refused]
  for (const one of read.found) {
    const placed = await placedOrWhy(project, one, { reading, now })
    if ('reason' in placed) refused.push(placed)
    else if (!placed.reading) refused.push(uncertain(one, placed.readings))
    else {
      chosen.push({ contents: placed.contents, coders: sameNames(project, placed.contents) })
      files.push({ file: one.file, format: one.format, codings: placed.codings, placed: placed.placed, reading: placed.reading, losses: placed.losses })
    }
  }
  for (const { file, losses } of files) for (const loss of losses) out.say(`${file}: ${loss}`)
  if (trial) return { articles: 0, annotations: 0, codes: 0, coders: 0, files, refused }
  const report = await bringIn({ folder: project, carryOut: (_label, edits) => saveEdits(project, edits) }, chosen, {
    label: 'import coding', at: { coder: project.records.coders[0]?.id ?? '', id: randomUUID, now }, progress: (done, total) => { out.progress('Writing texts', done, total) },
  })
  await written(project)
  return { ...report, files, refused }
}

function uncertain({ file }: FoundWork, readings: ReturnType<typeof placeWork>['readings']): CodingImport['refused'][number] {
  const scores = readings.map(({ reading: { unit, breaks }, score }) => `${unit} ${breaks} ${Math.round(score * 100)} %`).join(', ')
  return { file, reason: 'uncertain', message: `what its positions count could not be found out (${scores}): say it with --offsets and --line-ends, or choose by example in the window` }
}

type Refused = CodingImport['refused'][number]

/** One file that holds what no project can keep is no reason to leave the others. */
async function placedOrWhy(project: ProjectFolder, { file, work }: FoundWork, { reading, now }: { readonly reading: OffsetReading | null; readonly now: string }): Promise<PlacedWork | Refused> {
  try {
    return placeWork(work, reading, { now, texts: await textsHere(work, project) })
  } catch (error) {
    if (!(error instanceof ParseError)) throw error
    return { file, reason: 'damaged', message: `it holds what no project can keep: ${error.problems.slice(0, 2).join('; ')}` }
  }
}

const sameNames = ({ records }: ProjectFolder, { coders }: PlacedWork['contents']): ReadonlyMap<string, string> => new Map(coders.flatMap(({ id, name }) => {
  const here = coderCalled(name, records.coders)
  return here === null ? [] : [[id, here] as const]
}))
