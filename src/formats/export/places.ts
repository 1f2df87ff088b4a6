import { basename, extname } from 'node:path'
import type { ExportFile, Exporter, NameOfFile } from './exporter'

/** What a name ends with that was meant as its extension, unlike the end of `Study 1.2`. */
const EXTENSION = /^\.[a-z][a-z0-9]{0,9}$/i

export const hasExtension = (file: string): boolean => EXTENSION.test(extname(file))

/** A file of an export, and where it goes. */
export interface Placed {
  readonly file: ExportFile
  readonly target: string
}

/** Where the files of an export go: the main one where it was said, unless its name tells it from others of its kind, and the others beside it. */
export function placesOf(files: readonly ExportFile[], { extension }: Exporter, target: string): readonly Placed[] {
  const typed = extname(target)
  const base = hasExtension(target) ? target.slice(0, target.length - typed.length) : target
  return files.map((file) => ({ file, target: file.ending === `.${extension}` ? target : `${base}${file.ending}` }))
}

/** What these files are called, by their endings, for those of them that name others. */
export function namesOf(places: readonly Placed[]): NameOfFile {
  const names = new Map(places.map(({ file: { ending }, target }) => [ending, basename(target)]))
  return (ending) => names.get(ending) ?? ending
}
