import type { Edit } from '../../domain/changes/change'
import type { Article } from '../../domain/project/article'
import { codeEntries } from '../../domain/project/codes'
import { differences, editsBack, type GoBackScope } from '../../domain/snapshots/goingBack'
import type { Snapshot } from '../../domain/snapshots/snapshot'
import type { SnapshotDifferences, SnapshotList } from '../../preload/contract'
import { textFile } from '../../storage/fileNames'
import { differingRecords, type Readable } from '../../storage/snapshots/comparison'
import { AppError } from '../failure'
import type { OpenWork } from '../openWork'
import type { SnapshotKeeper } from './keeper'

/** What can be done with the snapshots of an open project. */
export class ProjectSnapshots {
  constructor(private readonly keeper: SnapshotKeeper) {}

  /** See `snapshots.list`. */
  async list({ folder }: OpenWork): Promise<SnapshotList> {
    // Where none can be taken now, the earlier ones are all the more wanted.
    const now = this.keeper.on() ? await this.#store.current(folder, 'working').catch(() => null) : null
    return { snapshots: await this.#store.list(folder.info.id), now: now?.id ?? null }
  }

  /** See `snapshots.compare`. */
  async compare(work: OpenWork, snapshot: string): Promise<SnapshotDifferences> {
    const { id } = work.folder.info
    const now = await this.#now(work, 'working')
    const [here, there] = await differingRecords(await this.#store.readable(id, now.id), await this.#store.readable(id, snapshot))
    const found = differences(here, there)
    const names = new Map([...work.folder.records.coders, ...there.coder.values()].map((coder) => [coder.id, coder.name]))
    return {
      ...found,
      annotations: [...found.annotations].map(([coder, tally]) => ({ coder, name: names.get(coder) ?? coder, own: coder === work.coder, ...tally })),
    }
  }

  /**
   * Makes the records of the project those of a snapshot, as one change. What is now has a snapshot of its own before.
   * @returns how many records it changed
   */
  async goBack(work: OpenWork, snapshot: string, scope: 'everything' | 'mine'): Promise<number> {
    const { folder } = work
    const now = await this.#now(work, 'before-going-back')
    const [present, past] = [await this.#store.readable(folder.info.id, now.id), await this.#store.readable(folder.info.id, snapshot)]
    const [here, there] = await differingRecords(present, past)
    await folder.readArticles()
    const edits = [...editsBack(here, there, scopeOf(work, scope))]
    if (edits.length === 0) return 0
    for (const article of articlesIn(edits)) await bringTexts(work, article, present, past)
    await work.carryOut(labelOf(await this.#taken(folder.info.id, snapshot)), edits)
    return edits.length
  }

  get #store(): SnapshotKeeper['store'] {
    return this.keeper.store
  }

  #now({ folder }: OpenWork, why: 'working' | 'before-going-back'): Promise<Snapshot> {
    if (!this.keeper.on()) throw new AppError('refused', 'Snapshots are switched off on this computer, so there is none of the project as it is now. Nothing was changed. Switch them on first, in the menu File.')
    return this.#store.current(folder, why)
  }

  async #taken(project: string, snapshot: string): Promise<string> {
    return (await this.#store.list(project)).find(({ id }) => id === snapshot)?.taken ?? ''
  }
}

/** What was coded of an article that is not in the project any more, or with a code that is not, has no place to go back to. */
function scopeOf({ folder: { records }, coder }: OpenWork, scope: 'everything' | 'mine'): GoBackScope {
  if (scope === 'everything') return { of: 'everything' }
  const subjects = new Set([...records.articles, ...records.events].map(({ id }) => id))
  const codes = codeEntries(records.codebook)
  return { of: 'coder', coder, fits: (record) => subjects.has(record.subject) && (!('code' in record) || codes.has(record.code)) }
}

const labelOf = (taken: string): string => `go back to ${new Date(taken).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' })}`

const articlesIn = (edits: readonly Edit[]): readonly Article[] => edits.flatMap((edit) => (edit.kind === 'article' && edit.after ? edit.after : []))

/** The texts of an article that were there then and are not in the folder now. */
async function bringTexts({ folder }: OpenWork, { id, version, earlier }: Article, present: Readable, past: Readable): Promise<void> {
  for (const one of [version, ...earlier.map((before) => before.version)]) {
    const file = textFile(id, one)
    const bytes = present.entries.has(file) ? null : await past.read(file)
    if (bytes) await folder.writeText(id, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), one)
  }
}
