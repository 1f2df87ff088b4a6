import type { Codebook } from '../domain/project/codebook'
import type { ProjectContents } from './source'

export interface SampleParts {
  /** The parsed `resources/sample/sample.json`. */
  readonly data: unknown
  /** File name, e.g. `harbour-post.txt` -> its text; those that `data` names must be there. */
  readonly texts: Readonly<Record<string, string>>
  readonly codebook: Codebook
}

/**
 * The sample project, ready to be stored under fresh ids.
 * @throws ParseError when the data is malformed, or a quote or code does not occur
 */
export function sampleProject(_parts: SampleParts, _at: { readonly id: () => string; readonly now: string }): ProjectContents {
  throw new Error('sampleProject is not there yet')
}
