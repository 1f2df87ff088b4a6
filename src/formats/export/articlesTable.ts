import type { Column, ExportCell } from '../../domain/exporting/column'
import type { ExportOrder } from '../../domain/exporting/order'
import type { Article } from '../../domain/project/article'
import type { ProjectSource } from '../source'
import { articleColumns } from './annotationColumns'
import { distinctNames } from './distinctNames'
import { aboutOf } from './subject'
import { subjectVariables } from './subjectVariables'
import type { Table } from './table'
import { unitRows } from './unitRows'

const text = (name: string, label: string, meaning: string): Column => ({ name, label, meaning, type: 'text', level: null, values: null })

const more: readonly Column[] = [
  text('byline', 'Byline', 'Who wrote it, as far as known.'),
  { ...text('section', 'Section', 'The section it stood in.'), level: 'nominal' },
  { ...text('language', 'Language', 'Tag of the language, such as en.'), level: 'nominal' },
  text('url', 'Address', 'Where it is on the web.'),
  { ...text('words', 'Words', 'Words of the text, without what is excluded as boilerplate.'), type: 'whole', level: 'ratio' },
]

/**
 * One row per article and coder, or per article with what all coders coded together or one of them did: what is known of the
 * article, what was coded of it (see `codingColumns`), and the variables of its outlet, itself and its event. An article that
 * nobody coded has a row without a coder.
 */
export function articlesTable(source: ProjectSource, order: ExportOrder): Table {
  const about = [...articleColumns, ...more]
  const used = new Set(about.map(({ name }) => name))
  const units = unitRows(source, order, 'article', used)
  const variables = subjectVariables(source, used)
  const events = distinctNames(source.events)
  const known = (article: Article): readonly ExportCell[] => {
    const { byline, section, language, url, words } = article
    return [...aboutOf({ article }, events), byline || null, section || null, language || null, url || null, words]
  }
  return {
    id: 'articles', title: 'Articles', columns: [...about, ...units.columns, ...variables.columns],
    rows: async function* rows() {
      for (const article of source.articles) {
        const coded = await source.coded(article.id)
        const first = known(article), last = variables.cells({ article })
        yield units.cellsOf([{ kind: 'article', coded }]).map((cells) => [...first, ...cells, ...last])
      }
    },
  }
}
