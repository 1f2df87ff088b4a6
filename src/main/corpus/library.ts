import type { CorpusText, CorpusTexts } from '../../domain/query/corpusTexts'
import { inReadingOrder } from '../../domain/project/order'
import type { TextReader } from '../../storage/textReader'
import { Arena } from './arena'
import type { CorpusArticle } from './corpusArticle'

/** An article with its text, which is read when it is first asked for. */
interface Volume {
  readonly article: CorpusArticle
  /** UTF-8; null when it can't be read, undefined when that was not tried. */
  bytes: Buffer | null | undefined
}

/** More than this is not held: such a corpus is read anew each time, as far as it goes beyond. */
const MOST_BYTES = 1_500_000_000

/** The texts of the open project. They are held as the bytes they are on disk, outside the heap of the script. */
export class Library implements CorpusTexts {
  readonly #volumes = new Map<string, Volume>()
  readonly #arena = new Arena()
  #order: readonly Volume[] | null = null

  constructor(private readonly reader: TextReader) {}

  get size(): number {
    return this.#volumes.size
  }

  put(articles: readonly CorpusArticle[]): void {
    for (const article of articles) {
      const known = this.#volumes.get(article.id)
      this.#volumes.set(article.id, { article, bytes: known?.article.version === article.version ? known.bytes : undefined })
    }
    this.#order = null
  }

  remove(articles: readonly string[]): void {
    for (const id of articles) this.#volumes.delete(id)
    this.#order = null
  }

  *each(): Iterable<CorpusText> {
    for (const volume of this.inOrder()) {
      const text = this.#textOf(volume)
      if (text !== undefined) yield { id: volume.article.id, text }
    }
  }

  text(id: string): string | undefined {
    const volume = this.#volumes.get(id)
    return volume && this.#textOf(volume)
  }

  /** Reads texts ahead of need, for some milliseconds. @returns whether there are more */
  readAhead(ms: number): boolean {
    const until = performance.now() + ms
    for (const volume of this.inOrder()) {
      if (volume.bytes !== undefined) continue
      if (performance.now() >= until) return true
      if (this.#arena.size >= MOST_BYTES) return false
      this.#bytesOf(volume)
    }
    return false
  }

  inOrder(): readonly Volume[] {
    this.#order ??= [...this.#volumes.values()].sort((a, b) => inReadingOrder(a.article, b.article))
    return this.#order
  }

  #textOf(volume: Volume): string | undefined {
    return this.#bytesOf(volume)?.toString()
  }

  #bytesOf(volume: Volume): Buffer | null {
    if (volume.bytes !== undefined) return volume.bytes
    const bytes = this.reader.read(volume.article.id, volume.article.version)
    if (this.#arena.size >= MOST_BYTES) return bytes
    volume.bytes = bytes && this.#arena.keep(bytes)
    return volume.bytes
  }
}
