import type { Change } from './change'

/** What a command may not find out by itself. */
export interface Circumstances {
  /** Now, as UTC ISO 8601. */
  readonly now: string
  /** A fresh id at every call. */
  readonly id: () => string
  /** The id of the coder at work. */
  readonly coder: string
}

/** What a command comes to: a change, or null when it does not apply here. */
export type Outcome = Change | null
