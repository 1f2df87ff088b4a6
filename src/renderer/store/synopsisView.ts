export const synopsisTabs = ['passages', 'variants', 'omissions', 'own-words'] as const
export type SynopsisTab = (typeof synopsisTabs)[number]

/** What the synopsis shows and how, as the researcher sets it. Remembered while the project is open. */
export interface SynopsisView {
  readonly tab: SynopsisTab
  /** By event, ids of its articles in the order of choice; see `inChosenOrder`. */
  readonly orders: ReadonlyMap<string, readonly string[]>
}

export const untouchedSynopsis: SynopsisView = { tab: 'passages', orders: new Map() }

/** Articles in the order that was chosen for their event; those it doesn't name come after the others, as they came. */
export function inChosenOrder<T extends { readonly id: string }>(articles: readonly T[], { orders }: SynopsisView, event: string): readonly T[] {
  const rank = new Map((orders.get(event) ?? []).map((id, i) => [id, i]))
  const placed = articles.map((article, i) => ({ article, at: rank.get(article.id) ?? rank.size + i }))
  return placed.sort((a, b) => a.at - b.at).map(({ article }) => article)
}
