import { around, orderBy, wordsBeside, type FindCount, type FindResult, type Line, type LineOrder } from '../../domain/query/concordance'
import type { Span } from '../../domain/text/span'
import type { CorpusArticle } from './corpusArticle'
import type { TaskReport } from './taskReport'

/** How much of the text stands on each side of a hit, in UTF-16 units. */
const AROUND = 80

interface Source { shown(id: string, version: number): string | undefined }

/** What a search found, kept in the worker: the window fetches the lines it shows. */
export class FoundHits {
  readonly #articles: CorpusArticle[] = []
  /** By hit: its article's index, and its span. */
  readonly #of: number[] = []
  readonly #starts: number[] = []
  readonly #ends: number[] = []

  /** @param id which search it is */
  constructor(readonly id: string, private readonly source: Source) {}

  get count(): FindCount {
    return { hits: this.hits, articles: this.#articles.length }
  }

  get hits(): number {
    return this.#of.length
  }

  add(article: CorpusArticle, spans: readonly Span[]): void {
    const index = this.#articles.push(article) - 1
    for (const { start, end } of spans) {
      this.#of.push(index)
      this.#starts.push(start)
      this.#ends.push(end)
    }
  }

  outlets(): FindResult['outlets'] {
    const counts = new Map<string, { hits: number; articles: number }>()
    for (const [hit, index] of this.#of.entries()) {
      const outlet = this.#articles[index]?.outlet ?? ''
      const count = counts.get(outlet) ?? { hits: 0, articles: 0 }
      counts.set(outlet, count)
      count.hits += 1
      if (this.#of[hit - 1] !== index) count.articles += 1
    }
    return [...counts].map(([outlet, count]) => ({ outlet, ...count })).sort((a, b) => b.hits - a.hits || (a.outlet < b.outlet ? -1 : 1))
  }

  /** @param hits numbers of hits; those there are not are left out */
  lines(hits: readonly number[]): readonly Line[] {
    const textOf = this.#texts()
    return hits.flatMap((hit) => {
      const place = this.#place(hit, textOf)
      return place ? [{ hit, article: place.article.id, ...place.span, ...around(place.text, place.span, AROUND) }] : []
    })
  }

  /** The numbers of all hits in this order. */
  order(order: LineOrder, report: TaskReport): readonly number[] {
    const all = this.#of.map((_, hit) => hit)
    if (order === 'corpus') return all
    if (order === 'latest') return orderBy(all.map((hit) => reversed(this.#articleOf(hit)?.date ?? '')))
    if (order === 'outlet') return orderBy(all.map((hit) => this.#articleOf(hit)?.outlet ?? ''))
    const side = order.startsWith('left') ? 'left' : 'right'
    const textOf = this.#texts()
    return orderBy(all.map((hit) => {
      report(hit, all.length)
      const place = this.#place(hit, textOf)
      return place ? wordsBeside(place.text, place.span, side, Number(order.slice(-1))) : ''
    }))
  }

  #articleOf(hit: number): CorpusArticle | undefined {
    return this.#articles[this.#of[hit] ?? -1]
  }

  /** Texts by article, the last one at hand: hits of an article follow one another, and its text may have megabytes. */
  #texts(): (article: CorpusArticle) => string | undefined {
    let last: { readonly of: CorpusArticle; readonly text: string | undefined } | null = null
    return (article) => {
      if (last?.of !== article) last = { of: article, text: this.source.shown(article.id, article.version) }
      return last.text
    }
  }

  #place(hit: number, textOf: (article: CorpusArticle) => string | undefined): { article: CorpusArticle; span: Span; text: string } | null {
    const article = this.#articleOf(hit)
    const text = article && textOf(article)
    const span = { start: this.#starts[hit] ?? 0, end: this.#ends[hit] ?? 0 }
    // After a correction there is none: the hits count in the text they were found in, and the search is about to be done again.
    return article && text !== undefined ? { article, span, text } : null
  }
}

/** Dates count backwards; what has none stays last. */
const reversed = (date: string): string => date.replace(/\d/g, (digit) => String(9 - Number(digit)))
