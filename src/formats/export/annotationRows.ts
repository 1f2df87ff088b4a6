import type { Column, ExportCell } from '../../domain/exporting/column'
import type { Annotation } from '../../domain/project/annotation'
import { codeEntries, scoreOf, type CodeEntry } from '../../domain/project/codes'
import { isPlaced } from '../../domain/project/placement'
import { inTextOrder } from '../../domain/project/records'
import { quoteOf } from '../../domain/text/anchor'
import type { Coded, ProjectSource } from '../source'
import { aboutMaking, aboutPlace, aboutWhat, articleColumns, score } from './annotationColumns'
import { distinctNames } from './distinctNames'
import { fieldColumns } from './fieldColumns'
import { aboutOf, type Subject } from './subject'
import { subjectVariables } from './subjectVariables'

export interface AnnotationRows {
  readonly columns: readonly Column[]
  /** The rows of one article, in the order of the text, or of one event. */
  readonly rowsOf: (subject: Subject, coded: Coded) => readonly (readonly ExportCell[])[]
}

/**
 * The annotations of a project as a table. `start` and `end` are UTF-16 units of the article's canonical text,
 * half-open. An annotation has a row for each of its spans, and `span` counts from 1 to `spans`; in these rows
 * `text.slice(start, end) === quote`. Where its code has roles, such as source, cue and content, it is one row: `span` is
 * empty, `start` and `end` are its whole extent, `quote` its parts joined with ` […] `, so that the law holds only for
 * rows whose `span` is a number. What is coded without a span has one row with empty
 * places, and so has, with its quotation, what was not found again after the text was corrected. `code` is the path from
 * the dimension down. Where no text may leave the project there are no columns of quotations.
 *
 * For each dimension that a coder has finished without an annotation there is a row without code and annotation, in which
 * `coded` is `none`; in all others it is `yes`. For the columns of fields see `fieldColumns`; the column `score` is there
 * when a code has one. The variables of outlets, articles and events come last: see `variableColumns`.
 */
export function annotationRows(source: ProjectSource): AnnotationRows {
  const quotes = source.text !== null
  const entries = codeEntries(source.codebook)
  const coders = distinctNames(source.coders), events = distinctNames(source.events), entities = distinctNames(source.entities)
  const scored = [...entries.values()].some((entry) => entry.code.score !== 'none')
  const place = aboutPlace(quotes)
  const taken = [...aboutWhat, ...aboutPlace(true), score, ...aboutMaking].map(({ name }) => name)
  const fields = fieldColumns(source.codebook, { taken, nameOf: (id) => entities.get(id), quotes })
  const before = [...aboutWhat, ...place, ...fields.columns, ...(scored ? [score] : []), ...aboutMaking]
  const variables = subjectVariables(source, new Set(before.map(({ name }) => name)))
  const labels = new Map([...entries].map(([id, { path, dimension }]) => [id, { code: path.join(' > '), dimension: dimension.name }]))
  const [placeAt, fieldsAt, scoreAt] = [aboutWhat.length, aboutWhat.length + place.length, aboutWhat.length + place.length + fields.columns.length]
  const makingAt = scored ? scoreAt + 1 : scoreAt
  const nothing = before.map((): ExportCell => null)

  /** A row with what all rows about an article or event have: it is copied for each of them. */
  const shared = (subject: Subject): readonly ExportCell[] => [null, ...aboutOf(subject, events), ...nothing.slice(1 + articleColumns.length), ...variables.cells(subject)]
  const filled = (row: ExportCell[], what: readonly ExportCell[], where: Place): ExportCell[] => {
    for (let i = 0; i < what.length; i += 1) row[whatAt + i] = what[i] ?? null
    for (let i = 0; i < place.length; i += 1) row[placeAt + i] = where[i] ?? null
    return row
  }

  const rowsOf = (subject: Subject, { annotations, sheets }: Coded): ExportCell[][] => {
    const article = 'article' in subject ? subject.article : undefined
    const first = shared(subject)
    const rows: ExportCell[][] = []
    for (const one of annotations.length > 1 ? [...annotations].sort(inTextOrder) : annotations) {
      const entry = entries.get(one.code)
      const label = labels.get(one.code)
      const what = [coders.get(one.coder) ?? one.coder, label?.dimension ?? null, label?.code ?? one.code, one.unit, 'yes']
      for (const where of placesOf(one, entry, isPlaced(one, article))) {
        const row = filled(first.slice(), what, where)
        row[0] = one.id
        fields.fill(row, fieldsAt, one, entry)
        if (scored) row[scoreAt] = (entry && scoreOf(one, entry)) ?? null
        row[makingAt] = one.certainty
        row[makingAt + 1] = one.note || null
        row[makingAt + 2] = one.codebook
        row[makingAt + 3] = one.blind === true
        row[makingAt + 4] = one.created
        row[makingAt + 5] = one.modified
        rows.push(row)
      }
    }
    for (const { coder, coded, modified } of sheets) {
      const found = new Set(annotations.filter((one) => one.coder === coder).map((one) => entries.get(one.code)?.dimension.id))
      for (const { id, name, unit } of source.codebook.dimensions) {
        if (!coded.includes(id) || found.has(id)) continue
        const row = filled(first.slice(), [coders.get(coder) ?? coder, name, null, unit, 'none'], nowhere)
        row[makingAt + 5] = modified
        rows.push(row)
      }
    }
    return rows
  }
  return { columns: [...before, ...variables.columns], rowsOf }
}

/** Where the columns of the coder and the code begin. */
const whatAt = 1 + articleColumns.length

type Place = readonly [span: number | null, spans: number, start: number | null, end: number | null, quote: string | null]
const nowhere: Place = [null, 0, null, null, null]

function placesOf({ spans }: Annotation, entry: CodeEntry | undefined, placed: boolean): readonly Place[] {
  if (spans.length === 0) return [nowhere]
  if (!placed) return [[null, spans.length, null, null, quoteOf(spans)]]
  if (entry?.fields.some((field) => field.kind === 'role')) return [[null, spans.length, Math.min(...spans.map(({ start }) => start)), Math.max(...spans.map(({ end }) => end)), quoteOf(spans)]]
  return spans.map(({ start, end, quote }, i) => [i + 1, spans.length, start, end, quote])
}
