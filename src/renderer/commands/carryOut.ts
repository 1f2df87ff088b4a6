import type { Outcome } from '../../domain/changes/command'
import type { Plan } from '../../domain/changes/plan'
import { writable, type Desk } from './command'

/** Carries a plan out as one step. @returns whether it was carried out */
export const carryOut = async (desk: Desk, plan: Plan | null): Promise<boolean> => plan !== null && (await writable(desk)?.carryOut(plan)) === true

/** Carries out what a command came to, however much it touches: much of it in slices, so that the window stays awake. */
export const performAny = (desk: Desk, outcome: Outcome): Promise<boolean> =>
  carryOut(desk, outcome && { label: outcome.label, touched: outcome.edits.length, edits: () => outcome.edits })
