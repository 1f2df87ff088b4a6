import type { LinkKind } from './parallel'
import type { SharedPassage } from './sharedPassages'

/** A synopsis as it leaves the project: plain data, with outlets, headlines and words as they are shown. */
export interface SynopsisSheet {
  readonly event: string
  readonly date: string
  /** The columns, in the order of choice. */
  readonly articles: readonly SheetArticle[]
  /** The rows, as they are shown. */
  readonly passages: readonly SheetPassage[]
  /** How many shared passages there are, also those not shown. */
  readonly of: number
  /** True while outlets are masked: then they go by neutral labels. */
  readonly masked: boolean
}

export interface SheetArticle {
  readonly id: string
  readonly outlet: string
  readonly headline: string
  readonly date: string
}

export interface SheetPassage {
  readonly name: string
  readonly kind: LinkKind
  readonly strength: number
  readonly state: SharedPassage['state']
  readonly outlets: number
  /** Of all articles that have it, in the order of the columns and then of the text. */
  readonly places: readonly SheetPlace[]
}

export interface SheetPlace {
  readonly article: string
  /** UTF-16 offsets into the article's canonical text, half-open. */
  readonly start: number
  readonly end: number
  /** Its words, cut where they begin or cease to be those of the other places. */
  readonly pieces: readonly { readonly text: string; readonly agrees: boolean }[]
  /** Null where nobody is named. */
  readonly speaker: string | null
  readonly cue: string | null
  readonly through: string | null
  readonly form: 'direct' | 'fragment' | 'reported' | 'own'
  /** Names of the codes it was given, by the coder at work. */
  readonly codes: readonly string[]
}

/** What a place's words are, with the white space of a line. */
export const wordsOfPlace = ({ pieces }: Pick<SheetPlace, 'pieces'>): string => inLine(pieces.map(({ text }) => text).join(''))

/** Those of its words that the other places don't have. */
export const ownWordsOfPlace = ({ pieces }: Pick<SheetPlace, 'pieces'>): readonly string[] => pieces.filter(({ agrees }) => !agrees).map(({ text }) => inLine(text)).filter((text) => text !== '')

export const inLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** How kinds of links are called before researchers. */
export const kindNames: Readonly<Record<LinkKind, string>> = { identical: 'identical', quotation: 'same quotation, other words', wording: 'close wording' }
