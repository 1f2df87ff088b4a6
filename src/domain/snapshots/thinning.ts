/** What deciding about a snapshot needs. */
export interface Point {
  readonly id: string
  /** UTC, ISO 8601, by the clock of that moment: it may have been wrong. */
  readonly taken: string
  /** True when something was done right after it that one may want to go back behind. */
  readonly marked: boolean
  /** Bytes that only this one and older ones need. */
  readonly room: number
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
const MONTH = 30 * DAY

/** The newest so many stay whatever the clock says. */
export const ALWAYS_KEPT = 12
/** Most that go by age at a time: a clock that is wrong for a while must not cost more than a few. */
export const MOST_AT_ONCE = 2

/**
 * Which snapshots are no longer needed: of the last hour all stay, of the last day one an hour, of the last month one a day,
 * before that one a week; those
 * that are marked stay for a month. The first of each stretch is the one that stays, so that what was decided once is decided the same again.
 * Then the oldest go until the rest fits into the room there is.
 * @param points newest first, in the order in which they were taken, whatever their times
 * @param now milliseconds
 * @param most bytes
 * @returns ids; never the newest
 */
export function dispensable(points: readonly Point[], now: number, most: number): readonly string[] {
  const aged = byAge(points, now)
  const stay = points.filter(({ id }) => !aged.includes(id))
  return [...aged, ...overRoom(stay, most)]
}

function byAge(points: readonly Point[], now: number): readonly string[] {
  const seen = new Set<string>()
  const surplus: string[] = []
  for (const [index, { id, taken, marked }] of [...points.entries()].reverse()) {
    const stretch = marked && now - Date.parse(taken) < MONTH ? null : stretchOf(Date.parse(taken), now)
    if (stretch !== null && seen.has(stretch) && index >= ALWAYS_KEPT) surplus.push(id)
    if (stretch !== null) seen.add(stretch)
  }
  return surplus.slice(0, MOST_AT_ONCE)
}

/** Of two snapshots in the same stretch one is enough; null where each stays. What a clock ahead of its time dated is young. */
function stretchOf(taken: number, now: number): string | null {
  const age = now - taken
  if (age < HOUR) return null
  const [name, length] = age < DAY ? (['hour', HOUR] as const) : age < MONTH ? (['day', DAY] as const) : (['week', 7 * DAY] as const)
  return `${name} ${Math.floor(taken / length)}`
}

function overRoom(points: readonly Point[], most: number): readonly string[] {
  let sum = 0
  const first = points.findIndex(({ room }) => (sum += room) > most)
  return first < 0 ? [] : points.slice(Math.max(1, first)).map(({ id }) => id)
}
