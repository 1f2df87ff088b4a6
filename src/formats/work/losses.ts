import type { Loss } from './rawWork'

/** Gathers what could not be carried over, each kind once with how often. */
export class Losses {
  readonly #counts = new Map<string, number>()

  /** @param before those that are known already */
  constructor(before: readonly Loss[] = []) {
    for (const { what, count } of before) this.add(what, count)
  }

  /** @param what as a sentence without its number, in the plural, such as `links between codings` */
  add(what: string, count = 1): void {
    if (count > 0) this.#counts.set(what, (this.#counts.get(what) ?? 0) + count)
  }

  get all(): readonly Loss[] {
    return [...this.#counts].map(([what, count]) => ({ what, count }))
  }
}

/** With its number, such as `links between codings (3)`. */
export const lossLine = ({ what, count }: Loss): string => `${what} (${count.toLocaleString('en-GB')})`
