import type { CodebookOffer, PreparedCodebook } from '../../preload/contract'
import type { Place } from '../../domain/synopsis/parallel'
import type { SynopsisSheet } from '../../domain/synopsis/sheet'
import type { Span } from '../../domain/text/span'
import type { MemoTarget } from './memoTarget'
import type { Reader } from '../reader/reader'
import type { Together } from '../reader/together/together'
import type { App } from '../store/app'
import type { Cell } from '../store/cell'
import type { NodeKey } from '../store/codebook/state'
import type { Finds } from '../store/finds'
import type { RecentCodes } from '../store/recentCodes'
import type { Chosen, Review } from '../store/review'
import type { Session } from '../store/session'
import type { SynopsisView } from '../store/synopsisView'

/** What lies over the desk at the moment; one at a time. */
export type Overlay =
  | { readonly kind: 'commands' }
  | { readonly kind: 'articles' }
  /** The list of codes at the selection; `recode` gives the picked annotation another code instead. */
  | { readonly kind: 'codes'; readonly recode: boolean }
  /** Chooses a code or dimension for what was begun in the codebook or with the selected passage. */
  | { readonly kind: 'codes-for'; readonly purpose: 'example' | 'merge' | 'move' }
  | { readonly kind: 'merge-codes'; readonly codes: readonly string[] }
  | { readonly kind: 'split-code'; readonly code: string }
  | { readonly kind: 'delete-from-codebook'; readonly node: NodeKey }
  /** Asks before something that touches more than one sees. */
  | { readonly kind: 'confirm'; readonly title: string; readonly text: string; readonly action: string; readonly run: () => void }
  | { readonly kind: 'keys' }
  /** What Synoptic noted of itself on this machine. */
  | { readonly kind: 'log' }
  /** A problem report, to be read before it is saved. */
  | { readonly kind: 'report' }
  /** A text and its correction; then what became of its annotations. */
  | { readonly kind: 'correct'; readonly article: string }
  | { readonly kind: 'corrected'; readonly changed: readonly string[]; readonly lost: readonly string[] }
  /** Which annotation without a place the selected passage is to have. */
  | { readonly kind: 'place' }
  /** Every occurrence of some words, to be reviewed and coded. */
  | { readonly kind: 'equal-passages'; readonly words: string; readonly code: string | null }
  /** Gives a code to hits of the search through the corpus. */
  | { readonly kind: 'code-hits'; readonly hits: readonly number[] }
  /** Gives a code to places that say the same. */
  | { readonly kind: 'code-places'; readonly places: readonly Place[] }
  /** Memos on what is in hand, or first of all on something else. */
  | { readonly kind: 'memo'; readonly on: MemoTarget | null }
  | { readonly kind: 'history' }
  /** What other computers did to the project, and copies of its files that were merged. */
  | { readonly kind: 'elsewhere' }
  /** The project as it was at some time; then where that is kept. */
  | { readonly kind: 'go-back' }
  | { readonly kind: 'snapshots' }
  /** Lines that may be boilerplate, to be decided on. */
  | { readonly kind: 'boilerplate' }
  /** Adds a name from the text to the register of entities. */
  | { readonly kind: 'register'; readonly name: string }
  | { readonly kind: 'merge-entities'; readonly entities: readonly string[] }
  | { readonly kind: 'delete-entities'; readonly entities: readonly string[] }
  | { readonly kind: 'merge-outlets'; readonly outlets: readonly string[] }
  | { readonly kind: 'new-project' }
  | { readonly kind: 'prepared-codebooks'; readonly list: readonly PreparedCodebook[] }
  /** What a codebook would bring into the project. */
  | { readonly kind: 'codebook-offer'; readonly offer: CodebookOffer }
  | { readonly kind: 'new-event'; readonly articles: readonly string[] }
  | { readonly kind: 'event'; readonly event: string }
  | { readonly kind: 'choose-event'; readonly purpose: EventPurpose }
  /** Which event's articles are to be compared. */
  | { readonly kind: 'compare-event' }
  | { readonly kind: 'merge-events'; readonly from: string; readonly into: string }
  | { readonly kind: 'split-event'; readonly event: string }

/** What an event is chosen for: articles that go to it, or another event that becomes part of it. */
export type EventPurpose = { readonly move: readonly string[] } | { readonly merge: string }

/** An annotation of several roles while it is being made. */
export interface Guide {
  readonly code: string
  readonly article: string
  /** Its id; null before the first role is filled. */
  readonly annotation: string | null
  /** Makes one step for undo of all that belongs to it. */
  readonly step: string
}

