import type { Records } from '../../project/records'
import type { Ruling } from '../../project/ruling'
import { anchorAt } from '../../text/anchor'
import type { CarryOver } from '../../text/carryOver'
import type { Edit } from '../change'

/** Rulings all of whose articles that are still in their event come to another one: they go with them. The others stay, for whoever is left. */
export const rulingsAlong = (records: Records, articles: ReadonlySet<string>, event: string): readonly Edit[] => changed(records, (ruling) => {
  const own = ruling.groups.flat().filter(({ article }) => records.article.get(article)?.event === ruling.event)
  return ruling.event === event || own.length === 0 || own.some(({ article }) => !articles.has(article)) ? ruling : { ...ruling, event }
})

/** Rulings without the places in articles that go; those that say nothing then go too. */
export const rulingsWithout = (records: Records, articles: ReadonlySet<string>): readonly Edit[] => changed(records, (ruling) => {
  if (!ruling.groups.some((group) => group.some(({ article }) => articles.has(article)))) return ruling
  const groups = ruling.groups.map((group) => group.filter(({ article }) => !articles.has(article))).filter((group) => group.length > 0)
  const says = ruling.verdict === 'apart' ? groups.length > 1 : groups.some((group) => group.length > 1)
  return says ? { ...ruling, groups } : null
})

/** An event's rulings go with it. */
export const rulingsDropped = (records: Records, event: string): readonly Edit[] => changed(records, (ruling) => (ruling.event === event ? null : ruling))

/** An event's rulings become another one's. */
export const rulingsMoved = (records: Records, from: string, into: string): readonly Edit[] => changed(records, (ruling) => (ruling.event === from ? { ...ruling, event: into } : ruling))

/** Places of rulings where they stand in a corrected text; those that are gone keep the earlier version's words and place. */
export const rulingsCarried = (records: Records, { article, after, version }: { readonly article: string; readonly after: string; readonly version: number }, carry: CarryOver): readonly Edit[] => {
  const now = records.article.get(article)?.version
  return changed(records, (ruling) => {
    if (!ruling.groups.some((group) => group.some((one) => one.article === article && one.version === now))) return ruling
    return { ...ruling, groups: ruling.groups.map((group) => group.map((one) => {
      const span = one.article === article && one.version === now ? carry.span(one) : undefined
      return span ? { article, version, ...anchorAt(after, span) } : one
    })) }
  })
}

const changed = (records: Records, change: (ruling: Ruling) => Ruling | null): readonly Edit[] => [...records.ruling.values()].flatMap((before): Edit[] => {
  const after = change(before)
  return after === before ? [] : [{ kind: 'ruling', id: before.id, before, after }]
})
