import { codeEntries } from '../../domain/project/codes'
import type { Column, ExportCell } from '../../domain/exporting/column'
import { inTextOrder } from '../../domain/project/records'
import { quoteOf } from '../../domain/text/anchor'
import { distinctNames } from './distinctNames'
import type { Coded, ProjectSource } from '../source'
import type { Table } from './table'

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

const meanings: Readonly<Record<(typeof columns)[number], Pick<Column, 'label' | 'meaning' | 'type' | 'level'>>> = {
  kind: { label: 'Kind', meaning: 'What the memo is about: the project, a code, an article, an event, an annotation or an entity.', type: 'text', level: 'nominal' },
  about: { label: 'About', meaning: 'What it is about, in words.', type: 'text', level: null },
  outlet: { label: 'Outlet', meaning: 'The outlet of the article.', type: 'text', level: 'nominal' },
  date: { label: 'Date', meaning: 'Date of the article or event.', type: 'date', level: null },
  coder: { label: 'Coder', meaning: 'Who wrote it.', type: 'text', level: 'nominal' },
  quote: { label: 'Quotation', meaning: 'The annotated passage; parts of it are joined with […].', type: 'text', level: null },
  memo: { label: 'Memo', meaning: 'What was written.', type: 'text', level: null },
  modified: { label: 'Modified', meaning: 'When it was last changed; empty for memos on what has no date of its own.', type: 'time', level: null },
}

/**
 * Every memo of a project: on the project, its codes and entities, then what coders wrote
 * about events and articles in their coding sheets and about annotations, in the order of the text. Blank ones are none.
 * There is no column of quotations where no text may leave the project.
 */
export function memosTable(source: ProjectSource): Table {
  const names = columns.filter((name) => name !== 'quote' || source.text !== null)
  const rows = (list: Iterable<Memo>): readonly (readonly ExportCell[])[] => [...list].filter(({ memo }) => memo.trim() !== '').map((one) => names.map((column) => one[column] || null))
  return {
    id: 'memos', title: 'Memos', columns: names.map((name) => ({ name, ...meanings[name], values: null })),
    rows: async function* all() {
      for await (const some of records(source)) yield rows(some)
    },
  }
}

async function* records(source: ProjectSource): AsyncGenerator<Iterable<Memo>, void> {
  const memosOf = codedMemos(source)
  yield ownMemos(source)
  for (const { id, name, date } of source.events) yield memosOf({ kind: 'event', about: name, date }, await source.coded(id))
  for (const { id, headline, outlet, date, source: { file } } of source.articles) {
    yield memosOf({ kind: 'article', about: headline || file, outlet, date }, await source.coded(id))
  }
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
