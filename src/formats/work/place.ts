import { codebookSchema } from '../../domain/project/codebook'
import { isDate } from '../../domain/project/dates'
import { LONGEST_LINE } from '../../domain/project/limits'
import { parse } from '../../domain/project/parse'
import { detectReading } from '../../domain/text/detectReading'
import type { OffsetReading, OffsetScore } from '../../domain/text/offsets'
import type { ProjectContents } from '../source'
import { examplesOf, type PlacedExample } from './examples'
import { Losses, lossLine } from './losses'
import { placedCodings } from './rawAnnotations'
import { placedDocuments, type PlacedDocument } from './rawArticles'
import { placedCodebook } from './rawCodebook'
import { placedSheets } from './rawSheets'
import type { RawPlace, RawWork } from './rawWork'
import type { ReadWork } from './reader'
import { settled } from './settled'
import { WorkCoders } from './workCoders'
import { workIds } from './workIds'

/** What placing may not find out by itself. */
export interface PlacingCircumstances {
  /** Now, as UTC ISO 8601. */
  readonly now: string
  /** Texts of documents that the file has none of, by key, where the project has them: see `documentsHere`. */
  readonly texts?: ReadonlyMap<string, string>
}

/** Others' work as a project of ours, ready to be taken in. */
export interface PlacedWork {
  /** Ids are the same whenever the same work is placed. Only to be shown, not to be kept, while somebody has to choose a reading. */
  readonly contents: ProjectContents
  /** What its positions may count, the best first; empty where there is nothing to find out. */
  readonly readings: readonly OffsetScore[]
  /** The one that was taken; null where none is good enough to be taken without asking, so that somebody has to choose. */
  readonly reading: OffsetReading | null
  readonly codings: number
  /** Codings that became annotations. */
  readonly placed: number
  /** What is not carried over, with its number. */
  readonly losses: readonly string[]
  readonly examples: readonly PlacedExample[]
}

/** What our own offsets count. */
const ours: OffsetReading = { unit: 'utf16', breaks: 'lf' }

/**
 * Makes annotations with our offsets of what a reader found.
 * @param asked how positions are to be read; null to find out, which fails rather than guesses: see `settled`
 * @throws ParseError when a reader gave what no project can keep
 */
export function placeWork(read: ReadWork, asked: OffsetReading | null, at: PlacingCircumstances): PlacedWork {
  return 'raw' in read ? placeRaw(read.raw, asked, at) : asItIs(read.contents, read.losses.map(lossLine))
}

function asItIs(contents: ProjectContents, losses: readonly string[]): PlacedWork {
  const { length } = contents.annotations
  return { contents, readings: [], reading: ours, codings: length, placed: length, losses, examples: examplesOf(contents) }
}

function placeRaw(raw: RawWork, asked: OffsetReading | null, { now, texts = new Map() }: PlacingCircumstances): PlacedWork {
  const losses = new Losses(raw.losses), ids = workIds(raw), coders = new WorkCoders(raw, ids, now)
  const eventIds = new Map(raw.events.map(({ key, name, date }) => [key, ids('event', key, name, date)]))
  const event = (key: string): string | null => eventIds.get(key) ?? null
  const documents = placedDocuments(raw, texts, { ids, now, event }, losses)
  const documentKeys = new Set(raw.documents.map(({ key }) => key))
  const { dimensions, codeOf, dimension } = placedCodebook(raw, ids, ({ document }) => eventIds.has(document) && !documentKeys.has(document))
  const readings = readingsOf(raw, documents)
  const reading = asked ?? (readings.length === 0 ? raw.usual ?? ours : settled(readings, raw.usual))
  const coder = (key: string | null): string => coders.idOf(key)
  const { placed, entities } = placedCodings(raw.codings, { ids, now, reading: reading ?? readings[0]?.reading ?? ours, documents, event, entities: raw.entities ?? [], coder, codeOf, ours: raw.lasting === true }, losses)
  const name = raw.name.slice(0, LONGEST_LINE), articles = [...documents.values()]
  const contents: ProjectContents = {
    info: { id: ids('project', ''), name, created: now, memo: '' },
    codebook: parse(codebookSchema, { name, version: Math.max(1, ...placed.map((one) => one.codebook)), log: [], dimensions }, 'the codebook'),
    events: raw.events.map((one) => ({ id: event(one.key) ?? '', name: one.name.slice(0, LONGEST_LINE), date: isDate(one.date) ? one.date : '', variables: one.variables })),
    entities, outlets: (raw.outlets ?? []).map((one) => ({ ...one, id: ids('outlet', one.id, one.name) })), rulings: [], articles: articles.map(({ article }) => article), annotations: placed,
    sheets: placedSheets(raw, { ids, now, documents, event, coder, dimension }, losses),
    // Last: it is known now whether somebody coded without a name.
    coders: coders.all, texts: new Map(articles.map(({ article, text }) => [article.id, text])),
  }
  return { contents, readings, reading, codings: raw.codings.length, placed: placed.length, losses: losses.all.map(lossLine), examples: examplesOf(contents) }
}

function readingsOf(raw: RawWork, documents: ReadonlyMap<string, PlacedDocument>): readonly OffsetScore[] {
  const places = new Map<string, RawPlace[]>()
  for (const { document, places: some } of raw.codings) {
    const there = places.get(document)
    if (there) there.push(...some)
    else places.set(document, [...some])
  }
  const positioned = [...places].flatMap(([key, some]) => {
    const document = documents.get(key)
    return document && some.length > 0 ? [{ text: document.decoded, places: some }] : []
  })
  return positioned.length === 0 ? [] : detectReading(positioned, raw.usual)
}
