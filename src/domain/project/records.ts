import type { Annotation } from './annotation'
import type { Article } from './article'
import type { Codebook } from './codebook'
import type { Coder } from './coder'
import type { NewsEvent } from './event'
import type { ProjectInfo } from './info'

/** What a project consists of, each kind as records with an id. */
export interface RecordTypes {
  project: ProjectInfo
  coder: Coder
  codebook: Codebook
  event: NewsEvent
  article: Article
  annotation: Annotation
}

export type RecordKind = keyof RecordTypes

/** The one project record and the one codebook of a project are kept under this id. */
export const THE = 'the'

/**
 * All records of an open project, mutable in place so that a change costs what it touches and not what there is.
 * The records themselves are never altered, only replaced: whoever keeps one can compare it by identity.
 */
export interface Records {
  readonly project: Map<string, ProjectInfo>
  readonly coder: Map<string, Coder>
  readonly codebook: Map<string, Codebook>
  readonly event: Map<string, NewsEvent>
  readonly article: Map<string, Article>
  readonly annotation: Map<string, Annotation>
  /** Article id -> its annotations by id, of all coders; kept in step by `putRecord`. */
  readonly annotationsOf: Map<string, Map<string, Annotation>>
}

export const emptyRecords = (): Records => ({
  project: new Map(), coder: new Map(), codebook: new Map(), event: new Map(), article: new Map(), annotation: new Map(), annotationsOf: new Map(),
})

/** Puts one record in place, or takes it out with null. */
export function putRecord<K extends RecordKind>(records: Records, kind: K, id: string, record: RecordTypes[K] | null): void {
  // The key decides the map's type; TypeScript can't follow that through a union of maps.
  const map = records[kind] as Map<string, RecordTypes[K]>
  if (kind === 'annotation') regroup(records, records.annotation.get(id), record as Annotation | null)
  if (record === null) map.delete(id)
  else map.set(id, record)
}

function regroup(records: Records, before: Annotation | undefined, after: Annotation | null): void {
  if (before && before.article !== after?.article) {
    const group = records.annotationsOf.get(before.article)
    group?.delete(before.id)
    if (group?.size === 0) records.annotationsOf.delete(before.article)
  }
  if (!after) return
  const group = records.annotationsOf.get(after.article)
  if (group) group.set(after.id, after)
  else records.annotationsOf.set(after.article, new Map([[after.id, after]]))
}

/** The annotations of one article in the order of the text. */
export function annotationsInOrder(records: Records, article: string): Annotation[] {
  return [...(records.annotationsOf.get(article)?.values() ?? [])].sort(inTextOrder)
}

/** Order by first start, longer first, then by id so that it is the same everywhere. */
export function inTextOrder(a: Annotation, b: Annotation): number {
  const [x, y] = [a.spans[0], b.spans[0]]
  return (x?.start ?? -1) - (y?.start ?? -1) || (y?.end ?? -1) - (x?.end ?? -1) || (a.id < b.id ? -1 : 1)
}
