import type { Bridge, FailedProject, Replacement } from '../../preload/contract'
import { Cell } from './cell'

/** What the rest of the window does for it. */
interface Surroundings {
  readonly bridge: Bridge
  readonly tell: (message: string) => void
  /** Opens the project that is the given one now. */
  readonly openGiven: () => Promise<void>
}

/** The project that could not be opened, and the ways to get it back. */
export class Recovery {
  /** Null when there is none. */
  readonly failed = new Cell<FailedProject | null>(null)
  /** True while something is put in place or copied. */
  readonly busy = new Cell(false)

  constructor(private readonly around: Surroundings) {}

  /** Asks what can be done about the project that just failed to open. @returns whether there is anything */
  async look(): Promise<boolean> {
    const answer = await this.around.bridge.call('recovery.look', null)
    this.failed.set(answer.ok ? answer.value : null)
    return this.failed.get() !== null
  }

  /** Puts something in the place of a file, and opens the project if that was all it lacked. */
  put(file: string, replacement: Replacement): Promise<void> {
    return this.doing(async () => {
      const answer = await this.around.bridge.call('recovery.put', { file, with: replacement })
      if (answer.ok) await this.openAgain()
      else this.around.tell(answer.message)
    })
  }

  /** Makes a project of a snapshot and opens it. */
  copy(snapshot: string): Promise<void> {
    return this.doing(async () => {
      const answer = await this.around.bridge.call('recovery.copy', { snapshot })
      if (!answer.ok) this.around.tell(answer.message)
      else if (answer.value) await this.around.openGiven()
    })
  }

  again(): Promise<void> {
    return this.doing(() => this.openAgain())
  }

  leave(): void {
    this.failed.set(null)
  }

  private async openAgain(): Promise<void> {
    const answer = await this.around.bridge.call('recovery.again', null)
    if (answer.ok) await this.around.openGiven()
    else this.around.tell(answer.message)
  }

  private async doing(task: () => Promise<void>): Promise<void> {
    if (this.busy.get()) return
    this.busy.set(true)
    try {
      await task()
    } finally {
      this.busy.set(false)
    }
  }
}
