import type { ExportOrder } from '../../../domain/exporting/order'
import type { Selection } from '../../../domain/exporting/selection'
import { everything } from '../../../domain/exporting/usual'
import type { Bridge, ExportPreview, FormatOffer, Handle } from '../../../preload/contract'
import { Cell } from '../cell'
import { mended } from './mended'

/** How an export would begin, as far as it is known. */
export interface Looked {
  /** The last one that was read; it stays to be seen while the next is read. */
  readonly preview: ExportPreview | null
  readonly reading: boolean
  /** Why there is none, in words. */
  readonly problem: string | null
}

/** What is changed quickly one after the other is looked at once. */
const AFTER_MS = 120

/** An export while it is put together. */
export class ExportAssistant {
  readonly order: Cell<ExportOrder>
  readonly looked = new Cell<Looked>({ preview: null, reading: true, problem: null })
  /** The articles that were chosen before; null for none. */
  readonly ticked: readonly string[] | null
  #asked = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly bridge: Bridge, private readonly project: Handle, readonly formats: readonly FormatOffer[], order: ExportOrder) {
    this.order = new Cell(mended(order, formats))
    this.ticked = order.selection.articles
    void this.#look()
  }

  change(change: Partial<ExportOrder>): void {
    this.order.update((order) => mended({ ...order, ...change }, this.formats))
    this.looked.update((looked) => ({ ...looked, reading: true }))
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => { void this.#look() }, AFTER_MS)
  }

  select(change: Partial<Selection>): void {
    this.change({ selection: { ...this.order.get().selection, ...change } })
  }

  /** Nothing is left out any more. */
  selectAll(): void {
    this.change({ selection: everything })
  }

  async #look(): Promise<void> {
    this.#asked += 1
    const asked = this.#asked
    const answer = await this.bridge.call('export.preview', { project: this.project, order: this.order.get() })
    if (asked !== this.#asked) return
    this.looked.set(answer.ok ? { preview: answer.value, reading: false, problem: null } : { preview: null, reading: false, problem: answer.message })
  }
}
