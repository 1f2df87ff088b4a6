import type { LikePair } from '../../domain/align/nearDuplicates'
import type { ProposedEvent } from '../../domain/align/proposeEvents'
import type { FoundPassages } from '../../domain/changes/commands/passages'
import type { PassageReason } from '../../domain/project/passage'
import type { FindResult, Line, LineOrder } from '../../domain/query/concordance'
import type { Parallels } from '../../domain/synopsis/parallel'
import type { Wanted } from '../../domain/query/search'
import type { Handle, Json } from './shared'

/** What looks at the texts of a project. */
export interface TextsCalls {
  /** Gets the texts ready to be searched. */
  'find.prepare': { args: { project: Handle }; result: null }
  /** Looks through all texts, or those of some articles; one search in each place. How far it is comes as signals. Refused with a sentence when it can't be carried out or takes too long. */
  'find.run': { args: FindArgs; result: FindResult }
  'find.cancel': { args: { place: FindPlace }; result: null }
  /** Lines of what was found, also while more is looked for, by the numbers of the hits; none when another search came after. */
  'find.lines': { args: { project: Handle; place: FindPlace; id: string; hits: readonly number[] }; result: Json<readonly Line[]> }
  /** The numbers of all hits in an order. */
  'find.order': { args: { project: Handle; place: FindPlace; id: string; order: LineOrder }; result: Json<readonly number[]> }
  /** Asks where to and writes lines as CSV, in the order of `hits`; null when cancelled. */
  'find.export': { args: { project: Handle; place: FindPlace; id: string; hits: Json<readonly number[]> }; result: { readonly place: string; readonly lines: number } | null }
  /** Stores another version of an article's text, which is not in the project yet. */
  'article.correct': { args: { project: Handle; article: string; text: string }; result: { readonly version: number; readonly hash: string } }
  /**
   * Looks for boilerplate in some articles, or with null in all; with `like` only for what says the same as a passage, in an
   * outlet's articles or with null in all. Nothing is changed. Progress comes as signals.
   */
  'boilerplate.find': { args: { project: Handle; articles: readonly string[] | null; like: PassageLike | null }; result: Json<readonly FoundPassages[]> }
  'boilerplate.cancel': { args: null; result: null }
  /** The text in one of its versions; null for the one the article is at. */
  'article.text': { args: { project: Handle; article: string; version: number | null }; result: ArticleText }

  /** Looks through all texts as they are saved; progress comes as signals under the `job` the window makes up. */
  'corpus.copies': { args: CorpusRun; result: Json<readonly LikePair[]> }
  'corpus.events': { args: CorpusRun; result: Json<readonly ProposedEvent[]> }
  /** What the articles of one event share. */
  'corpus.align': { args: CorpusRun & { readonly event: string }; result: Json<Parallels> }
  'corpus.cancel': { args: { job: string }; result: null }
}

export interface CorpusRun {
  readonly project: Handle
  readonly job: string
}

/** The parts of the window that search, each for itself. */
export type FindPlace = 'find' | 'equal-passages'

export interface FindArgs {
  readonly project: Handle
  readonly place: FindPlace
  /** Made up by the window, to ask for lines by. */
  readonly id: string
  readonly wanted: Wanted
  /** Also in what is excluded of the articles. */
  readonly inExcluded: boolean
  /** Null for all; looked through in corpus order in any case. */
  readonly articles: Json<readonly string[]> | null
  /** With so many hits it ends. */
  readonly most: number
}

/** A passage as it is looked for elsewhere. */
export interface PassageLike {
  readonly quote: string
  readonly reason: PassageReason
  readonly outlet: string | null
}

export interface ArticleText {
  readonly text: string
  /** False when the stored text is not the one that was imported (its SHA-256 differs). */
  readonly intact: boolean
}
