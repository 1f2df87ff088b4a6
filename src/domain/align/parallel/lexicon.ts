import type { Rarity } from '../../synopsis/rarity'
import { senseOf } from './senses'
import { stemOf } from './stem'
import { tellingOf } from './usualWords'

/** A word of an article as it is compared. */
export interface Entry {
  /** The same for the same word, whatever its case, accents and signs. */
  readonly word: number
  readonly stem: number
  /** The same for words that say as much. */
  readonly sense: number
  /** How much it tells: 0 to 1. */
  readonly weight: number
}

/** A part of the weight that even a word in every article keeps. */
const FLOOR = 0.5

/** Numbers for words, each looked into once. */
export class Lexicon {
  readonly #numbers = new Map<string, number>()
  readonly #entries = { en: new Map<string, Entry>(), other: new Map<string, Entry>() }
  readonly #rarest: number

  constructor(private readonly rarity: Rarity) {
    // No article has this: whatever scale the rarity is on, nothing tells more.
    this.#rarest = Math.max(rarity(''), Number.MIN_VALUE)
  }

  /** How many numbers there are. */
  get size(): number {
    return this.#numbers.size
  }

  /** @param word folded, in lower case */
  entry(word: string, english: boolean): Entry {
    const known = this.#entries[english ? 'en' : 'other']
    let entry = known.get(word)
    if (!entry) known.set(word, entry = this.#look(word, english))
    return entry
  }

  #look(word: string, english: boolean): Entry {
    const stem = stemOf(word, english)
    const share = Math.min(1, this.rarity(stem) / this.#rarest)
    return { word: this.#number(word), stem: this.#number(`~${stem}`), sense: this.#number(`=${english ? senseOf(stem) : stem}`), weight: tellingOf(word) * (FLOOR + (1 - FLOOR) * share) }
  }

  #number(key: string): number {
    const number = this.#numbers.get(key) ?? this.#numbers.size
    this.#numbers.set(key, number)
    return number
  }
}

const lexicons = new WeakMap<Rarity, Lexicon>()

/** The one lexicon for all events whose words are as rare as that: they have most words in common. */
export function lexiconOf(rarity: Rarity): Lexicon {
  const lexicon = lexicons.get(rarity) ?? new Lexicon(rarity)
  lexicons.set(rarity, lexicon)
  return lexicon
}
