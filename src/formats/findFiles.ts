import { lstat, readdir, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { folderOutlets } from './folderOutlets'
import { fileError } from './fileError'
import type { Refusal } from './refusal'

/** A file that an import will come to, or something it can't take. */
export interface FoundFile {
  readonly path: string
  /** Without folders. */
  readonly name: string
  /** Names of the folders between the picked one and it. */
  readonly folders: readonly string[]
  /** What the folders suggest as outlet, else empty; see `folderOutlets`. */
  readonly outlet: string
  readonly refusal: Refusal | null
}

/**
 * Everything that was picked, folders walked to their ends, in the order of names, each path once.
 * Hidden files, *.synoptic folders and empty folders inside are passed over; links inside are refused rather than
 * followed, so that a folder can't lead outside itself or round in a circle.
 */
export async function findFiles(paths: readonly string[], signal?: AbortSignal): Promise<FoundFile[]> {
  const found = new Map<string, FoundFile>()
  for (const path of paths) {
    const walked = await pick(resolve(path), signal)
    const outlets = folderOutlets(walked.map((file) => file.folders))
    for (const [i, one] of walked.entries()) if (!found.has(one.path)) found.set(one.path, { ...one, outlet: outlets[i] ?? '' })
  }
  return [...found.values()]
}

async function pick(path: string, signal: AbortSignal | undefined): Promise<FoundFile[]> {
  const name = basename(path)
  try {
    const what = await stat(path)
    if (what.isDirectory() && name.endsWith('.synoptic')) return [refused(path, [], 'not-text', 'it is a Synoptic project: open it instead of importing it')]
    if (what.isDirectory()) return await walk(path, signal)
    return [what.isFile() ? file(path, []) : special(path, [])]
  } catch (error) {
    return [{ ...file(path, []), refusal: fileError(error) }]
  }
}

async function walk(root: string, signal: AbortSignal | undefined): Promise<FoundFile[]> {
  const found: FoundFile[] = []
  const open: { path: string; folders: readonly string[] }[] = [{ path: root, folders: [] }]
  for (let folder = open.pop(); folder && !signal?.aborted; folder = open.pop()) {
    const { path, folders } = folder
    try {
      const inside = await readdir(path, { withFileTypes: true })
      inside.sort((a, b) => byName.compare(a.name, b.name))
      const kept = inside.filter((entry) => !entry.name.startsWith('.') && !(entry.isDirectory() && entry.name.endsWith('.synoptic')))
      for (const entry of kept) if (!entry.isDirectory()) found.push(await entryOf(join(path, entry.name), folders))
      // Last in, first out: pushed backwards they come up in order.
      for (const entry of kept.reverse()) if (entry.isDirectory()) open.push({ path: join(path, entry.name), folders: [...folders, entry.name] })
    } catch (error) {
      found.push({ ...file(path, folders), refusal: fileError(error) })
    }
  }
  return found
}

const byName = new Intl.Collator('en', { numeric: true })

async function entryOf(path: string, folders: readonly string[]): Promise<FoundFile> {
  try {
    const what = await lstat(path)
    if (what.isSymbolicLink()) return refused(path, folders, 'unreadable', 'it is a link to another place: pick the file or folder itself')
    return what.isFile() ? file(path, folders) : special(path, folders)
  } catch (error) {
    return { ...file(path, folders), refusal: fileError(error) }
  }
}

const file = (path: string, folders: readonly string[]): FoundFile =>
  ({ path, name: basename(path), folders, outlet: '', refusal: null })

const refused = (path: string, folders: readonly string[], reason: Refusal['reason'], message: string): FoundFile =>
  ({ ...file(path, folders), refusal: { reason, message } })

const special = (path: string, folders: readonly string[]): FoundFile => refused(path, folders, 'not-text', 'it is a device or a pipe, not a file')
