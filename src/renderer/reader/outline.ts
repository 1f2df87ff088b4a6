/** A line's part of an outlined span, in pixels. */
export interface LineBox {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/**
 * The outline around the lines of a span as an SVG path. Lines that lie over one another share one outline with steps;
 * where two have no column in common (the end of one line and the start of the next) each has its own.
 * @param boxes from top to bottom
 */
export function outlinePath(boxes: readonly LineBox[]): string {
  const groups: LineBox[][] = []
  for (const box of boxes) {
    const group = groups.at(-1)
    const above = group?.at(-1)
    if (group && above && box.left < above.right && box.right > above.left && box.top - above.bottom < box.bottom - box.top) group.push(box)
    else groups.push([box])
  }
  return groups.map(around).join('')
}

function around(group: readonly LineBox[]): string {
  const right: [number, number][] = []
  const left: [number, number][] = []
  group.forEach((box, at) => {
    const [above, below] = [group[at - 1], group[at + 1]]
    // Neighbouring lines meet halfway, whether a gap or an overlap is between them.
    const top = above ? (above.bottom + box.top) / 2 : box.top
    const bottom = below ? (box.bottom + below.top) / 2 : box.bottom
    right.push([box.right, top], [box.right, bottom])
    left.push([box.left, top], [box.left, bottom])
  })
  const points = [...right, ...left.reverse()].filter(([x, y], at, all) => x !== all[at - 1]?.[0] || y !== all[at - 1]?.[1])
  return `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}Z`
}

const round = (pixels: number): number => Math.round(pixels * 2) / 2

/**
 * The rectangles of a range as one box per line: pieces beside one another on a line are one box, because a line may
 * be painted in several (hyphens, other scripts).
 */
export function lineBoxes(rects: Iterable<LineBox>): LineBox[] {
  const lines: { left: number; right: number; top: number; bottom: number }[] = []
  for (const { left, right, top, bottom } of rects) {
    if (right - left < 0.5 && bottom - top < 0.5) continue
    const line = lines.at(-1)
    if (line && top < line.bottom - (line.bottom - line.top) / 2 && bottom > line.top + (line.bottom - line.top) / 2) {
      line.left = Math.min(line.left, left)
      line.right = Math.max(line.right, right)
      line.top = Math.min(line.top, top)
      line.bottom = Math.max(line.bottom, bottom)
    } else lines.push({ left, right, top, bottom })
  }
  return lines
}
