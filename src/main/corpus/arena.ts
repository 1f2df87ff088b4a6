const BLOCK = 8 * 1024 * 1024

/** Keeps many small pieces of bytes in a few large blocks: each by itself would cost the system more than it holds. */
export class Arena {
  #block = Buffer.alloc(0)
  #used = 0
  #size = 0

  /** Bytes kept so far. */
  get size(): number {
    return this.#size
  }

  /** @returns the same bytes, in their place here */
  keep(bytes: Buffer): Buffer {
    this.#size += bytes.length
    if (bytes.length > BLOCK / 8) return bytes
    if (this.#used + bytes.length > this.#block.length) {
      this.#block = Buffer.allocUnsafeSlow(BLOCK)
      this.#used = 0
    }
    const kept = this.#block.subarray(this.#used, this.#used + bytes.length)
    kept.set(bytes)
    this.#used += bytes.length
    return kept
  }
}
