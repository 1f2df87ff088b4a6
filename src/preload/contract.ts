import type { LikePair } from '../domain/align/nearDuplicates'
import type { ProposedEvent } from '../domain/align/proposeEvents'
import type { Change, Edit } from '../domain/changes/change'
import type { ColumnMapping, TableSample } from '../domain/import/mapping'
import type { ImportProblem } from '../domain/import/problem'
import type { FoundPassages } from '../domain/changes/commands/passages'
import type { Annotation } from '../domain/project/annotation'
import type { Article } from '../domain/project/article'
import type { Codebook } from '../domain/project/codebook'
import type { Coder } from '../domain/project/coder'
import type { DamagedFile } from '../domain/project/damagedFile'
import type { Entity } from '../domain/project/entity'
import type { NewsEvent } from '../domain/project/event'
import type { Outlet } from '../domain/project/outlet'
import type { PassageReason } from '../domain/project/passage'
import type { ProjectInfo } from '../domain/project/info'
import type { Ruling } from '../domain/project/ruling'
import type { Sheet } from '../domain/project/sheet'
import type { FindCount, FindResult, Line, LineOrder } from '../domain/query/concordance'
import type { SynopsisSheet } from '../domain/synopsis/sheet'
import type { Parallels } from '../domain/synopsis/parallel'
import type { TableOrder } from '../domain/synopsis/tableQuery'
import type { Wanted } from '../domain/query/search'

/** Every call the window may make of the main process: what it sends and what comes back. */
export interface Calls {
  /** Once, when the window starts. */
  'app.start': { args: null; result: StartInfo }
  'app.settings': { args: Partial<Settings>; result: Settings }
  /** What the application menu shows; sent whenever a name, key or availability changes. */
  'app.menu': { args: readonly MenuSection[]; result: null }
  /** The answer to the signal `closing`: null when all is saved, otherwise what is not and why. */
  'app.closing': { args: { unsaved: string | null }; result: null }

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
  /** Puts the previous generation of a damaged file in its place, or nothing (annotations only); the damaged one stays aside. */
  'project.mend': { args: { project: Handle; file: string; with: 'previous' | 'nothing' }; result: null }
  /** Where the researcher is; kept on this machine, not in the project. */
  'project.view': { args: { project: Handle; view: ViewState }; result: null }

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

  /** Asks which files or which folder to import; null when cancelled. */
  'import.choose': { args: { kind: 'files' | 'folder' }; result: ImportOffer | null }
  /**
   * Reads what was chosen or dropped. Progress comes as signals. The texts are stored for the time being, so that `article.text`
   * gives them; nothing is in the project yet. Reading an offer again begins it anew.
   */
  'import.read': { args: { project: Handle; offer: string }; result: ImportFindings }
  /** Reads one table of the offer again with other columns; what comes takes the place of all it gave before. `file` is its key. */
  'import.remap': { args: { project: Handle; offer: string; file: string; mapping: ColumnMapping }; result: ImportFindings }
  /** Answers when the texts of these articles are durable; the others are deleted. The columns that were used are remembered. Ends the offer. */
  'import.keep': { args: { project: Handle; offer: string; articles: readonly string[] }; result: null }
  /** Deletes all that was stored for the offer, and ends it. */
  'import.discard': { args: { project: Handle; offer: string }; result: null }
  /** Ends reading early; what was found until then is answered. */
  'import.cancel': { args: { offer: string }; result: null }

  /** Asks for a codebook file and reads it; nothing of it is in the project yet. Null when cancelled. */
  'codebook.choose': { args: null; result: CodebookOffer | null }
  /** The codebooks that come with Synoptic, the general starter first. */
  'codebook.prepared': { args: null; result: readonly PreparedCodebook[] }
  /** Asks where to and writes the project's codebook, with the keyboard shortcuts that were changed (by command); null when cancelled. */
  'codebook.export': { args: { project: Handle; shortcuts: Readonly<Record<string, readonly string[]>> }; result: { readonly place: string } | null }

  /** Asks where to and writes a synopsis as it is shown; null when cancelled. */
  'synopsis.export': { args: { format: SynopsisFormat; sheet: Json<SynopsisSheet> }; result: { readonly place: string } | null }
  /** Asks where to, then writes the project, or the named articles of it and what was coded of them; null when cancelled. */
  'export.run': { args: { project: Handle; format: ExportFormat; articles: readonly string[] | null }; result: ExportReport | null }
  'export.cancel': { args: null; result: null }
}

export interface CorpusRun {
  readonly project: Handle
  readonly job: string
}

/** Names the project that is open until another is; a call under the handle of an earlier one is refused. */
export type Handle = string

/**
 * A `T` as JSON. What consists of thousands of parts takes ten times as long to come over the bridge as an object, and the
 * window stands still meanwhile.
 */
export type Json<T> = string & { readonly of?: T }

export type CallName = keyof Calls
export type Args<K extends CallName> = Calls[K]['args']
export type Result<K extends CallName> = Calls[K]['result']

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

/** Errors are values: a sentence for the researcher, and a code for the program. */
export interface Failure {
  readonly code: FailureCode
  /** What happened, what was kept, what to do next. */
  readonly message: string
  /** The files found damaged, where that is the reason. */
  readonly damaged: readonly DamagedFile[]
}
export type FailureCode = 'refused' | 'not-found' | 'damaged' | 'read-only' | 'disk-full' | 'conflict' | 'cancelled' | 'unexpected'
export type Answer<T> = { readonly ok: true; readonly value: T } | ({ readonly ok: false } & Failure)

