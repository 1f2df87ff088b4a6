import { addPassages } from '../../domain/changes/commands/passages'
import { changeOf } from '../../domain/changes/plan'
import { LARGE } from './longChange'
import type { Session } from './session'

/** The step that proposals become a part of, if it is still the last one done. */
export interface StepBefore {
  readonly label: string
  /** What it was performed with (see `Session.perform`). */
  readonly joins: string
}

/**
 * Looks for boilerplate in some articles, or with null in all, and proposes what it finds there. After an import call it with
 * the new articles: then it is one step with the import where that is small enough, otherwise one of its own.
 * Rejects with a sentence, or with `Cancelled`.
 * @returns in how many articles something was proposed
 */
export async function proposeFor(session: Session, articles: readonly string[] | null, after: StepBefore | null = null): Promise<number> {
  if (articles?.length === 0) return 0
  const found = await session.boilerplate(articles, null)
  const plan = addPassages(session.records, found)
  if (!plan) return 0
  const joins = after !== null && session.history.get().done.at(-1)?.joins === after.joins && found.length <= LARGE
  const done = joins ? session.perform({ ...changeOf(plan), label: after.label }, after.joins) : await session.carryOut(plan)
  return done ? found.length : 0
}
