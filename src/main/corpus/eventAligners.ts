import { Aligner } from '../../domain/align/aligner'
import { WordRarity } from '../../domain/align/parallel/wordRarity'
import type { Report } from '../../domain/query/corpusTexts'
import type { CorpusArticle } from './corpusArticle'

/** Events whose comparisons are kept, so that after a change only the pairs of that article are compared. */
const KEPT = 8
/** How rare words are is counted in so many articles at most, spread evenly over the corpus. */
const COUNTED = 1_000
/** It is counted anew once the corpus has grown or shrunk by more than this share. */
const OTHER_SIZE = 0.1

/** The corpus, as far as it is counted in. */
interface Counted {
  readonly size: number
  inOrder(): readonly { readonly article: CorpusArticle }[]
  text(id: string): string | undefined
}

/** What is kept between two comparisons of the articles of events. */
export class EventAligners {
  #aligners = new Map<string, Aligner>()
  #rarity: { readonly size: number; readonly words: WordRarity } | null = null

  /** An event's aligner, the one that it had if there is one still. */
  of(event: string, corpus: Counted, report: Report): Aligner {
    const words = this.#words(corpus, report)
    const aligner = this.#aligners.get(event) ?? new Aligner(words.rarity)
    // The one used last is at the end.
    this.#aligners.delete(event)
    this.#aligners.set(event, aligner)
    for (const [oldest] of this.#aligners) if (this.#aligners.size > KEPT) this.#aligners.delete(oldest)
    return aligner
  }

  #words(corpus: Counted, report: Report): WordRarity {
    const known = this.#rarity
    if (known && Math.abs(corpus.size - known.size) <= known.size * OTHER_SIZE) return known.words
    const all = corpus.inOrder()
    const step = Math.max(1, all.length / COUNTED)
    const words = new WordRarity()
    for (let at = 0; at < all.length; at += step) {
      const article = all[Math.floor(at)]?.article
      const text = article && corpus.text(article.id)
      if (article && text !== undefined) words.add(text, article.language)
      report(0, 1)
    }
    this.#rarity = { size: corpus.size, words }
    this.#aligners = new Map()
    return words
  }
}
