import type { Annotation } from '../domain/project/annotation'
import type { Article } from '../domain/project/article'
import type { Codebook } from '../domain/project/codebook'
import type { Coder } from '../domain/project/coder'
import type { NewsEvent } from '../domain/project/event'
import type { ProjectInfo } from '../domain/project/info'

/** A project as an exporter reads it: the small parts at once, annotations and texts article by article. */
export interface ProjectSource {
  readonly info: ProjectInfo
  readonly coders: readonly Coder[]
  readonly codebook: Codebook
  readonly events: readonly NewsEvent[]
  /** In the order they are to be exported. */
  readonly articles: readonly Article[]
  /** The annotations of one article, of all coders to be exported, in any order. */
  readonly annotations: (article: string) => Promise<readonly Annotation[]> | readonly Annotation[]
  /** The canonical text of one article; null when texts are not to leave the project. */
  readonly text: ((article: string) => Promise<string> | string) | null
}

/** A whole project in memory. */
export interface ProjectContents {
  readonly info: ProjectInfo
  readonly coders: readonly Coder[]
  readonly codebook: Codebook
  readonly events: readonly NewsEvent[]
  readonly articles: readonly Article[]
  readonly annotations: readonly Annotation[]
  /** Article id -> canonical text. */
  readonly texts: ReadonlyMap<string, string>
}
