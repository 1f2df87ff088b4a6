import type { Codebook } from '../../domain/project/codebook'

/** Codebooks from files. */
export interface CodebookCalls {
  /** Asks for a codebook file and reads it; nothing of it is in the project yet. Null when cancelled. */
  'codebook.choose': { args: null; result: CodebookOffer | null }
  /** The codebooks that come with Synoptic, the general starter first. */
  'codebook.prepared': { args: null; result: readonly PreparedCodebook[] }
}

/** A codebook that was read from a file, to be looked at before any of it comes in. */
export interface CodebookOffer {
  /** The file's name. */
  readonly file: string
  readonly codebook: Codebook
  /** What is not quite as the file has it, in sentences. */
  readonly report: readonly string[]
}

/** A codebook that comes with Synoptic. */
export interface PreparedCodebook {
  readonly id: string
  /** What it is for. */
  readonly what: string
  /** Whose scheme it follows. */
  readonly source: string
  readonly codebook: Codebook
}
