/** A passage's lines in one column, in pixels from the left and top of all columns. */
export interface Bank {
  /** Where its lines begin and end, the bar included. */
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** A ribbon from one column to another. */
export interface Ribbon {
  readonly d: string
  /** True where columns without the passage lie between. */
  readonly crossing: boolean
}

/**
 * The ribbons that join a passage's places from column to column.
 * @param banks by column, from left to right; empty where a column lacks the passage or shows nothing of it
 */
export function ribbonsBetween(banks: readonly (readonly Bank[])[]): Ribbon[] {
  const ribbons: Ribbon[] = []
  let before = -1
  banks.forEach((here, column) => {
    if (here.length === 0) return
    for (const from of banks[before] ?? []) for (const to of here) ribbons.push({ d: ribbonPath(from, to), crossing: column - before > 1 })
    before = column
  })
  return ribbons
}

/** A band that begins as high as one place is and ends as high as the other. */
export function ribbonPath(from: Bank, to: Bank): string {
  const [a, b] = [Math.round(from.right), Math.round(to.left)]
  const middle = Math.round((a + b) / 2)
  const [p, q, r, s] = [from.top, from.bottom, to.top, to.bottom].map(half)
  return `M${a} ${p}C${middle} ${p} ${middle} ${r} ${b} ${r}V${s}C${middle} ${s} ${middle} ${q} ${a} ${q}Z`
}

const half = (pixels: number): number => Math.round(pixels * 2) / 2

/** As much of a place as is seen between two heights; undefined when nothing of it is. */
export function clipped(bank: Bank, top: number, bottom: number): Bank | undefined {
  const seen = { ...bank, top: Math.max(bank.top, top), bottom: Math.min(bank.bottom, bottom) }
  return seen.bottom - seen.top > 1 ? seen : undefined
}
