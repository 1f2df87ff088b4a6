import { apply, ConflictError, invertEdit, type Change, type Edit } from '../../domain/changes/change'
import type { Circumstances, Outcome } from '../../domain/changes/command'
import { noHistory, record, redo, stepBack, stepForward, undo, type History } from '../../domain/changes/history'
import type { Plan } from '../../domain/changes/plan'
import type { LikePair } from '../../domain/align/nearDuplicates'
import type { Codebook, Dimension } from '../../domain/project/codebook'
import type { Coder } from '../../domain/project/coder'
import { codeEntries, type CodeEntry } from '../../domain/project/codes'
import { dimensionProgress, subjectProgress, type Progress } from '../../domain/project/progress'
import { emptyRecords, putRecord, THE, type Records } from '../../domain/project/records'
import type { DamagedFile } from '../../domain/project/damagedFile'
import type { Bridge, FindPlace, OpenedProject, PassageLike, SavedChange, Signals, StepMark, Writing } from '../../preload/contract'
import type { FoundPassages } from '../../domain/changes/commands/passages'
import { Cell } from './cell'
import { CorpusLook } from './corpusLook'
import { CorpusSearch } from './corpusSearch'
import { Listing } from './listing'
import { firstOf, LargeChanges } from './largeChanges'
import { Loading } from './loading'
import { Masked } from './masked'
import { LARGE, unwatched, type LongWatch } from './longChange'
import { readDrafts, type Draft } from './drafts'
import { Saver, type Refused } from './saver'
import { Slices } from './slices'
import { Synopses } from './synopses'
import { takeBack, withdraw } from './takeBack'

/** The researcher ended what was under way; there is nothing to say. */
export class Cancelled extends Error {
  override name = 'Cancelled'
}

/** An open project: its records, what was done to them, and what is on its way to the disk. */
export class Session {
  readonly records: Records = emptyRecords()
  readonly saver: Saver<SavedChange>
  /** Grows with every applied change; whoever shows records watches it. */
  readonly revision = new Cell(0)
  /** Grows when events or articles changed: lists of them follow this one. */
  readonly catalogue = new Cell(0)
  /** Grows when entities changed. */
  readonly register = new Cell(0)
  readonly history: Cell<History>
  /** How far the files of large changes are written; null when they all are. */
  readonly writing = new Cell<Writing | null>(null)
  readonly damaged: Cell<readonly DamagedFile[]>
  /** Ids of the articles and events whose annotations are here. */
  readonly loaded: Cell<ReadonlySet<string>>
  /** True while another project is about to take its place: what were done now would be lost. */
  frozen = false
  /** The list of articles, which is whole at once unless it is long. */
  readonly listing: Listing
  /** Articles that are much alike, as last looked for. */
  readonly copies: CorpusLook<readonly LikePair[]>
  /** Proposed events as the researcher left them. */
  readonly drafts: CorpusLook<readonly Draft[]>
  /** What the articles of events share. */
  readonly synopses: Synopses
  /** What outlets are called, while they are masked. */
  readonly masked: Masked
  private readonly loading: Loading
  private readonly large: LargeChanges
  private readonly searches = new Map<FindPlace, CorpusSearch>()
  private readonly texts = new Map<string, Promise<string>>()
  /** Those of them that are here. */
  private readonly read = new Map<string, string>()
  private readonly maskWatchers = new Set<() => void>()
  private readonly editWatchers = new Set<(edits: readonly Edit[]) => void>()
  /** Refused, but what was done after them is not yet known to be. */
  private stranded: readonly Change[] = []
  private entries: { of: Codebook; map: ReadonlyMap<string, CodeEntry> } | undefined

