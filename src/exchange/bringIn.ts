import { apply, squash, type Change, type Edit } from '../domain/changes/change'
import type { Circumstances } from '../domain/changes/command'
import { takeInWork } from '../domain/changes/commands/takeInWork'
import { untouched } from '../domain/project/article'
import { putRecord } from '../domain/project/records'
import type { ProjectContents } from '../formats/source'
import { atOnce } from '../storage/atOnce'
import type { ProjectFolder } from '../storage/projectFolder'
import { StorageError } from '../storage/storageError'
import { recordsFor } from './recordsFor'

/** Texts written at the same time. */
const WRITTEN_AT_ONCE = 16
const TELL_EVERY = 50

/** Somebody's coding that was chosen to come in. */
export interface ChosenWork {
  readonly contents: ProjectContents
  /** The work's coder id -> id of the coder here. */
  readonly coders: ReadonlyMap<string, string>
}

/** What came in that was not here. */
export interface BroughtIn {
  readonly articles: number
  readonly annotations: number
  readonly codes: number
  readonly coders: number
}

/** A project that coding is brought into, and how a change is made there. */
export interface Receiver {
  readonly folder: ProjectFolder
  /** All of the edits or nothing. */
  carryOut(label: string, edits: readonly Edit[]): Promise<void>
}

interface Orders {
  readonly label: string
  readonly at: Circumstances
  /** How many texts are stored. */
  readonly progress: (done: number, total: number) => void
}

/** Brings others' coding into the project: texts first, then all records as one step of the history, or nothing. @throws StorageError */
export async function bringIn(project: Receiver, works: readonly ChosenWork[], orders: Orders): Promise<BroughtIn> {
  const taken = new Set<string>()
  for (;;) {
    const { change, texts, report } = await plan(project, works, orders, taken)
    const before = taken.size
    for (const article of await store(project, texts, orders)) taken.add(article)
    // An id under which the project's folder keeps another text, as of an import that was undone, is not to be had: its article gets a fresh one.
    if (taken.size > before) continue
    if (change.edits.length > 0) await project.carryOut(change.label, change.edits)
    return report
  }
}

async function plan({ folder }: Receiver, works: readonly ChosenWork[], { label, at }: Orders, taken: ReadonlySet<string>): Promise<{ readonly change: Change; readonly texts: ReadonlyMap<string, string>; readonly report: BroughtIn }> {
  const records = await recordsFor(folder, works.map(({ contents }) => contents))
  for (const id of taken) putRecord(records, 'article', id, { ...untouched, id, outlet: '', headline: '', date: '', source: { file: '', encoding: '', bytes: 0, hash: '', kind: '', part: 0 }, words: 0, length: 0, hash: '', imported: at.now })
  const changes: Change[] = [], texts = new Map<string, string>(), reports: BroughtIn[] = []
  for (const { contents, coders } of works) {
    const { edits, texts: more, report } = takeInWork(records, contents, coders, at)
    // What the next one brings may be the same.
    apply(records, { label, edits })
    changes.push({ label, edits })
    reports.push(report)
    for (const [article, text] of more) texts.set(article, text)
  }
  const sum = (of: keyof BroughtIn): number => reports.reduce((total, one) => total + one[of], 0)
  return { change: { label, edits: squash(changes).edits }, texts, report: { articles: sum('articles'), annotations: sum('annotations'), codes: sum('codes'), coders: sum('coders') } }
}

/** @returns the articles under whose id another text is kept */
async function store({ folder }: Receiver, texts: ReadonlyMap<string, string>, { progress }: Orders): Promise<readonly string[]> {
  const taken: string[] = []
  let [done, told] = [0, -Infinity]
  await atOnce(WRITTEN_AT_ONCE, texts, async ([article, text]) => {
    await folder.writeText(article, text).catch((error: unknown) => {
      if (!(error instanceof StorageError) || error.code !== 'conflict') throw error
      taken.push(article)
    })
    done += 1
    if (performance.now() - told < TELL_EVERY) return
    told = performance.now()
    progress(done, texts.size)
  })
  return taken
}
