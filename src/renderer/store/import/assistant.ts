import type { ColumnMapping } from '../../../domain/import/mapping'
import type { Article } from '../../../domain/project/article'
import type { Bridge, FoundEntry, Handle, ImportFindings, ImportOffer, Progress, TableOffer } from '../../../preload/contract'
import { Cell } from '../cell'
import { correctedChoices, dateOffered, isTicked, problemsLeft, tickedChoices, corrected, type Correction } from './corrections'
import { act, begun, chosenArticles, entriesById, mapped, only, redo, reread, undo, type Found, type ImportState } from './state'

/** Where what was found comes from and goes to. */
export interface ImportGround {
  readonly bridge: Bridge
  readonly project: Handle
  readonly offer: ImportOffer
  /** What the project calls an outlet; see `outletNaming`. */
  readonly nameOutlet: (written: string) => string
}

/** What was found in some files, looked at and corrected before any of it is in the project. */
export class ImportAssistant {
  readonly state: Cell<ImportState>
  /** The row one is at. */
  readonly hand = new Cell<string | null>(null)
  /** The key of the table that is being read anew, and how far that is; null when none is. */
  readonly rereading = new Cell<{ readonly file: string; readonly progress: Progress | null } | null>(null)
  /** True when the texts are in the project's folder already, and only the articles could not be added. */
  readonly kept = new Cell(false)
  private readonly texts = new Map<string, Promise<string>>()
  private readonly waiting = new Map<string, ColumnMapping>()

  constructor(private readonly ground: ImportGround, findings: ImportFindings) {
    this.state = new Cell(begun(readOut(findings)))
  }

  get label(): string {
    return this.ground.offer.label
  }

  get offer(): ImportOffer {
    return this.ground.offer
  }

  /** Whether leaving would lose something somebody did. */
  get touched(): boolean {
    return this.state.get().done.length > 0
  }

  /** Ticks rows, or takes the tick away. */
  tick(ids: readonly string[], ticked: boolean): void {
    this.state.update((state) => act(state, (choices) => tickedChoices(choices, entriesOf(state, ids), ticked)))
  }

  /** Sets fields of rows; an outlet gets the name it has in the project. */
  correct(ids: readonly string[], { outlet, ...fields }: Correction): void {
    const correction: Correction = { ...fields, ...(outlet !== undefined && { outlet: this.ground.nameOutlet(outlet) }) }
    this.state.update((state) => act(state, (choices) => correctedChoices(choices, entriesOf(state, ids), () => correction)))
  }

  /** Takes the date that stands in the text, in rows that have none and one to offer. */
  takeDates(ids: readonly string[]): void {
    this.state.update((state) => act(state, (choices) => correctedChoices(choices, entriesOf(state, ids), (entry) => {
      const date = dateOffered(problemsLeft(entry, corrected(entry, choices)))
      return date === null ? {} : { date }
    })))
  }

  undo(): void {
    this.state.update(undo)
  }

  redo(): void {
    this.state.update(redo)
  }

  /** What will come in. */
  chosen(): readonly Article[] {
    return chosenArticles(this.state.get())
  }

  /** The canonical text of a found article. Rejects with a sentence for the researcher. */
  text(article: string): Promise<string> {
    const known = this.texts.get(article)
    if (known) return known
    const text = this.ground.bridge.call('article.text', { project: this.ground.project, article, version: null }).then((answer) => {
      if (!answer.ok) throw new Error(answer.message)
      return answer.value.text
    })
    text.catch(() => { this.texts.delete(article) })
    this.texts.set(article, text)
    return text
  }

  progressed(progress: Progress): void {
    this.rereading.update((now) => now && { ...now, progress })
  }

  /**
   * Reads a table anew with other columns; what is asked for while it is read is read after it.
   * @returns what went wrong, as a sentence; null when nothing did
   */
  async remap(file: string, mapping: ColumnMapping): Promise<string | null> {
    const before = this.state.get().tables.find((one) => one.key === file)
    this.state.update((state) => mapped(state, file, mapping))
    this.waiting.set(file, mapping)
    if (this.rereading.get() !== null) return null
    try {
      for (let next = this.nextWaiting(); next; next = this.nextWaiting()) {
        const problem = await this.readAnew(...next)
        if (problem === null) continue
        this.waiting.clear()
        if (before) this.state.update((state) => ({ ...state, tables: state.tables.map((one): TableOffer => (one.key === file ? before : one)) }))
        return problem
      }
      return null
    } finally {
      this.rereading.set(null)
    }
  }

  /**
   * Makes the texts of the chosen articles a part of the project's folder; the others are let go of, also here.
   * @returns what went wrong, as a sentence; null when nothing did
   */
  async keep(): Promise<string | null> {
    if (this.kept.get()) return null
    const { bridge, project, offer } = this.ground
    const articles = this.chosen().map(({ id }) => id)
    const answer = await bridge.call('import.keep', { project, offer: offer.id, articles })
    if (!answer.ok) return answer.message
    this.state.update((state) => only(state, (one) => isTicked(one, state.choices)))
    this.kept.set(true)
    return null
  }

  /** Lets go of everything that was found. */
  async discard(): Promise<void> {
    const { bridge, project, offer } = this.ground
    await bridge.call('import.discard', { project, offer: offer.id })
  }

  private nextWaiting(): readonly [string, ColumnMapping] | undefined {
    const [next] = this.waiting
    if (next) this.waiting.delete(next[0])
    return next
  }

  private async readAnew(file: string, mapping: ColumnMapping): Promise<string | null> {
    const { bridge, project, offer } = this.ground
    this.rereading.set({ file, progress: null })
    const answer = await bridge.call('import.remap', { project, offer: offer.id, file, mapping })
    if (!answer.ok) return answer.message
    // Asked for again meanwhile: that comes next, and takes the place of this.
    if (!this.waiting.has(file)) this.state.update((state) => reread(state, file, readOut(answer.value)))
    return null
  }
}

const readOut = ({ found, ...findings }: ImportFindings): Found => ({ ...findings, found: JSON.parse(found) as readonly FoundEntry[] })

function entriesOf(state: ImportState, ids: readonly string[]): readonly FoundEntry[] {
  const index = entriesById(state)
  return ids.flatMap((id) => index.get(id) ?? [])
}
