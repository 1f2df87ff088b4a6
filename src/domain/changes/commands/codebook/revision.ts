import type { Codebook } from '../../../project/codebook'
import { THE } from '../../../project/records'
import type { Change, Edit } from '../../change'
import type { Circumstances } from '../../command'
import type { Plan } from '../../plan'

const past = {
  add: 'added', rename: 'renamed', change: 'changed', move: 'moved', delete: 'deleted', merge: 'merged', split: 'split', import: 'imported', replace: 'replaced',
} as const

/** What is done to the codebook: `rename` `“fight” to “just fight”`, for the label of the change and, in the past tense, for the log. */
export interface Deed {
  readonly verb: keyof typeof past
  readonly what: string
}

/** A step that makes the next version of the codebook, with its line in the log. */
export interface Revision {
  readonly label: string
  readonly edit: Edit
}

/** Makes the next version of a codebook. */
export function revision(codebook: Codebook, after: Partial<Pick<Codebook, 'name' | 'dimensions'>>, { verb, what }: Deed, at: Circumstances): Revision {
  const version = codebook.version + 1
  const log = [...codebook.log, { version, at: at.now, coder: at.coder, what: `${past[verb]} ${what}` }]
  return { label: `${verb} ${what}`, edit: { kind: 'codebook', id: THE, before: codebook, after: { ...codebook, ...after, version, log } } }
}

/** The change that touches nothing but the codebook. */
export const changeOnly = ({ label, edit }: Revision): Change => ({ label, edits: [edit] })

/** What a plan does: the codebook first, then the rest, one edit after the other. */
export interface Work extends Revision {
  readonly touched: () => number
  readonly rest: () => Iterable<Edit>
}

/**
 * A plan that begins with the codebook.
 * @param workOut is asked anew whenever the edits are; null when there is nothing to do (any more)
 */
export function planFor(workOut: () => Work | null): Plan | null {
  const now = workOut()
  return now && {
    label: now.label,
    touched: now.touched(),
    *edits() {
      const work = workOut()
      if (!work) return
      yield work.edit
      yield* work.rest()
    },
  }
}
