/** Anchors by where their lines are, in pixels below the top of each text; both ascend. Asked for only as far as needed. */
export interface AnchorLines {
  readonly count: number
  from(anchor: number): number
  to(anchor: number): number
}

/**
 * Where in the follower's text the line belongs that is level with `at` in the leader's: linear between anchors, and
 * between the outermost anchors and the ends of the texts. Never goes back where the leader goes on.
 * @param heights of both texts, in pixels
 */
export function levelWith(anchors: AnchorLines, at: number, heights: { readonly from: number; readonly to: number }): number {
  let low = 0
  let high = anchors.count
  while (low < high) {
    const middle = (low + high) >> 1
    if (anchors.from(middle) <= at) low = middle + 1
    else high = middle
  }
  const above = low === 0 ? { from: 0, to: 0 } : { from: anchors.from(low - 1), to: anchors.to(low - 1) }
  const below = low === anchors.count ? heights : { from: anchors.from(low), to: anchors.to(low) }
  const share = below.from > above.from ? Math.max(0, Math.min(1, (at - above.from) / (below.from - above.from))) : 1
  return above.to + share * Math.max(0, below.to - above.to)
}

/**
 * How far below the top of a column the line is that others follow: at the top when it is at its start, at the foot
 * when it is at its end, elsewhere at `rest`; so that every line of the text is that line once.
 * @param scrolled how far down it is, of `furthest`
 */
export function readingLine(scrolled: number, furthest: number, height: number, rest: number): number {
  if (furthest <= 0) return 0
  if (furthest < height) return (scrolled / furthest) * height
  if (scrolled < rest) return scrolled
  return Math.max(rest, height - (furthest - scrolled))
}

// How much faster or slower than the text the line goes back to where it belongs.
const FASTER = 2
const SLOWER = 0.5

/**
 * The line that others follow, after it was elsewhere because a passage was held level: it goes back as one scrolls on, and
 * never so that the text would run backwards along it.
 * @param led how far the leader just went, in pixels
 */
export function returning(line: number, target: number, led: number): number {
  const most = Math.abs(led) * (Math.sign(target - line) === Math.sign(led) ? FASTER : SLOWER)
  return line + Math.max(-most, Math.min(most, target - line))
}

// What a follower may go at once without seeming to jump, in pixels: as far as this, as far as the leader times this.
const STEP = 40
const TIMES = 3
const SHARE = 0.3

/** How far a follower goes in this frame towards where it belongs; the rest follows in the next ones. */
export function eased(gap: number, led: number): number {
  const most = Math.max(STEP, Math.abs(led) * TIMES, Math.abs(gap) * SHARE)
  return Math.max(-most, Math.min(most, gap))
}
