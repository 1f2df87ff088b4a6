import type { Report } from '../query/corpusTexts'
import type { EventText, Link, Parallels } from '../synopsis/parallel'
import type { Rarity } from '../synopsis/rarity'
import { overlaps, type Span } from '../text/span'

interface Word extends Span {
  readonly key: string
}

/** Words in a row that make a passage of their own. */
const RUN = 5
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu

/**
 * Finds what the articles of one event share. Keeps what it worked out: when one article changes, only its pairs are aligned
 * anew.
 */
export class Aligner {
  #pairs = new Map<string, readonly Link[]>()

  constructor(private readonly rarity: Rarity) {}

  /** @param texts in any order; links come with `a` before `b` in it */
  align(texts: readonly EventText[], report: Report = () => undefined): Parallels {
    const pairs = new Map<string, readonly Link[]>()
    const total = texts.length * (texts.length - 1) / 2
    for (const [i, a] of texts.entries()) {
      for (const b of texts.slice(i + 1)) {
        const key = JSON.stringify([a, b])
        pairs.set(key, this.#pairs.get(key) ?? identicalRuns(a, b, this.rarity))
        report(pairs.size, total)
      }
    }
    this.#pairs = pairs
    return { links: [...pairs.values()].flat(), notCompared: [] }
  }
}

function identicalRuns(a: EventText, b: EventText, rarity: Rarity): readonly Link[] {
  const [x, y] = [wordsOf(a), wordsOf(b)]
  const starts = new Map<string, number>()
  for (let i = 0; i + RUN <= x.length; i += 1) starts.set(gram(x, i), i)
  const links: Link[] = []
  for (let k = 0; k + RUN <= y.length; k += 1) {
    const from = starts.get(gram(y, k))
    if (from === undefined) continue
    let length = RUN
    while (x[from + length] && x[from + length]?.key === y[k + length]?.key) length += 1
    const [p, q] = [spanOf(x, from, length), spanOf(y, k, length)]
    if (p && q) links.push({ a: { article: a.id, ...p }, b: { article: b.id, ...q }, kind: 'identical', strength: 1, strong: x.slice(from, from + length).some(({ key }) => rarity(key) > 0), runs: [{ a: p, b: q }] })
    k += length - 1
  }
  return links
}

const wordsOf = ({ text, excluded }: EventText): readonly Word[] => Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({ key: word.toLowerCase(), start: index, end: index + word.length }))
  .filter((word) => !excluded.some((one) => overlaps(one, word)))

const gram = (words: readonly Word[], from: number): string => words.slice(from, from + RUN).map(({ key }) => key).join(' ')

function spanOf(words: readonly Word[], from: number, length: number): Span | null {
  const [first, last] = [words[from], words[from + length - 1]]
  return first && last ? { start: first.start, end: last.end } : null
}
