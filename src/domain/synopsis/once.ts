/** What is worked out when it is first asked for, and then kept. */
export class Once<T> {
  #found: { readonly value: T } | null = null

  constructor(private readonly work: () => T) {}

  get isDone(): boolean {
    return this.#found !== null
  }

  get(): T {
    this.#found ??= { value: this.work() }
    return this.#found.value
  }
}

/** Works out what is not there yet, with a pause after each. */
export function* workOut(all: Iterable<Once<unknown>>): Generator<void, void> {
  for (const one of all) {
    if (one.isDone) continue
    one.get()
    yield
  }
}
