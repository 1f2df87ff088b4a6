import type { Article } from '../../../project/article'
import type { Records } from '../../../project/records'
import type { Ruling } from '../../../project/ruling'
import { sameData, type Edit } from '../../change'
import type { IdHere, Work } from './work'

interface Names {
  readonly subjects: IdHere
  readonly coders: IdHere
  /** Articles here, by id. */
  readonly articles: ReadonlyMap<string, Article>
}

/** Rulings of the work that are not here yet; those about articles that are left out stay out too. */
export function joinedRulings(records: Records, { rulings, articles }: Pick<Work, 'rulings' | 'articles'>, { subjects, coders, articles: ours }: Names, fresh: () => string): readonly Edit[] {
  const versions = new Map(articles.map(({ id, version }) => [id, version]))
  const known = new Set([...records.ruling.values()].map(whatItSays))
  return rulings.flatMap((theirs): Edit[] => {
    const places = theirs.groups.flat()
    if (places.some(({ article }) => !subjects.has(article))) return []
    const groups = theirs.groups.map((group) => group.map((place) => {
      const article = subjects.get(place.article) ?? place.article
      return { ...place, article, version: place.version === versions.get(place.article) ? ours.get(article)?.version ?? place.version : place.version }
    }))
    const after: Ruling = { ...theirs, event: subjects.get(theirs.event) ?? theirs.event, coder: coders.get(theirs.coder) ?? theirs.coder, groups }
    if (known.has(whatItSays(after))) return []
    const there = records.ruling.get(after.id)
    if (there && sameData(there, after)) return []
    const id = there ? fresh() : after.id
    return [{ kind: 'ruling', id, before: null, after: { ...after, id } }]
  })
}

const whatItSays = ({ event, verdict, groups, coder }: Ruling): string =>
  JSON.stringify([event, verdict, coder, groups.map((group) => group.map(({ article, version, start, end }) => [article, version, start, end]))])
