import { FORMAT_VERSION } from '../../domain/project/format'
import { inTextOrder } from '../../domain/project/records'
import type { Sheet } from '../../domain/project/sheet'
import { writeCodebook } from '../codebookFile'
import { inChunks } from './chunks'
import type { Exporter } from './exporter'
import { PROJECT_FORMAT } from './projectFormat'
import type { ProjectSource } from '../source'

/**
 * The whole project as one JSON document, one record a line: `format`, `version`, `info`, `coders`, `codebook`,
 * `events`, `entities`, `outlets`, `rulings`, `articles` (each with its `text`, if texts may leave the project), `annotations` and `sheets`. Lossless:
 * `parseProjectJson` reads it back. Of a codebook, what `writeCodebook` writes.
 */
export const projectJson: Exporter = {
  id: 'synoptic',
  label: 'Synoptic JSON',
  about: 'Everything in one file, lossless: to pass it on to another Synoptic, or to read it with a program of your own.',
  shapes: ['project', 'codebook'],
  extension: 'json',
  files: (source, { shape }) => [{ ending: '.json', chunks: () => inChunks(shape === 'codebook' ? codebook(source) : members(source)) }],
  losses: () => [],
}

async function* codebook({ codebook: whole, shortcuts = {} }: ProjectSource): AsyncGenerator<string, void> {
  yield writeCodebook(whole, shortcuts)
}

async function* members(source: ProjectSource): AsyncGenerator<string, void> {
  yield `{"format":${JSON.stringify(PROJECT_FORMAT)},"version":${FORMAT_VERSION},\n"info":${JSON.stringify(source.info)},\n"coders":`
  yield* list(source.coders)
  yield `,\n"codebook":${JSON.stringify(source.codebook)},\n"events":`
  yield* list(source.events)
  yield ',\n"entities":'
  yield* list(source.entities)
  yield ',\n"outlets":'
  yield* list(source.outlets)
  yield ',\n"rulings":'
  yield* list(source.rulings)
  yield ',\n"articles":'
  yield* list(articles(source))
  const sheets: Sheet[] = []
  yield ',\n"annotations":'
  yield* list(annotations(source, sheets))
  yield ',\n"sheets":'
  yield* list(sheets)
  yield '}\n'
}

async function* list(records: Iterable<unknown> | AsyncIterable<unknown>): AsyncGenerator<string, void> {
  let before = '[\n'
  for await (const record of records) {
    yield before + JSON.stringify(record)
    before = ',\n'
  }
  yield before === '[\n' ? '[]' : '\n]'
}

async function* articles({ articles: all, text }: ProjectSource): AsyncGenerator<unknown, void> {
  for (const article of all) yield text ? { ...article, text: await text(article.id) } : article
}

/** Fills `sheets` on the way, so that each shard is read once. */
async function* annotations(source: ProjectSource, sheets: Sheet[]): AsyncGenerator<unknown, void> {
  for (const { id } of [...source.events, ...source.articles]) {
    const coded = await source.coded(id)
    sheets.push(...coded.sheets)
    yield* [...coded.annotations].sort(inTextOrder)
  }
}
