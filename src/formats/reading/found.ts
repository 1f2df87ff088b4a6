import type { ImportProblem } from '../../domain/import/problem'
import type { Article } from '../../domain/project/article'
import type { FoundFile } from '../findFiles'

/** A file of an import. */
export interface ImportFile extends FoundFile {
  /** Unique in the import. */
  readonly key: string
}

/** An article that was found, as it would come into the project. */
export interface FoundItem {
  /** The file's key. */
  readonly file: string
  readonly article: Article
  /** The importer's label. */
  readonly format: string
  readonly problems: readonly ImportProblem[]
  /** Where the same text is already. */
  readonly known: { readonly where: 'project' | 'import'; readonly title: string } | null
}
