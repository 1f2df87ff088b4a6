import { z } from 'zod'
import { dotOf, dotSchema, dotText, writerSchema, type Dot } from './dot'
import { keyOf, type Key, type Version, type Versioned } from './versioned'

/** What stands beside a file's records, so that it can be merged with another copy of it. */
export const fileVersionsSchema = z.object({
  /** Writer -> the highest count seen of it. */
  seen: z.record(writerSchema, z.int().min(0)),
  /** The write by which all records came that are not in `by`. */
  rest: dotSchema.nullable(),
  /** Write -> the records that came by it, as kind/id. */
  by: z.record(dotSchema, z.array(z.string())),
  /** Versions besides the newest of records that were changed in two places; of any content, as only a merge looks at it. */
  others: z.array(z.object({ at: dotSchema, kind: z.string(), id: z.string(), record: z.unknown() })).default([]),
})
export type FileVersions = z.infer<typeof fileVersionsSchema>

/** The newest version of each record of a file, without how it came there. */
export type Newest = Omit<Version, 'at'>

/** What `versionedFrom` takes for the write by which everything came in a file that says nothing of versions. */
export const onlyWrite = (at: Dot): FileVersions => ({ seen: { [at.writer]: at.count }, rest: dotText(at), by: {}, others: [] })

/** How a record came that no write accounts for: by one that nobody has seen, so that no merge takes it out. */
const UNACCOUNTED: Dot = { writer: '00000000', count: 1 }

/**
 * A file's records with what stands beside them.
 * @param checked makes a record of what was read, or null of what is none
 */
export function versionedFrom(records: Iterable<Newest>, { seen, rest, by, others }: FileVersions, checked: (kind: string, id: string, record: unknown) => Newest | null): Versioned {
  const dots = new Map(Object.entries(by).flatMap(([dot, keys]) => keys.map((key) => [key, dotOf(dot)] as const)))
  const fallback = rest === null ? null : dotOf(rest)
  const held = new Map<Key, Version[]>()
  for (const record of records) {
    const at = dots.get(keyOf(record)) ?? fallback
    held.set(keyOf(record), [{ ...record, at: at ?? UNACCOUNTED } as Version])
  }
  for (const { at, kind, id, record } of others) {
    const other = checked(kind, id, record)
    if (other) held.get(keyOf(other))?.push({ ...other, at: dotOf(at) } as Version)
  }
  return { seen: new Map(Object.entries(seen)), held }
}

/** The newest versions, and what has to stand beside them. */
export function fileFrom({ seen, held }: Versioned): { readonly records: readonly Version[]; readonly versions: FileVersions } {
  const records: Version[] = []
  const by = new Map<string, Key[]>()
  const others: FileVersions['others'] = []
  for (const [key, [newest, ...more]] of held) {
    if (!newest) continue
    records.push(newest)
    const dot = dotText(newest.at)
    const same = by.get(dot)
    if (same) same.push(key)
    else by.set(dot, [key])
    for (const { at, kind, id, record } of more) others.push({ at: dotText(at), kind, id, record })
  }
  const rest = mostUsed(by)
  if (rest !== null) by.delete(rest)
  return { records, versions: { seen: Object.fromEntries(seen), rest, by: Object.fromEntries(by), others } }
}

/** The write by which most records came: an import of thousands is then said in one line. */
function mostUsed(by: ReadonlyMap<string, readonly Key[]>): string | null {
  let most: string | null = null
  for (const [dot, keys] of by) if (keys.length > (most === null ? 0 : (by.get(most)?.length ?? 0))) most = dot
  return most
}
