/** What wants a bar in the left margin. Pixels downwards from any common zero. */
export interface BarItem {
  readonly id: string
  readonly top: number
  readonly bottom: number
}

/** A bar in its lane: 0 is beside the text. It stands for several items where there was no lane left for each. */
export interface Bar {
  readonly lane: number
  readonly top: number
  readonly bottom: number
  /** From top to bottom. */
  readonly ids: readonly string[]
}

// Between bars in one lane, so that they read as two.
const GAP = 1

/** Puts bars into at most `lanes` lanes; what would need another one is joined to the bar it shares most of its height with. */
export function layoutBars(items: readonly BarItem[], lanes: number): Bar[] {
  const bars: { lane: number; top: number; bottom: number; ids: string[] }[] = []
  const last: (typeof bars[number] | undefined)[] = Array.from({ length: lanes }, () => undefined)
  for (const item of [...items].sort((a, b) => a.top - b.top || b.bottom - a.bottom)) {
    const lane = last.findIndex((bar) => !bar || bar.bottom + GAP <= item.top)
    if (lane !== -1) {
      const bar = { lane, top: item.top, bottom: item.bottom, ids: [item.id] }
      last[lane] = bar
      bars.push(bar)
      continue
    }
    const [most] = last.flatMap((bar) => (bar ? [bar] : [])).sort((a, b) => common(b, item) - common(a, item) || a.lane - b.lane)
    if (!most) continue
    most.bottom = Math.max(most.bottom, item.bottom)
    most.ids.push(item.id)
  }
  return bars
}

const common = (a: Pick<Bar, 'top' | 'bottom'>, b: Pick<Bar, 'top' | 'bottom'>): number => Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
