/** An article's canonical text, of the version the article is at. */
export interface CorpusText {
  readonly id: string
  readonly text: string
}

/** The texts of all articles of a project, as whatever looks through a whole corpus sees them. */
export interface CorpusTexts {
  /** How many articles there are, those whose texts can't be read included. */
  readonly size: number
  /** In reading order; texts that can't be read are left out. */
  each(): Iterable<CorpusText>
  /** Undefined when there is no such article, or its text can't be read. */
  text(id: string): string | undefined
}

/**
 * Says how far a task is, in what it counts itself; call it every few milliseconds, as it is also what ends a task that
 * was cancelled: it throws, and the task lets that through.
 */
export type Report = (done: number, total: number) => void
