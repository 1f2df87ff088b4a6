import { normalName } from './entityNames'
import type { Outlet } from './outlet'

/** What the project calls an outlet that a source writes in some way; the name as it is written, without spare white space, where nothing is known of it. */
export function outletNaming(outlets: Iterable<Outlet>): (written: string) => string {
  const all = [...outlets]
  const known = new Map<string, string>()
  // A name is stronger than an alias, also where both are the same to the ear.
  for (const { name, aliases } of all) for (const alias of aliases) if (!known.has(normalName(alias))) known.set(normalName(alias), name)
  for (const { name } of all) known.set(normalName(name), name)
  const names = new Set(all.map(({ name }) => name))
  return (written) => {
    const name = written.trim()
    return names.has(name) ? name : known.get(normalName(name)) ?? name
  }
}

/** Names that read alike, such as `Al-Jazeera` and `Al Jazeera`: groups of two or more, in the order given. */
export function likelySameOutlets(names: Iterable<string>): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>()
  for (const name of names) groups.set(key(name), [...(groups.get(key(name)) ?? []), name])
  return [...groups.values()].filter((group) => group.length > 1)
}

/** As `normalName`, and without an article at the beginning. */
const key = (name: string): string => normalName(name).replace(/^the (?=.)/, '').replaceAll(' ', '')
