import type { CorpusTexts, Report } from '../../domain/query/corpusTexts'
import type { Library } from './library'

/**
 * What can be done with the whole corpus, in a thread of its own. A task is a pure function of the texts (a `CorpusTexts`
 * will do for most), of arguments that can be cloned, and of `report`; its result can be cloned as well.
 */
export type Task<A, R> = (corpus: Library, args: A, report: TaskReport) => R

/** See `Report`; what was found so far can go along. */
export type TaskReport = (done: number, total: number, soFar?: unknown) => void

/** One line for each. */
export const tasks = {
  /** How much text there is; it is all read then. */
  measure: (corpus: CorpusTexts, _args: null, report: Report): { readonly articles: number; readonly length: number } => {
    let [articles, length] = [0, 0]
    for (const { text } of corpus.each()) {
      length += text.length
      articles += 1
      report(articles, corpus.size)
    }
    return { articles, length }
  },
} as const satisfies Readonly<Record<string, Task<never, unknown>>>

/** Tasks somebody waits for with the hands on the keyboard: they are done within others that take long. */
export const urgency: Readonly<Partial<Record<TaskName, number>>> = {}

export type TaskName = keyof typeof tasks
export type TaskArgs<N extends TaskName> = Parameters<(typeof tasks)[N]>[1]
export type TaskResult<N extends TaskName> = ReturnType<(typeof tasks)[N]>
