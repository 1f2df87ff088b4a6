import type { OffsetScore, OffsetReading } from '../../domain/text/offsets'
import type { ImportOffer, RefusedFile } from './imports'
import type { Handle } from './shared'

/** Bringing in what was coded in other programs, or in another project. */
export interface WorkCalls {
  /** Asks for files or a folder; null when cancelled. */
  'work.choose': { args: { kind: 'files' | 'folder' }; result: WorkOffer | null }
  /** Reads what was chosen; progress comes as signals under the offer's id. Nothing is in the project yet. Reading again with other readings is quick. */
  'work.read': { args: { project: Handle; offer: string; readings: Readonly<Record<string, OffsetReading>> }; result: WorkFindings }
  /** Takes it in as one step that can be undone; the window has to read the project anew then. Ends the offer. */
  'work.keep': { args: { project: Handle; offer: string; choices: WorkChoices }; result: WorkReport }
  'work.discard': { args: { offer: string }; result: null }
  'work.cancel': { args: { offer: string }; result: null }
}

export type WorkOffer = Omit<ImportOffer, 'holds'>

export interface WorkFindings {
  readonly found: readonly FoundWorkFile[]
  readonly refused: readonly RefusedFile[]
  readonly cancelled: boolean
}

/** What one file, or one folder of a program that keeps many, holds. */
export interface FoundWorkFile {
  readonly key: string
  readonly file: string
  /** What it is, as a researcher calls it, such as `REFI-QDA project`. */
  readonly format: string
  readonly program: string
  /** The project's name there. */
  readonly name: string
  readonly documents: { readonly total: number; /** Whose text is in this project already: coding goes to those. */ readonly known: number; /** Without a text there or here: left out. */ readonly missing: number }
  readonly coders: readonly FoundCoder[]
  readonly codes: number
  /** Codes that are in this project already, by id or by dimension and name. */
  readonly knownCodes: number
  readonly codings: number
  /** Codings that can be placed with the reading that was taken. */
  readonly placed: number
  /** What would be new in the project; the rest is there already. */
  readonly fresh: { readonly articles: number; readonly annotations: number; readonly codes: number }
  /** What positions may count, the best first; empty where that is certain. */
  readonly readings: readonly OffsetScore[]
  /** The reading that was taken; null where none fits well enough, so that one has to be chosen. */
  readonly reading: OffsetReading | null
  /** Some passages as they read with it, to judge by. */
  readonly examples: readonly { readonly document: string; readonly code: string; readonly before: string; readonly passage: string; readonly after: string }[]
  /** What is not carried over, in words with its number. */
  readonly losses: readonly string[]
}

export interface FoundCoder {
  readonly key: string
  readonly name: string
  readonly codings: number
  /** Id of the coder of this project who it is: beyond doubt by id, or likely by name; null where there is none. */
  readonly here: string | null
  readonly certain: boolean
}

export interface WorkChoices {
  /** Keys of the files that come in. */
  readonly files: readonly string[]
  /** File key -> coder key -> id of a coder of this project that it is; one who is not named comes in as a coder of their own. */
  readonly coders: Readonly<Record<string, Readonly<Record<string, string>>>>
}

export interface WorkReport {
  readonly articles: number
  readonly annotations: number
  readonly codes: number
  readonly coders: number
}
