import type { Annotation } from '../domain/project/annotation'
import type { Article } from '../domain/project/article'
import type { Codebook } from '../domain/project/codebook'
import type { Coder } from '../domain/project/coder'
import type { Entity } from '../domain/project/entity'
import type { NewsEvent } from '../domain/project/event'
import type { Outlet } from '../domain/project/outlet'
import type { ProjectInfo } from '../domain/project/info'
import type { Ruling } from '../domain/project/ruling'
import type { Sheet } from '../domain/project/sheet'
import type { OffsetReading } from '../domain/text/offsets'

/** A project as an exporter reads it: the small parts at once, annotations and texts article by article. */
export interface ProjectSource {
  /** What makes the export, such as `Synoptic 0.1.0`; absent where that is not known. */
  readonly program?: string
  /** Codes that are exported where it is not all: others in the codebook are only there because these stand under them. */
  readonly chosen?: ReadonlySet<string>
  readonly info: ProjectInfo
  readonly coders: readonly Coder[]
  readonly codebook: Codebook
  readonly events: readonly NewsEvent[]
  readonly entities: readonly Entity[]
  readonly outlets: readonly Outlet[]
  readonly rulings: readonly Ruling[]
  /** In the order they are to be exported. */
  readonly articles: readonly Article[]
  /** What was coded of one article or event, by all coders to be exported, in any order. */
  readonly coded: (subject: string) => Promise<Coded> | Coded
  /** Keyboard shortcuts that were changed on this machine, by command; they go along with a codebook. */
  readonly shortcuts?: Readonly<Record<string, readonly string[]>>
  /** The canonical text of one article; null when texts are not to leave the project. */
  readonly text: ((article: string) => Promise<string> | string) | null
  /** Positions in an article's text as other programs count them, for exports without the text itself; absent where nobody can tell. */
  readonly positions?: (article: string, reading: OffsetReading) => Promise<(offset: number) => number>
}

/** What was coded of an article or an event. */
export interface Coded {
  readonly annotations: readonly Annotation[]
  readonly sheets: readonly Sheet[]
}

/** A whole project in memory. */
export interface ProjectContents {
  readonly info: ProjectInfo
  readonly coders: readonly Coder[]
  readonly codebook: Codebook
  readonly events: readonly NewsEvent[]
  readonly entities: readonly Entity[]
  readonly outlets: readonly Outlet[]
  readonly rulings: readonly Ruling[]
  readonly articles: readonly Article[]
  readonly annotations: readonly Annotation[]
  readonly sheets: readonly Sheet[]
  /** Article id -> canonical text. */
  readonly texts: ReadonlyMap<string, string>
}
