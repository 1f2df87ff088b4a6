import type { Outcome } from '../campaign'

// More lines than these say nothing new.
const SHOWN = 12

/** Counts the cases of a campaign. A case that throws is lost, and what it throws is said. */
export class Count {
  #survived = 0
  #lost = 0

  constructor(private readonly say: (line: string) => void) {}

  get tried(): number {
    return this.#survived + this.#lost
  }

  /** @param name says which case it is, so that it can be looked into alone */
  async attempt(name: string, body: () => unknown): Promise<void> {
    try {
      await body()
      this.#survived += 1
    } catch (error) {
      this.#lost += 1
      if (this.#lost <= SHOWN) this.say(`lost: ${name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }

  /** Counts cases that were looked into all at once. */
  add(survived: number, lost: readonly string[]): void {
    this.#survived += survived
    for (const name of lost.slice(0, Math.max(0, SHOWN - this.#lost))) this.say(`lost: ${name}`)
    this.#lost += lost.length
  }

  outcome(notes?: string): Outcome {
    return { tried: this.tried, survived: this.#survived, lost: this.#lost, ...(notes === undefined ? {} : { notes }) }
  }
}

/** Ends the case it is called in as lost unless the condition holds. */
export function demand(condition: boolean, otherwise: string): asserts condition {
  if (!condition) throw new Error(otherwise)
}
