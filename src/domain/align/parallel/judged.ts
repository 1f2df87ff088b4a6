import type { LinkKind } from '../../synopsis/parallel'
import type { Evidence } from './evidence'

export interface Judged {
  readonly strength: number
  readonly strong: boolean
}

/** Points from which a link is shown as found, or at least suggested. */
const STRONG = 2
const SUGGESTED = 1.45

/** @returns null when there is too little to show */
export function judge(evidence: Evidence): Judged | null {
  const points = pointsOf(evidence)
  if (points < SUGGESTED) return null
  return { strength: 1 - Math.exp(-points / 2.5), strong: points >= STRONG }
}

function pointsOf({ shared, density, telling, row, rowWorth, bothQuoted, quoted, wholeQuotation, covered, words }: Evidence): number {
  const inARow = rowWorth > 0 ? Math.min(1.5, 0.15 * (row - 1)) : 0
  const said = bothQuoted > 0.6 ? 1.5 : quoted > 0.6 ? 1.15 : 1
  let points = (shared + inARow) * (0.35 + 0.65 * density) * said
  if (telling < 2) points *= 0.75
  if (wholeQuotation && bothQuoted > 0.9 && row >= 2 && (rowWorth >= 0.4 || (row >= 3 && rowWorth > 0))) points = Math.max(points, 2.1)
  if (row >= 5 && quoted > 0.5) points = Math.max(points, 2)
  if (bothQuoted > 0.6 && covered >= 0.7 && words >= 4 && telling >= 1) points += 0.3
  return points
}

/** @param whole whether the places are one stretch of equal words */
export const kindOf = ({ quoted }: Evidence, whole: boolean): LinkKind => (whole ? 'identical' : quoted > 0.5 ? 'quotation' : 'wording')
