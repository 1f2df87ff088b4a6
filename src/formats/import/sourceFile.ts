/** A file that is being imported: its bytes, and what was found out about them, each once. */
export class SourceFile {
  readonly #known = new Map<unknown, unknown>()

  /** @param name without folders */
  constructor(readonly name: string, readonly bytes: Uint8Array) {}

  /**
   * What `reading` makes of the file; several importers may ask for the same, such as its paragraphs as a Word document.
   * An error is remembered too and thrown again.
   */
  once<T>(reading: (file: SourceFile) => T): T {
    const known = this.#known.get(reading) as { readonly make: () => T } | undefined
    if (known) return known.make()
    try {
      const value = reading(this)
      this.#known.set(reading, { make: () => value })
      return value
    } catch (error) {
      this.#known.set(reading, { make: () => { throw error } })
      throw error
    }
  }
}
