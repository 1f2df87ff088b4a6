import type { Annotation } from './annotation'
import type { Article } from './article'
import type { Codebook } from './codebook'
import type { Coder } from './coder'
import type { Entity } from './entity'
import type { NewsEvent } from './event'
import type { ProjectInfo } from './info'
import type { Outlet } from './outlet'
import type { Ruling } from './ruling'
import type { Sheet } from './sheet'

/** What a project consists of, each kind as records with an id. */
export interface RecordTypes {
  project: ProjectInfo
  coder: Coder
  codebook: Codebook
  event: NewsEvent
  article: Article
  entity: Entity
  outlet: Outlet
  ruling: Ruling
  sheet: Sheet
  annotation: Annotation
}

export type RecordKind = keyof RecordTypes

const kinds: Readonly<Record<RecordKind, true>> = {
  project: true, coder: true, codebook: true, event: true, article: true, entity: true, outlet: true, ruling: true, sheet: true, annotation: true,
}
export const recordKinds = Object.keys(kinds) as readonly RecordKind[]

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
  readonly entity: Map<string, Entity>
  readonly outlet: Map<string, Outlet>
  readonly ruling: Map<string, Ruling>
  readonly sheet: Map<string, Sheet>
  readonly annotation: Map<string, Annotation>
  /** Article or event id -> its annotations by id, of all coders; kept in step by `putRecord`, like the next. */
  readonly annotationsOf: Map<string, Map<string, Annotation>>
  /** Article or event id -> its coding sheets by coder. */
  readonly sheetsOf: Map<string, Map<string, Sheet>>
}

export const emptyRecords = (): Records => ({
  project: new Map(), coder: new Map(), codebook: new Map(), event: new Map(), article: new Map(), entity: new Map(), outlet: new Map(), ruling: new Map(), sheet: new Map(), annotation: new Map(),
  annotationsOf: new Map(), sheetsOf: new Map(),
})

/** Puts one record in place, or takes it out with null. */
export function putRecord<K extends RecordKind>(records: Records, kind: K, id: string, record: RecordTypes[K] | null): void {
  // The key decides the map's type; TypeScript can't follow that through a union of maps.
  const map = records[kind] as Map<string, RecordTypes[K]>
  if (kind === 'annotation') regroup(records.annotationsOf, records.annotation.get(id), record as Annotation | null, (one) => one.id)
  if (kind === 'sheet') regroup(records.sheetsOf, records.sheet.get(id), record as Sheet | null, (one) => one.coder)
  if (record === null) map.delete(id)
  else map.set(id, record)
}

function regroup<T extends { readonly subject: string }>(groups: Map<string, Map<string, T>>, before: T | undefined, after: T | null, keyOf: (one: T) => string): void {
  if (before && (before.subject !== after?.subject || keyOf(before) !== keyOf(after))) {
    const group = groups.get(before.subject)
    group?.delete(keyOf(before))
    if (group?.size === 0) groups.delete(before.subject)
  }
  if (!after) return
  const group = groups.get(after.subject)
  if (group) group.set(keyOf(after), after)
  else groups.set(after.subject, new Map([[keyOf(after), after]]))
}

/** The annotations of one article (or event) in the order of the text. */
export function annotationsInOrder(records: Records, subject: string): Annotation[] {
  return [...(records.annotationsOf.get(subject)?.values() ?? [])].sort(inTextOrder)
}

/** Order by first start, longer first, then by id so that it is the same everywhere. */
export function inTextOrder(a: Annotation, b: Annotation): number {
  const [x, y] = [a.spans[0], b.spans[0]]
  return (x?.start ?? -1) - (y?.start ?? -1) || (y?.end ?? -1) - (x?.end ?? -1) || (a.id < b.id ? -1 : 1)
}
