import { nothingElsewhere, type ConflictCopy, type Elsewhere } from '../../domain/project/conflictCopy'
import type { Bridge } from '../../preload/contract'
import { Cell } from './cell'
import type { Session } from './session'

/** After a save it is looked again, but not more often than that. */
const LOOK_EVERY_MS = 10_000

/** What other computers did to the open project: looked for when the window is come back to, and after saving. */
export class ElsewhereWatch {
  readonly told = new Cell<Elsewhere>(nothingElsewhere)
  /** Copies whose report was put away, by where they are. */
  readonly putAway = new Cell<ReadonlySet<string>>(new Set())
  private looking = false
  private looked = Number.NEGATIVE_INFINITY
  private endSaves: () => void = () => undefined

  constructor(private readonly bridge: Bridge, private readonly session: Cell<Session | null>) {
    session.watch(() => { this.begin() })
  }

  /** Looks now. What can't be looked at now is looked at another time. */
  async look(): Promise<void> {
    const session = this.session.get()
    if (!session || this.looking) return
    this.looking = true
    try {
      const answer = await this.bridge.call('project.elsewhere', { project: session.opened.handle })
      if (answer.ok && this.session.get() === session && JSON.stringify(answer.value) !== JSON.stringify(this.told.get())) this.told.set(answer.value)
    } finally {
      this.looking = false
      this.looked = performance.now()
    }
  }

  /** The copies were read about. */
  putAwayAll(copies: readonly ConflictCopy[]): void {
    this.putAway.update((known) => new Set([...known, ...copies.map(({ keptAs }) => keptAs)]))
  }

  private begin(): void {
    this.endSaves()
    this.told.set(nothingElsewhere)
    const session = this.session.get()
    this.endSaves = session?.saver.status.watch(() => { this.saved(session) }) ?? (() => undefined)
    void this.look()
  }

  private saved(session: Session): void {
    if (session.saver.status.get().state === 'saved' && performance.now() - this.looked > LOOK_EVERY_MS) void this.look()
  }
}
