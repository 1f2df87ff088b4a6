import { maskOutlets, revealOutlets } from '../../domain/changes/commands/masking'
import { openSession, writable, type Command, type Desk } from './command'
import { askToReveal } from './revealing'

const isMasked = (desk: Desk): boolean => openSession(desk)?.masked.mask != null

async function mask(desk: Desk): Promise<void> {
  // Labels are of all outlets there are.
  await openSession(desk)?.listing.whole
  const session = writable(desk)
  if (!session?.perform(maskOutlets(session.records, session.circumstances()))) return
  desk.hint.set('Outlets are masked: articles are called by labels, in an order of your own')
}

/** Hiding outlets while coding, and showing them again. */
export const maskingCommands: readonly Command[] = [
  {
    id: 'project.mask', menu: 'Code', group: 10, keys: [], scope: 'anywhere', label: () => 'Mask outlets while coding',
    enabled: (desk) => writable(desk) !== null && !isMasked(desk) && (openSession(desk)?.records.article.size ?? 0) > 0,
    run: (desk) => { mask(desk).catch(desk.app.tell) },
  },
  {
    id: 'project.reveal', menu: 'Code', group: 10, keys: [], scope: 'anywhere', label: () => 'Reveal outlets …',
    enabled: (desk) => writable(desk) !== null && isMasked(desk),
    run: (desk) => {
      askToReveal(desk, 'They can be masked again, with the same labels. ', () => {
        const session = writable(desk)
        session?.perform(revealOutlets(session.records))
      })
    },
  },
]
