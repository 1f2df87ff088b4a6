import { performAny } from './carryOut'
import { confirmAnnotations } from '../../domain/changes/commands/codebook/confirm'
import { findingFor } from '../store/findings'
import { openSession, writable, type Command, type Desk } from './command'
import { nextIncomplete, nextUncoded } from './jumps'
import { reviewOutdated, showIncomplete } from './reviewing'
import { inHand } from './codeCommands'
import { activeReader } from './textCommands'

/** True when the definition of an annotation's code changed since it was made or confirmed. */
function isOutdated(desk: Desk, id: string): boolean {
  const session = writable(desk)
  const annotation = session?.records.annotation.get(id)
  return session !== null && annotation !== undefined && findingFor(session, annotation).outdated
}

/** Going to what is still to be done, and looking through what was done. */
export const reviewCommands: readonly Command[] = [
  {
    id: 'annotation.next-incomplete', menu: 'Text', group: 4, keys: ['Shift+i'], scope: 'reader', label: () => 'Go to the next incomplete annotation',
    enabled: (desk) => openSession(desk) !== null, run: nextIncomplete,
  },
  {
    id: 'text.next-uncoded', menu: 'Text', group: 4, keys: ['Shift+u'], scope: 'reader', label: () => 'Go to the next uncoded paragraph',
    enabled: (desk) => activeReader(desk) !== undefined, run: nextUncoded,
  },
  {
    id: 'annotation.confirm', menu: 'Code', group: 1, keys: ['Shift+y'], scope: 'reader', label: () => 'Still right under the definition of today',
    enabled: (desk) => inHand(desk).some((id) => isOutdated(desk, id)),
    run: (desk) => {
      const session = writable(desk)
      return session ? performAny(desk, confirmAnnotations(session.records, inHand(desk).filter((id) => isOutdated(desk, id)), session.circumstances())).then(() => undefined) : undefined
    },
  },
  {
    id: 'review.incomplete', menu: 'Code', group: 4, keys: [], scope: 'anywhere', label: () => 'Show incomplete annotations',
    enabled: (desk) => openSession(desk) !== null, run: showIncomplete,
  },
  {
    id: 'review.outdated', menu: 'Code', group: 4, keys: [], scope: 'anywhere', label: () => 'Show annotations made under an older definition',
    enabled: (desk) => openSession(desk) !== null, run: (desk) => { reviewOutdated(desk, null) },
  },
]
