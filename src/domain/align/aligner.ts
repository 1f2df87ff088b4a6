import type { Report } from '../query/corpusTexts'
import type { EventText, NotCompared, Parallels } from '../synopsis/parallel'
import type { Rarity } from '../synopsis/rarity'
import { compare } from './parallel/compare'
import type { Found } from './parallel/found'
import { comparable, writingOf } from './parallel/languages'
import { lexiconOf, type Lexicon } from './parallel/lexicon'
import { Scratch } from './parallel/likelySentences'
import { prepare, type Prepared } from './parallel/prepared'
import { supported } from './parallel/support'

/** What was read, and what it was read from. */
interface Reading {
  readonly from: EventText
  readonly prepared: Prepared
}

/** What was found between two, the one whose id comes first before the other. */
type Pairs = Map<Prepared, Map<Prepared, readonly Found[]>>

/**
 * Finds what the articles of one event share. Keeps what it worked out: when one article changes, only its pairs are aligned
 * anew.
 */
export class Aligner {
  readonly #lexicon: Lexicon
  readonly #scratch = new Scratch()
  #readings = new Map<string, Reading>()
  #pairs: Pairs = new Map()

  constructor(rarity: Rarity) {
    this.#lexicon = lexiconOf(rarity)
  }

  /** @param texts in any order, with different ids; links come with `a` before `b` in it */
  align(texts: readonly EventText[], report: Report = () => undefined): Parallels {
    const total = texts.length * (texts.length + 1) / 2
    let done = 0
    const tell = (): void => { report(done, total) }
    const readings = new Map<string, Reading>()
    for (const text of texts) {
      tell()
      readings.set(text.id, this.#read(text))
      done += 1
    }
    this.#readings = readings
    const all = Array.from(readings.values(), ({ prepared }) => prepared)
    const groups = comparable(all.map(({ writing }) => writing))
    const pairs: Pairs = new Map()
    const found: (readonly Found[])[] = []
    const repeated: Found[] = []
    for (const [i, a] of all.entries()) {
      const twice = this.#pairs.get(a)?.get(a) ?? compare(a, a, this.#scratch, this.#lexicon.size, tell)
      pairs.set(a, (pairs.get(a) ?? new Map<Prepared, readonly Found[]>()).set(a, twice))
      repeated.push(...twice)
      for (let k = i + 1; k < all.length; k += 1) {
        const b = all[k]
        tell()
        done += 1
        if (!b || groups[i] !== groups[k]) continue
        // Always in the same order, so that what is found does not depend on that of the texts.
        const [p, q] = a.article < b.article ? [a, b] : [b, a]
        const own = this.#pairs.get(p)?.get(q) ?? compare(p, q, this.#scratch, this.#lexicon.size, tell)
        pairs.set(p, (pairs.get(p) ?? new Map<Prepared, readonly Found[]>()).set(q, own))
        found.push(p === a ? own : own.map(turned))
      }
    }
    this.#pairs = pairs
    return { links: supported(found, repeated, all), notCompared: notCompared(all, groups) }
  }

  #read(text: EventText): Reading {
    const known = this.#readings.get(text.id)
    return known && sameText(known.from, text) ? known : { from: text, prepared: prepare(text, writingOf(text.text, text.language), this.#lexicon) }
  }
}

const sameText = (a: EventText, b: EventText): boolean => a.text === b.text && a.language === b.language && a.excluded.length === b.excluded.length
  && a.excluded.every(({ start, end }, i) => start === b.excluded[i]?.start && end === b.excluded[i]?.end)

const turned = (link: Found): Found => ({ ...link, a: link.b, b: link.a, inA: link.inB, inB: link.inA, runs: link.runs.map(({ a, b }) => ({ a: b, b: a })) })

function notCompared(all: readonly Prepared[], groups: readonly string[]): Parallels['notCompared'] {
  const why = ({ words }: Prepared, i: number): NotCompared | null => {
    if (words.length === 0) return 'no-text'
    const alone = groups.filter((one) => one === groups[i]).length === 1
    return alone && all.some((other, k) => k !== i && other.words.length > 0) ? 'other-language' : null
  }
  return all.flatMap((one, i) => {
    const reason = why(one, i)
    return reason ? [{ article: one.article, why: reason }] : []
  })
}
