import type { Article } from '../project/article'

/** Whoever tells of an event: an outlet with all its articles of it. An article of unknown outlet stands for itself. */
export interface Teller {
  /** The outlet's name, or of an article without one its id. */
  readonly key: string
  readonly outlet: string
  readonly articles: readonly Article[]
}

/** Who tells of an event, in the order in which its articles first come. */
export function tellers(articles: Iterable<Article>): readonly Teller[] {
  const found = new Map<string, { key: string; outlet: string; articles: Article[] }>()
  for (const article of articles) {
    const key = article.outlet || article.id
    const known = found.get(key)
    if (known) known.articles.push(article)
    else found.set(key, { key, outlet: article.outlet, articles: [article] })
  }
  return [...found.values()]
}

/** Article id -> the key of its teller. */
export const tellerOf = (all: readonly Teller[]): ReadonlyMap<string, string> => new Map(all.flatMap(({ key, articles }) => articles.map(({ id }) => [id, key] as const)))
