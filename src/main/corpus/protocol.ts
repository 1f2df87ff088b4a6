import type { Fault } from '../../domain/diagnostics/fault'
import type { CorpusArticle } from './corpusArticle'
import type { TaskName } from './tasks'

/** What main tells the worker. */
export type ToCorpus =
  /** These are new, or not as they were. */
  | { readonly kind: 'articles'; readonly articles: readonly CorpusArticle[] }
  | { readonly kind: 'gone'; readonly articles: readonly string[] }
  | { readonly kind: 'run'; readonly run: number; readonly task: TaskName; readonly args: unknown }
  | { readonly kind: 'cancel'; readonly run: number }
  /** Read the texts that are not here yet, as long as there is nothing else to do. */
  | { readonly kind: 'read' }

/** What the worker answers. */
export type FromCorpus =
  | { readonly kind: 'begun'; readonly run: number }
  | { readonly kind: 'progress'; readonly run: number; readonly done: number; readonly total: number; readonly soFar: unknown }
  | { readonly kind: 'done'; readonly run: number; readonly result: unknown }
  | { readonly kind: 'failed'; readonly run: number; readonly cancelled: boolean; readonly message: string; readonly fault: Fault }
