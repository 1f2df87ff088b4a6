/** A map whose values are seen through a function as they are asked for; it follows the map behind it and takes nothing itself. */
export class SeenMap<V> extends Map<string, V> {
  constructor(private readonly behind: ReadonlyMap<string, V>, private readonly see: (value: V) => V) {
    super()
  }

  override get size(): number {
    // While the map is being made there is nothing behind it yet.
    return (this.behind as ReadonlyMap<string, V> | undefined)?.size ?? 0
  }

  override has(key: string): boolean {
    return this.behind.has(key)
  }

  override get(key: string): V | undefined {
    const value = this.behind.get(key)
    return value === undefined ? undefined : this.see(value)
  }

  override keys(): MapIterator<string> {
    return this.behind.keys()
  }

  override *values(): MapIterator<V> {
    for (const value of this.behind.values()) yield this.see(value)
  }

  override *entries(): MapIterator<[string, V]> {
    for (const [key, value] of this.behind) yield [key, this.see(value)]
  }

  override [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries()
  }

  override forEach(each: (value: V, key: string, map: Map<string, V>) => void): void {
    for (const [key, value] of this.behind) each(this.see(value), key, this)
  }

  override set(): this {
    throw new Error('What is only seen can’t be changed.')
  }

  override delete(): boolean {
    throw new Error('What is only seen can’t be changed.')
  }

  override clear(): void {
    throw new Error('What is only seen can’t be changed.')
  }
}
