import { setImmediate } from 'node:timers/promises'

/** How long work goes on before others get their turn, in ms. */
const TURN = 6

/** Gives the event loop its turn now and then, in work that may not wait for anything by itself. */
export class Turns {
  private begun = performance.now()

  /** True when others are to get their turn. */
  isOver(): boolean {
    return performance.now() - this.begun >= TURN
  }

  async pass(): Promise<void> {
    await setImmediate()
    this.begins()
  }

  /** To be called when others just had it. */
  begins(): void {
    this.begun = performance.now()
  }
}