  constructor(readonly opened: OpenedProject, private readonly bridge: Bridge, private readonly watch: LongWatch = unwatched, history: History = noHistory) {
    this.history = new Cell(history)
    putRecord(this.records, 'project', THE, opened.info)
    putRecord(this.records, 'codebook', THE, opened.codebook)
    for (const coder of opened.coders) putRecord(this.records, 'coder', coder.id, coder)
    for (const event of opened.events) putRecord(this.records, 'event', event.id, event)
    for (const entity of opened.entities) putRecord(this.records, 'entity', entity.id, entity)
    for (const outlet of opened.outlets) putRecord(this.records, 'outlet', outlet.id, outlet)
    for (const ruling of opened.rulings) putRecord(this.records, 'ruling', ruling.id, ruling)
    for (const article of opened.articles) putRecord(this.records, 'article', article.id, article)
    this.damaged = new Cell(opened.damaged)
    this.saver = new Saver(
      (changes) => bridge.call('project.save', { project: opened.handle, changes }),
      ({ damaged }) => { this.noteDamage(damaged) },
      (refused) => { this.refuse(refused) },
    )
    const ground = { bridge, project: opened.handle, records: this.records }
    this.masked = new Masked(this.records, opened.coder.id, (article) => this.read.get(this.textKey(article)))
    this.onEdits((edits) => { if (this.masked.noted(edits)) this.turned() })
    this.listing = new Listing({ ...ground, damaged: (files) => { this.noteDamage(files) } }, opened.articlesToCome)
    if (opened.articlesToCome) void this.listing.whole.then(() => { this.masked.forget(); this.catalogue.update((n) => n + 1) }, () => undefined)
    this.loading = new Loading({ ...ground, arrived: (edits) => { this.tell(edits) }, damaged: (files) => { this.noteDamage(files) } })
    this.loaded = this.loading.loaded
    this.large = new LargeChanges({ ...ground, applied: (edits) => { this.tellWatchers(edits) } }, this.loading, () => this.saver.flush())
    const searching = { bridge, project: opened.handle, flush: () => this.listing.whole.then(() => this.saver.flush()) }
    this.copies = new CorpusLook(searching, (run) => bridge.call('corpus.copies', run))
    this.drafts = new CorpusLook(searching, (run) => bridge.call('corpus.events', run), readDrafts)
    this.synopses = new Synopses({ ...searching, records: this.records, text: (article) => this.text(article), masked: this.masked })
    this.onEdits((edits) => { this.synopses.noted(edits) })
    if (!this.records.coder.has(opened.coder.id)) this.join(opened.coder)
  }

  get readOnly(): string | null {
    return this.opened.readOnly
  }

