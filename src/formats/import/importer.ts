import type { ColumnMapping, TableSample } from '../../domain/import/mapping'
import type { ImportProblem } from '../../domain/import/problem'
import type { Heading } from '../../domain/project/article'
import type { Passage } from '../../domain/project/passage'
import type { Refusal, RefusalReason } from '../refusal'
import type { SourceFile } from './sourceFile'

/** An article as a file gives it. What the file does not say is empty. */
export interface FoundArticle {
  /** Canonical: see domain/text/canonical. */
  readonly text: string
  readonly headline: string
  readonly outlet: string
  /** As a project keeps dates: see domain/project/dates. */
  readonly date: string
  readonly byline: string
  readonly section: string
  /** BCP 47 tag. */
  readonly language: string
  readonly url: string
  /** What else the source says of it, such as `edition`, `pages` or the database's own id. Nothing about who downloaded it. */
  readonly variables: Readonly<Record<string, string>>
  readonly headings: readonly Heading[]
  /** What the format itself knows to be no article text, such as page numbers: proposed, not excluded. */
  readonly passages: readonly Passage[]
  readonly problems: readonly ImportProblem[]
}

export interface ReadOrder {
  /** What the columns mean; the guess where there is none. Only tables have columns. */
  readonly mapping: ColumnMapping | null
}

/** A format that articles come in. */
export interface Importer {
  readonly id: string
  /** What a researcher calls it. */
  readonly label: string
  /** True where a file is one article and never more. */
  readonly single?: true
  /** Name of the encoding its text was read in; empty for files that are no text. */
  readonly encodingOf: (file: SourceFile) => string
  /** Whether the file is of this format, from its content; its name may only decide between equals. Must not throw. */
  readonly recognises: (file: SourceFile) => boolean | Promise<boolean>
  /** The articles in the order of the file, one after the other. @throws ImportRefusal when nothing of it can be read */
  readonly read: (file: SourceFile, order: ReadOrder) => Iterable<FoundArticle> | AsyncIterable<FoundArticle>
  /** For tables: the beginning of it, to choose a mapping by. @throws ImportRefusal */
  readonly table?: (file: SourceFile) => TableSample | Promise<TableSample>
}

/** Why a file can't be imported. */
export class ImportRefusal extends Error implements Refusal {
  override readonly name = 'ImportRefusal'

  constructor(readonly reason: RefusalReason, message: string) {
    super(message)
  }
}

/** An article of which nothing is known but its text. */
export const bareArticle = (text: string): FoundArticle => ({
  text, headline: '', outlet: '', date: '', byline: '', section: '', language: '', url: '', variables: {}, headings: [], passages: [], problems: [],
})
