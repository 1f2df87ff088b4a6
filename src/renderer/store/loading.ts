import type { Edit } from '../../domain/changes/change'
import { putRecord, type Records } from '../../domain/project/records'
import type { Sheet } from '../../domain/project/sheet'
import type { DamagedFile } from '../../domain/project/damagedFile'
import type { Bridge, Handle, LoadedAnnotations } from '../../preload/contract'
import { Cell } from './cell'

const BATCH = 50
/** Of a large corpus more is fetched at a time, up to the 10,000 of one call. */
const MOST_BATCHES = 200
const TELL_EVERY_MS = 200

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

  /** The same, ahead of the cell while the rest comes in: a set of 100,000 is not published with every batch. */
  private readonly here = new Set<string>()
  private held = false

  constructor(private readonly target: Target) {}

  /** Fetches what was coded of those articles and events that are not here yet. */
  async load(subjects: readonly string[]): Promise<void> {
    for (const batch of inBatches(subjects, BATCH)) await this.fetch(batch)
    if (this.held) this.publish()
  }

  /** Those were begun here: there is nothing to fetch of them. */
  begun(subjects: readonly string[]): void {
    for (const id of subjects) this.here.add(id)
    if (!this.held) this.publish()
  }

  /**
   * Fetches all the rest, in batches, so that counts become complete while one already reads. Resolves when all is here;
   * a batch that fails is tried once more when the others are here, and rejects only then.
   */
  all(): Promise<void> {
    this.rest ??= this.fetchAll().finally(() => { this.rest = undefined })
    return this.rest
  }

  /** True when the annotations of everything are here. */
  get complete(): boolean {
    for (const id of this.subjects()) if (!this.here.has(id)) return false
    return true
  }

  private async fetchAll(): Promise<void> {
    const failed: (readonly string[])[] = []
    const rest = [...this.subjects()].filter((id) => !this.here.has(id))
    const size = Math.max(BATCH, Math.ceil(rest.length / MOST_BATCHES))
    let told = performance.now()
    for (const batch of inBatches(rest, size)) {
      this.held = performance.now() - told < TELL_EVERY_MS
      if (!this.held) told = performance.now()
      await this.fetch(batch).catch(() => { failed.push(batch) })
    }
    this.held = false
    this.publish()
    for (const batch of failed) await this.fetch(batch)
  }

  private async fetch(subjects: readonly string[]): Promise<void> {
    const { bridge, project, records, arrived, damaged } = this.target
    const wanted = subjects.filter((id) => !this.here.has(id))
    if (wanted.length === 0) return
    const answer = await bridge.call('project.annotations', { project, subjects: wanted })
    if (!answer.ok) throw new Error(answer.message)
    const found = JSON.parse(answer.value) as LoadedAnnotations
    // Meanwhile it may have come by another way, or its article or event may be gone.
    const fits = ({ subject }: { readonly subject: string }): boolean => !this.here.has(subject) && (records.article.has(subject) || records.event.has(subject))
    const fresh = found.annotations.filter((one) => !records.annotation.has(one.id) && fits(one))
    for (const annotation of fresh) putRecord(records, 'annotation', annotation.id, annotation)
    for (const sheet of newest(found.sheets)) {
      if (fits(sheet) && !records.sheetsOf.get(sheet.subject)?.has(sheet.coder)) putRecord(records, 'sheet', sheet.id, sheet)
    }
    damaged(found.damaged)
    this.begun(wanted.filter((id) => records.article.has(id) || records.event.has(id)))
    if (fresh.length > 0 || found.sheets.length > 0) arrived(fresh.map((after) => ({ kind: 'annotation', id: after.id, before: null, after })))
  }

  private publish(): void {
    this.loaded.set(new Set(this.here))
  }

  private *subjects(): Iterable<string> {
    yield* this.target.records.event.keys()
    yield* this.target.records.article.keys()
  }
}

function* inBatches(subjects: readonly string[], size: number): Iterable<readonly string[]> {
  for (let at = 0; at < subjects.length; at += size) yield subjects.slice(at, at + size)
}

/** One sheet of each coder for each subject: two can come of a folder that was synced between machines. */
function newest(sheets: readonly Sheet[]): Iterable<Sheet> {
  const found = new Map<string, Sheet>()
  for (const sheet of sheets) {
    const key = `${sheet.coder} ${sheet.subject}`
    const other = found.get(key)
    if (!other || other.modified < sheet.modified) found.set(key, sheet)
  }
  return found.values()
}
