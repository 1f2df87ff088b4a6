import type { Place } from './parallel'

/** By the ids of articles, then in the order of the text. */
export const inText = (a: Place, b: Place): number => (a.article === b.article ? a.start - b.start || a.end - b.end : a.article < b.article ? -1 : 1)

/** In the order of articles given by their ids, then of the text. */
export function placeOrder(articles: readonly string[]): (a: Place, b: Place) => number {
  const rank = new Map(articles.map((id, i) => [id, i]))
  return (a, b) => (a.article === b.article ? 0 : (rank.get(a.article) ?? 0) - (rank.get(b.article) ?? 0)) || a.start - b.start || a.end - b.end
}

/** Passages by the first of their places. */
export const byFirst = (before: (a: Place, b: Place) => number) => (a: { readonly places: readonly Place[] }, b: { readonly places: readonly Place[] }): number => (a.places[0] && b.places[0] ? before(a.places[0], b.places[0]) : 0)
