import type { Importer } from './importer'
import { text } from './text'

/** All formats, the particular before the general: the first that recognises a file reads it. */
export const importers: readonly Importer[] = [
  text,
]
