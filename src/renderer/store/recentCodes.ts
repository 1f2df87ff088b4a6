/** The codes used last, each at a number that stays its own while it is among them. */
export interface RecentCodes {
  /** Code ids by number, from 1; null where none is yet. */
  readonly slots: readonly (string | null)[]
  /** The same, last used first. */
  readonly order: readonly string[]
}

const MOST = 9

export const noRecentCodes: RecentCodes = { slots: new Array<null>(MOST).fill(null), order: [] }

/** A code was used: one that is new among them takes a free number, or that of the one used longest ago. */
export function withUsed({ slots, order }: RecentCodes, code: string): RecentCodes {
  const next = [code, ...order.filter((one) => one !== code)].slice(0, MOST)
  if (slots.includes(code)) return { slots, order: next }
  const gone = order.find((one) => !next.includes(one))
  const at = slots.indexOf(gone ?? null)
  return { slots: slots.map((one, i) => (i === at ? code : one)), order: next }
}
