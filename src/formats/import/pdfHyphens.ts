const WORD = /[\p{L}\p{M}]+(?:[-‐][\p{L}\p{M}]+)*/gu

/** Decides what a hyphen at the end of a line is, from the words that stand elsewhere in the document. */
export class Hyphens {
  readonly #words = new Set<string>()

  /** @param lines all lines of the document */
  constructor(lines: Iterable<string>) {
    for (const line of lines) {
      for (const [word] of line.matchAll(WORD)) this.#words.add(plain(word))
    }
  }

  /**
   * Two lines as one. A hyphen before a lower-case letter goes, unless the word stands elsewhere with its hyphen and
   * nowhere without; before a capital or a figure, or after a figure, it stays. Without a hyphen a space comes between them.
   */
  join(line: string, next: string): string {
    const [hyphen] = /(?<=[\p{L}\p{M}\p{N}])[-‐\u00AD]$/u.exec(line) ?? []
    if (hyphen === undefined || !/^[\p{L}\p{N}]/u.test(next)) return `${line} ${next}`
    const stem = line.slice(0, -1)
    if (hyphen === '\u00AD') return stem + next
    if (!/^\p{Ll}/u.test(next) || /\p{N}$/u.test(stem)) return line + next
    const first = /[\p{L}\p{M}]+(?:[-‐][\p{L}\p{M}]+)*$/u.exec(stem.slice(-100))?.[0] ?? '', second = /^[\p{L}\p{M}]+(?:[-‐][\p{L}\p{M}]+)*/u.exec(next)?.[0] ?? ''
    const isCompound = this.#words.has(plain(`${first}-${second}`)) && !this.#words.has(plain(first + second))
    return (isCompound ? line : stem) + next
  }
}

const plain = (word: string): string => word.replaceAll('‐', '-').toLowerCase()
