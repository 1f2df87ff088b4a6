import type { Rarity } from '../../synopsis/rarity'
import { fold } from '../../text/fold'
import { isEnglish, writingOf } from './languages'
import { stemOf } from './stem'

/**
 * As if the corpus stood among so many other articles, of which `USUAL` have the word: in a corpus of five articles on one
 * event the words they share are not common words.
 */
const OTHERS = 20
const USUAL = 3

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:'[\p{L}\p{M}]+)*/gu

/** In how many articles each stem is. */
export class WordRarity {
  readonly #articles = new Map<string, number>()
  #size = 0

  /** @param language BCP 47, or empty */
  add(text: string, language: string): void {
    this.#size += 1
    const english = isEnglish(writingOf(text, language))
    for (const word of new Set(fold(text).text.match(WORD))) {
      const stem = stemOf(word, english)
      // Two forms of one word in one article count twice, which hardly matters and is quicker.
      this.#articles.set(stem, Math.min(this.#size, (this.#articles.get(stem) ?? 0) + 1))
    }
  }

  /** Inverse document frequency, ln(N / df) with both enlarged as above (Spärck Jones, 1972), of a stem. */
  readonly rarity: Rarity = (stem) => Math.log((this.#size + OTHERS) / ((this.#articles.get(stem) ?? 0) + USUAL))
}
