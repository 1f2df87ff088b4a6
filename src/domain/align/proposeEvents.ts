import { withoutBlots } from '../masking/hiddenStretches'
import type { Article } from '../project/article'
import type { Span } from '../text/span'
import { contentWords } from './contentWords'
import { dayRange, type DayRange } from './dayRange'
import { likelyPairs } from './likelyPairs'
import { clusterOf, LIKE, likenessAsked, likenessOf, takeIn, WINDOW_DAYS, type Cluster, type Member } from './storyClusters'
import { Vocabulary, type Counted } from './vectors'

/** What an article is put together by. */
export type ToldArticle = Pick<Article, 'id' | 'headline' | 'date'> & {
  /** The event it belongs to, as long as there is one of this id. */
  readonly event: string | null
  readonly text: string
  /** What of it doesn't count, in order. */
  readonly excluded: readonly Span[]
  /** Dates its text names, in the forms articles have. */
  readonly mentioned: readonly string[]
}

/** Articles that may tell of one event. */
export interface ProposedEvent {
  /** The event that exists and that they may belong to; null for a new one. */
  readonly event: string | null
  /** The headline of the article that is most like all the others; words they share where it has none. */
  readonly name: string
  /** Those without an event, most like the others first. */
  readonly articles: readonly { readonly id: string; /** Mean likeness to the others, 0 to 1. */ readonly likeness: number }[]
}

interface Known extends Member {
  readonly article: Omit<ToldArticle, 'text'>
}

/** Finds out which articles may tell of one event, by what they tell and when. Articles come in one after the other; their texts are not kept. */
export class EventProposals {
  private readonly vocabulary = new Vocabulary()
  private readonly told: { readonly article: Omit<ToldArticle, 'text'>; readonly words: Counted }[] = []
  /** How many pairs of articles were compared. */
  comparisons = 0

  add({ text, ...article }: ToldArticle): void {
    this.told.push({ article, words: this.vocabulary.add(contentWords(text, article.excluded)) })
  }

  /**
   * What is proposed of all that came in, larger proposals first. Articles that belong to an event stay there.
   * @param tick called again and again meanwhile; what it throws ends the work
   */
  proposals(tick: () => void = () => undefined): readonly ProposedEvent[] {
    const known = this.told.map(({ article, words }): Known => {
      tick()
      const when = dayRange(article.date) ?? null
      return { article, vector: this.vocabulary.vector(words), when, mentioned: when ? [] : article.mentioned.flatMap((date) => dayRange(date) ?? []), event: article.event }
    })
    return this.clusters(known, tick).flatMap((cluster) => this.proposal(cluster, known) ?? [])
      .sort((a, b) => b.articles.length - a.articles.length || (a.name < b.name ? -1 : 1))
  }

  /** Average linkage over the pairs that are alike, most alike first. */
  private clusters(known: readonly Known[], tick: () => void): readonly Cluster[] {
    const of: Cluster[] = known.map((one, i) => clusterOf(i, one))
    const join = (a: Cluster, b: Cluster): void => {
      const [into, from] = a.members.length >= b.members.length ? [a, b] : [b, a]
      for (const index of from.members) of[index] = into
      takeIn(into, from)
    }
    const begun = new Map<string, number>()
    for (const [i, { event }] of known.entries()) {
      const [own, other] = [of[i], of[begun.get(event ?? '') ?? i]]
      if (event !== null && !begun.has(event)) begun.set(event, i)
      if (own && other && own !== other) join(other, own)
    }
    const { pairs, comparisons } = likelyPairs(known.map(({ vector, when, mentioned }) => ({ vector, day: when ?? spanOf(mentioned) })), { least: LIKE, days: WINDOW_DAYS, tick })
    this.comparisons = comparisons
    for (const { a, b } of pairs) {
      tick()
      const [x, y] = [of[a], of[b]]
      if (!x || !y || x === y) continue
      const asked = likenessAsked(x, y)
      if (asked !== null && likenessOf(x, y) >= asked) join(x, y)
    }
    return [...new Set(of)]
  }

  private proposal(cluster: Cluster, known: readonly Known[]): ProposedEvent | null {
    const free = cluster.members.filter((index) => known[index]?.event === null)
    if (free.length === 0 || (cluster.event === null && free.length < 2)) return null
    const likeness = (index: number): number => {
      const vector = known[index]?.vector
      const others = cluster.members.length - 1
      let sum = 0
      for (const [i, term] of (vector?.terms ?? new Uint32Array(0)).entries()) {
        const weight = vector?.weights[i] ?? 0
        sum += weight * ((cluster.sum.get(term) ?? 0) - weight)
      }
      return sum / others
    }
    const central = free.map((index) => ({ index, likeness: likeness(index) })).sort((a, b) => b.likeness - a.likeness || a.index - b.index)
    const headline = central.map(({ index }) => withoutBlots(known[index]?.article.headline ?? '').trim()).find((one) => one !== '')
    return {
      event: cluster.event, name: headline ?? this.words(cluster),
      articles: central.map(({ index, likeness: alike }) => ({ id: known[index]?.article.id ?? '', likeness: alike })),
    }
  }

  /** The words that weigh most in a cluster. */
  private words({ sum }: Cluster): string {
    return [...sum].sort((a, b) => b[1] - a[1]).slice(0, 3).map(([term]) => this.vocabulary.written(term)).join(', ')
  }
}

/** From the first to the last day named: somewhere there. */
function spanOf(days: readonly DayRange[]): DayRange | undefined {
  return days.length === 0 ? undefined : { first: Math.min(...days.map(({ first }) => first)), last: Math.max(...days.map(({ last }) => last)) }
}
