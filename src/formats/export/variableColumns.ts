import { variableNames } from '../../domain/changes/commands/variables'
import type { Column, ExportCell } from '../../domain/exporting/column'
import { columnWords } from './columnName'
import { freeNumbered } from './freeName'

/** Something with free variables. */
interface Owner {
  readonly variables: Readonly<Record<string, string>>
}

export interface VariableColumns {
  readonly columns: readonly Column[]
  /** One cell for each of the columns; null where the owner has no such variable, or there is no owner. */
  readonly cells: (owner: Owner | undefined) => readonly ExportCell[]
}

/**
 * A column for each variable in use, named by what it belongs to and its own name, as `event_scale`; of names that read alike
 * then, or are taken, the later ones have a number behind them.
 * @param used names of other columns; those made here are added
 */
export function variableColumns(what: 'outlet' | 'article' | 'event', owners: Iterable<Owner>, used: Set<string>): VariableColumns {
  const columns = variableNames(owners).map((name) => ({
    name,
    column: { name: freeNumbered(`${what}_${columnWords(name) || 'variable'}`, used), label: name, meaning: `What the researcher noted of the ${what} as “${name}”.`, type: 'text', level: 'nominal', values: null } as const,
  }))
  const none = columns.map(() => null)
  return {
    columns: columns.map(({ column }) => column),
    cells: (owner) => (owner ? columns.map(({ name }) => (Object.hasOwn(owner.variables, name) ? owner.variables[name] || null : null)) : none),
  }
}
