import { demandFits, type Edit } from '../../domain/changes/change'
import type { Plan } from '../../domain/changes/plan'
import { putRecord, type Records } from '../../domain/project/records'
import type { Answer, Bridge, Handle, StepMark } from '../../preload/contract'
import { Slices } from './slices'

/** A change of more edits than this goes to the disk in parts. */
export const LARGE = 500

// A part is worked out, sent and checked without a pause; more would be felt.
const PART = 150

/** Who shows how far a large change is. */
export interface LongWatch {
  /** Before anything else: what is half typed is to be committed now, as nothing else can be changed until the end. */
  readonly begins: (label: string, cancel: () => void) => void
  /** @param firm true when it can't be cancelled any more */
  readonly progress: (what: string, done: number, total: number, firm: boolean) => void
  /** @param problem what went wrong, as a sentence; null when nothing did, or it was cancelled */
  readonly ends: (problem: string | null) => void
  /** Something else was to be changed meanwhile, and was not. */
  readonly refused: (label: string) => void
  /** Something else the researcher should know. */
  readonly notify: (text: string) => void
}

export const unwatched: LongWatch = { begins: () => undefined, progress: () => undefined, ends: () => undefined, refused: () => undefined, notify: () => undefined }

/** What a large change acts on. */
export interface Ground {
  readonly bridge: Bridge
  readonly project: Handle
  readonly records: Records
  /** Hears of edits that were just applied. */
  readonly applied: (edits: readonly Edit[]) => void
}

/** Ends a large change of which nothing was saved. */
export class GivenUp extends Error {
  /** @param problem null when it was cancelled */
  constructor(readonly problem: string | null) {
    super(problem ?? 'cancelled')
    this.name = 'GivenUp'
  }
}

/**
 * Works a plan out and sends it in parts, then has it decided. The records stay as they are.
 * @param cancel heard until the change is decided
 * @returns the edits, which are durable as a whole; none when the plan came to nothing
 * @throws GivenUp
 */
export async function decideLarge({ bridge, project, records }: Ground, plan: Plan, step: StepMark, watch: LongWatch, cancel: AbortSignal): Promise<readonly Edit[]> {
  const change = crypto.randomUUID()
  const edits: Edit[] = []
  const slices = new Slices()
  let sent: Promise<Answer<null>> | undefined
  let sentTo = 0
  const sendRest = async (): Promise<void> => {
    demandDone(await sent)
    sent = bridge.call('project.changePart', { project, change, edits: JSON.stringify(edits.slice(sentTo)) })
    sentTo = edits.length
  }
  const breathe = async (): Promise<void> => {
    watch.progress('Working out what changes', edits.length, Math.max(plan.touched, edits.length), false)
    await slices.rest()
    if (cancel.aborted) throw new GivenUp(null)
  }
  try {
    for (const edit of plan.edits()) {
      demandFits(records, edit)
      edits.push(edit)
      if (edits.length - sentTo >= PART) {
        await sendRest()
        await breathe()
      } else if (slices.spent) await breathe()
    }
    if (edits.length === 0) return []
    await sendRest()
    demandDone(await sent)
    await breathe()
    watch.progress('Saving', 0, 0, true)
    demandDone(await bridge.call('project.changeCommit', { project, change, label: plan.label, step }))
    return edits
  } catch (error) {
    await sent
    await bridge.call('project.changeDrop', { project, change })
    throw error
  }
}

/** Puts decided edits into the records, and tells of them slice by slice. */
export async function applyLarge({ records, applied }: Ground, edits: readonly Edit[], watch: LongWatch): Promise<void> {
  const slices = new Slices()
  let told = 0
  for (const [n, edit] of edits.entries()) {
    putRecord(records, edit.kind, edit.id, edit.after)
    if (!slices.spent && n - told < PART) continue
    applied(edits.slice(told, n + 1))
    told = n + 1
    if (!slices.spent) continue
    watch.progress('Bringing the window up to date', told, edits.length, true)
    await slices.rest()
  }
  applied(edits.slice(told))
}

function demandDone(answer: Answer<null> | undefined): void {
  if (answer?.ok === false) throw new GivenUp(answer.message)
}
