import { ImportRefusal } from '../import/importer'
import { decodeMarkup } from '../import/markupEncoding'
import type { SourceFile } from '../import/sourceFile'
import { isZip, readZip, type ZipContents } from '../import/zip'

/** A project's document, and the texts that came with it. */
export interface Opened {
  readonly xml: string
  readonly text: FindText
}

/**
 * The text a path of the document leads to; null where it is not in the file. Nothing outside the file is ever looked at.
 * @param ours whether Synoptic wrote it, so that it is UTF-8 whatever is in it
 * @throws ImportRefusal
 */
export type FindText = (path: string, ours: boolean) => Promise<string | null>

/** A .qdpx file, or the `project.qde` of one by itself. @throws ImportRefusal */
export async function opened(file: SourceFile): Promise<Opened> {
  if (file.bytes.length === 0) throw new ImportRefusal('empty', 'the file is empty')
  if (!isZip(file)) return { xml: bareXml(file), text: async () => await Promise.resolve(null) }
  const zip = await readZip(file)
  const project = projectIn(zip)
  if (project === undefined) throw new ImportRefusal('damaged', 'there is no project.qde in it, so it is no REFI-QDA project. Export it from its program again')
  const names = new Map([...zip.names].reverse().map((name) => [name.toLowerCase(), name]))
  return { xml: await zip.text(project), text: async (path, ours) => await textIn(zip, names, path, ours) }
}

/** An XML document that stands by itself. @throws ImportRefusal where it is none */
export function bareXml(file: SourceFile): string {
  if (file.bytes.length === 0) throw new ImportRefusal('empty', 'the file is empty')
  const xml = decodeMarkup(file.bytes).text
  if (!/^\uFEFF?\s*</.test(xml)) throw new ImportRefusal('damaged', 'it is neither a ZIP file nor XML, as REFI-QDA files are. Export it from its program again')
  return xml
}

/** The name of the project's document: `project.qde` in any case, else another that stands at the root. */
export function projectIn({ names }: ZipContents): string | undefined {
  const documents = names.filter((name) => /^[^/]+\.qde$/i.test(name))
  return documents.find((name) => name.toLowerCase() === 'project.qde') ?? documents[0]
}

/** Programs disagree about the case of `sources`, and some leave out the scheme. @param names in lower case -> as they are, of several the first */
async function textIn(zip: ZipContents, names: ReadonlyMap<string, string>, path: string, ours: boolean): Promise<string | null> {
  const inside = /^(?:internal:\/\/\/?)?(?!\w+:)(.+)$/i.exec(path.trim())?.[1]
  if (inside === undefined) return null
  const wanted = [inside, decoded(inside)].flatMap((name) => [`sources/${name}`, name])
  const found = wanted.find((name) => zip.has(name)) ?? wanted.map((name) => names.get(name.toLowerCase())).find((name) => name !== undefined)
  if (found === undefined) return null
  const bytes = await zip.bytes(found)
  // The mark stays, so that exactly one is taken off where texts become canonical.
  if (ours) return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  return (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? '\uFEFF' : '') + decodeMarkup(bytes).text
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
