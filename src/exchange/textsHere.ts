import { documentsHere } from '../formats/work/documentsHere'
import type { ReadWork } from '../formats/work/reader'
import type { ProjectFolder } from '../storage/projectFolder'

/** Texts that a file has only positions in, where the project has them: document key -> text. */
export async function textsHere(read: ReadWork, folder: ProjectFolder): Promise<ReadonlyMap<string, string>> {
  if (!('raw' in read) || read.raw.documents.every(({ text }) => text !== null)) return new Map()
  await folder.readArticles()
  const texts = new Map<string, string>()
  for (const [key, { id, version }] of documentsHere(read.raw.documents, folder.records.articles)) {
    // A text that is damaged is none: nobody could tell where its passages are.
    const known = await folder.text(id, version).catch(() => null)
    if (known?.intact) texts.set(key, known.text)
  }
  return texts
}
