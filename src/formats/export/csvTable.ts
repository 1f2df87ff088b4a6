import type { Annotation } from '../../domain/project/annotation'
import type { Article } from '../../domain/project/article'
import { codeEntries, scoreOf, type CodeEntry } from '../../domain/project/codes'
import type { NewsEvent } from '../../domain/project/event'
import { isPlaced } from '../../domain/project/placement'
import { inTextOrder } from '../../domain/project/records'
import { quoteOf } from '../../domain/text/anchor'
import { fieldColumns } from './csvFields'
import type { Cell } from './csvRecord'
import { distinctNames } from './distinctNames'
import { variableColumns } from './csvVariables'
import type { Coded, ProjectSource } from '../source'

const aboutWhat = ['annotation_id', 'article_id', 'outlet', 'date', 'headline', 'event', 'coder', 'dimension', 'code', 'unit', 'coded']
const aboutPlace = ['span', 'spans', 'start', 'end', 'quote']
const aboutMaking = ['certainty', 'note', 'codebook_version', 'blind', 'created', 'modified']

/** What the rows are about. */
type Subject = { readonly article: Article } | { readonly event: NewsEvent }

export interface CsvTable {
  readonly columns: readonly string[]
  /** The rows of one article, in the order of the text, or of one event. */
  readonly rowsOf: (subject: Subject, coded: Coded) => Iterable<Cell[]>
}

/**
 * The annotations of a project as a table. `start` and `end` are UTF-16 units of the article's canonical text,
 * half-open. An annotation has a row for each of its spans, and `span` counts from 1 to `spans`; in these rows
 * `text.slice(start, end) === quote`. Where its code has roles, such as source, cue and content, it is one row: `span` is
 * empty, `start` and `end` are its whole extent, `quote` its parts joined with ` […] `, so that the law holds only for
 * rows whose `span` is a number. What is coded without a span has one row with empty
 * places, and so has, with its quotation, what was not found again after the text was corrected. `code` is the path from
 * the dimension down.
 *
 * For each dimension that a coder has finished without an annotation there is a row without code and annotation, in which
 * `coded` is `none`; in all others it is `yes`. `blind` is 1 for what was coded without seeing the outlet, 0 for the rest. For the columns of fields see `fieldColumns`; the column `score` is there
 * when a code has one. The variables of outlets, articles and events come last: see `variableColumns`.
 */
export function csvTable(source: ProjectSource): CsvTable {
  const entries = codeEntries(source.codebook)
  const coders = distinctNames(source.coders), events = distinctNames(source.events), entities = distinctNames(source.entities)
  const score = [...entries.values()].some((entry) => entry.code.score !== 'none') ? ['score'] : []
  const fields = fieldColumns(source.codebook, [...aboutWhat, ...aboutPlace, 'score', ...aboutMaking], (id) => entities.get(id))

  const before = [...aboutWhat, ...aboutPlace, ...fields.names, ...score, ...aboutMaking]
  const used = new Set(before)
  const ofOutlet = variableColumns('outlet', source.outlets, used), ofArticle = variableColumns('article', source.articles, used), ofEvent = variableColumns('event', source.events, used)
  const outletOf = new Map(source.outlets.map((outlet) => [outlet.name, outlet])), eventOf = new Map(source.events.map((event) => [event.id, event]))
  const variablesOf = (subject: Subject): Cell[] => ('article' in subject
    ? [...ofOutlet.cells(outletOf.get(subject.article.outlet)), ...ofArticle.cells(subject.article), ...ofEvent.cells(eventOf.get(subject.article.event ?? ''))]
    : [...ofOutlet.cells(undefined), ...ofArticle.cells(undefined), ...ofEvent.cells(subject.event)])

  const aboutOf = (subject: Subject): string[] => ('article' in subject ? articleCells(subject.article, events) : ['', '', subject.event.date, '', events.get(subject.event.id) ?? ''])
  const coderOf = (id: string): string => coders.get(id) ?? id

  function* rowsOf(subject: Subject, coded: Coded): Generator<Cell[]> {
    const about = aboutOf(subject), variables = variablesOf(subject)
    for (const one of [...coded.annotations].sort(inTextOrder)) {
      const entry = entries.get(one.code)
      const what = [one.id, ...about, coderOf(one.coder), entry?.dimension.name ?? '', entry?.path.join(' > ') ?? one.code, one.unit, 'yes']
      const scored = score.map(() => (entry && scoreOf(one, entry)) ?? '')
      const rest = [...fields.cells(one, entry), ...scored, one.certainty ?? '', one.note, one.codebook, one.blind ? 1 : 0, one.created, one.modified, ...variables]
      const article = 'article' in subject ? subject.article : undefined
      for (const place of placesOf(one, entry, isPlaced(one, article))) yield [...what, ...place, ...rest]
    }
    for (const { coder, coded: finished, modified } of coded.sheets) {
      const found = new Set(coded.annotations.filter((one) => one.coder === coder).map((one) => entries.get(one.code)?.dimension.id))
      for (const { name, unit } of source.codebook.dimensions.filter(({ id }) => finished.includes(id) && !found.has(id))) {
        yield ['', ...about, coderOf(coder), name, '', unit, 'none', '', 0, '', '', '', ...fields.names.map(() => ''), ...score.map(() => ''), '', '', '', '', '', modified, ...variables]
      }
    }
  }
  return { columns: [...before, ...ofOutlet.names, ...ofArticle.names, ...ofEvent.names], rowsOf }
}

function placesOf({ spans }: Annotation, entry: CodeEntry | undefined, placed: boolean): Cell[][] {
  if (spans.length === 0) return [['', 0, '', '', '']]
  if (!placed) return [['', spans.length, '', '', quoteOf(spans)]]
  if (entry?.fields.some((field) => field.kind === 'role')) return [['', spans.length, Math.min(...spans.map(({ start }) => start)), Math.max(...spans.map(({ end }) => end)), quoteOf(spans)]]
  return spans.map(({ start, end, quote }, i) => [i + 1, spans.length, start, end, quote])
}

const articleCells = ({ id, outlet, date, headline, event }: Article, events: ReadonlyMap<string, string>): string[] =>
  [id, outlet, date, headline, event === null ? '' : events.get(event) ?? event]
