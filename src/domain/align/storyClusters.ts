import { daysOver, together, type DayRange } from './dayRange'
import type { Vector } from './vectors'

/** What outlets tell of one event they tell within so many days; what comes later is another event, however like it. */
export const WINDOW_DAYS = 7

/** Articles are of one event when they are so much alike on average, as the cosine of their vectors. */
export const LIKE = 0.22

/** As much where their dates don't say that it may be one event. */
const LIKE_UNDATED = 0.3

/** An article to be put together with others. */
export interface Member {
  readonly vector: Vector
  /** Null when its date is unknown. */
  readonly when: DayRange | null
  /** Days its text names; they count only where `when` is null. */
  readonly mentioned: readonly DayRange[]
  /** The event it belongs to already, or null. */
  readonly event: string | null
}

/** Articles of one event as far as known. */
export interface Cluster {
  readonly members: number[]
  event: string | null
  when: DayRange | null
  readonly mentioned: DayRange[]
  /** Sum of its members' vectors by term. */
  readonly sum: Map<number, number>
}

const MOST_MENTIONED = 40

export function clusterOf(index: number, { vector, when, mentioned, event }: Member): Cluster {
  const sum = new Map<number, number>()
  for (const [i, term] of vector.terms.entries()) sum.set(term, vector.weights[i] ?? 0)
  return { members: [index], event, when, mentioned: when ? [] : mentioned.slice(0, MOST_MENTIONED), sum }
}

/** How much alike the members of two clusters are on average: the mean cosine of all pairs across (average linkage). */
export function likenessOf(a: Cluster, b: Cluster): number {
  const [small, large] = a.sum.size <= b.sum.size ? [a, b] : [b, a]
  let product = 0
  for (const [term, weight] of small.sum) product += weight * (large.sum.get(term) ?? 0)
  return product / (a.members.length * b.members.length)
}

/** How alike they have to be to be one; null where dates or events speak against it. */
export function likenessAsked(a: Cluster, b: Cluster): number | null {
  if (a.event !== null && b.event !== null) return null
  if (a.when && b.when) return daysOver(together(a.when, b.when)) <= WINDOW_DAYS ? LIKE : null
  const [days, others] = [a, b].map(({ when, mentioned }) => (when ? [when] : mentioned))
  const mayBe = days?.some((day) => others?.some((other) => daysOver(together(day, other)) <= WINDOW_DAYS)) === true
  return mayBe ? LIKE : LIKE_UNDATED
}

/** Takes one cluster into another. */
export function takeIn(into: Cluster, from: Cluster): void {
  into.members.push(...from.members)
  into.event ??= from.event
  into.when = into.when && from.when ? together(into.when, from.when) : into.when ?? from.when
  into.mentioned.push(...from.mentioned.slice(0, Math.max(0, MOST_MENTIONED - into.mentioned.length)))
  for (const [term, weight] of from.sum) into.sum.set(term, (into.sum.get(term) ?? 0) + weight)
}
