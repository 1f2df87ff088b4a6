import { diffChars, diffWordsWithSpace } from 'diff'
import { legalSpan, type Span } from './span'

/** A stretch that two versions of a text share: `length` UTF-16 units at `from` in the one and at `to` in the other. */
interface Shared {
  readonly from: number
  readonly to: number
  readonly length: number
}

/** Texts that differ in more words than this are not compared word by word: it would take seconds, and little would be found. */
const MOST_EDITS = 1_500

/** Of a passage at least so much must be left, or it is another one. */
const LEAST_SHARE = 0.5

/** A passage that is gone from its place is looked for elsewhere only if it is long enough to be told from others, in UTF-16 units. */
const LONG_ENOUGH = 12

/** Where passages of one version of a text stand in another. */
export class CarryOver {
  readonly #shared: readonly Shared[]

  constructor(private readonly before: string, private readonly after: string) {
    this.#shared = sharedStretches(before, after)
  }

  /**
   * Where a passage stands now. It keeps its place when words in it were changed, and is found again when it was moved as it was.
   * @returns undefined when too little of it is left, or it is not to be told where it went
   */
  span(span: Span): Span | undefined {
    return this.#inPlace(span) ?? this.#moved(span)
  }

  #inPlace({ start, end }: Span): Span | undefined {
    const kept = this.#shared.flatMap(({ from, to, length }) => {
      const [a, b] = [Math.max(from, start), Math.min(from + length, end)]
      return a < b ? [{ from: a, to: to + a - from, length: b - a }] : []
    })
    const [first, last] = [kept[0], kept.at(-1)]
    if (!first || !last || kept.reduce((sum, { length }) => sum + length, 0) < (end - start) * LEAST_SHARE) return undefined
    // What took the place of the first or last words belongs to the passage, as far as to what stood beside it.
    const [lead, rest] = [this.before.slice(start, first.from), this.before.slice(last.from + last.length, end)]
    const from = lead === '' ? first.to : this.#endOf(start) ?? first.to - asManyWords(this.#gapBefore(first.to), lead, 'last')
    const to = rest === '' ? last.to + last.length : this.#startOf(end) ?? last.to + last.length + asManyWords(this.#gapAfter(last.to + last.length), rest, 'first')
    return legalSpan(this.after, from, to)
  }

  /** Where what ended at an offset ends now. */
  #endOf(offset: number): number | undefined {
    if (offset === 0) return 0
    const before = this.#shared.find(({ from, length }) => from < offset && offset <= from + length)
    return before && before.to + offset - before.from
  }

  /** Where what began at an offset begins now. */
  #startOf(offset: number): number | undefined {
    if (offset === this.before.length) return this.after.length
    const after = this.#shared.find(({ from, length }) => from <= offset && offset < from + length)
    return after && after.to + offset - after.from
  }

  /** What is new right before or after an offset of the later text, as far as to what both texts share. */
  #gapBefore(to: number): string {
    return this.after.slice(Math.max(0, ...this.#shared.map((one) => one.to + one.length).filter((end) => end <= to)), to)
  }

  #gapAfter(to: number): string {
    return this.after.slice(to, Math.min(this.after.length, ...this.#shared.map((one) => one.to).filter((start) => start >= to)))
  }

  #moved({ start, end }: Span): Span | undefined {
    const quote = this.before.slice(start, end)
    const at = quote.length < LONG_ENOUGH ? -1 : this.after.indexOf(quote)
    return at === -1 || this.after.includes(quote, at + 1) ? undefined : { start: at, end: at + quote.length }
  }
}

const WORD = /[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}'’-]*/gu

/** How much of `fresh` the first or last words of it take that are as many as `old` has, in UTF-16 units. */
function asManyWords(fresh: string, old: string, which: 'first' | 'last'): number {
  const count = old.match(WORD)?.length ?? 0
  const words = [...fresh.matchAll(WORD)]
  const edge = which === 'first' ? words[Math.min(count, words.length) - 1] : words[Math.max(0, words.length - count)]
  if (!edge || count === 0) return 0
  return which === 'first' ? edge.index + edge[0].length : fresh.length - edge.index
}

function sharedStretches(before: string, after: string): readonly Shared[] {
  const head = sharedLength(before, after, (text, n) => text.charCodeAt(n))
  const tail = sharedLength(before.slice(head), after.slice(head), (text, n) => text.charCodeAt(text.length - 1 - n))
  const changes = diffWordsWithSpace(before.slice(head, before.length - tail), after.slice(head, after.length - tail), { maxEditLength: MOST_EDITS }) ?? []
  const shared: Shared[] = [{ from: 0, to: 0, length: head }]
  let [from, to] = [head, head]
  for (const [i, { value, added, removed }] of changes.entries()) {
    const next = changes[i + 1]
    if (!added && !removed) shared.push({ from, to, length: value.length })
    else if (removed && next?.added) shared.push(...corrected(value, next.value).map((one) => ({ from: from + one.from, to: to + one.to, length: one.length })))
    if (!added) from += value.length
    if (!removed) to += value.length
  }
  shared.push({ from: before.length - tail, to: after.length - tail, length: tail })
  return shared.filter(({ length }) => length > 0)
}

/** Longer stretches are no misprints, and comparing them letter by letter takes long. */
const LONGEST_MISPRINT = 80
/** So much of the longer one both must have in common, or it is another word. */
const LIKENESS = 0.6

/** What words share letter by letter with those in their place, such as one with another's look-alike letter. */
function corrected(old: string, fresh: string): readonly Shared[] {
  if (Math.max(old.length, fresh.length) > LONGEST_MISPRINT) return []
  const found: Shared[] = []
  let [from, to] = [0, 0]
  for (const { value, added, removed } of diffChars(old, fresh)) {
    if (!added && !removed) found.push({ from, to, length: value.length })
    if (!added) from += value.length
    if (!removed) to += value.length
  }
  const common = found.reduce((sum, { length }) => sum + length, 0)
  return common >= Math.max(old.length, fresh.length) * LIKENESS ? found : []
}

function sharedLength(a: string, b: string, unit: (text: string, n: number) => number): number {
  const most = Math.min(a.length, b.length)
  let n = 0
  while (n < most && unit(a, n) === unit(b, n)) n += 1
  return n
}
