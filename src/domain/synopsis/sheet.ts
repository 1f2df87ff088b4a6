import type { Attribution } from '../attribution/attribution'
import type { LinkKind, Place } from './parallel'
import type { TableArticle, TablePassage, TablePlace, TableRow } from './table'

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
  /** That of the shared passage. */
  readonly id: string
  readonly name: string
  /** Null for what was rejected, as is its strength. */
  readonly kind: LinkKind | null
  /** From 0 to 1. */
  readonly strength: number | null
  readonly state: TablePassage['state']
  readonly outlets: number
  /** Of all articles that have it, in the order of the columns and then of the text. */
  readonly places: readonly SheetPlace[]
}

export interface SheetPlace extends Attribution {
  readonly article: string
  /** UTF-16 offsets into the article's canonical text, half-open. */
  readonly start: number
  readonly end: number
  /** Its words, cut where they begin or cease to be those of the other places. */
  readonly pieces: readonly { readonly text: string; readonly agrees: boolean }[]
  /** Names of the codes it was given, by any coder. */
  readonly codes: readonly string[]
}

interface Head extends Omit<SynopsisSheet, 'articles' | 'passages'> {
  readonly articles: readonly (TableArticle & SheetArticle)[]
  /** Names of the codes a place was given. */
  readonly codesOf: (place: Place) => readonly string[]
}

/** The rows of a table as they leave the project. */
export const synopsisSheet = (rows: readonly TableRow[], { articles, codesOf, ...head }: Head): SynopsisSheet => ({
  ...head,
  articles: articles.map(({ id, outlet, headline, date }) => ({ id, outlet, headline, date })),
  passages: rows.map(({ passage, name, outlets, cells }) => ({
    id: passage.id, name, outlets, state: passage.state,
    kind: passage.state === 'rejected' ? null : passage.kind, strength: passage.state === 'rejected' ? null : passage.strength,
    places: articles.flatMap(({ id }) => (cells.get(id) ?? []).map((one) => placeOf(one, codesOf(one.place)))),
  })),
})

const placeOf = ({ place, text, stretches, attribution }: TablePlace, codes: readonly string[]): SheetPlace => ({
  ...attribution, codes, article: place.article, start: place.start, end: place.end,
  pieces: stretches.map(({ start, end, agrees }) => ({ text: text.slice(start - place.start, end - place.start), agrees })),
})

/** What a place's words are, with the white space of a line. */
export const wordsOfPlace = ({ pieces }: Pick<SheetPlace, 'pieces'>): string => inLine(pieces.map(({ text }) => text).join(''))

/** Those of its words that most other places don't have. */
export const differingWordsOf = ({ pieces }: Pick<SheetPlace, 'pieces'>): readonly string[] => pieces.filter(({ agrees }) => !agrees).map(({ text }) => inLine(text)).filter((text) => text !== '')

const inLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

