import { appendDimensions } from '../../domain/changes/commands/codebook/importing'
import type { Dimension } from '../../domain/project/codebook'
import type { Bridge, CodebookOffer, PreparedCodebook } from '../../preload/contract'
import type { Session } from './session'

/** Codebooks that come from files or with Synoptic. */
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
}
