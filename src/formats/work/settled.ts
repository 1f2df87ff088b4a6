import type { OffsetReading, OffsetScore } from '../../domain/text/offsets'

/** Of words stored beside positions so many must be found: some programs store what a coder wrote instead. */
const ENOUGH_WORDS = 0.9
/** Nine of ten ends of passages that people mark lie at the bounds of words; of positions that are read wrongly, two of five. */
const ENOUGH_BOUNDS = 0.85
/** Where only bounds speak, another reading must be so much worse, and there must be so many of them, unless it is what the format is said to count. */
const LEAD = 0.1
const MANY_BOUNDS = 20

/**
 * The reading that can be taken without asking anybody; null where that would be a guess: no reading fits well enough, or another one
 * fits as well.
 * @param readings the best first, of equals the usual one
 */
export function settled(readings: readonly OffsetScore[], usual: OffsetReading | null): OffsetReading | null {
  const [best, second] = readings
  // Where every reading comes to the same there is nothing to choose, however carelessly words were cut.
  if (best && !second && best.against === 'word-bounds' && usual !== null) return best.reading
  if (!best || best.score < (best.against === 'words-stored' ? ENOUGH_WORDS : ENOUGH_BOUNDS)) return null
  const isUsual = usual !== null && best.reading.unit === usual.unit && best.reading.breaks === usual.breaks
  if (isUsual || !second) return best.reading
  const ahead = best.score - second.score
  return best.against === 'words-stored' ? (ahead > 0 ? best.reading : null) : ahead >= LEAD && best.compared >= MANY_BOUNDS ? best.reading : null
}
