import type { ConflictCopy } from '../domain/project/conflictCopy'
import { beginnings, isRubbish } from './copyNames'
import { readBytes, sha256 } from './disk'
import { isId, TEXTS } from './fileNames'
import type { Place } from './place'

/** The texts a project knows: the SHA-256 of every version, by article. */
export type TextHashes = ReadonlyMap<string, ReadonlySet<string>>

/**
 * Other copies of texts that hold something else than any version of the article’s text. Texts are never altered, so
 * copies of the same bytes say nothing and are left in peace; one that differs is for the researcher to look at.
 */
export async function differingTexts(place: Place, known: TextHashes): Promise<readonly ConflictCopy[]> {
  const found: ConflictCopy[] = []
  for (const name of await names(place)) {
    const article = articleOf(name, known)
    if (article === null) continue
    const copy = `${TEXTS}/${name}`
    const hash = await readBytes(place.disk, place.path(copy)).then(sha256, () => null)
    if (hash === null || known.get(article)?.has(hash)) continue
    found.push({
      copy, of: `${TEXTS}/${article}.txt`, outcome: 'differs', problem: 'holds another text than the article was imported with, and the article keeps its own',
      keptAs: copy, added: 0, changed: 0, removed: 0, contested: [],
    })
  }
  return found
}

/** The article whose text a file is another copy of; null for the texts themselves and for what is none. */
function articleOf(name: string, known: TextHashes): string | null {
  if (isRubbish(name) || !name.endsWith('.txt')) return null
  const stem = name.slice(0, -'.txt'.length)
  const id = stem.replace(/\.v\d+$/, '')
  // The text of an article that is in the project, or of one whose import was undone.
  if (known.has(id) || (isId(id) && !beginnings(id).some((one) => known.has(one)))) return null
  return [...beginnings(`${stem} `), ...stem.split(/[^A-Za-z0-9_-]+/)].find((one) => known.has(one)) ?? null
}

async function names(place: Place): Promise<readonly string[]> {
  try {
    return (await place.hasFolder(TEXTS)) ? (await place.disk.readdir(place.path(TEXTS), { withFileTypes: true })).filter((one) => one.isFile()).map(({ name }) => name).sort() : []
  } catch {
    return []
  }
}
