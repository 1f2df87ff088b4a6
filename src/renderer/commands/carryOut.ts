import type { Plan } from '../../domain/changes/plan'
import { writable, type Desk } from './command'

/** Carries a plan out as one step. @returns whether it was carried out */
export const carryOut = async (desk: Desk, plan: Plan | null): Promise<boolean> => plan !== null && (await writable(desk)?.carryOut(plan)) === true
