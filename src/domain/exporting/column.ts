import type { Level } from '../project/field'

/** A column of an exported table, as the data dictionary describes it. */
export interface Column {
  /** Unique in its table; letters and digits of any script with `_`, as R and Python take it. */
  readonly name: string
  /** What it is called in words, such as a field's name. */
  readonly label: string
  /** What its cells hold, in a sentence. */
  readonly meaning: string
  /** `date` may be a year or a month alone; `time` is UTC, ISO 8601; `yes-no` is 1 and 0 where a format has no booleans. */
  readonly type: 'text' | 'whole' | 'number' | 'yes-no' | 'date' | 'time'
  /** Null for what is no variable, such as an id or a quotation. */
  readonly level: Level | null
  /** The values there may be with their labels, where these are known; in their order where the level is ordinal. */
  readonly values: readonly { readonly value: string | number; readonly label: string }[] | null
}

/** Null where there is nothing to say. */
export type ExportCell = string | number | boolean | null
