import { promisify } from 'node:util'
import { deflate, inflate } from 'node:zlib'
import type { Change, Edit } from '../domain/changes/change'
import { noHistory, record, stepBack, stepForward, type History, type Step } from '../domain/changes/history'
import type { Json, HistoryPage, HistoryPiece, StepMark } from '../preload/contract'

/** Edits as compressed JSON: a change of 100,000 records takes a tenth of its size. */
export type PackedEdits = Buffer

const LEAST_PACKING = { level: 1 }

/** Off this thread. */
export const pack = (edits: Json<readonly Edit[]>): Promise<PackedEdits> => promisify(deflate)(edits, LEAST_PACKING) as Promise<Buffer>
const unpack = async (packed: PackedEdits): Promise<readonly Edit[]> => JSON.parse(String(await promisify(inflate)(packed))) as readonly Edit[]

/** A page is sent when it holds so many edits. */
const FULL = 400

/** What can be undone in the open project: the window's history, kept here so that it outlives the window's page. */
export class UndoLog {
  #history: History = noHistory
  /** The edits of large steps, whose changes in the history hold none. */
  readonly #packed = new WeakMap<Change, readonly PackedEdits[]>()

  note(change: Change, step: StepMark | null): void {
    if (step?.act === 'do') this.#history = record(this.#history, change, step.joins, step.at)
    else if (step) this.#history = step.act === 'undo' ? stepBack(this.#history) : stepForward(this.#history)
  }

  noteLarge(label: string, edits: readonly PackedEdits[], step: StepMark): void {
    const change: Change = { label, edits: [] }
    this.#packed.set(change, edits)
    this.note(change, step)
  }

  /** After records were replaced from outside, nothing of it fits any more. */
  clear(): void {
    this.#history = noHistory
  }

  /** @param from where the page begins, as the page before says */
  async page(from: number): Promise<HistoryPage> {
    const all = [...this.#pieces()]
    const pieces: HistoryPiece[] = []
    let at = from
    for (let size = 0; at < all.length && size < FULL; at += 1) {
      const piece = await all[at]?.()
      if (piece) pieces.push(piece)
      size += piece?.edits.length ?? 0
    }
    return { pieces, next: at < all.length ? at : null }
  }

  *#pieces(): Iterable<() => Promise<HistoryPiece>> {
    for (const of of ['done', 'undone'] as const) {
      for (const step of this.#history[of]) {
        const packed = this.#packed.get(step.change)
        if (packed) for (const [n, part] of packed.entries()) yield async () => pieceOf(of, step, n === 0, await unpack(part))
        else yield () => Promise.resolve(pieceOf(of, step, true, step.change.edits))
      }
    }
  }
}

const pieceOf = (of: 'done' | 'undone', { change, joins, at }: Step, first: boolean, edits: readonly Edit[]): HistoryPiece => ({ of, first, label: change.label, joins, at, edits })
