/** Does something with each, so many at a time. When one fails the call rejects with its error once those under way have ended; no more are begun. */
export async function atOnce<T>(most: number, all: Iterable<T>, task: (one: T) => Promise<void>): Promise<void> {
  const waiting = all[Symbol.iterator]()
  const failures: unknown[] = []
  const lane = async (): Promise<void> => {
    for (let next = waiting.next(); !next.done && failures.length === 0; next = waiting.next()) {
      try {
        await task(next.value)
      } catch (error) {
        failures.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: most }, lane))
  if (failures.length > 0) throw failures[0]
}
