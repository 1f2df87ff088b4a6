import { sameData } from '../../../domain/changes/change'
import type { Coder } from '../../../domain/project/coder'
import type { OffsetReading } from '../../../domain/text/offsets'
import type { Answer, Bridge, Handle, WorkFindings, WorkOffer, WorkReport } from '../../../preload/contract'
import { Cell } from '../cell'
import { begun, choicesOf, reread, withCoder, withFile, withReading, type WorkState } from './state'

/** Where what was found comes from and goes to. */
export interface WorkGround {
  readonly bridge: Bridge
  readonly project: Handle
  readonly offer: WorkOffer
  /** Who codes in the project. */
  readonly coders: readonly Coder[]
}

/** Coding that was done elsewhere, looked at before any of it is in the project. */
export class WorkAssistant {
  readonly state: Cell<WorkState>
  /** Key of the file one looks at; null for the first. */
  readonly hand = new Cell<string | null>(null)
  /** True while passages are placed anew. */
  readonly rereading = new Cell(false)
  /** True while it comes in: what was said is not lost then. */
  keeping = false
  private asked = false

  constructor(readonly ground: WorkGround, findings: WorkFindings) {
    this.state = new Cell(begun(findings))
  }

  get label(): string {
    return this.ground.offer.label
  }

  /** Whether leaving would lose something somebody said. */
  get touched(): boolean {
    return this.asked && !this.keeping
  }

  takeFile(file: string, comes: boolean): void {
    this.change((state) => withFile(state, file, comes))
  }

  /** @param here id of a coder of this project; null for one of their own */
  takeCoder(file: string, coder: string, here: string | null): void {
    this.change((state) => withCoder(state, file, coder, here))
  }

  /**
   * Has the passages of a file placed as if its positions counted so.
   * @returns what went wrong, as a sentence; null when nothing did
   */
  async read(file: string, reading: OffsetReading): Promise<string | null> {
    const before = this.state.get().readings
    this.change((state) => withReading(state, file, reading))
    // What is asked for meanwhile is asked for with all the rest, when this is done.
    if (this.rereading.get()) return null
    this.rereading.set(true)
    try {
      for (;;) {
        const { readings } = this.state.get()
        const answer = await this.ask(readings)
        if (!answer.ok) {
          this.state.update((state) => ({ ...state, readings: before }))
          return answer.message
        }
        if (!sameData(readings, this.state.get().readings)) continue
        this.state.update((state) => reread(state, answer.value))
        return null
      }
    } finally {
      this.rereading.set(false)
    }
  }

  /** Brings in what is ticked. The project has to be read anew then. */
  keep(): Promise<Answer<WorkReport>> {
    const { bridge, project, offer } = this.ground
    return bridge.call('work.keep', { project, offer: offer.id, choices: choicesOf(this.state.get()) })
  }

  async discard(): Promise<void> {
    await this.ground.bridge.call('work.discard', { offer: this.ground.offer.id })
  }

  private ask(readings: WorkState['readings']): Promise<Answer<WorkFindings>> {
    const { bridge, project, offer } = this.ground
    return bridge.call('work.read', { project, offer: offer.id, readings })
  }

  private change(next: (state: WorkState) => WorkState): void {
    this.asked = true
    this.state.update(next)
  }
}
