import type { Answer, Bridge, Handle, WorkFindings, WorkOffer, WorkReport } from '../../../preload/contract'
import { Cell } from '../cell'
import type { Jobs } from '../jobs'
import type { Session } from '../session'
import { WorkAssistant } from './assistant'

/** What the rest of the window does for it. */
interface Surroundings {
  readonly bridge: Bridge
  readonly jobs: Jobs
  readonly session: () => Session | null
  readonly notify: (text: string) => void
  /** Has something done to the open project, once all is saved, and reads it anew. */
  readonly after: (work: (project: Handle) => Promise<Answer<unknown>>) => Promise<void>
}

/** Bringing in what was coded in other programs. */
export class Works {
  /** What was found, while it is looked at before any of it comes in. */
  readonly assistant = new Cell<WorkAssistant | null>(null)

  constructor(private readonly around: Surroundings) {}

  /** Asks what to bring in and reads it. */
  async choose(kind: 'files' | 'folder'): Promise<void> {
    const { bridge, jobs, notify } = this.around
    const hindrance = jobs.hindrance()
    if (hindrance !== null) {
      notify(hindrance)
      return
    }
    const answer = await bridge.call('work.choose', { kind })
    if (!answer.ok) notify(answer.message)
    else if (answer.value) await this.read(answer.value)
  }

  /** Reads what was chosen or dropped and shows what was found. */
  async read(offer: WorkOffer): Promise<void> {
    const { bridge, jobs, notify } = this.around
    const session = this.around.session()
    const hindrance = jobs.hindrance()
    if (!session || hindrance !== null) {
      notify(hindrance ?? 'Open or make a project first, then drop the files on it.')
      return
    }
    const cancel = (): void => { void bridge.call('work.cancel', { offer: offer.id }) }
    jobs.current.set({ kind: 'work', label: `Reading ${offer.label}`, progress: null, cancelling: false, firm: false, cancel })
    // What is known already is told from what is saved.
    const unsaved = await session.saver.flush()
    if (unsaved !== null) {
      jobs.current.set(null)
      notify(`Nothing was read, because the latest changes are not saved yet. ${unsaved}`)
      return
    }
    const project = session.opened.handle
    const answer = await bridge.call('work.read', { project, offer: offer.id, readings: {} })
    jobs.current.set(null)
    if (!answer.ok) {
      notify(answer.message)
      return
    }
    if (this.around.session() !== session) notify('Another project was opened meanwhile: nothing came in. Choose the files again in the project they belong to.')
    else if (gaveUp(answer.value)) await bridge.call('work.discard', { offer: offer.id })
    else this.assistant.set(new WorkAssistant({ bridge, project, offer, coders: [...session.records.coder.values()] }, answer.value))
  }

  /** Brings in what is ticked, as a step that can be undone. */
  async bringIn(): Promise<void> {
    const { jobs, after } = this.around
    const assistant = this.assistant.get()
    if (!assistant || jobs.busy() || assistant.rereading.get()) return
    assistant.keeping = true
    let report: WorkReport | null = null
    try {
      await after(async () => {
        jobs.current.set({ kind: 'work', label: `Bringing in ${assistant.label}`, progress: null, cancelling: false, firm: true, cancel: () => undefined })
        const answer = await assistant.keep()
        if (answer.ok) report = answer.value
        return answer
      })
    } finally {
      assistant.keeping = false
      jobs.current.set(report === null ? null : { kind: 'brought', report })
    }
  }
}

/** Cancelled before anything was found: there is nothing to show. */
const gaveUp = ({ cancelled, found, refused }: WorkFindings): boolean => cancelled && found.length + refused.length === 0
