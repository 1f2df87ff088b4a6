import type { Annotation } from '../domain/project/annotation'
import type { Article } from '../domain/project/article'
import { allFields, codeEntries, valueLabel, type CodeEntry, type NameOf } from '../domain/project/codes'
import type { NewsEvent } from '../domain/project/event'
import { inTextOrder } from '../domain/project/records'
import type { Anchor } from '../domain/text/anchor'
import type { Coded, ProjectSource } from './source'

export type Cell = string | number

const aboutWhat = ['annotation_id', 'article_id', 'outlet', 'date', 'headline', 'event', 'coder', 'dimension', 'code', 'unit']
const aboutPlace = ['span', 'spans', 'start', 'end', 'quote']
const aboutMaking = ['note', 'created', 'modified']

/** What the rows are about. */
type Subject = { readonly article: Article } | { readonly event: NewsEvent }

export interface CsvTable {
  readonly columns: readonly string[]
  /** The rows of one article, in the order of the text, or of one event. */
  readonly rowsOf: (subject: Subject, coded: Coded) => Iterable<Cell[]>
}

/**
 * The annotations of a project as a table. `start` and `end` are UTF-16 units of the article's canonical text,
 * half-open, so that `text.slice(start, end) === quote` in every row; `span` counts from 1 to `spans`. What is coded
 * without a span has one row with empty places. `code` is the path from the dimension down.
 *
 * Each field has a column named by its id (`field_<id>` where that is one of the columns above). A choice is given
 * by its label, an ordinal by its number, because that is what one counts and averages.
 */
export function csvTable(source: ProjectSource): CsvTable {
  const entries = codeEntries(source.codebook)
  const fields = allFields(source.codebook).map((field) => field.id)
  const coders = distinctNames(source.coders)
  const events = distinctNames(source.events)
  const entities = distinctNames(source.entities)
  const own = new Set([...aboutWhat, ...aboutPlace, ...aboutMaking])

  const nameOf: NameOf = (id) => entities.get(id)

  function* rowsOf(subject: Subject, { annotations }: Coded): Generator<Cell[]> {
    const about = 'article' in subject ? articleCells(subject.article, events) : ['', '', subject.event.date, '', events.get(subject.event.id) ?? '']
    for (const one of [...annotations].sort(inTextOrder)) {
      const entry = entries.get(one.code)
      const what = [one.id, ...about, coders.get(one.coder) ?? one.coder, entry?.dimension.name ?? '', entry?.path.join(' > ') ?? one.code, one.unit]
      const rest = [...fields.map((field) => fieldCell(one, entry, field, nameOf)), one.note, one.created, one.modified]
      for (const place of placesOf(one.spans)) yield [...what, ...place, ...rest]
    }
  }
  return { columns: [...aboutWhat, ...aboutPlace, ...fields.map((id) => (own.has(id) ? `field_${id}` : id)), ...aboutMaking], rowsOf }
}

function placesOf(spans: readonly Anchor[]): Cell[][] {
  if (spans.length === 0) return [['', 0, '', '', '']]
  return spans.map(({ start, end, quote }, i) => [i + 1, spans.length, start, end, quote])
}

const articleCells = ({ id, outlet, date, headline, event }: Article, events: ReadonlyMap<string, string>): string[] =>
  [id, outlet, date, headline, event === null ? '' : events.get(event) ?? event]

function fieldCell(annotation: Annotation, entry: CodeEntry | undefined, id: string, nameOf: NameOf): Cell {
  const value = Object.hasOwn(annotation.values, id) ? annotation.values[id] : undefined
  if (value === undefined) return ''
  const field = entry?.fields.find((one) => one.id === id)
  if (typeof value === 'number' || !field) return typeof value === 'number' ? value : String(value)
  return typeof value === 'boolean' ? Number(value) : valueLabel(field, value, nameOf)
}

/** Names by id; where several have the same one, with the id behind it. */
function distinctNames(records: readonly { readonly id: string; readonly name: string }[]): ReadonlyMap<string, string> {
  const count = new Map<string, number>()
  for (const { name } of records) count.set(name, (count.get(name) ?? 0) + 1)
  return new Map(records.map(({ id, name }) => [id, count.get(name) === 1 ? name : `${name} (${id})`]))
}
