import { variableNames } from '../../domain/changes/commands/variables'
import { columnWords } from './columnName'
import type { Cell } from './csvRecord'

/** Something with free variables. */
interface Owner {
  readonly variables: Readonly<Record<string, string>>
}

export interface VariableColumns {
  readonly names: readonly string[]
  /** One cell for each of the names; empty where the owner has no such variable, or there is no owner. */
  readonly cells: (owner: Owner | undefined) => Cell[]
}

/**
 * A column for each variable in use, named by what it belongs to and its own name, as `event_scale`; of names that read alike
 * then, or are taken, the later ones have a number behind them.
 * @param used names of other columns; those made here are added
 */
export function variableColumns(what: string, owners: Iterable<Owner>, used: Set<string>): VariableColumns {
  const columns = variableNames(owners).map((name) => ({ name, column: free(`${what}_${columnWords(name) || 'variable'}`, used) }))
  return {
    names: columns.map(({ column }) => column),
    cells: (owner) => columns.map(({ name }) => (owner && Object.hasOwn(owner.variables, name) ? owner.variables[name] ?? '' : '')),
  }
}

function free(wanted: string, used: Set<string>): string {
  let name = wanted
  for (let n = 2; used.has(name); n += 1) name = `${wanted}_${n}`
  used.add(name)
  return name
}
