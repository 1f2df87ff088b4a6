import { apply, type Change, type Edit } from '../../domain/changes/change'
import type { Circumstances, Outcome } from '../../domain/changes/command'
import { noHistory, record, redo, undo, type History } from '../../domain/changes/history'
import type { Codebook, Dimension } from '../../domain/project/codebook'
import type { Coder } from '../../domain/project/coder'
import { codeEntries, type CodeEntry } from '../../domain/project/codes'
import { dimensionProgress, subjectProgress, type Progress } from '../../domain/project/progress'
import { emptyRecords, putRecord, THE, type Records } from '../../domain/project/records'
import type { DamagedFile } from '../../domain/project/damagedFile'
import type { Wanted } from '../../domain/text/occurrences'
import type { Bridge, Found, OpenedProject } from '../../preload/contract'
import { Cell } from './cell'
import { Saver } from './saver'

const BATCH = 50

/** An open project: its records, what was done to them, and what is on its way to the disk. */
export class Session {
  readonly records: Records = emptyRecords()
  readonly saver: Saver
  /** Grows with every applied change; whoever shows records watches it. */
  readonly revision = new Cell(0)
  /** Grows when anything but annotations changed: lists of articles follow this one. */
  readonly catalogue = new Cell(0)
  readonly history = new Cell<History>(noHistory)
  readonly damaged: Cell<readonly DamagedFile[]>
  /** Ids of the articles and events whose annotations are here. */
  readonly loaded = new Cell<ReadonlySet<string>>(new Set())
  /** True while another project is about to take its place: what were done now would be lost. */
  frozen = false
  private readonly texts = new Map<string, Promise<string>>()
  private readonly editWatchers = new Set<(edits: readonly Edit[]) => void>()
  private entries: { of: Codebook; map: ReadonlyMap<string, CodeEntry> } | undefined

  constructor(readonly opened: OpenedProject, private readonly bridge: Bridge) {
    putRecord(this.records, 'project', THE, opened.info)
    putRecord(this.records, 'codebook', THE, opened.codebook)
    for (const coder of opened.coders) putRecord(this.records, 'coder', coder.id, coder)
    for (const event of opened.events) putRecord(this.records, 'event', event.id, event)
    for (const entity of opened.entities) putRecord(this.records, 'entity', entity.id, entity)
    for (const article of opened.articles) putRecord(this.records, 'article', article.id, article)
    this.damaged = new Cell(opened.damaged)
    this.saver = new Saver(
      (changes) => bridge.call('project.save', { project: opened.handle, changes }),
      ({ damaged }) => { this.noteDamage(damaged) },
    )
    if (!this.records.coder.has(opened.coder.id)) this.join(opened.coder)
  }

  get readOnly(): string | null {
    return this.opened.readOnly
  }

  /** What commands may not find out by themselves. */
  circumstances(): Circumstances {
    return { now: new Date().toISOString(), id: () => crypto.randomUUID(), coder: this.opened.coder.id }
  }

  codes(): ReadonlyMap<string, CodeEntry> {
    const codebook = this.records.codebook.get(THE) ?? this.opened.codebook
    if (this.entries?.of !== codebook) this.entries = { of: codebook, map: codeEntries(codebook) }
    return this.entries.map
  }

  /** How far the coder at work is with one dimension of an article or event. */
  progressOf(subject: string, dimension: Dimension): Progress {
    return dimensionProgress(this.records, this.codes(), { coder: this.opened.coder.id, subject, dimension })
  }

  /** How far the coder at work is with an article or event as a whole. */
  progressWith(subject: string, kind: 'article' | 'event'): Progress {
    const codebook = this.records.codebook.get(THE) ?? this.opened.codebook
    return subjectProgress(this.records, codebook, { coder: this.opened.coder.id, subject, kind, entries: this.codes() })
  }

  /**
   * Applies what a command came to, remembers it for undo and saves it.
   * @param joins see `record` in domain/changes/history
   * @returns whether there was anything to do
   */
  perform(outcome: Outcome, joins: string | null = null): boolean {
    if (!outcome || this.readOnly !== null || this.frozen) return false
    this.applied(outcome)
    this.history.set(record(this.history.get(), outcome, joins))
    return true
  }

  undo(): Change | null {
    return this.step(undo(this.history.get()))
  }

