import { sameData } from '../changes/change'
import type { RecordKind, RecordTypes } from '../project/records'
import { newestFirst, sameDot, saw, sawAll, seenByEither, type Dot, type Seen } from './dot'

/** A record as one write left it. */
export type Version = { readonly [K in RecordKind]: { readonly kind: K; readonly id: string; readonly at: Dot; readonly record: RecordTypes[K] } }[RecordKind]

/** A record put in place by a write, or taken out with null. */
export type Put = { readonly [K in RecordKind]: { readonly kind: K; readonly id: string; readonly record: RecordTypes[K] | null } }[RecordKind]

/** Which record: its kind and id. */
export type Key = `${RecordKind}/${string}`

export const keyOf = ({ kind, id }: { readonly kind: RecordKind; readonly id: string }): Key => `${kind}/${id}`

/**
 * The records of a file as something that can be merged with any other copy of the file, in any order, any number of times.
 * After Shapiro et al. (2011), the observed-remove set: a record is gone when one side has seen the write it came by and does not hold it.
 */
export interface Versioned {
  /** The writes whose effect is in here, also where that was to take something out. */
  readonly seen: Seen
  /** Each record's versions, the newest first: one, unless it was changed in two places that did not know of each other. */
  readonly held: ReadonlyMap<Key, readonly Version[]>
}

/**
 * What both copies come to: of each record the versions that the other side has not replaced or taken out knowingly.
 * Commutative, associative and idempotent, but for the order in which records are listed.
 */
export function merge(a: Versioned, b: Versioned): Versioned {
  const held = new Map<Key, readonly Version[]>()
  for (const key of new Set([...a.held.keys(), ...b.held.keys()])) {
    const [ours, theirs] = [a.held.get(key) ?? [], b.held.get(key) ?? []]
    const kept = [
      ...ours.filter(({ at }) => !saw(b.seen, at) || theirs.some((their) => sameDot(their.at, at))),
      ...theirs.filter(({ at }) => !saw(a.seen, at)),
    ]
    if (kept.length > 0) held.set(key, kept.sort((x, y) => newestFirst(x.at, y.at)))
  }
  return { seen: seenByEither(a.seen, b.seen), held }
}

/** What a write makes of the records: each one it puts replaces all versions there were, knowingly. What stays the same keeps its version. */
export function written(before: Versioned, at: Dot, puts: Iterable<Put>): Versioned {
  const held = new Map(before.held)
  for (const put of puts) {
    const key = keyOf(put)
    const [newest, ...others] = held.get(key) ?? []
    if (put.record === null) held.delete(key)
    else if (!newest || others.length > 0 || !sameData(newest.record, put.record)) held.set(key, [{ ...put, at } as Version])
  }
  return { seen: seenByEither(before.seen, new Map([[at.writer, at.count]])), held }
}

/** A write that has its name before it is done, so that whoever does it, and however often, it is one write. */
export interface Promised {
  readonly at: Dot
  /** What its maker had seen of the file: it replaces that, and nothing else. */
  readonly knowing: Seen
}

/** True when the write can be done under its name: nothing that its maker knew is missing, or the name would stand for that as well. */
export const canFulfil = ({ seen }: Versioned, { knowing }: Promised): boolean => sawAll(seen, knowing)

/** What a promised write makes of the records, which must have what its maker knew (`canFulfil`); nothing when it is among those seen. */
export function fulfilled(before: Versioned, { at, knowing }: Promised, puts: Iterable<Put>): Versioned {
  if (saw(before.seen, at)) return before
  const seen = seenByEither(knowing, new Map([[at.writer, at.count]]))
  const held = new Map<Key, readonly Version[]>()
  for (const [key, versions] of before.held) {
    const known = versions.filter((one) => saw(seen, one.at))
    if (known.length > 0) held.set(key, known)
  }
  return merge(before, written({ seen, held }, at, puts))
}

/** True when both hold the same versions of the same records and have seen the same writes. */
export function equal(a: Versioned, b: Versioned): boolean {
  if (a.seen.size !== b.seen.size || a.held.size !== b.held.size) return false
  for (const [writer, count] of a.seen) if (b.seen.get(writer) !== count) return false
  for (const [key, ours] of a.held) {
    const theirs = b.held.get(key)
    if (theirs?.length !== ours.length || !theirs.every(({ at }) => ours.some((one) => sameDot(one.at, at)))) return false
  }
  return true
}

/** What a merge brought into one of its sides. */
export interface Absorbed {
  readonly added: number
  readonly changed: number
  readonly removed: number
  /** Records that were changed on both sides; which version is shown was decided by count and writer, the others are kept until the record is next written. */
  readonly contested: readonly { readonly kind: RecordKind; readonly id: string }[]
}

/** What became of the records between two states of a file. */
export function brought(before: Versioned, after: Versioned): Absorbed {
  const keys = [...after.held.keys()]
  const changed = keys.filter((key) => before.held.has(key) && !sameData(newestOf(before, key)?.record, newestOf(after, key)?.record))
  const contested = keys.filter((key) => isContested(after.held.get(key)) && !isContested(before.held.get(key)))
  return {
    added: keys.filter((key) => !before.held.has(key)).length,
    changed: changed.length,
    removed: [...before.held.keys()].filter((key) => !after.held.has(key)).length,
    contested: contested.flatMap((key) => newestOf(after, key) ?? []).map(({ kind, id }) => ({ kind, id })),
  }
}

const newestOf = (state: Versioned, key: Key): Version | undefined => state.held.get(key)?.[0]

/** Versions of the same content, as two copies of an older format have them, contradict nobody. */
const isContested = (versions: readonly Version[] = []): boolean => versions.some(({ record }) => !sameData(record, versions[0]?.record))
