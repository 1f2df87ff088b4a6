import type { Answer, Bridge, SnapshotDifferences, SnapshotList, SnapshotPlace } from '../../preload/contract'
import { Cell } from './cell'
import type { Session } from './session'

/** What the window knows and asks of the snapshots on this machine. Calls reject with a sentence for the researcher. */
export class Snapshots {
  /** Why the last one could not be taken, as a sentence; null when it could. */
  readonly problem = new Cell<string | null>(null)

  constructor(private readonly bridge: Bridge) {
    bridge.on('snapshots', ({ problem }) => { this.problem.set(problem) })
  }

  /** Those of an open project, once everything in it is saved. */
  async list(session: Session): Promise<SnapshotList> {
    const unsaved = await session.saver.flush()
    if (unsaved !== null) throw new Error(`The snapshots can’t be compared yet, because the latest changes are not saved. ${unsaved}`)
    return valueOf(await this.bridge.call('snapshots.list', { project: session.opened.handle }))
  }

  async compare(session: Session, snapshot: string): Promise<SnapshotDifferences> {
    return valueOf(await this.bridge.call('snapshots.compare', { project: session.opened.handle, snapshot }))
  }

  async place(): Promise<SnapshotPlace> {
    return valueOf(await this.bridge.call('snapshots.place', null))
  }

  async deleteAll(): Promise<SnapshotPlace> {
    return valueOf(await this.bridge.call('snapshots.deleteAll', null))
  }
}

function valueOf<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value
  throw new Error(answer.message)
}
