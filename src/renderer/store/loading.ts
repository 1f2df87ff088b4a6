import type { Edit } from '../../domain/changes/change'
import { putRecord, type Records } from '../../domain/project/records'
import type { DamagedFile } from '../../domain/project/damagedFile'
import type { Bridge, Handle, LoadedAnnotations } from '../../preload/contract'
import { Cell } from './cell'

const BATCH = 50

/** What loading acts on, and whom it tells. */
interface Target {
  readonly bridge: Bridge
  readonly project: Handle
  readonly records: Records
  readonly arrived: (edits: readonly Edit[]) => void
  readonly damaged: (files: readonly DamagedFile[]) => void
}

/** Fetches what was coded, article by article or all of it. */
export class Loading {
  /** Ids of the articles and events whose annotations are here. */
  readonly loaded = new Cell<ReadonlySet<string>>(new Set())
  private rest: Promise<void> | undefined

  constructor(private readonly target: Target) {}

  /** Fetches what was coded of those articles and events that are not here yet. */
  async load(subjects: readonly string[]): Promise<void> {
    for (let at = 0; at < subjects.length; at += BATCH) await this.fetch(subjects.slice(at, at + BATCH))
  }

  /** Fetches all the rest, in batches, so that counts become complete while one already reads. Resolves when all is here. */
  all(): Promise<void> {
    this.rest ??= this.load([...this.subjects()]).finally(() => { this.rest = undefined })
    return this.rest
  }

  /** True when the annotations of everything are here. */
  get complete(): boolean {
    const loaded = this.loaded.get()
    for (const id of this.subjects()) if (!loaded.has(id)) return false
    return true
  }

  private async fetch(subjects: readonly string[]): Promise<void> {
    const { bridge, project, records, arrived, damaged } = this.target
    const wanted = subjects.filter((id) => !this.loaded.get().has(id))
    if (wanted.length === 0) return
    const answer = await bridge.call('project.annotations', { project, subjects: wanted })
    if (!answer.ok) throw new Error(answer.message)
    const found = JSON.parse(answer.value) as LoadedAnnotations
    const late = (one: { readonly subject: string }): boolean => this.loaded.get().has(one.subject)
    const fresh = found.annotations.filter((one) => !records.annotation.has(one.id) && !late(one))
    for (const annotation of fresh) putRecord(records, 'annotation', annotation.id, annotation)
    for (const sheet of found.sheets) if (!records.sheet.has(sheet.id) && !late(sheet)) putRecord(records, 'sheet', sheet.id, sheet)
    damaged(found.damaged)
    this.loaded.set(new Set([...this.loaded.get(), ...wanted]))
    arrived(fresh.map((after) => ({ kind: 'annotation', id: after.id, before: null, after })))
  }

  private *subjects(): Iterable<string> {
    yield* this.target.records.event.keys()
    yield* this.target.records.article.keys()
  }
}
