import type { Article } from '../domain/project/article'
import type { NewsEvent } from '../domain/project/event'
import type { Line } from '../domain/query/concordance'
import { csvRecord, csvRecords, type Cell } from './export/csvRecord'
import { distinctNames } from './export/distinctNames'

const columns = ['article_id', 'outlet', 'date', 'headline', 'event', 'start', 'end', 'before', 'hit', 'after']

/**
 * A concordance as a table, in the dialect of `csvRecord`: one row per hit, in the order of the lines. `start` and `end` are
 * UTF-16 units of the article's canonical text, half-open; `before` and `after` are what stands around the hit, line ends included.
 * @param lines some at a time, each time with their articles
 */
export async function* concordanceCsv(events: readonly NewsEvent[], lines: AsyncIterable<{ readonly lines: readonly Line[]; readonly articles: ReadonlyMap<string, Article> }>): AsyncGenerator<string, void> {
  const names = distinctNames(events)
  const row = ({ article: id, start, end, before, quote, after }: Line, article: Article | undefined): readonly Cell[] =>
    [id, article?.outlet ?? '', article?.date ?? '', article?.headline ?? '', names.get(article?.event ?? '') ?? '', start, end, before, quote, after]
  yield csvRecord(columns)
  for await (const { lines: some, articles } of lines) yield* csvRecords(some.map((line) => row(line, articles.get(line.article))))
}
