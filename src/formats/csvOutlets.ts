import type { Outlet } from '../domain/project/outlet'
import { columnWords } from './columnName'

export interface OutletColumns {
  readonly names: readonly string[]
  /** One cell for each of the names; empty where it is not known. */
  readonly cells: (outlet: string) => readonly string[]
}

/** The columns of what is known of outlets: `outlet_<name>` for each variable that one of them has, in the order of their names. */
export function outletColumns(outlets: readonly Outlet[]): OutletColumns {
  const variables = [...new Set(outlets.flatMap((one) => Object.keys(one.variables)))].sort()
  const used = new Set<string>()
  const free = (name: string): string => {
    if (used.has(name)) return free(`${name}_`)
    used.add(name)
    return name
  }
  const names = variables.map((variable) => free(`outlet_${columnWords(variable)}`))
  const known = new Map(outlets.map((one) => [one.name, variables.map((variable) => (Object.hasOwn(one.variables, variable) ? one.variables[variable] ?? '' : ''))]))
  const unknown = variables.map(() => '')
  return { names, cells: (outlet) => known.get(outlet) ?? unknown }
}
