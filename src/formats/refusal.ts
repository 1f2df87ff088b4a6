/** Why a file was not imported. */
export type RefusalReason =
  | 'empty' | 'binary' | 'unreadable' | 'duplicate' | 'not-decodable' | 'too-large' | 'not-text'
  /** Locked with a password. */
  | 'encrypted'
  /** Cut off or garbled. */
  | 'damaged'
  /** Nested, repeated or compressed beyond what an honest file is, or pointing outside itself. */
  | 'unsafe'
  /** It took too long, or too much memory, to read. */
  | 'too-costly'

/** A file that was not imported: the reason for the program, the sentence for the researcher. */
export interface Refusal {
  readonly reason: RefusalReason
  /** What it is and what to do about it, e.g. "a PDF file: save its text as UTF-8 and import that". */
  readonly message: string
}