/** The first field; the first required one that is empty, or else the first; a certain one; or the one after a field that was just filled. */
export type FieldsAsked = 'first' | 'missing' | { readonly at: string } | { readonly after: string }

export interface RoleAsked {
  readonly annotation: string
  /** Id of the field. */
  readonly role: string
  readonly mode: 'replace' | 'add'
}

/** A stretch of an article's text. */
export interface Passage {
  readonly article: string
  readonly span: Span
}

/** A passage that is carried with the mouse. */
export interface Carried {
  readonly article: string
  readonly quote: string
  /** Where the mouse is, in window pixels. */
  readonly x: number
  readonly y: number
  /** The code it is held over. */
  readonly over: string | null
}

/** The shared passage that commands on the synopsis act on. */
export interface PassageInHand {
  readonly event: string
  /** Its id, or that of a rejected one. */
  readonly passage: string
  /** Those of its places that are marked. */
  readonly places: readonly Place[]
  /** Ids of further marked passages of the event. */
  readonly with: readonly string[]
}

/** Everything commands act on. */
export interface Desk {
  readonly app: App
  readonly mac: boolean
  /** The readers on screen, by article. */
  readonly readers: Map<string, Reader>
  /** The same readers as one: what their articles share. */
  readonly together: Together
  readonly overlay: Cell<Overlay | null>
  /** Which field of the picked annotation is to get the keyboard, until it has it. */
  readonly fieldsAsked: Cell<FieldsAsked | null>
  /** The role of the picked annotation that the next selection is to fill; it counts only while that annotation is picked. */
  readonly roleAsked: Cell<RoleAsked | null>
  /** Said in the status line to a key that did nothing; null when there is nothing to say. */
  readonly hint: Cell<string | null>
  /** The selected passage on its way to a code, held by the mouse; null when none is. */
  readonly carried: Cell<Carried | null>
  /** What `Repeat` does again. */
  readonly lastCode: Cell<string | null>
  readonly recent: Cell<RecentCodes>
  /** Id of the annotation that was picked last, also when it is not picked any more. */
  readonly lastPicked: Cell<string | null>
  /** The annotation that is being put together from several selections; null for none. */
  readonly guide: Cell<Guide | null>
  /** The code that every new selection gets as soon as it is made; null for none. */
  readonly brush: Cell<string | null>
  /** What the list of annotations shows, and which of its rows are chosen. */
  readonly review: Cell<Review>
  readonly chosen: Cell<Chosen>
  /** What is looked for in the whole corpus. */
  readonly finds: Cell<Finds>
  /** What the synopsis shows and how. */
  readonly synopsisView: Cell<SynopsisView>
  /** Makes what leaves the project of the table of shared passages one sees; null while none is seen. */
  readonly synopsisSheet: Cell<(() => Promise<SynopsisSheet>) | null>
  /** The shared passage in hand, which is lit in all columns; null for none. */
  readonly passageInHand: Cell<PassageInHand | null>
  /** An annotation, or a passage, to be brought into view as soon as its column stands; null when there is none. */
  readonly toReveal: Cell<Passage | string | null>
  /** The incomplete annotations gone to since the tour of them began. */
  readonly shown: Set<string>
}

export const menus = ['File', 'Edit', 'Text', 'Code', 'Codebook', 'Synopsis', 'View', 'Help'] as const
export type MenuName = (typeof menus)[number]

/** One thing that can be done, with all the ways to it: name, keys, menu, palette. */
export interface Command {
  readonly id: string
  readonly menu: MenuName
  /** Entries of one menu with the same group stand together. */
  readonly group: number
  label(desk: Desk): string
  /** Its usual keys, the one that is shown first; `keysOf` says which it has. */
  readonly keys: readonly string[]
  /** `reader` keys work only while no text field, list or dialog has the keyboard, `tree` keys while the codebook's outline has it, `table` keys while the table of a synopsis has it, `passage` keys in that table as in the reader. */
  readonly scope: 'anywhere' | 'reader' | 'tree' | 'table' | 'passage'
  enabled(desk: Desk): boolean
  checked?(desk: Desk): boolean
  run(desk: Desk): void | Promise<void>
  /** True when it applies only while something special is under way, and then comes before whoever else has its keys. */
  readonly passing?: boolean
  /** True when a code of the codebook that has one of its keys, as codes could once, comes first; it is left with its others. */
  readonly yields?: boolean
  /** The code it applies, whose key is a part of the codebook. */
  readonly code?: string
}

export const openSession = (desk: Desk): Session | null => desk.app.session.get()

/** An open project that can be written. */
export function writable(desk: Desk): Session | null {
  const session = openSession(desk)
  return session?.readOnly === null ? session : null
}