  /** The records as they are shown, searched and sorted; see `Masked`. Commands go by `records`. */
  get seen(): Records {
    return this.masked.seen
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

  /** How far a coder, the one at work unless another is asked for, is with an article or event as a whole. */
  progressWith(subject: string, kind: 'article' | 'event', coder = this.opened.coder.id): Progress {
    const codebook = this.records.codebook.get(THE) ?? this.opened.codebook
    return subjectProgress(this.records, codebook, { coder, subject, kind, entries: this.codes() })
  }

  /**
   * Applies what a command came to, remembers it for undo and saves it.
   * @param joins see `record` in domain/changes/history
   * @returns whether there was anything to do
   */
  perform(outcome: Outcome, joins: string | null = null): boolean {
    if (!outcome || !this.mayChange(outcome.edits)) return false
    const at = new Date().toISOString()
    this.applied(outcome, { act: 'do', joins, at })
    this.history.set(record(this.history.get(), outcome, joins, at))
    return true
  }

  /**
   * Carries out a plan, however much it touches, without blocking the window; all annotations are fetched before, if they
   * are not here yet. A large one is applied when it is durable as a whole; meanwhile nothing else can be changed, and
   * until then it can be cancelled. Its files are written while one goes on working: see `writing`.
   * @returns whether it was carried out
   */
  async carryOut(plan: Plan, watch: LongWatch = this.watch): Promise<boolean> {
    await this.listing.whole
    if (!this.mayChange()) return false
    const edits = this.loading.complete && plan.touched <= LARGE ? firstOf(plan, LARGE + 1) : null
    if (edits && edits.length <= LARGE) return edits.length > 0 && this.perform({ label: plan.label, edits })
    const at = new Date().toISOString()
    return this.large.start({ plan, watch, step: { act: 'do', joins: null, at }, done: (change) => { this.entered(change, { act: 'do', joins: null, at }, record(this.history.get(), change, null, at)) } })
  }

  /**
   * @returns what was changed by that; null when nothing was, or it is so large that it is still under way
   * @throws Error with a sentence for the researcher when the records are not as the step left them
   */
  undo(): Change | null {
    return this.step('undo')
  }

  redo(): Change | null {
    return this.step('redo')
  }

  /** Undoes or does again one step after the other, until so many are done. @returns whether it came to that */
  async stepTo(done: number): Promise<boolean> {
    for (const slices = new Slices(); ; ) {
      if (slices.spent) await slices.rest()
      const now = this.history.get()
      const act = now.done.length > done ? 'undo' : 'redo'
      if (now.done.length === done) return true
      if (this.step(act) === null) await this.large.over()
      if (this.history.get() === now) return false
    }
  }

  /** Resolves when no large change is under way that can't be cancelled any more. */
  settled(): Promise<void> {
    return this.large.over('decided')
  }

  /** Calls back with the edits of every applied change, before anything else hears of it. */
  onEdits(watcher: (edits: readonly Edit[]) => void): () => void {
    this.editWatchers.add(watcher)
    return () => { this.editWatchers.delete(watcher) }
  }

  /** Calls back when outlets were masked or revealed, however that came about, before anything is shown in another way. */
  onMask(watcher: () => void): () => void {
    this.maskWatchers.add(watcher)
    return () => { this.maskWatchers.delete(watcher) }
  }

  /** An article's canonical text, in the version it is at unless another is asked for. Rejects with a sentence for the researcher. */
  text(article: string, version = this.records.article.get(article)?.version ?? null): Promise<string> {
    const key = this.textKey(article, version)
    let known = this.texts.get(key)
    if (!known) {
      known = this.bridge.call('article.text', { project: this.opened.handle, article, version }).then((answer) => {
        if (!answer.ok) {
          this.noteDamage(answer.damaged)
          throw new Error(answer.message)
        }
        const { text: read, intact } = answer.value
        if (!intact) this.noteDamage([{ file: `articles/text/${article}${(version ?? 1) === 1 ? '' : `.v${version}`}.txt`, kind: 'damaged', problem: read === '' ? 'is empty' : 'is not the text that was imported', keptAs: '', previous: null }])
        this.read.set(key, answer.value.text)
        return answer.value.text
      })
      known.catch(() => { this.texts.delete(key) })
      this.texts.set(key, known)
    }
    return known
  }

  /** How far a search is. */
  found(told: Signals['found']): void {
    for (const search of this.searches.values()) search.heard(told)
  }

  /** The search in a part of the window; what it found stays while the project is open. */
  search(place: FindPlace): CorpusSearch {
    const known = this.searches.get(place) ?? new CorpusSearch({ bridge: this.bridge, project: this.opened.handle, flush: () => this.saver.flush() }, place)
    this.searches.set(place, known)
    return known
  }

  /** Stores another version of an article's text. Rejects with a sentence for the researcher. */
  async storeVersion(article: string, text: string): Promise<{ readonly version: number; readonly hash: string }> {
    const answer = await this.bridge.call('article.correct', { project: this.opened.handle, article, text })
    if (!answer.ok) throw new Error(answer.message)
    return answer.value
  }

  /**
   * Looks for boilerplate (see the call `boilerplate.find`) as all is saved now. Rejects with a sentence for the researcher,
   * or with `Cancelled`.
   */
  async boilerplate(articles: readonly string[] | null, like: PassageLike | null): Promise<readonly FoundPassages[]> {
    await this.listing.whole
    const unsaved = await this.saver.flush()
    if (unsaved !== null) throw new Error(`Nothing was looked through, because the latest changes are not saved yet. ${unsaved}`)
    const answer = await this.bridge.call('boilerplate.find', { project: this.opened.handle, articles, like })
    if (answer.ok) return JSON.parse(answer.value) as readonly FoundPassages[]
    throw answer.code === 'cancelled' ? new Cancelled() : new Error(answer.message)
  }

  /** Fetches what was coded of those articles and events that are not here yet. */
  load(subjects: readonly string[]): Promise<void> {
    return this.loading.load(subjects)
  }

  /** Fetches all the rest while one already reads; resolves when all is here. */
  async loadAll(): Promise<void> {
    await this.listing.whole
    await this.loading.all()
  }

  /** True when the article can't be coded at present: its text or this coder's annotations of it are damaged. */
  blocked(article: string): boolean {
    const shard = `annotations/${this.opened.coder.id}/${article}.json`
    return this.damaged.get().some(({ file }) => file === shard || file.startsWith(`articles/text/${article}.`))
  }

  /** Who is new in the project becomes one of its coders; that is no step to undo. */
  private join(coder: Coder): void {
    putRecord(this.records, 'coder', coder.id, coder)
    if (this.readOnly === null) this.saver.add({ change: { label: 'join', edits: [{ kind: 'coder', id: coder.id, before: null, after: coder }] }, step: null })
  }

  /** @param edits what is to be changed, where that is known */
  private mayChange(edits: readonly Edit[] = []): boolean {
    const { label } = this.large
    if (label !== null) this.watch.refused(label)
    const early = !this.listing.state.get().whole && edits.some(({ kind }) => !ANY_TIME.has(kind))
    if (early) this.watch.notify('Nothing was changed, because the list of articles is still being read. Coding goes on meanwhile; do this again in a moment.')
    return this.readOnly === null && !this.frozen && label === null && !early
  }

  private step(act: 'undo' | 'redo'): Change | null {
    const now = this.history.get()
    const last = (act === 'undo' ? now.done : now.undone).at(-1)?.change
    if (!last || !this.mayChange(last.edits)) return null
    if (last.edits.length > LARGE) {
      const edits = act === 'undo' ? () => inverse(last) : () => last.edits
      const label = `${act}: ${last.label}`
      const done = (change: Change): void => { this.entered(change, { act }, act === 'undo' ? stepBack(now) : stepForward(now)) }
      void this.large.start({ plan: { label, touched: last.edits.length, edits }, step: { act }, watch: this.watch, done })
      return null
    }
    const step = act === 'undo' ? undo(now) : redo(now)
    if (!step) return null
    try {
      this.applied(step.change, { act })
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error
      throw new Error(`“${last.label}” can’t be ${act === 'undo' ? 'undone' : 'done again'}: what it changed is not as it was any more. Nothing was changed.`, { cause: error })
    }
    this.history.set(step.history)
    return step.change
  }

  private applied(change: Change, step: StepMark): void {
    apply(this.records, change)
    this.welcome(change.edits, step)
    this.tell(change.edits)
    this.saver.add({ change, step })
  }

  /** What can't be saved must not seem to be there. */
  private refuse(refused: readonly Refused<SavedChange>[]): void {
    const { edits, left } = takeBack(this.records, [...this.stranded, ...refused.map(({ change }) => change.change)])
    this.stranded = left
    for (const { change } of refused) if (change.step?.act === 'do') this.history.set(withdraw(this.history.get(), change.change))
    if (edits.length > 0) this.tell(edits)
    const [first] = refused
    const more = refused.length > 1 ? ` ${refused.length - 1} more that rested on it or came with it could not be saved either.` : ''
    const end = left.length === 0 ? 'It was taken back; everything else is saved.' : 'It could not be taken back, because something was changed after it: open the project again to see what is saved.'
    if (first) this.watch.notify(`“${first.change.change.label}” could not be saved: ${first.reason}.${more} ${end}`)
  }

  /** A large change is in the records. */
  private entered({ edits }: Change, step: StepMark, history: History): void {
    this.welcome(edits, step)
    this.history.set(history)
    this.grow(edits)
  }

  /** An event or article that begins here has nothing on the disk; of one that comes back there may be something that was never read. */
  private welcome(edits: readonly Edit[], { act }: StepMark): void {
    const come = edits.flatMap(({ kind, id, before }) => ((kind === 'event' || kind === 'article') && before === null && !this.loaded.get().has(id) ? [id] : []))
    if (come.length === 0) return
    if (act === 'do') this.loading.begun(come)
    else this.load(come).catch((error: unknown) => { this.watch.notify(error instanceof Error ? error.message : String(error)) })
  }

  private textKey(article: string, version = this.records.article.get(article)?.version ?? null): string {
    return `${article} ${version ?? 1}`
  }

  /** What was found and named under another mask, or none, must not be seen under this one. */
  private turned(): void {
    this.drafts.forget()
    for (const search of this.searches.values()) search.reset()
    for (const watcher of [...this.maskWatchers]) watcher()
  }

  private tell(edits: readonly Edit[]): void {
    this.tellWatchers(edits)
    this.grow(edits)
  }

  private tellWatchers(edits: readonly Edit[]): void {
    for (const watcher of [...this.editWatchers]) watcher(edits)
  }

  private grow(edits: readonly Edit[]): void {
    if (edits.some((edit) => edit.kind === 'event' || edit.kind === 'article' || (edit.kind === 'project' && edit.before?.masking !== edit.after?.masking))) this.catalogue.update((n) => n + 1)
    if (edits.some((edit) => edit.kind === 'entity')) this.register.update((n) => n + 1)
    this.revision.update((n) => n + 1)
  }

  private noteDamage(found: readonly DamagedFile[]): void {
    const known = this.damaged.get()
    const fresh = found.filter((one) => !known.some((other) => other.file === one.file))
    if (fresh.length > 0) this.damaged.set([...known, ...fresh])
  }
}

/** What can be changed before all articles are known: nothing of it asks which articles there are. */
const ANY_TIME = new Set(['annotation', 'sheet', 'entity', 'coder', 'project'])

function* inverse({ edits }: Change): Iterable<Edit> {
  for (const edit of edits) yield invertEdit(edit)
}
