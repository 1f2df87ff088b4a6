import type { Point } from '../../domain/snapshots/thinning'
import type { Shelf } from './shelf'

/** What the snapshots of a project take, and what of that is needed when some of them go. */
export interface Room {
  /** Newest first; those that can't be read are not among them. */
  readonly points: readonly Point[]
  /** False when one of them may be whole but could not be read: what it needs is not known, so nothing may go. */
  readonly complete: boolean
  /** The objects that those left over need. @param gone ids */
  readonly needed: (gone: ReadonlySet<string>) => ReadonlySet<string>
}

/** Walks from the newest snapshot to the oldest; each takes the room of what no newer one has. */
export async function pointsOf(shelf: Shelf): Promise<Room> {
  const seen = new Set<string>()
  const all: { readonly point: Point; readonly lists: readonly string[] }[] = []
  const objects = new Map<string, readonly string[]>()
  let complete = true
  for (const id of await shelf.ids()) {
    const record = await shelf.needs(id)
    if (record === 'unknown') complete = false
    if (record === null || record === 'unknown') continue
    let room = 0
    for (const list of record.lists) {
      if (objects.has(list)) continue
      const found = await shelf.needsOf(list)
      if (found === 'unknown') complete = false
      const entries = found === 'unknown' || found === null ? [] : found
      objects.set(list, entries.map(({ sha256 }) => sha256))
      for (const { sha256, stored } of entries) {
        if (!seen.has(sha256)) room += stored
        seen.add(sha256)
      }
    }
    all.push({ point: { id, taken: record.snapshot.taken, marked: record.snapshot.why.startsWith('before-'), room }, lists: record.lists })
  }
  return {
    points: all.map(({ point }) => point),
    complete,
    needed: (gone) => {
      const lists = new Set(all.filter(({ point }) => !gone.has(point.id)).flatMap(({ lists: names }) => names))
      return new Set([...lists, ...[...lists].flatMap((list) => objects.get(list) ?? [])])
    },
  }
}
