import type { ExportOrder } from '../../../domain/exporting/order'
import { everything } from '../../../domain/exporting/usual'
import type { Bridge } from '../../../preload/contract'
import { Cell } from '../cell'
import type { Session } from '../session'
import { ExportAssistant } from './assistant'

/** The export that is being put together, if any. */
export class Exporting {
  readonly current = new Cell<ExportAssistant | null>(null)

  constructor(private readonly bridge: Bridge, private readonly session: () => Session | null, private readonly notify: (text: string) => void) {}

  /**
   * Begins an export as the last one of this project was.
   * @param asked what it is to be otherwise; what it is of is then everything, unless that is said too
   */
  async begin(asked: Partial<ExportOrder> = {}): Promise<void> {
    const session = this.session()
    if (!session) return
    // A preview shows what is saved.
    const unsaved = await session.saver.flush()
    if (unsaved !== null) {
      this.notify(`Nothing was exported, because the latest changes are not saved yet. ${unsaved}`)
      return
    }
    const project = session.opened.handle
    const answer = await this.bridge.call('export.begin', { project })
    if (this.session() !== session) return
    if (!answer.ok) {
      this.notify(answer.message)
      return
    }
    const { formats, order } = answer.value
    const narrowed = Object.keys(asked).length > 0 && { selection: everything }
    this.current.set(new ExportAssistant(this.bridge, project, formats, { ...order, ...narrowed, ...asked }))
  }

  leave(): void {
    this.current.set(null)
  }
}
