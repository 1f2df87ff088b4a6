/** What wants a bracket in the margin. Pixels downwards from any common zero. */
export interface LaneItem {
  readonly id: string
  readonly top: number
  readonly bottom: number
  /** Height its label needs. */
  readonly label: number
}

export interface LaneRoom {
  /** How many brackets fit side by side between text and labels. */
  readonly lanes: number
  /** How far below the top of its bracket a label may be pushed, as long as it stays beside the bracket or near it. */
  readonly push: number
}

/** A bracket in its lane: 0 is outermost, beside the labels; higher ones lie further in, towards the text. */
export interface Bracket {
  readonly id: string
  readonly lane: number
}

/** A label at its place. `hidden` are the ids of marks near it that have none of their own. */
export interface Label {
  readonly id: string
  readonly top: number
  readonly height: number
  readonly hidden: readonly string[]
}

export interface LaneLayout {
  readonly brackets: readonly Bracket[]
  readonly labels: readonly Label[]
}

// Between brackets in one lane, so that they read as two.
const GAP = 2

/**
 * Puts brackets into lanes and labels beside them. Overlapping brackets step inwards; where all lanes are taken a mark
 * has no bracket. The outermost brackets get their labels first, then the others where there is room; marks without a
 * label are counted at the nearest one.
 */
export function layoutLanes(items: readonly LaneItem[], room: LaneRoom): LaneLayout {
  const sorted = [...items].sort((a, b) => a.top - b.top || b.bottom - a.bottom)
  const filled: number[] = []
  const placed: (LaneItem & Bracket)[] = []
  const crowded: LaneItem[] = []
  for (const item of sorted) {
    let lane = 0
    while ((filled[lane] ?? -Infinity) + GAP > item.top) lane += 1
    if (lane >= room.lanes) {
      crowded.push(item)
      continue
    }
    filled[lane] = item.bottom
    placed.push({ ...item, lane })
  }
  return { brackets: placed.map(({ id, lane }) => ({ id, lane })), labels: placeLabels(placed, crowded, room) }
}

function placeLabels(placed: readonly (LaneItem & Bracket)[], crowded: readonly LaneItem[], room: LaneRoom): Label[] {
  const labels: { id: string; top: number; height: number; hidden: string[] }[] = []
  const homeless: LaneItem[] = [...crowded]
  // A stable sort: within a lane from top to bottom.
  for (const item of [...placed].sort((a, b) => a.lane - b.lane)) {
    const latest = Math.max(item.top + room.push, item.bottom - item.label)
    const { top, at } = firstGap(labels, item.top, item.label)
    if (top > latest) homeless.push(item)
    else labels.splice(at, 0, { id: item.id, top, height: item.label, hidden: [] })
  }
  for (const item of homeless) {
    const at = firstBelow(labels, item.top + 1)
    const [above, below] = [labels[at - 1], labels[at]]
    const nearest = above && below ? (item.top - above.top <= below.top - item.top ? above : below) : (above ?? below)
    nearest?.hidden.push(item.id)
  }
  return labels
}

/** The first place at or below `top` where a label of this height is clear of all others, and its index among them. */
function firstGap(labels: readonly { top: number; height: number }[], top: number, height: number): { top: number; at: number } {
  let at = firstBelow(labels, top)
  const above = labels[at - 1]
  let free = above ? Math.max(top, above.top + above.height) : top
  for (let next = labels[at]; next && next.top < free + height; next = labels[at]) {
    free = Math.max(free, next.top + next.height)
    at += 1
  }
  return { top: free, at }
}

function firstBelow(labels: readonly { top: number }[], top: number): number {
  let low = 0
  let high = labels.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((labels[middle]?.top ?? Infinity) < top) low = middle + 1
    else high = middle
  }
  return low
}
