import { alignEvent } from './alignEvent'
import { find, findLines, findOrder } from './find'
import { findBoilerplate } from './boilerplateTask'
import { findCopies } from './findCopies'
import type { Library } from './library'
import { proposeEvents } from './proposeEvents'
import type { TaskReport } from './taskReport'

/**
 * What can be done with the whole corpus, in a thread of its own. A task is a pure function of the texts (a `CorpusTexts`
 * will do for most), of arguments that can be cloned, and of `report`; its result can be cloned as well.
 */
export type Task<A, R> = (corpus: Library, args: A, report: TaskReport) => R

/** One line for each. */
export const tasks = {
  align: alignEvent,
  boilerplate: findBoilerplate,
  find,
  findLines,
  findOrder,
  copies: findCopies,
  events: proposeEvents,
} as const satisfies Readonly<Record<string, Task<never, unknown>>>

/** Tasks somebody waits for with the hands on the keyboard: they are done within others that take long. */
export const urgency: Readonly<Partial<Record<TaskName, number>>> = { align: 1, find: 1, findOrder: 2, findLines: 3 }

export type TaskName = keyof typeof tasks
export type TaskArgs<N extends TaskName> = Parameters<(typeof tasks)[N]>[1]
export type TaskResult<N extends TaskName> = ReturnType<(typeof tasks)[N]>
