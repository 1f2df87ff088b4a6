/** A value that can be watched. Setting an identical value tells nobody. */
export class Cell<T> {
  private readonly watchers = new Set<() => void>()

  constructor(private value: T) {}

  readonly get = (): T => this.value

  set(value: T): void {
    if (Object.is(value, this.value)) return
    this.value = value
    for (const watcher of [...this.watchers]) watcher()
  }

  update(change: (value: T) => T): void {
    this.set(change(this.value))
  }

  /** @returns a function that ends the watch */
  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher)
    return () => { this.watchers.delete(watcher) }
  }
}
