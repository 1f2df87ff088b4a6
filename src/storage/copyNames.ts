import { kindOf, shardOf } from './fileNames'

/** What is known of a project before its files are looked through. */
export interface Known {
  readonly coders: ReadonlySet<string>
  /** Ids of its articles and events; null while the list of articles is not read. */
  readonly subjects: ReadonlySet<string> | null
}

// What systems, editors and sync services keep for themselves or have not finished.
const RUBBISH = /^[.~]|\.(tmp|temp|partial|part|crdownload|swp|download|icloud)$|\.tmp[-.]|[~#]$|^(desktop\.ini|thumbs\.db)$/i

/** True for a name that no copy of a file has which a sync service is done with. */
export const isRubbish = (name: string): boolean => RUBBISH.test(name)

/** What Synoptic itself puts beside a file. */
const BESIDE = /\.(bak|next)$/

/**
 * Those names in a folder of which only the content can say whether they are copies of the project's files. Most names
 * are told by themselves, so that a folder with thousands of files costs no more than its listing.
 * @param folder relative to the project folder
 */
export function suspects(folder: string, names: readonly string[], known: Known): readonly string[] {
  const there = new Set(names)
  return names.filter((name) => !isRubbish(name) && !isOurs(folder, name.replace(BESIDE, ''), there, known))
}

/** Every part of a name, up to any sign that is neither letter nor digit: of `a-1-DESKTOP` these are `a-1` and `a`, the longest first. */
export function beginnings(stem: string): readonly string[] {
  return [...stem.matchAll(/[^A-Za-z0-9]/g)].map(({ index }) => stem.slice(0, index)).reverse()
}

function isOurs(folder: string, name: string, there: ReadonlySet<string>, { coders, subjects }: Known): boolean {
  const file = folder === '' ? name : `${folder}/${name}`
  const shard = shardOf(file)
  if (!shard) return kindOf(file) !== null
  if (!coders.has(shard.coder)) return false
  if (subjects?.has(shard.subject)) return true
  // `a1-DESKTOP-X` is an id by its form; beside `a1` it may be a copy of that.
  return subjects === null && !beginnings(shard.subject).some((one) => there.has(`${one}.json`))
}
