import { proposeFor } from '../store/boilerplate'
import { openSession, writable, type Command, type Desk } from './command'
import { decide, exclude, goToPassage, keepPassage, passagesInHand } from './passages'
import { activeArticle, activeReader } from './textCommands'

/** Whether there is a passage in hand that is in another state. */
const canBe = (desk: Desk, state: 'excluded' | 'kept'): boolean => writable(desk) !== null && passagesInHand(desk)?.passages.some((one) => one.state !== state) === true

const outletName = (desk: Desk): string => openSession(desk)?.seen.article.get(activeArticle(desk) ?? '')?.outlet || 'its outlet'

const everywhere = (state: 'excluded' | 'kept', keys: readonly string[], label: (outlet: string) => string): Command => ({
  id: `passage.${state}-everywhere`, menu: 'Text', group: 6, keys, scope: 'reader', label: (desk) => label(outletName(desk)),
  enabled: (desk) => writable(desk) !== null && passagesInHand(desk) !== undefined,
  run: (desk) => {
    const hand = passagesInHand(desk)
    return hand && decide(desk, hand, state, true)
  },
})

async function propose(desk: Desk): Promise<void> {
  const session = writable(desk)
  if (!session) return
  const count = await desk.app.jobs.look('Looking for boilerplate', () => proposeFor(session, null))
  if (count === undefined) return
  if (count > 0) desk.overlay.set({ kind: 'boilerplate' })
  else desk.hint.set('Nothing new was found that may be boilerplate')
}

const some = (desk: Desk): boolean => (openSession(desk)?.records.article.size ?? 0) > 0

/** Deciding what of the texts is boilerplate. */
export const passageCommands: readonly Command[] = [
  {
    id: 'passage.next', menu: 'Text', group: 6, keys: ['Shift+l'], scope: 'reader', label: () => 'Go to the next proposal of boilerplate',
    enabled: (desk) => activeReader(desk) !== undefined, run: (desk) => { goToPassage(desk, 1) },
  },
  {
    id: 'passage.previous', menu: 'Text', group: 6, keys: ['Shift+h'], scope: 'reader', label: () => 'Go to the proposal of boilerplate before',
    enabled: (desk) => activeReader(desk) !== undefined, run: (desk) => { goToPassage(desk, -1) },
  },
  {
    id: 'passage.exclude', menu: 'Text', group: 6, keys: ['Shift+o'], scope: 'reader', label: () => 'Exclude from coding',
    enabled: (desk) => canBe(desk, 'excluded') || (writable(desk) !== null && activeReader(desk)?.selection() != null), run: exclude,
  },
  everywhere('excluded', ['Mod+Shift+o'], (outlet) => `Exclude it in all articles of ${outlet}`),
  {
    ...keepPassage, menu: 'Text', group: 6, label: () => 'Keep as text',
    enabled: (desk) => canBe(desk, 'kept'),
    run: (desk) => {
      const hand = passagesInHand(desk)
      return hand && decide(desk, hand, 'kept', false)
    },
  },
  everywhere('kept', ['Mod+Shift+t'], (outlet) => `Keep it as text in all articles of ${outlet}`),
  {
    id: 'passage.undecided', menu: 'Text', group: 6, keys: [], scope: 'reader', label: () => 'Leave it to be decided',
    enabled: (desk) => writable(desk) !== null && passagesInHand(desk)?.passages.some((one) => one.state !== 'proposed' && one.reason !== 'by-hand') === true,
    run: (desk) => {
      const hand = passagesInHand(desk)
      return hand && decide(desk, hand, 'proposed', false)
    },
  },
  {
    id: 'boilerplate.review', menu: 'Text', group: 7, keys: ['Mod+Alt+b'], scope: 'anywhere', label: () => 'Review boilerplate …',
    enabled: some, run: ({ overlay }) => { overlay.set({ kind: 'boilerplate' }) },
  },
  {
    id: 'boilerplate.propose', menu: 'Text', group: 7, keys: [], scope: 'anywhere', label: () => 'Propose boilerplate in the whole corpus',
    enabled: (desk) => writable(desk) !== null && some(desk), run: propose,
  },
]
