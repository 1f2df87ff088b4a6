/**
 * Work that is begun anew before it is over: only what was begun last counts.
 * @param take gets what it came to; null where it failed
 */
export class Latest<T> {
  private begun = 0

  constructor(private readonly work: () => Promise<T>, private readonly take: (result: T | null) => void) {}

  async begin(): Promise<void> {
    this.begun += 1
    const own = this.begun
    const result = await this.work().catch(() => null)
    if (own === this.begun) this.take(result)
  }

  /** What is under way counts no more. */
  end(): void {
    this.begun += 1
  }
}
