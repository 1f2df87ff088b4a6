import { FORMAT_VERSION } from '../domain/project/format'
import { inTextOrder } from '../domain/project/records'
import { inChunks } from './chunks'
import type { Exporter } from './exporter'
import type { ProjectSource } from './source'

/** What a project document names itself in its first member. */
export const PROJECT_FORMAT = 'synoptic-project'

/**
 * The whole project as one JSON document, one record a line: `format`, `version`, `info`, `coders`, `codebook`,
 * `events`, `articles` (each with its `text`, if texts may leave the project) and `annotations`. Lossless:
 * `parseProjectJson` reads it back.
 */
export const projectJson = {
  id: 'json',
  label: 'JSON, the whole project',
  extension: 'json',
  run: (source) => inChunks(members(source)),
} as const satisfies Exporter

async function* members(source: ProjectSource): AsyncGenerator<string, void> {
  yield `{"format":${JSON.stringify(PROJECT_FORMAT)},"version":${FORMAT_VERSION},\n"info":${JSON.stringify(source.info)},\n"coders":`
  yield* list(source.coders)
  yield `,\n"codebook":${JSON.stringify(source.codebook)},\n"events":`
  yield* list(source.events)
  yield ',\n"articles":'
  yield* list(articles(source))
  yield ',\n"annotations":'
  yield* list(annotations(source))
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

async function* annotations(source: ProjectSource): AsyncGenerator<unknown, void> {
  for (const article of source.articles) yield* [...(await source.annotations(article.id))].sort(inTextOrder)
}
