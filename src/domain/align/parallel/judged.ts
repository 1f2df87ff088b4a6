import type { LinkKind } from '../../synopsis/parallel'
import type { Evidence } from './evidence'

/** Points from which a link is shown as found, suggested, or worth a second look. */
export const STRONG = 1.9
export const SUGGESTED = 1.45
export const POSSIBLE = 0.7

/** Where something happened is a statement of its own. */
const AT_A_PLACE = 0.5
/** A headline, or another short sentence, that is all in the other's words. */
const A_HEADLINE = 1.5
/** How much is lost where both places are of other words otherwise. */
const SPARSE = 0.65
/** How much is lost where few words stand in another order. */
const TURNED = 0.3

/** A scale of 0 to 1 for what has no upper end. */
export const strengthOf = (points: number): number => 1 - Math.exp(-points / 2.5)

/** How much speaks for a link by itself, from 0. */
export function pointsOf({ shared, density, telling, row, rowWorth, around, venue, bothQuoted, quoted, rowIsQuotation, isQuotation, isSentence, covered, ordered, words }: Evidence): number {
  const inARow = rowWorth > 0 && row > 3 ? Math.min(1.5, 0.15 * (row - 1)) : 0
  // A phrase out of the midst of two quotations may be anybody's.
  const phrase = telling < 3 && row < 3 && covered < 1 && !isQuotation
  const said = bothQuoted > 0.6 && !phrase ? 1.5 : quoted > 0.6 ? 1.15 : 1
  // Two words that always go together are one matter, and reports on one event have the matter in common anyway.
  const together = bothQuoted < 0.6 && row <= 3 && rowWorth > 0.9 * shared ? 0.75 : 1
  const turned = bothQuoted > 0.6 || telling > 3 ? 1 : 1 - TURNED * (1 - ordered)
  let points = (shared * together * turned + inARow) * (1 - SPARSE + SPARSE * density) * said
  points += 0.25 * Math.min(around, 1.5)
  if (venue > 0 && telling >= 2 && row >= 3) points += AT_A_PLACE
  if (telling < 2) points *= telling === 0 ? 0.4 : 0.75
  if (rowIsQuotation && bothQuoted > 0.9 && row >= 2 && (rowWorth >= 0.4 || (row >= 3 && rowWorth > 0))) points = Math.max(points, 2.1)
  if (row >= 5 && quoted > 0.5) points = Math.max(points, rowWorth > 0.6 ? 2 : SUGGESTED)
  if (bothQuoted > 0.6 && covered >= 0.7 && words >= 4 && telling >= 1) points += 0.3
  if (bothQuoted > 0.6 && isQuotation && covered >= 0.8 && words >= 5 && row >= 3 && rowWorth > 0) points = Math.max(points, STRONG)
  if (isSentence && telling >= 2 && covered >= 0.7) points *= A_HEADLINE
  return points
}

/** Whether there is enough for a third article to make a link of it: a single word is not, nor are two in another order. */
export const mayBeBorneOut = ({ telling, bothQuoted, row, covered, ordered, words }: Evidence): boolean =>
  (telling >= 2 && covered >= 0.3 && (telling > 2 || ordered > 0.6)) || (bothQuoted > 0.6 && telling >= 1 && words >= 2 && ordered > 0.6) || (telling >= 1 && row >= 3 && words >= 3)

/** @param whole whether the places are one stretch of equal words */
export const kindOf = ({ quoted }: Evidence, whole: boolean): LinkKind => (whole ? 'identical' : quoted > 0.5 ? 'quotation' : 'wording')
