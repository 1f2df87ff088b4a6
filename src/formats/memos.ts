import { codeEntries } from '../domain/project/codes'
import { inTextOrder } from '../domain/project/records'
import { quoteOf } from '../domain/text/anchor'
import { inChunks } from './chunks'
import { csvRecords, type Cell } from './csvRecord'
import { distinctNames } from './distinctNames'
import type { Exporter } from './exporter'
import type { Coded, ProjectSource } from './source'

const columns = ['kind', 'about', 'outlet', 'date', 'coder', 'quote', 'memo', 'modified'] as const

interface Memo {
  readonly kind: 'project' | 'code' | 'article' | 'event' | 'annotation' | 'entity'
  /** What it is about, in words. */
  readonly about: string
  readonly outlet?: string
  readonly date?: string
  readonly coder?: string
  /** The annotated passage, its parts joined with ` […] `. */
  readonly quote?: string
  readonly memo: string
  /** UTC; unknown for memos on what has no date of its own. */
  readonly modified?: string
}

/**
 * Every memo of a project as a CSV row (see `csvRecord`): on the project, its codes and entities, then what coders wrote
 * about events and articles in their coding sheets and about annotations, in the order of the text. Blank ones are none.
 */
export const memos = {
  id: 'memos',
  label: 'CSV, one row per memo',
  extension: 'csv',
  suffix: ' memos',
  run: (source) => inChunks(records(source)),
} as const satisfies Exporter

async function* records(source: ProjectSource): AsyncGenerator<string, void> {
  const memosOf = codedMemos(source)
  yield* csvRecords([columns, ...rows(ownMemos(source))])
  for (const { id, name, date } of source.events) yield* csvRecords(rows(memosOf({ kind: 'event', about: name, date }, await source.coded(id))))
  for (const { id, headline, outlet, date, source: { file } } of source.articles) {
    yield* csvRecords(rows(memosOf({ kind: 'article', about: headline || file, outlet, date }, await source.coded(id))))
  }
}

function* rows(list: Iterable<Memo>): Generator<Cell[]> {
  for (const one of list) if (one.memo.trim() !== '') yield columns.map((column) => one[column] ?? '')
}

const ownMemos = ({ info, codebook, entities }: ProjectSource): readonly Memo[] => [
  { kind: 'project', about: info.name, memo: info.memo },
  ...[...codeEntries(codebook).values()].map(({ code, path }) => ({ kind: 'code', about: path.join(' > '), memo: code.memo }) as const),
  ...entities.map(({ name, memo }) => ({ kind: 'entity', about: name, memo }) as const),
]

type Subject = Pick<Memo, 'kind' | 'about' | 'outlet' | 'date'>

/** What coders wrote about an article or event, and about what they coded of it. */
function codedMemos({ codebook, coders }: ProjectSource): (subject: Subject, coded: Coded) => Generator<Memo> {
  const entries = codeEntries(codebook), names = distinctNames(coders)
  const nameOf = (coder: string): string => names.get(coder) ?? coder
  return function* of(subject, { annotations, sheets }) {
    for (const { coder, memo, modified } of sheets) yield { ...subject, coder: nameOf(coder), memo, modified }
    for (const { code, coder, spans, note, modified } of [...annotations].sort(inTextOrder)) {
      const about = `${entries.get(code)?.path.join(' > ') ?? code}, in “${subject.about}”`
      yield { ...subject, kind: 'annotation', about, coder: nameOf(coder), quote: quoteOf(spans), memo: note, modified }
    }
  }
}
