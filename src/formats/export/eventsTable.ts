import type { Column } from '../../domain/exporting/column'
import type { ExportOrder } from '../../domain/exporting/order'
import type { Article } from '../../domain/project/article'
import type { ProjectSource } from '../source'
import { distinctNames } from './distinctNames'
import type { Table } from './table'
import type { SubjectCoding } from './unitCoding'
import { unitRows } from './unitRows'
import { variableColumns } from './variableColumns'

const text = (name: string, label: string, meaning: string): Column => ({ name, label, meaning, type: 'text', level: null, values: null })
const count = (name: string, label: string, meaning: string): Column => ({ ...text(name, label, meaning), type: 'whole', level: 'ratio' })

const about: readonly Column[] = [
  text('event_id', 'Event', 'Identifies the event.'),
  text('event', 'Name', 'What the event is called.'),
  { ...text('date', 'Date', 'When it happened; may be a year or a month alone.'), type: 'date' },
  count('articles', 'Articles', 'How many articles belong to it.'),
  count('outlets', 'Outlets', 'How many outlets these are from; unknown ones count as none.'),
]

/** One row per event and coder, or per event, as in `articlesTable`: what was coded of the event as a whole and in all of its articles. */
export function eventsTable(source: ProjectSource, order: ExportOrder): Table {
  const used = new Set(about.map(({ name }) => name))
  const units = unitRows(source, order, 'event', used)
  const variables = variableColumns('event', source.events, used)
  const names = distinctNames(source.events)
  const told = articlesByEvent(source.articles)
  return {
    id: 'events', title: 'Events', columns: [...about, ...units.columns, ...variables.columns],
    rows: async function* rows() {
      for (const event of source.events) {
        const articles = told.get(event.id) ?? []
        const subjects: SubjectCoding[] = [{ kind: 'event', coded: await source.coded(event.id) }]
        for (const { id } of articles) subjects.push({ kind: 'article', coded: await source.coded(id) })
        const outlets = new Set(articles.map(({ outlet }) => outlet).filter((name) => name !== ''))
        const first = [event.id, names.get(event.id) ?? null, event.date || null, articles.length, outlets.size], last = variables.cells(event)
        yield units.cellsOf(subjects).map((cells) => [...first, ...cells, ...last])
      }
    },
  }
}

function articlesByEvent(articles: readonly Article[]): ReadonlyMap<string, readonly Article[]> {
  const found = new Map<string, Article[]>()
  for (const article of articles) {
    if (article.event === null) continue
    const others = found.get(article.event)
    if (others) others.push(article)
    else found.set(article.event, [article])
  }
  return found
}
