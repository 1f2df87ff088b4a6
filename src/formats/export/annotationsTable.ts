import type { Column } from '../../domain/exporting/column'
import type { ProjectSource } from '../source'
import { csvTable } from './csvTable'
import type { Table } from './table'

/** One row per annotation, or per span where an annotation has several without roles: see `csvTable`. */
export function annotationsTable(source: ProjectSource): Table {
  const { columns, rowsOf } = csvTable(source)
  return {
    id: 'annotations', title: 'Annotations', columns: columns.map(columnOf),
    rows: async function* rows() {
      for (const event of source.events) yield [...rowsOf({ event }, await source.coded(event.id))]
      for (const article of source.articles) yield [...rowsOf({ article }, await source.coded(article.id))]
    },
  }
}

const columnOf = (name: string): Column => ({ name, label: name, meaning: '', type: 'text', level: null, values: null })
