import { z } from 'zod'
import { annotationSchema } from '../domain/project/annotation'
import { articleSchema } from '../domain/project/article'
import { codebookSchema } from '../domain/project/codebook'
import { coderSchema } from '../domain/project/coder'
import { entitySchema } from '../domain/project/entity'
import { eventSchema } from '../domain/project/event'
import type { FileKind } from '../domain/project/fileKind'
import { FORMAT_VERSION, migrate, NewerVersionError } from '../domain/project/format'
import { projectInfoSchema } from '../domain/project/info'
import { outletSchema } from '../domain/project/outlet'
import { rulingSchema } from '../domain/project/ruling'
import { parse, ParseError } from '../domain/project/parse'
import { sheetSchema } from '../domain/project/sheet'
import { isObject, parseJson, type JsonObject } from './json'
import { PROJECT_FORMAT } from './export/projectFormat'
import { sha256 } from './sha256'
import type { ProjectContents } from './source'

const headSchema = z.object({
  format: z.literal(PROJECT_FORMAT, { error: 'is not that of a Synoptic project' }),
  version: z.int().min(1),
})

const documentSchema = z.object({
  info: projectInfoSchema,
  coders: z.array(coderSchema).readonly(),
  codebook: codebookSchema,
  events: z.array(eventSchema).readonly(),
  entities: z.array(entitySchema).readonly().default([]),
  outlets: z.array(outletSchema).readonly().default([]),
  rulings: z.array(rulingSchema).readonly().default([]),
  articles: z.array(articleSchema).readonly(),
  sheets: z.array(sheetSchema).readonly().default([]),
  annotations: z.array(annotationSchema).readonly(),
})

const textsSchema = z.object({ articles: z.array(z.object({ id: z.string(), text: z.string().optional() })) })

/**
 * Reads what `projectJson` wrote, now or in an earlier version. Texts that were left out are missing from `texts`.
 * @param what names the document in messages
 * @throws NewerVersionError, or ParseError when it is no project, holds an id twice, codes an article that isn't
 *   there, or holds a text that is not the one its article was imported with
 */
export function parseProjectJson(json: string, what = 'the project file'): ProjectContents {
  const written = parseJson(json, what)
  const { version } = parse(headSchema, written, what)
  if (version > FORMAT_VERSION) throw new NewerVersionError(version)
  const data = isObject(written) ? current(written, version) : written
  const document = parse(documentSchema, data, what)
  const texts = parse(textsSchema, data, what).articles.flatMap(({ id, text }) => (text === undefined ? [] : [[id, text] as const]))
  const contents = { ...document, texts: new Map(texts) }
  const problems = [...repeatedIds(contents), ...lostAnnotations(contents), ...changedTexts(contents)]
  if (problems.length > 0) throw new ParseError(what, problems)
  return contents
}

/** The members of a document that stand in each kind of file of a project folder, where migrations know them. */
const membersOf: Readonly<Partial<Record<FileKind, readonly string[]>>> = {
  project: ['info', 'coders'], events: ['events'], entities: ['entities'], outlets: ['outlets'], rulings: ['rulings'], articles: ['articles'], annotations: ['annotations', 'sheets'],
}

function current(document: JsonObject, version: number): JsonObject {
  const migrated = Object.entries(membersOf).flatMap(([kind, members]) => {
    const there = members.filter((member) => member in document)
    if (there.length === 0) return []
    const data = migrate(kind as FileKind, Object.fromEntries(there.map((member) => [member, document[member]])), version)
    return isObject(data) ? [data] : []
  })
  const codebook = 'codebook' in document && { codebook: migrate('codebook', document['codebook'], version) }
  return Object.assign({ ...document }, ...migrated, codebook) as JsonObject
}

function repeatedIds({ coders, events, entities, outlets, rulings, articles, sheets, annotations }: ProjectContents): string[] {
  return Object.entries({ coders, events, entities, outlets, rulings, articles, sheets, annotations }).flatMap(([kind, records]) => {
    const ids = records.map((record) => record.id)
    return new Set(ids).size === ids.length ? [] : [`${kind} has the id ${ids.find((id, i) => ids.indexOf(id) < i) ?? ''} twice`]
  })
}

function lostAnnotations({ events, articles, sheets, annotations }: ProjectContents): string[] {
  const known = new Set([...events, ...articles].map(({ id }) => id))
  const lost = <T extends { readonly id: string; readonly subject: string }>(kind: string, list: readonly T[]): string[] =>
    list.filter((one) => !known.has(one.subject)).map((one) => `${kind} ${one.id} belongs to an article or event that is not there`)
  return [...lost('annotation', annotations), ...lost('sheet', sheets)]
}

function changedTexts({ articles, texts }: ProjectContents): string[] {
  return articles.flatMap(({ id, hash }) => {
    const text = texts.get(id)
    return text === undefined || sha256(text) === hash ? [] : [`the text of article ${id} is not the one that was imported`]
  })
}
