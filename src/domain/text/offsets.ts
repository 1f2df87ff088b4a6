/** What a program counts in a text. */
export const offsetUnits = ['utf16', 'code-point', 'utf8-byte'] as const
export type OffsetUnit = (typeof offsetUnits)[number]

/** The line ends of the text it counts in: as the file has them, every one as LF, every one as CRLF. A byte order mark never counts. */
export const offsetBreaks = ['as-is', 'lf', 'crlf'] as const
export type OffsetBreaks = (typeof offsetBreaks)[number]

/** How positions of another program are read. */
export interface OffsetReading {
  readonly unit: OffsetUnit
  readonly breaks: OffsetBreaks
}

/** How well a reading fits what a file holds. */
export interface OffsetScore {
  readonly reading: OffsetReading
  /** Share of the positions that fit, 0 to 1. */
  readonly score: number
  /** How many were compared. */
  readonly compared: number
  /** With the words stored beside them or, where there are none, with the bounds of words. */
  readonly against: 'words-stored' | 'word-bounds'
}
