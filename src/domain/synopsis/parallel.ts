import type { Span } from '../text/span'

/** A stretch of an article's text at the version it is at; UTF-16 offsets, half-open. */
export interface Place extends Span {
  readonly article: string
}

/**
 * What makes two places one statement: `identical` are the same words in a row; `quotation` is one utterance in other words, as
 * by another translator or shortened; `wording` is one statement of the outlets' own in words that are close.
 */
export const linkKinds = ['identical', 'quotation', 'wording'] as const
export type LinkKind = (typeof linkKinds)[number]

/** Words that both places of a link have, in the order of both. */
export interface Run {
  readonly a: Span
  readonly b: Span
}

/** Two places of different articles that say the same. */
export interface Link {
  readonly a: Place
  readonly b: Place
  readonly kind: LinkKind
  /** From 0 to 1: how much lexical evidence there is. */
  readonly strength: number
  /** Shown as found; what is not strong is a suggestion. */
  readonly strong: boolean
  /** In order, without overlaps, within both places. */
  readonly runs: readonly Run[]
}

/** Why an article was not compared with the others. */
export type NotCompared = 'unreadable' | 'no-text' | 'other-language'

/** What the articles of an event share, as far as their words say; what a researcher decided on it is not in it. */
export interface Parallels {
  readonly links: readonly Link[]
  /** Those that stand alone in what they are written in, or have nothing to compare. */
  readonly notCompared: readonly { readonly article: string; readonly why: NotCompared }[]
}

export const noParallels: Parallels = { links: [], notCompared: [] }

/** An article as it is compared. */
export interface EventText {
  readonly id: string
  /** Canonical, of the version the article is at. */
  readonly text: string
  /** BCP 47 tag, or empty when unknown. */
  readonly language: string
  /** In order; nothing in them is compared. */
  readonly excluded: readonly Span[]
}
