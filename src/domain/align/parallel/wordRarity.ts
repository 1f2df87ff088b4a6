import type { Rarity } from '../../synopsis/rarity'
import { fold } from '../../text/fold'
import { isEnglish, writingOf } from './languages'
import { stemOf } from './stem'

/** In a corpus of so many articles their count tells as much as taking all words for equally rare. */
const HALFWAY = 100

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

  /**
   * Inverse document frequency, ln((N + 2) / (df + 1)), of a stem (Spärck Jones, 1972). Few articles, perhaps all on one event,
   * tell nothing of what is rare: what they say is mixed with the highest value there is, half and half where N is `HALFWAY`.
   */
  readonly rarity: Rarity = (stem) => {
    const most = Math.log(this.#size + 2)
    const own = Math.log((this.#size + 2) / ((this.#articles.get(stem) ?? 0) + 1))
    return most + (own - most) * this.#size / (this.#size + HALFWAY)
  }
}
