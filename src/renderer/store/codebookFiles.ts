import { appendDimensions } from '../../domain/changes/commands/codebook/importing'
import type { Dimension } from '../../domain/project/codebook'
import type { Bridge, CodebookOffer, PreparedCodebook } from '../../preload/contract'
import type { Session } from './session'

/** Codebooks that come from files or with Synoptic, and the project's own on its way out. */
export class CodebookFiles {
  constructor(private readonly bridge: Bridge, private readonly session: () => Session | null, private readonly notify: (text: string) => void) {}

  /** Asks for a file; null when there is nothing to offer, which the researcher knows by then. */
  async choose(): Promise<CodebookOffer | null> {
    const answer = await this.bridge.call('codebook.choose', null)
    if (answer.ok) return answer.value
    this.notify(answer.message)
    return null
  }

  /** The codebooks that come with Synoptic; none when they can't be read, which is told. */
  async prepared(): Promise<readonly PreparedCodebook[]> {
    const answer = await this.bridge.call('codebook.prepared', null)
    if (answer.ok) return answer.value
    this.notify(answer.message)
    return []
  }

  /** Adds dimensions to the project's codebook as one undoable step. */
  add(dimensions: readonly Dimension[]): void {
    const session = this.session()
    if (session) session.perform(appendDimensions(session.records, dimensions, session.circumstances()))
  }

  /**
   * Writes the codebook to a file once everything in it is saved.
   * @param shortcuts the keys that were changed, by command
   */
  async export(shortcuts: Readonly<Record<string, readonly string[]>>): Promise<void> {
    const session = this.session()
    if (!session) return
    const unsaved = await session.saver.flush()
    if (unsaved !== null) {
      this.notify(`Nothing was exported, because the latest changes are not saved yet. ${unsaved}`)
      return
    }
    const answer = await this.bridge.call('codebook.export', { project: session.opened.handle, shortcuts })
    if (!answer.ok) this.notify(answer.message)
    else if (answer.value) this.notify(`The codebook was written to ${answer.value.place}. Import it in another project to code with it there.`)
  }
}
