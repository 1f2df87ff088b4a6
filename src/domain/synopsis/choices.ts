import type { Place } from './parallel'
import type { Slot, Variants } from './variants'

/** Renderings of which outlets chose one or another, somewhere in the event. */
export interface Choice {
  readonly alternatives: readonly Alternative[]
}

export interface Alternative {
  readonly key: string
  readonly words: string
  readonly count: number
  /** Key of a teller -> where it has these words. */
  readonly by: ReadonlyMap<string, readonly Place[]>
}

/** Renderings that stand for one another, and what binds them: see `bindsOf`. */
interface Group {
  readonly binds: Set<string>
  readonly members: Map<string, { readonly words: string; readonly places: Map<string, Place> }>
}

/**
 * What each outlet chose throughout an event: renderings that stand for one another in any passage belong together, so that it
 * shows when an outlet always has the same one.
 * @param teller article id -> key of its teller
 * @returns what most tellers had to choose first
 */
export function choices(found: Iterable<Variants>, teller: ReadonlyMap<string, string>): readonly Choice[] {
  const groups = new Map<string, Group>()
  for (const { slots } of found) for (const slot of slots) gather(groups, slot)
  return [...new Set(groups.values())].map(({ members }): Choice => ({ alternatives: [...members].map(([key, { words, places }]) => alternative(key, words, [...places.values()], teller)).sort((a, b) => b.count - a.count) }))
    .sort((a, b) => reach(b) - reach(a) || total(b) - total(a))
}

function gather(groups: Map<string, Group>, { renderings }: Slot): void {
  const binds = bindsOf(renderings.map(({ key }) => key))
  const group: Group = { binds: new Set(binds), members: new Map() }
  const add = (key: string, words: string, places: Iterable<Place>): void => {
    const own = group.members.get(key) ?? { words, places: new Map<string, Place>() }
    group.members.set(key, own)
    for (const place of places) own.places.set(`${place.article} ${place.start}`, place)
  }
  for (const other of new Set(binds.flatMap((one) => groups.get(one) ?? []))) {
    for (const bind of other.binds) group.binds.add(bind)
    for (const [key, { words, places }] of other.members) add(key, words, places.values())
  }
  for (const { key, words, places } of renderings) add(key, words, places)
  for (const bind of group.binds) groups.set(bind, group)
}

/** By what renderings are known to stand for the same elsewhere: each phrase among them; where there is none all of them together, as one word stands for many things. */
function bindsOf(keys: readonly string[]): readonly string[] {
  const phrases = keys.filter((key) => key.includes(' '))
  return phrases.length > 0 ? phrases : [[...keys].sort().join(' | ')]
}

function alternative(key: string, words: string, places: readonly Place[], teller: ReadonlyMap<string, string>): Alternative {
  const by = new Map<string, Place[]>()
  for (const place of places) {
    const who = teller.get(place.article)
    if (who !== undefined) by.set(who, [...(by.get(who) ?? []), place])
  }
  return { key, words, count: places.length, by }
}

const reach = ({ alternatives }: Choice): number => new Set(alternatives.flatMap(({ by }) => [...by.keys()])).size
const total = ({ alternatives }: Choice): number => alternatives.reduce((sum, { count }) => sum + count, 0)
