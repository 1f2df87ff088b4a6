/** A file that could not be read, and what can be put in its place. */
export interface DamagedFile {
  /** Relative to the project folder, with slashes. */
  readonly file: string
  /**
   * `missing`: it was there and is gone, perhaps for a moment. `in-cloud`: its sync service has it and this computer has
   * not; whatever came in its place would be taken for the newer one. `newer`: a newer Synoptic wrote it, and it is left as it is.
   * `damaged`: it can't be read, or is not what it should be.
   */
  readonly kind: 'damaged' | 'missing' | 'in-cloud' | 'newer'
  /** What is wrong with it, as a sentence. */
  readonly problem: string
  /**
   * Where the damaged original was copied to, relative to the project folder. The file itself when nothing may be
   * written (the original is then where it was), empty when there was no file.
   */
  readonly keptAs: string
  /** The generation before it, if that can be read and may come in its place; `written` is UTC ISO 8601. */
  readonly previous: { readonly generation: number; readonly records: number; readonly written: string } | null
}
