import type { Outlet } from '../project/outlet'
import type { Records } from '../project/records'

/** An outlet as a list shows it. */
export interface KnownOutlet {
  readonly name: string
  /** How many articles name it. */
  readonly articles: number
  /** What is known of it; null while that is nothing. */
  readonly record: Outlet | null
}

/** What one usually wants to know of an outlet; a project may have others as well. */
const usualOutletVariables = ['country', 'leaning', 'type'] as const

/** All outlets that an article names or that something is known of, by name. */
export function knownOutlets({ article, outlet }: Pick<Records, 'article' | 'outlet'>): readonly KnownOutlet[] {
  const counts = new Map<string, number>([...outlet.values()].map(({ name }) => [name, 0]))
  for (const one of article.values()) if (one.outlet !== '') counts.set(one.outlet, (counts.get(one.outlet) ?? 0) + 1)
  const records = new Map([...outlet.values()].map((one) => [one.name, one]))
  return [...counts].map(([name, articles]) => ({ name, articles, record: records.get(name) ?? null })).sort((a, b) => compare(a.name, b.name))
}

/** The variables of outlets: the usual ones, then the project's own by name. */
export function outletVariables(outlets: Iterable<Outlet>): readonly string[] {
  const usual: readonly string[] = usualOutletVariables
  const own = new Set([...outlets].flatMap(({ variables }) => Object.keys(variables)).filter((name) => !usual.includes(name)))
  return [...usual, ...[...own].sort(compare)]
}

const { compare } = new Intl.Collator()
