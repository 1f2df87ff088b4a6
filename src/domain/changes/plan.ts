import type { Change, Edit } from './change'

/** A change that may touch very much: its edits are worked out one after the other, so that whoever carries it out can pause. */
export interface Plan {
  readonly label: string
  /** How many annotations it touches, of all coders. */
  readonly touched: number
  /** Works the edits out anew at every call, from the records as they are then; each record at most once. */
  readonly edits: () => Iterable<Edit>
}

/** A plan as an ordinary change, worked out at once. */
export const changeOf = ({ label, edits }: Plan): Change => ({ label, edits: [...edits()] })
