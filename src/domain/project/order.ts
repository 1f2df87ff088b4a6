import type { Article } from './article'

/** The order of articles everywhere: by date, then outlet, then headline; undated ones last. */
export function inReadingOrder(a: Article, b: Article): number {
  return (a.date || '9').localeCompare(b.date || '9') || a.outlet.localeCompare(b.outlet) || a.headline.localeCompare(b.headline) || (a.id < b.id ? -1 : 1)
}
