import type { Change, Edit } from '../../domain/changes/change'
import type { Annotation } from '../../domain/project/annotation'
import type { Article } from '../../domain/project/article'
import type { Codebook } from '../../domain/project/codebook'
import type { Coder } from '../../domain/project/coder'
import type { Elsewhere } from '../../domain/project/conflictCopy'
import type { DamagedFile } from '../../domain/project/damagedFile'
import type { Entity } from '../../domain/project/entity'
import type { NewsEvent } from '../../domain/project/event'
import type { Outlet } from '../../domain/project/outlet'
import type { ProjectInfo } from '../../domain/project/info'
import type { Ruling } from '../../domain/project/ruling'
import type { Sheet } from '../../domain/project/sheet'
import type { TableOrder } from '../../domain/synopsis/tableQuery'
import type { RecentProject } from './app'
import type { Replacement } from './recovery'
import type { Handle, Json } from './shared'

/** Opening, saving and mending projects. */
export interface ProjectCalls {
  /** Opens or makes a project; null when the researcher cancelled the dialog. */
  'project.open': { args: ProjectChoice; result: OpenedProject | null }
  'project.close': { args: null; result: null }
  'project.forget': { args: { recent: string }; result: readonly RecentProject[] }
  /** Applies changes in order and answers when they are durable. Those that can't be saved as they are, now or later, are left out and named. */
  'project.save': { args: { project: Handle; changes: readonly SavedChange[] }; result: readonly Refusal[] }
  /**
   * A part of a change too large for one message; the first one begins it. `change` is an id the window makes up.
   * Answers when the part is written down. One such change at a time.
   */
  'project.changePart': { args: { project: Handle; change: string; edits: Json<readonly Edit[]> }; result: null }
  /** Answers when the change is decided: durable as a whole, and carried out whatever happens. Until then nothing of it counts. */
  'project.changeCommit': { args: { project: Handle; change: string; label: string; step: StepMark }; result: null }
  /** Gives up a change that is not decided, or of which no part has come. */
  'project.changeDrop': { args: { project: Handle; change: string }; result: null }
  /** What can be undone and redone in the open project, in pages, for a window that starts anew; `from` is the page's `next`, at first 0. */
  'project.history': { args: { project: Handle; from: number }; result: Json<HistoryPage> }
  /** The list of articles, in pages, where `OpenedProject` has not all; `from` is the page's `next`, at first 0. */
  'project.articles': { args: { project: Handle; from: number }; result: Json<ArticlePage> }
  /** The annotations and coding sheets of some articles and events, of all coders. */
  'project.annotations': { args: { project: Handle; subjects: readonly string[] }; result: Json<LoadedAnnotations> }
  /**
   * Puts something in the place of damaged files, which stay aside; `again` only looks whether they are well again.
   * Those for which that can't be done stay as they are, and are counted.
   */
  'project.mend': { args: { project: Handle; files: readonly string[]; with: Replacement | 'again' }; result: { readonly left: number } }
  /** Looks what other computers did to the project, and tells it; changes nothing. */
  'project.elsewhere': { args: { project: Handle }; result: Elsewhere }
  /** Reads what was changed elsewhere and merges copies of files; what was done before can't be undone then. */
  'project.readAnew': { args: { project: Handle }; result: null }
  /** Where the researcher is; kept on this machine, not in the project. */
  'project.view': { args: { project: Handle; view: ViewState }; result: null }
}

/** A change to be saved, and what it is in the history; null when it is no step of it. */
export interface SavedChange {
  readonly change: Change
  readonly step: StepMark | null
}

/** A change that was left out: its place among those sent, and what is wrong with it. */
export interface Refusal {
  readonly index: number
  readonly reason: string
}

/** A new step (see `record` in domain/changes/history), or the one that was last done undone, or the one last undone done again. */
export type StepMark = { readonly act: 'do'; readonly joins: string | null; readonly at: string } | { readonly act: 'undo' } | { readonly act: 'redo' }

/** Steps that were done, from the oldest, then those undone, as `History` keeps them; large ones in several pieces. */
export interface HistoryPage {
  readonly pieces: readonly HistoryPiece[]
  /** Null when this was the last page. */
  readonly next: number | null
}
export interface HistoryPiece {
  readonly of: 'done' | 'undone'
  /** False when its edits belong to the step of the piece before. */
  readonly first: boolean
  readonly label: string
  readonly joins: string | null
  readonly at: string
  readonly edits: readonly Edit[]
}

export type ProjectChoice =
  /** `codebook` is the id of a prepared one, or `empty`. */
  | { readonly from: 'new'; readonly name: string; readonly codebook: string }
  | { readonly from: 'dialog' }
  | { readonly from: 'sample' }
  | { readonly from: 'given' }
  /** The open one, read anew. */
  | { readonly from: 'current' }
  | { readonly from: 'recent'; readonly recent: string }

export interface OpenedProject {
  readonly handle: Handle
  readonly info: ProjectInfo
  readonly place: string
  /** Why nothing can be saved, as a sentence; null when everything can. */
  readonly readOnly: string | null
  /** The coder at work; not yet among `coders` when they are new here. */
  readonly coder: Coder
  readonly coders: readonly Coder[]
  readonly codebook: Codebook
  readonly events: readonly NewsEvent[]
  readonly entities: readonly Entity[]
  readonly outlets: readonly Outlet[]
  readonly rulings: readonly Ruling[]
  /** All of them, or of a long list those that stand open: see `articlesToCome`. */
  readonly articles: readonly Article[]
  /** True when the list is to be fetched with `project.articles`. */
  readonly articlesToCome: boolean
  readonly damaged: readonly DamagedFile[]
  readonly view: ViewState | null
}

export interface ArticlePage {
  readonly articles: readonly Article[]
  /** Null when this was the last page. */
  readonly next: number | null
  readonly damaged: readonly DamagedFile[]
}

export interface LoadedAnnotations {
  readonly annotations: readonly Annotation[]
  readonly sheets: readonly Sheet[]
  readonly damaged: readonly DamagedFile[]
}

/** What stands open, and where in it one reads. */
export interface ViewState {
  readonly view:
    | 'read'
    | 'articles'
    | 'outlets'
    | 'annotations'
    | 'find'
    | 'codebook'
    | 'entities'
    | 'copies'
    | 'events'
    | 'synopsis'
  readonly event: string | null
  readonly columns: readonly ColumnState[]
  readonly active: number
  readonly panes: Readonly<Record<string, number>>
  /** Undefined before the synopsis was first set otherwise than it comes. */
  readonly synopsis?: SynopsisState | undefined
}

/** How the synopsis is set. */
export interface SynopsisState {
  readonly tab: 'passages' | 'variants' | 'omissions' | 'own-words'
  readonly order: TableOrder
  readonly differences: boolean
  /** Event id -> ids of its articles in the order of choice. */
  readonly orders: Readonly<Record<string, readonly string[]>>
  readonly filters: {
    readonly quotations: boolean
    readonly suggestions: boolean
    readonly confirmed: boolean
    readonly rejected: boolean
    readonly speaker: string | null
    readonly missingIn: string | null
    readonly within: { readonly kind: 'dimension' | 'code'; readonly id: string } | null
  }
}

export interface ColumnState {
  readonly article: string
  /** Share of the reader's width, 0 to 100. */
  readonly width: number
  /** UTF-16 offset of the first visible character. */
  readonly top: number
}

/** How far what was decided is written. */
export interface Writing {
  /** In files. */
  readonly done: number
  readonly total: number
  /** Why it does not go on at the moment, as a sentence; it is tried again by itself. */
  readonly problem: string | null
}
