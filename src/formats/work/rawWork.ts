import type { Annotation } from '../../domain/project/annotation'
import type { Dimension } from '../../domain/project/codebook'
import type { Field, FieldValue } from '../../domain/project/field'
import type { OffsetReading } from '../../domain/text/offsets'

/** Somebody's coding as a file of another program gives it, before anything is known of what its positions count. Keys are the file's own. */
export interface RawWork {
  /** Of the reader that read it. */
  readonly format: string
  /** What wrote it, as far as the file says, such as `NVivo 12`; empty otherwise. */
  readonly program: string
  /** The project's name there. */
  readonly name: string
  readonly coders: readonly { readonly key: string; readonly name: string }[]
  readonly dimensions: readonly RawDimension[]
  readonly events: readonly { readonly key: string; readonly name: string; readonly date: string; readonly variables: Readonly<Record<string, string>> }[]
  readonly documents: readonly RawDocument[]
  readonly codings: readonly RawCoding[]
  /** What the format says its positions count; what is found to fit better wins. Null where programs differ. */
  readonly usual: OffsetReading | null
  /** What could not be carried over, each kind once with how often. */
  readonly losses: readonly Loss[]
}

/** What was lost, as a sentence without its number, such as `links between codings`. */
export interface Loss {
  readonly what: string
  readonly count: number
}

export interface RawDimension extends Partial<Pick<Dimension, 'unit' | 'choice' | 'level' | 'mark'>> {
  readonly key: string
  readonly name: string
  readonly definition: string
  readonly fields: readonly Field[]
  readonly codes: readonly RawCode[]
}

export interface RawCode {
  readonly key: string
  readonly name: string
  /** `#rrggbb`, or empty: the nearest of ours is taken. */
  readonly colour: string
  readonly definition: string
  readonly memo: string
  readonly fields: readonly Field[]
  readonly codes: readonly RawCode[]
}

export interface RawDocument {
  readonly key: string
  readonly name: string
  /** As decoded, with its own line ends; null where the file does not hold it, so that it has to be in the project already. */
  readonly text: string | null
  readonly headline: string
  readonly outlet: string
  readonly date: string
  readonly byline: string
  readonly section: string
  readonly language: string
  readonly url: string
  readonly event: string | null
  readonly variables: Readonly<Record<string, string>>
  /** The coders' memo on it. */
  readonly memo: string
}

/** One coder's application of one code. */
export interface RawCoding {
  /** The file's own id of it; empty where it has none. */
  readonly key: string
  readonly document: string
  readonly code: string
  readonly coder: string | null
  /** In any order; empty where the whole document is meant. */
  readonly places: readonly RawPlace[]
  /** By id of a field of its code. */
  readonly values: Readonly<Record<string, FieldValue>>
  readonly note: string
  readonly certainty: Annotation['certainty']
  /** UTC ISO 8601; empty when unknown. */
  readonly created: string
  readonly modified: string
}

/** Positions in whatever unit the program counts, half-open. */
export interface RawPlace {
  readonly start: number
  readonly end: number
  /** The words there, where the file holds them; what it holds may be cut short with `...`. */
  readonly snippet: string | null
  /** Id of the field of kind `role` it fills. */
  readonly role?: string
}