  redo(): Change | null {
    return this.step(redo(this.history.get()))
  }

  /** Calls back with the edits of every applied change, before anything else hears of it. */
  onEdits(watcher: (edits: readonly Edit[]) => void): () => void {
    this.editWatchers.add(watcher)
    return () => { this.editWatchers.delete(watcher) }
  }

  /** An article's canonical text. Rejects with a sentence for the researcher. */
  text(article: string): Promise<string> {
    let known = this.texts.get(article)
    if (!known) {
      known = this.bridge.call('article.text', { project: this.opened.handle, article }).then((answer) => {
        if (!answer.ok) throw new Error(answer.message)
        if (!answer.value.intact) this.noteDamage([{ file: `articles/text/${article}.txt`, problem: 'is not the text that was imported', keptAs: '', previous: null }])
        return answer.value.text
      })
      known.catch(() => { this.texts.delete(article) })
      this.texts.set(article, known)
    }
    return known
  }

  /** Where a string occurs in the texts of some articles. Rejects with a sentence for the researcher. */
  async find(articles: readonly string[], wanted: Wanted, most: number): Promise<Found> {
    const answer = await this.bridge.call('text.find', { project: this.opened.handle, articles, wanted, most })
    if (!answer.ok) throw new Error(answer.message)
    return answer.value
  }

  /** Fetches what was coded of those articles and events that are not here yet. */
  async load(subjects: readonly string[]): Promise<void> {
    const wanted = subjects.filter((id) => !this.loaded.get().has(id))
    if (wanted.length === 0) return
    const answer = await this.bridge.call('project.annotations', { project: this.opened.handle, subjects: wanted })
    if (!answer.ok) throw new Error(answer.message)
    const late = (one: { readonly subject: string }): boolean => this.loaded.get().has(one.subject)
    const fresh = answer.value.annotations.filter((one) => !this.records.annotation.has(one.id) && !late(one))
    for (const annotation of fresh) putRecord(this.records, 'annotation', annotation.id, annotation)
    for (const sheet of answer.value.sheets) if (!this.records.sheet.has(sheet.id) && !late(sheet)) putRecord(this.records, 'sheet', sheet.id, sheet)
    this.noteDamage(answer.value.damaged)
    this.loaded.set(new Set([...this.loaded.get(), ...wanted]))
    this.tell(fresh.map((after) => ({ kind: 'annotation', id: after.id, before: null, after })))
  }

  /** Fetches all the rest, in batches, so that counts become complete while one already reads. */
  async loadAll(): Promise<void> {
    const ids = [...this.records.event.keys(), ...this.records.article.keys()]
    for (let at = 0; at < ids.length; at += BATCH) await this.load(ids.slice(at, at + BATCH))
  }

  /** True when the article can't be coded at present: its text or this coder's annotations of it are damaged. */
  blocked(article: string): boolean {
    const files = [`annotations/${this.opened.coder.id}/${article}.json`, `articles/text/${article}.txt`]
    return this.damaged.get().some((one) => files.includes(one.file))
  }

  /** Who is new in the project becomes one of its coders; that is no step to undo. */
  private join(coder: Coder): void {
    putRecord(this.records, 'coder', coder.id, coder)
    if (this.readOnly === null) this.saver.add({ label: 'join', edits: [{ kind: 'coder', id: coder.id, before: null, after: coder }] })
  }

  private step(step: { history: History; change: Change } | undefined): Change | null {
    if (!step || this.readOnly !== null || this.frozen) return null
    this.applied(step.change)
    this.history.set(step.history)
    return step.change
  }

  private applied(change: Change): void {
    apply(this.records, change)
    this.tell(change.edits)
    this.saver.add(change)
  }

  private tell(edits: readonly Edit[]): void {
    for (const watcher of [...this.editWatchers]) watcher(edits)
    if (edits.some((edit) => edit.kind !== 'annotation')) this.catalogue.update((n) => n + 1)
    this.revision.update((n) => n + 1)
  }

  private noteDamage(found: readonly DamagedFile[]): void {
    const known = this.damaged.get()
    const fresh = found.filter((one) => !known.some((other) => other.file === one.file))
    if (fresh.length > 0) this.damaged.set([...known, ...fresh])
  }
}
