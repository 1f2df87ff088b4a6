import { cp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { atOnce } from '../../../src/storage/atOnce'
import { CORE, JOURNAL, MANIFEST, shardFile } from '../../../src/storage/fileNames'
import { Count, demand } from './count'
import { inNewFolder } from './folders'
import { bytesIn, putBack } from './onDisk'
import { view, type View } from './view'
import { CARRIED, interruptedStudy, wholeStudy } from './wholeStudy'

/** Copies of a study that are harmed side by side. */
const LANES = 4

export interface Harm {
  /** Which file, relative to the project folder. */
  readonly file: string
  /** What is done to it, in a few words. */
  readonly name: string
  /** What it holds then; null when it is gone. */
  readonly bytes: () => Buffer | null
  /** Files that are gone besides. */
  readonly without?: readonly string[]
  /** When true it need not be noticed as long as everything reads as before. */
  readonly mayPass?: boolean
}

/** Makes harms out of a file of a study: every kind of file, and of each kind more than one where they differ. */
export type Harms = (file: string, bytes: Buffer, study: ReadonlyMap<string, Buffer>) => readonly Harm[]

export interface Harmed {
  readonly count: Count
  /** Harms that changed nothing of what is read, and were let pass. */
  readonly passed: number
  readonly files: number
}

interface Study {
  readonly folder: string
  readonly files: ReadonlyMap<string, Buffer>
  readonly whole: View
}

const isHarmed = (file: string): boolean => !file.endsWith('.bak')

/** Harms one file after the other of every kind of study, and looks each time whether that is noticed and nothing else suffers. */
export async function harmAll(harms: Harms, say: (line: string) => void, note?: string): Promise<Harmed> {
  const count = new Count(say)
  let [passed, files] = [0, 0]
  const makers: readonly ((parent: string) => Promise<string>)[] = [(parent) => wholeStudy(parent, note), (parent) => interruptedStudy(parent, false), (parent) => interruptedStudy(parent, true)]
  for (const [kind, make] of makers.entries()) {
    await inNewFolder(async (parent) => {
      const folder = await make(parent)
      const bytes = await bytesIn(folder)
      const chosen = [...bytes.keys()].filter((file) => isHarmed(file) && (kind === 0 || file.startsWith(JOURNAL)))
      files += chosen.length
      const all = chosen.flatMap((file) => harms(file, bytes.get(file) ?? Buffer.alloc(0), bytes))
      const lanes = await Promise.all(Array.from({ length: LANES }, async (_, n): Promise<Study> => {
        const copy = join(parent, `copy${n}`)
        await cp(folder, copy, { recursive: true })
        const whole = await view(copy)
        await putBack(copy, bytes)
        demand(kind === 0 || whole.parts.get(shardFile('ana', 'a1'))?.includes(CARRIED) === true, 'the interrupted change is not carried out')
        return { folder: copy, files: bytes, whole }
      }))
      await atOnce(LANES, all, async (harm) => {
        const study = lanes.pop()
        demand(study !== undefined, 'there are as many copies as lanes')
        await count.attempt(`${harm.file} ${harm.name}`, async () => { if (!(await survives(study, harm))) passed += 1 })
        lanes.push(study)
      })
    })
  }
  return { count, passed, files }
}

/** @returns whether it was noticed @throws when something is lost */
async function survives({ folder, files, whole }: Study, { file, bytes, mayPass, without = [] }: Harm): Promise<boolean> {
  const harmed = bytes()
  const gone = harmed === null ? [file, ...without] : without
  try {
    if (harmed) await writeFile(join(folder, file), harmed)
    for (const one of gone) await rm(join(folder, one))
    const seen = await view(folder)
    const noticed = isNoticed(seen, file)
    // What the manifest says no more is found out anew from what is there.
    const tolerated = mayPass === true || file.startsWith(MANIFEST) || harmed?.equals(files.get(file) ?? Buffer.alloc(0)) === true
    demand(noticed || tolerated, 'was not noticed')
    if (seen.refused) demand((Object.values(CORE) as readonly string[]).includes(file), `the project does not open: ${seen.refused.message}`)
    else if (file.startsWith(JOURNAL)) demandJournal(seen, whole, noticed, files)
    else demandRest(seen, whole, file, noticed)
    await demandKept(folder, files, { file, harmed, gone }, seen)
    return noticed
  } finally {
    await putBack(folder, files)
  }
}

const isNoticed = ({ refused, damaged, parts, readOnly }: View, file: string): boolean =>
  refused?.files.includes(file) === true || damaged.has(file) || parts.get(file) === null || readOnly?.startsWith(file) === true
  // An entry of the journal counts only with all its parts.
  || (file.startsWith(JOURNAL) && [...damaged.keys()].some((one) => one.startsWith(JOURNAL)))

/** What comes from other files is as it was; what comes from this one too, unless the harm was noticed. */
function demandRest(seen: View, whole: View, file: string, noticed: boolean): void {
  for (const [other, content] of whole.parts) {
    if (noticed && (other === file || belongs(other, file))) continue
    demand(seen.parts.get(other) === content, `${other} reads otherwise`)
  }
  for (const other of seen.damaged.keys()) demand(other === file, `${other} is said to be damaged`)
}

/** The text of an article can't be checked without its entry in the list. */
const belongs = (text: string, file: string): boolean => text.startsWith('articles/text/') && file.startsWith('articles/index/')

/** Both annotations have the change or neither. */
function demandJournal(seen: View, whole: View, noticed: boolean, files: ReadonlyMap<string, Buffer>): void {
  for (const [other, content] of whole.parts) {
    const shard = files.get(other)?.toString() ?? ''
    if (noticed && other.startsWith('annotations/')) demand(shard.includes(JSON.parse(seen.parts.get(other) ?? '[[]]')[0]?.[0]?.note ?? 'nothing'), `${other} has half of the change`)
    else demand(seen.parts.get(other) === content, `${other} reads otherwise`)
  }
}

/** The harmed bytes are there still, or kept aside, and nothing is in place of what is gone; other files are untouched. */
async function demandKept(folder: string, files: ReadonlyMap<string, Buffer>, { file, harmed, gone }: { readonly file: string; readonly harmed: Buffer | null; readonly gone: readonly string[] }, seen: View): Promise<void> {
  const now = await bytesIn(folder)
  const carriedOut = file.startsWith(JOURNAL) && seen.damaged.size === 0
  const kept = [now.get(file), now.get(seen.damaged.get(file) ?? ''), ...[...now].flatMap(([name, bytes]) => (name.startsWith('.quarantine/') ? [bytes] : []))]
  demand(carriedOut || harmed === null || kept.some((bytes) => bytes?.equals(harmed) === true), 'the harmed file is not kept')
  for (const [other, bytes] of files) {
    if ((other === file && harmed !== null) || other.startsWith(JOURNAL) || carriedOut) continue
    demand(gone.includes(other) ? !now.has(other) : now.get(other)?.equals(bytes) === true, `${other} was written`)
  }
}
