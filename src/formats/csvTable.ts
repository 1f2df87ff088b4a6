import type { Annotation } from '../domain/project/annotation'
import type { Article } from '../domain/project/article'
import type { Field, FieldValue } from '../domain/project/codebook'
import { allFields, codeEntries, valueLabel, type CodeEntry } from '../domain/project/codes'
import { inTextOrder } from '../domain/project/records'
import type { Anchor } from '../domain/text/anchor'
import type { ProjectSource } from './source'

export type Cell = string | number

const aboutWhat = ['annotation_id', 'article_id', 'outlet', 'date', 'headline', 'event', 'coder', 'dimension', 'code']
const aboutPlace = ['span', 'spans', 'start', 'end', 'quote']
const aboutMaking = ['note', 'created', 'modified']

export interface CsvTable {
  readonly columns: readonly string[]
  /** The rows of one article, in the order of the text. */
  readonly rowsOf: (article: Article, annotations: readonly Annotation[]) => Iterable<Cell[]>
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
  const own = new Set([...aboutWhat, ...aboutPlace, ...aboutMaking])

  function* rowsOf(article: Article, annotations: readonly Annotation[]): Generator<Cell[]> {
    const event = article.event === null ? '' : events.get(article.event) ?? article.event
    for (const one of [...annotations].sort(inTextOrder)) {
      const entry = entries.get(one.code)
      const what = [one.id, article.id, article.outlet, article.date, article.headline, event, coders.get(one.coder) ?? one.coder, entry?.dimension.name ?? '', entry?.path.join(' > ') ?? one.code]
      const rest = [...fields.map((field) => fieldCell(one, entry, field)), one.note, one.created, one.modified]
      for (const place of placesOf(one.spans)) yield [...what, ...place, ...rest]
    }
  }
  return { columns: [...aboutWhat, ...aboutPlace, ...fields.map((id) => (own.has(id) ? `field_${id}` : id)), ...aboutMaking], rowsOf }
}

function placesOf(spans: readonly Anchor[]): Cell[][] {
  if (spans.length === 0) return [['', 0, '', '', '']]
  return spans.map(({ start, end, quote }, i) => [i + 1, spans.length, start, end, quote])
}

function fieldCell(annotation: Annotation, entry: CodeEntry | undefined, id: string): Cell {
  const value = Object.hasOwn(annotation.values, id) ? annotation.values[id] : undefined
  if (value === undefined) return ''
  const field = entry?.fields.find((one) => one.id === id)
  return field ? analysable(field, value) : value
}

const analysable = (field: Field, value: FieldValue): Cell => (field.kind === 'one-of' ? valueLabel(field, value) : value)

/** Names by id; where several have the same one, with the id behind it. */
function distinctNames(records: readonly { readonly id: string; readonly name: string }[]): ReadonlyMap<string, string> {
  const count = new Map<string, number>()
  for (const { name } of records) count.set(name, (count.get(name) ?? 0) + 1)
  return new Map(records.map(({ id, name }) => [id, count.get(name) === 1 ? name : `${name} (${id})`]))
}
