import type { Annotation } from '../../domain/project/annotation'
import type { Code, Dimension } from '../../domain/project/codebook'
import type { Entity } from '../../domain/project/entity'
import type { Field, FieldValue } from '../../domain/project/field'
import type { Outlet } from '../../domain/project/outlet'
import type { OffsetReading } from '../../domain/text/offsets'

/** Somebody's coding as a file of another program gives it, before anything is known of what its positions count. Keys are the file's own. */
export interface RawWork {
  /** Of the reader that read it. */
  readonly format: string
  /** True where keys are unique everywhere, as GUIDs are: in two files the same key stands for the same thing, and ours come back as they were. */
  readonly lasting?: true
  /** What wrote it, as far as the file says, such as `NVivo 12`; empty otherwise. */
  readonly program: string
  /** The project's name there. */
  readonly name: string
  readonly coders: readonly { readonly key: string; readonly name: string }[]
  readonly dimensions: readonly RawDimension[]
  readonly events: readonly { readonly key: string; readonly name: string; readonly date: string; readonly variables: Readonly<Record<string, string>> }[]
  readonly documents: readonly RawDocument[]
  readonly codings: readonly RawCoding[]
  /** What values of fields of kind `entity` and `entities` name by their ids. */
  readonly entities?: readonly Entity[]
  readonly outlets?: readonly Outlet[]
  readonly sheets?: readonly RawSheet[]
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
  /** What only our own files say of a code. */
  readonly rules?: Partial<Pick<Code, 'include' | 'exclude' | 'examples' | 'key' | 'ask' | 'score' | 'revised'>>
}

export interface RawDocument {
  readonly key: string
  readonly name: string
  /** As decoded, with its own line ends; null where the file does not hold it, so that it has to be in the project already. */
  readonly text: string | null
  /** SHA-256 of its canonical text, where the file says it. */
  readonly hash?: string
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
  /** A document's key, or an event's where the event as a whole is meant. */
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
  /** See `Annotation`. */
  readonly blind?: true
  readonly codebook?: number
}

/** What a coder said of a document or event as a whole: see `Sheet`. */
export interface RawSheet {
  readonly key: string
  readonly document: string
  readonly coder: string
  /** Keys of the dimensions that are finished. */
  readonly coded: readonly string[]
  readonly memo: string
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
