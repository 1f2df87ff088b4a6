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
 * anew, and what was done when `report` threw is not done again.
 */
export class Aligner {
  readonly #lexicon: Lexicon
  readonly #scratch = new Scratch()
  readonly #readings = new Map<string, Reading>()
  #pairs: Pairs = new Map()

  constructor(rarity: Rarity) {
    this.#lexicon = lexiconOf(rarity)
  }

  /** @param texts in any order, with different ids; links come with `a` before `b` in it */
  align(texts: readonly EventText[], report: Report = () => undefined): Parallels {
    const total = texts.length * (texts.length + 1) / 2
    let done = 0
    const tell = (): void => { report(done, total) }
    const all: Prepared[] = []
    for (const text of texts) {
      tell()
      all.push(this.#read(text))
      done += 1
    }
    const groups = comparable(all.map(({ writing }) => writing))
    const pairs: Pairs = new Map()
    const found: (readonly Found[])[] = []
    const repeated: Found[] = []
    for (const [i, a] of all.entries()) {
      repeated.push(...this.#compare(a, a, pairs, tell))
      for (let k = i + 1; k < all.length; k += 1) {
        const b = all[k]
        tell()
        done += 1
        if (!b || groups[i] !== groups[k]) continue
        // Always in the same order, so that what is found does not depend on that of the texts.
        const [p, q] = a.article < b.article ? [a, b] : [b, a]
        const own = this.#compare(p, q, pairs, tell)
        found.push(p === a ? own : own.map(turned))
      }
    }
    const ids = new Set(texts.map(({ id }) => id))
    for (const id of this.#readings.keys()) if (!ids.has(id)) this.#readings.delete(id)
    this.#pairs = pairs
    return { links: supported(found, repeated, all), notCompared: notCompared(all, groups) }
  }

  #read(text: EventText): Prepared {
    const known = this.#readings.get(text.id)
    if (known && sameText(known.from, text)) return known.prepared
    const prepared = prepare(text, writingOf(text.text, text.language), this.#lexicon)
    this.#readings.set(text.id, { from: text, prepared })
    return prepared
  }

  #compare(a: Prepared, b: Prepared, into: Pairs, tell: () => void): readonly Found[] {
    const known = this.#pairs.get(a)?.get(b)
    const found = known ?? compare(a, b, this.#scratch, this.#lexicon.size, tell)
    put(into, a, b, found)
    if (!known) put(this.#pairs, a, b, found)
    return found
  }
}

function put(into: Pairs, a: Prepared, b: Prepared, found: readonly Found[]): void {
  const row = into.get(a)
  if (row) row.set(b, found)
  else into.set(a, new Map([[b, found]]))
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
