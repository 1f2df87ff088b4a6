/** Work that is done so many pieces at a time, begun in the order given. */
export class Lanes {
  private readonly running = new Set<Promise<void>>()
  private readonly failures: unknown[] = []

  constructor(private readonly most: number) {}

  /** Resolves when the piece is begun; there is room then for those under way. @throws what an earlier one failed with */
  async add(task: () => Promise<void>): Promise<void> {
    while (this.running.size >= this.most) await Promise.race(this.running)
    this.demandSound()
    const run = task().catch((error: unknown) => { this.failures.push(error) }).finally(() => { this.running.delete(run) })
    this.running.add(run)
  }

  /** Resolves when all that was begun has ended. @throws what the first failed with */
  async done(): Promise<void> {
    await Promise.all(this.running)
    this.demandSound()
  }

  private demandSound(): void {
    if (this.failures.length > 0) throw this.failures[0]
  }
}

/** Does something with each, so many at a time. When one fails the call rejects with its error once those under way have ended; no more are begun. */
export async function atOnce<T>(most: number, all: Iterable<T>, task: (one: T) => Promise<void>): Promise<void> {
  const lanes = new Lanes(most)
  try {
    for (const one of all) await lanes.add(() => task(one))
  } finally {
    await lanes.done()
  }
}
