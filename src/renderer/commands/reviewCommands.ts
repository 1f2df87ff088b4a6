import { confirmAnnotations } from '../../domain/changes/commands/codebook/confirm'
import { findingFor } from '../store/findings'
import { openSession, writable, type Command, type Desk } from './command'
import { nextIncomplete, nextUncoded } from './jumps'
import { chosenOwn, reviewOutdated, showIncomplete } from './reviewing'
import { pickedOwn } from './codeCommands'
import { activeReader } from './textCommands'

/** The picked annotation, or those chosen in the list, as far as their codes' definitions changed since. */
function outdatedInHand(desk: Desk): readonly string[] {
  const session = writable(desk)
  const own = pickedOwn(desk)
  return (own ? [own.annotation.id] : chosenOwn(desk)).filter((id) => {
    const annotation = session?.records.annotation.get(id)
    return session && annotation && findingFor(session, annotation).outdated
  })
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
    enabled: (desk) => outdatedInHand(desk).length > 0,
    run: (desk) => {
      const session = writable(desk)
      session?.perform(confirmAnnotations(session.records, outdatedInHand(desk), session.circumstances()))
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
