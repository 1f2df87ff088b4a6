import type { WordUse } from './contentWords'

/** A text's most telling terms: numbers ascending, and the weight of each; the weights' squares sum up to 1. */
export interface Vector {
  readonly terms: Uint32Array
  readonly weights: Float64Array
  /** Its terms from the most telling one. */
  readonly strongest: readonly number[]
}

/** So many of its terms stand for a text: what comes after them is in most texts, or of no weight. */
const MOST_TERMS = 48

/** A word that reads like a name says as much of which event a text is about as three others. */
const NAME = 3

/**
 * As if the corpus stood among so many other articles, of which `USUAL` have the word: in a corpus of five articles on one
 * event the words they share are not common words.
 */
const OTHERS = 20
const USUAL = 3

/** The words of a corpus by number, and in how many texts each is. */
export class Vocabulary {
  private readonly numbers = new Map<string, number>()
  private readonly uses: { written: string; texts: number; names: number }[] = []
  private texts = 0

  /** Takes a text in. @returns its words by number, to be weighted when all are in */
  add(words: ReadonlyMap<string, WordUse>): Counted {
    this.texts += 1
    const counted = { terms: new Uint32Array(words.size), counts: new Uint16Array(words.size) }
    let n = 0
    for (const [key, { written, count, name }] of words) {
      const number = this.numbers.get(key) ?? this.uses.push({ written, texts: 0, names: 0 }) - 1
      this.numbers.set(key, number)
      const use = this.uses[number]
      if (use) use.texts += 1
      if (use && name) use.names += 1
      counted.terms[n] = number
      counted.counts[n] = Math.min(count, 0xffff)
      n += 1
    }
    return counted
  }

  /** How a word is written. */
  written(term: number): string {
    return this.uses[term]?.written ?? ''
  }

  isName(term: number): boolean {
    const use = this.uses[term]
    return use !== undefined && use.names * 2 > use.texts
  }

  /** In how many texts a word is. */
  spread(term: number): number {
    return this.uses[term]?.texts ?? 0
  }

  /** Weights as (1 + ln tf) ln(1 + N / df) with the corpus enlarged as above (Salton and Buckley, 1988), names more. */
  vector({ terms, counts }: Counted): Vector {
    const all = Array.from(terms, (term, i) => ({ term, weight: this.weight(term, counts[i] ?? 0) }))
    const strongest = all.sort((a, b) => b.weight - a.weight || a.term - b.term).slice(0, MOST_TERMS)
    const length = Math.sqrt(strongest.reduce((sum, { weight }) => sum + weight * weight, 0))
    const ordered = [...strongest].sort((a, b) => a.term - b.term)
    return { terms: Uint32Array.from(ordered, ({ term }) => term), weights: Float64Array.from(ordered, ({ weight }) => weight / (length || 1)), strongest: strongest.map(({ term }) => term) }
  }

  private weight(term: number, count: number): number {
    return (1 + Math.log(count)) * Math.log(1 + (this.texts + OTHERS) / (this.spread(term) + USUAL)) * (this.isName(term) ? NAME : 1)
  }
}

/** A text's words by number. */
export interface Counted {
  readonly terms: Uint32Array
  readonly counts: Uint16Array
}

/** Cosine of two texts, 0 to 1. */
export function cosine(a: Vector, b: Vector): number {
  let sum = 0
  for (let i = 0, k = 0; i < a.terms.length && k < b.terms.length;) {
    const [p = 0, q = 0] = [a.terms[i], b.terms[k]]
    if (p === q) sum += (a.weights[i] ?? 0) * (b.weights[k] ?? 0)
    if (p <= q) i += 1
    if (q <= p) k += 1
  }
  return sum
}
