import type { FieldValue } from '../../domain/project/field'
import type { RawPlace } from '../work/rawWork'

/** A label as it stands at a text, or at parts of it. */
export interface Mark {
  readonly label: string
  /** Empty where the text as a whole is meant. */
  readonly places: readonly RawPlace[]
  readonly key: string
  readonly coder: string | null
  readonly note: string
  readonly created: string
  readonly modified: string
  readonly values: Readonly<Record<string, FieldValue>>
}

export const bareMark = { key: '', coder: null, note: '', created: '', modified: '', values: {} } as const
