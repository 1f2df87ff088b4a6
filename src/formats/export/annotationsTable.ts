import type { ProjectSource } from '../source'
import { annotationRows } from './annotationRows'
import type { Table } from './table'

/** One row per annotation, or per span where an annotation has several without roles: see `annotationRows`. */
export function annotationsTable(source: ProjectSource): Table {
  const { columns, rowsOf } = annotationRows(source)
  return {
    id: 'annotations', title: 'Annotations', columns,
    rows: async function* rows() {
      for (const event of source.events) yield rowsOf({ event }, await source.coded(event.id))
      for (const article of source.articles) yield rowsOf({ article }, await source.coded(article.id))
    },
  }
}
