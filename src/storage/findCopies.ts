import { suspects, type Known } from './copyNames'
import { readBytes, READ } from './disk'
import { ANNOTATIONS, INDEX, kindOf } from './fileNames'
import type { Place } from './place'

/** A file that is another copy of one of the project's files, told by its content and not by its name. */
export interface FoundCopy {
  /** Relative to the project folder, like `of`. */
  readonly file: string
  readonly of: string
  /** What is wrong with it when even that is only a guess from its name; to follow "it". */
  readonly garbled: string | null
}

/** Longest head of a file that says what it is, in bytes: two ids of at most 64 characters and some fixed words. */
const HEAD = 512
const headPattern = /^\uFEFF?\{"format":"synoptic","kind":"([a-z]+)","version":\d+,"id":"([A-Za-z0-9_/-]+)"/

/** The folders a copy can be in, relative to the project folder. */
export async function foldersOf(place: Place): Promise<readonly string[]> {
  const coders = (await entries(place, ANNOTATIONS)).filter((one) => one.isDirectory() && !one.name.startsWith('.')).map(({ name }) => `${ANNOTATIONS}/${name}`)
  return ['', 'articles', INDEX, ...coders]
}

/** Looks for copies in some folders. What can't be looked into now is looked into another time. */
export async function findCopies(place: Place, folders: readonly string[], known: Known): Promise<readonly FoundCopy[]> {
  const found: FoundCopy[] = []
  for (const folder of folders) {
    const names = (await entries(place, folder)).filter((one) => one.isFile()).map(({ name }) => name)
    for (const name of suspects(folder, names, known)) {
      const copy = await identify(place, folder, name, names).catch(() => null)
      if (copy) found.push(copy)
    }
  }
  return found.sort((a, b) => (a.file < b.file ? -1 : 1))
}

async function identify(place: Place, folder: string, name: string, names: readonly string[]): Promise<FoundCopy | null> {
  const file = folder === '' ? name : `${folder}/${name}`
  const head = headPattern.exec(await beginningOf(place, file))
  if (head) {
    const of = `${head[2] ?? ''}.json`
    return kindOf(of) === head[1] && of !== file.replace(/\.(bak|next)$/, '') ? { file, of, garbled: null } : null
  }
  const of = guess(folder, name, names)
  const garbled = of === null ? null : await garbage(place, file)
  return of !== null && garbled !== null ? { file, of, garbled } : null
}

async function beginningOf(place: Place, file: string): Promise<string> {
  const handle = await place.disk.open(place.path(file), READ)
  try {
    const head = Buffer.alloc(HEAD)
    const { bytesRead } = await handle.read(head, 0, HEAD, 0)
    return head.subarray(0, bytesRead).toString('latin1').replace(/^\xEF\xBB\xBF/, '')
  } finally {
    await handle.close()
  }
}

/** The file whose name occurs in this one, which is all that a file without a head has to tell. */
function guess(folder: string, name: string, names: readonly string[]): string | null {
  if (!name.includes('.json')) return null
  const ours = names.filter((one) => one !== name && one.endsWith('.json') && kindOf(folder === '' ? one : `${folder}/${one}`) !== null)
  const [like] = ours.filter((one) => name.includes(one.slice(0, -'.json'.length))).sort((a, b) => b.length - a.length)
  return like === undefined ? null : `${folder === '' ? '' : `${folder}/`}${like}`
}

/** @returns what is wrong with it; null when it is whole, and then somebody else's file, which is left in peace */
async function garbage(place: Place, file: string): Promise<string | null> {
  const bytes = await readBytes(place.disk, place.path(file))
  if (bytes.length === 0) return 'is empty'
  if (bytes.every((byte) => byte === 0)) return 'holds nothing but zero bytes'
  try {
    JSON.parse(bytes.toString())
    return null
  } catch {
    return 'is incomplete or garbled'
  }
}

async function entries(place: Place, folder: string): ReturnType<typeof list> {
  try {
    return (await place.hasFolder(folder)) ? await list(place, folder) : []
  } catch {
    return []
  }
}

const list = (place: Place, folder: string) => place.disk.readdir(place.path(folder), { withFileTypes: true })
