import type { Annotation } from '../../../project/annotation'
import type { Article } from '../../../project/article'
import type { Codebook } from '../../../project/codebook'
import type { Coder } from '../../../project/coder'
import type { Entity } from '../../../project/entity'
import type { NewsEvent } from '../../../project/event'
import type { Outlet } from '../../../project/outlet'
import type { Ruling } from '../../../project/ruling'
import type { Sheet } from '../../../project/sheet'

/** Somebody's work, as a project of its own; every id in it is told from every other. */
export interface Work {
  readonly coders: readonly Coder[]
  readonly codebook: Codebook
  readonly events: readonly NewsEvent[]
  readonly entities: readonly Entity[]
  readonly outlets: readonly Outlet[]
  readonly rulings: readonly Ruling[]
  readonly articles: readonly Article[]
  readonly annotations: readonly Annotation[]
  readonly sheets: readonly Sheet[]
  /** Article id -> canonical text; texts may be missing. */
  readonly texts: ReadonlyMap<string, string>
}

/** What something of the work is called in the project; undefined for what is left out. */
export type IdHere = ReadonlyMap<string, string>
