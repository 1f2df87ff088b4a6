import type { Selection } from '../../domain/exporting/selection'
import type { ProjectSource } from '../source'

/** The part of a project that is to be exported. */
export function selectedSource(source: ProjectSource, { articles: wanted }: Selection): ProjectSource {
  if (wanted === null) return source
  const ids = new Set(wanted)
  const articles = source.articles.filter(({ id }) => ids.has(id))
  const told = new Set(articles.map(({ event }) => event))
  return { ...source, articles, events: source.events.filter(({ id }) => told.has(id)) }
}
