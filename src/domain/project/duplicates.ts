import type { Entity } from './entity'
import { normalName } from './entityNames'

/**
 * Entities that may be one and the same: their names read alike, or one's name is another's alias. Groups of two or more
 * ids, each id in one group at most, in the order of the register.
 */
export function likelyDuplicates(entities: Iterable<Entity>): readonly (readonly string[])[] {
  const all = [...entities]
  const byName = new Map<string, string>()
  const leader = new Map(all.map((one) => [one.id, one.id]))
  const find = (id: string): string => {
    let at = id
    for (let up = leader.get(at) ?? at; up !== at; up = leader.get(at) ?? at) at = up
    return at
  }
  const join = (a: string, b: string): void => { leader.set(find(b), find(a)) }
  for (const { id, name } of all) {
    const known = byName.get(normalName(name))
    if (known === undefined) byName.set(normalName(name), id)
    else join(known, id)
  }
  for (const { id, aliases } of all) {
    for (const alias of aliases) {
      const other = byName.get(normalName(alias))
      if (other !== undefined) join(other, id)
    }
  }
  const groups = new Map<string, string[]>()
  for (const { id } of all) groups.set(find(id), [...(groups.get(find(id)) ?? []), id])
  return [...groups.values()].filter((group) => group.length > 1)
}
