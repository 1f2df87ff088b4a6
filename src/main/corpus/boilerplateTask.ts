import type { PassageReason } from '../../domain/project/passage'
import { proposedIn, sameIn, type Searched } from '../../domain/text/boilerplate'
import { LineTally } from '../../domain/text/repeatedLines'
import type { Span } from '../../domain/text/span'
import type { FoundPassages } from '../../domain/changes/commands/passages'
import type { Report } from '../../domain/query/corpusTexts'
import type { Library } from './library'

export interface BoilerplateOrder {
  /** Where something is to be proposed; null for all articles. */
  readonly articles: readonly string[] | null
  /** Stretches by article where nothing is proposed (again): what is known as boilerplate or as the headline. */
  readonly known: ReadonlyMap<string, readonly Span[]>
  /** Looks only for what says the same as a passage, in the articles of an outlet or with null in all. */
  readonly like: { readonly quote: string; readonly reason: PassageReason; readonly outlet: string | null } | null
}

/** Looks for boilerplate. Repeated lines are counted in all articles of the outlets that are looked at. */
export function findBoilerplate(corpus: Library, { articles, known, like }: BoilerplateOrder, report: Report): readonly FoundPassages[] {
  const wanted = articles && new Set(articles)
  const all = corpus.inOrder().map(({ article }) => ({ ...article, outlet: article.masked?.origin ?? article.outlet }))
  const inHand = all.filter(({ id, outlet }) => (like ? like.outlet === null || like.outlet === outlet : wanted === null || wanted.has(id)))
  const outlets = new Set(inHand.map(({ outlet }) => outlet))
  const counted = like ? [] : all.filter(({ outlet }) => outlets.has(outlet))
  const total = counted.length + inHand.length
  const searched = ({ id, outlet }: (typeof all)[number]): Searched | undefined => {
    const text = corpus.text(id)
    return text === undefined ? undefined : { id, outlet, text, passages: known.get(id) ?? [] }
  }
  const tally = new LineTally()
  for (const [i, article] of counted.entries()) {
    const one = searched(article)
    if (one) tally.add(one)
    report(i, total)
  }
  const found: FoundPassages[] = []
  for (const [i, article] of inHand.entries()) {
    const one = searched(article)
    const passages = !one ? [] : like ? sameIn(one, like.quote, like.reason) : proposedIn(one, tally)
    if (passages.length > 0) found.push({ article: article.id, version: article.version, passages })
    report(counted.length + i, total)
  }
  return found
}