/** What the main process tells the window on its own. */
export interface Signals {
  /** A menu entry was chosen. */
  command: { id: string }
  /** Files were dropped on the window; dropping is caught before the page sees it, so paths stay outside it. */
  dropped: ImportOffer
  progress: Progress
  /** How far a search is, and what it has found so far. */
  found: { project: Handle; id: string; done: number; total: number; count: FindCount }
  /** How far the files of large changes are written; null when they all are. */
  writing: { project: Handle; writing: Writing | null }
  /** The window is about to close: save, then answer with `app.closing`. */
  closing: null
  /** A second start asked for this project. */
  'open-given': { name: string }
}
export type SignalName = keyof Signals

/** What the preload script exposes as `window.synoptic`. */
export interface Bridge {
  call<K extends CallName>(name: K, args: Args<K>): Promise<Answer<Result<K>>>
  /** @returns a function that ends the subscription */
  on<K extends SignalName>(name: K, listener: (payload: Signals[K]) => void): () => void
}

export interface Settings {
  /** Empty until asked. */
  readonly coderName: string
  readonly theme: 'system' | 'light' | 'dark'
  /** Command id -> the keys it has in place of its usual ones. */
  readonly keys: Readonly<Record<string, readonly string[]>>
}

export interface RecentProject {
  readonly id: string
  readonly name: string
  /** The folder as the researcher would write it. For display only. */
  readonly place: string
}

export interface StartInfo {
  readonly settings: Settings
  readonly recent: readonly RecentProject[]
  /** A project folder named on the command line, if any. */
  readonly given: { readonly name: string } | null
  /** Whether a project is open already, because the window's page was loaded anew. */
  readonly open: boolean
  readonly version: string
  readonly platform: 'mac' | 'windows' | 'linux'
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

export interface ImportOffer {
  readonly id: string
  readonly files: number
  /** The folder's or the first file's name. */
  readonly label: string
}

export interface Progress {
  /** The offer's id for an import, `export` for an export, `boilerplate` for a search for that, what the window made up for other work. */
  readonly job: string
  readonly done: number
  readonly total: number
  /** What is being worked on. */
  readonly now: string
  /** Articles found so far, while an import reads. */
  readonly found?: number
}

/** How far what was decided is written. */
export interface Writing {
  /** In files. */
  readonly done: number
  readonly total: number
  /** Why it does not go on at the moment, as a sentence; it is tried again by itself. */
  readonly problem: string | null
}

export type RefusalReason =
  | 'empty' | 'binary' | 'unreadable' | 'duplicate' | 'not-decodable' | 'too-large' | 'not-text'
  | 'encrypted' | 'damaged' | 'unsafe' | 'too-costly'

/** What reading an offer found: nothing of it is in the project. */
export interface ImportFindings {
  /** In the order of the files, and within a file in its order. */
  readonly found: Json<readonly FoundEntry[]>
  /** The files that are tables, also those that gave no article. */
  readonly tables: readonly TableOffer[]
  readonly refused: readonly RefusedFile[]
  readonly cancelled: boolean
  /** Why it ended before all files were read, such as a full disk; null when it did not. */
  readonly stopped: string | null
}

/** An article that was found. */
export interface FoundEntry {
  /** Which file of the offer it is from: the key, not the name. */
  readonly file: string
  /** As it would come into the project. */
  readonly article: Article
  /** What the file is, as a researcher calls it. */
  readonly format: string
  readonly problems: readonly ImportProblem[]
  /** Where the same text is already, and what it is called there: in the project (in any version of an article), or earlier in this import. */
  readonly known: { readonly where: 'project' | 'import'; readonly title: string } | null
}

/** A table of the offer, with how its columns were read. */
export interface TableOffer {
  /** The file's name. */
  readonly file: string
  /** Unique in the offer, where the same name may occur twice. */
  readonly key: string
  /** Articles it gave. */
  readonly rows: number
  readonly sample: TableSample
  /** Without a column for the text nothing was read of it. */
  readonly mapping: ColumnMapping
  /** True when the mapping was used before for a table of the same columns, on this machine; otherwise it is a guess, or what was asked for. */
  readonly remembered: boolean
}

export interface RefusedFile {
  readonly file: string
  readonly key: string
  readonly reason: RefusalReason
  readonly message: string
}

/** A codebook that was read from a file, to be looked at before any of it comes in. */
export interface CodebookOffer {
  /** The file's name. */
  readonly file: string
  readonly codebook: Codebook
  /** What is not quite as the file has it, in sentences. */
  readonly report: readonly string[]
}

/** A codebook that comes with Synoptic. */
export interface PreparedCodebook {
  readonly id: string
  /** What it is for. */
  readonly what: string
  /** Whose scheme it follows. */
  readonly source: string
  readonly codebook: Codebook
}

export type ExportFormat = 'csv' | 'json' | 'memos'

export type SynopsisFormat = 'csv' | 'xlsx' | 'html'

export interface ExportReport {
  readonly place: string
  readonly annotations: number
  /** True when rows are missing because a file of the project is damaged. */
  readonly incomplete: boolean
  /** True when it has labels instead of outlets, because they are masked. */
  readonly masked: boolean
}

/** One top-level menu. */
export interface MenuSection {
  readonly label: string
  readonly items: readonly (MenuItem | 'separator')[]
}
export interface MenuItem {
  readonly id: string
  readonly label: string
  /** As Electron writes accelerators, for display; the window handles the keys. */
  readonly keys: string
  readonly enabled: boolean
  readonly checked: boolean | null
}

/** Names of the IPC channels, as types so that both sides write the same without sharing code. */
export type CallChannel = 'synoptic:call'
export type SignalChannel = 'synoptic:signal'
export type DropChannel = 'synoptic:drop'
