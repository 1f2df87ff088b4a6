import type { Outlet } from '../../project/outlet'
import type { Records } from '../../project/records'
import { sameData, type Edit } from '../change'
import type { Circumstances, Outcome } from '../command'
import type { Plan } from '../plan'

/**
 * Makes one outlet of several: all their articles get the name that stays, the other names and their aliases become its
 * aliases, and what is known of them fills what is not known of it. Null when there is no other one to merge.
 */
export function mergeOutlets(records: Records, { names, into }: { readonly names: readonly string[]; readonly into: string }, at: Pick<Circumstances, 'id'>): Plan | null {
  const from = others(names, into)
  const target = into.trim()
  if (target === '' || from.length === 0) return null
  return united(records, { label: `merge ${quoted(from)} into “${target}”`, into: target, from, aliases: null }, at)
}

/** Gives an outlet another name, in all articles; the old one becomes an alias. Merges it with the one that has the name already. */
export function renameOutlet(records: Records, { name, to }: { readonly name: string; readonly to: string }, at: Pick<Circumstances, 'id'>): Plan | null {
  const target = to.trim()
  return target === '' || target === name ? null : united(records, { label: `rename “${name}” “${target}”`, into: target, from: [name], aliases: null }, at)
}

/** Sets the other names of an outlet; articles that stand under one of them follow, and other outlets give it up. */
export function setOutletAliases(records: Records, { name, aliases }: { readonly name: string; readonly aliases: readonly string[] }, at: Pick<Circumstances, 'id'>): Plan | null {
  const tidy = others(aliases, name)
  if (sameData(tidy, recordOf(records, name)?.aliases ?? [])) return null
  return united(records, { label: `change the other names of “${name}”`, into: name, from: tidy, aliases: tidy }, at)
}

/** Sets a variable of several outlets; an empty value makes it unknown again. Null when nothing would change. */
export function setOutletVariable(records: Records, { names, variable, value }: { readonly names: readonly string[]; readonly variable: string; readonly value: string }, at: Pick<Circumstances, 'id'>): Outcome {
  const key = variable.trim()
  const edits = [...new Set(names)].flatMap((name): Edit[] => {
    const before = recordOf(records, name) ?? null
    const { [key]: _, ...rest } = before?.variables ?? {}
    const after = kept({ ...(before ?? blank(name, at)), variables: value.trim() === '' ? rest : { ...rest, [key]: value.trim() } })
    return sameData(before, after) ? [] : [{ kind: 'outlet', id: (before ?? after)?.id ?? '', before, after }]
  })
  if (key === '' || edits.length === 0) return null
  return { label: `set ${key} of ${edits.length === 1 ? 'an outlet' : `${edits.length} outlets`}`, edits }
}

interface Union {
  readonly label: string
  readonly into: string
  /** Names that are given up. */
  readonly from: readonly string[]
  /** The aliases it has then; null to keep all there are. */
  readonly aliases: readonly string[] | null
}

function united(records: Records, { label, into, from, aliases }: Union, at: Pick<Circumstances, 'id'>): Plan | null {
  const gone = new Set(from)
  const target = recordOf(records, into)
  const absorbed = from.flatMap((name) => recordOf(records, name) ?? [])
  // Whoever is renamed stays the same outlet.
  const [base = blank(into, at), ...merged] = target ? [target, ...absorbed] : absorbed
  const named = [...base.aliases, ...from, ...merged.flatMap((one) => one.aliases)]
  const variables = [...merged].reverse().concat(base).reduce<Outlet['variables']>((known, one) => ({ ...known, ...one.variables }), {})
  const after = kept({ ...base, name: into, aliases: others(aliases ?? named, into), variables })
  const before = records.outlet.get(base.id) ?? null
  const register = sameData(before, after) ? [] : [{ kind: 'outlet', id: base.id, before, after } as const]
  const givenUp = merged.map((one): Edit => ({ kind: 'outlet', id: one.id, before: one, after: null }))
  const robbed = [...records.outlet.values()].filter((one) => one.id !== base.id && !merged.includes(one)).flatMap((one): Edit[] => {
    const left = one.aliases.filter((alias) => !gone.has(alias) && alias !== into)
    return left.length === one.aliases.length ? [] : [{ kind: 'outlet', id: one.id, before: one, after: kept({ ...one, aliases: left }) }]
  })
  let touched = register.length + givenUp.length + robbed.length
  for (const one of records.article.values()) if (gone.has(one.outlet)) touched += 1
  return touched === 0 ? null : {
    label, touched,
    *edits() {
      yield* [...register, ...givenUp, ...robbed]
      for (const one of records.article.values()) if (gone.has(one.outlet)) yield { kind: 'article', id: one.id, before: one, after: { ...one, outlet: into } }
    },
  }
}

const recordOf = (records: Records, name: string): Outlet | undefined => [...records.outlet.values()].find((one) => one.name === name)

const blank = (name: string, at: Pick<Circumstances, 'id'>): Outlet => ({ id: at.id(), name, aliases: [], variables: {} })

/** An outlet nothing is known of has no record. */
const kept = (outlet: Outlet): Outlet | null => (outlet.aliases.length === 0 && Object.keys(outlet.variables).length === 0 ? null : outlet)

/** Names without white space at their ends, each once, and not `except`. */
const others = (names: readonly string[], except: string): readonly string[] =>
  [...new Set(names.map((name) => name.trim()))].filter((name) => name !== '' && name !== except.trim())

const quoted = (names: readonly string[]): string => (names.length > 3 ? `${names.length} outlets` : names.map((name) => `“${name}”`).join(', '))
