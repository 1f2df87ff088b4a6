import { blotted, hiddenStretches } from '../../domain/masking/hiddenStretches'
import type { CorpusText, CorpusTexts } from '../../domain/query/corpusTexts'
import type { Searchable } from '../../domain/query/search'
import { inOrder } from '../../domain/project/order'
import { fold, type Folded } from '../../domain/text/fold'
import type { TextReader } from '../../storage/textReader'
import { Arena } from './arena'
import type { CorpusArticle } from './corpusArticle'
import { EventAligners } from './eventAligners'
import type { FoundHits } from './foundHits'

/** An article with its text, which is read when it is first asked for. */
interface Volume {
  readonly article: CorpusArticle
  /** Null when it can't be read, undefined when that was not tried. */
  held: Held | null | undefined
}

interface Held {
  /** UTF-8 as it is on disk, outside the heap of the script. */
  readonly bytes: Buffer
  /** Made ready once, for all searches. */
  folded: Folded | undefined
}

/** More than this is not held: such a corpus is read anew each time, as far as it goes beyond. */
const MOST_BYTES = 1_000_000_000

/** The texts of the open project, and what was last found in them. */
export class Library implements CorpusTexts {
  readonly found = new Map<string, FoundHits>()
  readonly aligners = new EventAligners()
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
      const held = known?.article.version === article.version ? known.held ?? undefined : undefined
      // Of another mask other words are to be found.
      const same = !article.masked && !known?.article.masked
      this.#volumes.set(article.id, { article, held: same ? held : held && { ...held, folded: undefined } })
    }
    this.#order = null
  }

  remove(articles: readonly string[]): void {
    for (const id of articles) this.#volumes.delete(id)
    this.#order = null
  }

  *each(): Iterable<CorpusText> {
    for (const volume of this.inOrder()) {
      const text = this.#hold(volume)?.bytes.toString()
      if (text !== undefined) yield { id: volume.article.id, text }
    }
  }

  /** @param version the text's; undefined when the article is not at that version any more */
  text(id: string, version?: number): string | undefined {
    const volume = this.#volumes.get(id)
    return volume && (version === undefined || volume.article.version === version) ? this.#hold(volume)?.bytes.toString() : undefined
  }

  /** The same as it is shown: of a masked article without what tells its outlet. */
  shown(id: string, version: number): string | undefined {
    const text = this.text(id, version)
    return text === undefined ? undefined : shownText(text, this.#volumes.get(id)?.article)
  }

  /** All articles in reading order. */
  inOrder(): readonly Volume[] {
    this.#order ??= inOrder(Array.from(this.#volumes.values(), ({ article }) => article)).flatMap(({ id }) => this.#volumes.get(id) ?? [])
    return this.#order
  }

  /** An article's text as it is shown, ready for a search; null when it can't be read. */
  searchable(volume: Volume, inExcluded: boolean): Searchable | null {
    const held = this.#hold(volume)
    if (!held) return null
    let known: string | undefined
    const text = (): string => (known ??= shownText(held.bytes.toString(), volume.article))
    held.folded ??= fold(text())
    return { folded: held.folded, text, excluded: inExcluded ? [] : volume.article.excluded }
  }

  /** Makes texts ready ahead of need, for some milliseconds. @returns whether there are more */
  readAhead(ms: number): boolean {
    const until = performance.now() + ms
    for (const volume of this.inOrder()) {
      if (volume.held === null || volume.held?.folded) continue
      if (this.#arena.size >= MOST_BYTES) return false
      if (performance.now() >= until) return true
      this.searchable(volume, true)
    }
    return false
  }

  #hold(volume: Volume): Held | null {
    if (volume.held !== undefined) return volume.held
    const bytes = this.reader.read(volume.article.id, volume.article.version)
    if (bytes && this.#arena.size >= MOST_BYTES) return { bytes, folded: undefined }
    volume.held = bytes && { bytes: this.#arena.keep(bytes), folded: undefined }
    return volume.held
  }
}

const shownText = (text: string, article: CorpusArticle | undefined): string =>
  (article?.masked ? blotted(text, hiddenStretches(text, article.masked.telltales)) : text)
