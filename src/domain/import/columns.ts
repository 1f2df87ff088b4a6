import { columnRoles, type ColumnMapping, type ColumnRole } from './mapping'

/** What one column of a table means. */
export type ColumnMeaning = ColumnRole | 'variable' | 'ignored'

export function meaningOf({ roles, variables }: ColumnMapping, column: string): ColumnMeaning {
  const role = columnRoles.find((one) => roles[one] === column)
  return role ?? (variables.includes(column) ? 'variable' : 'ignored')
}

/**
 * Gives a column a meaning. A role has one column: the one that had it before becomes a variable, so that nothing of it is lost.
 * @param columns all columns, in whose order the variables stand
 */
export function withMeaning(mapping: ColumnMapping, columns: readonly string[], column: string, meaning: ColumnMeaning): ColumnMapping {
  const displaced = meaning === 'variable' || meaning === 'ignored' ? undefined : mapping.roles[meaning]
  const wanted = (one: string): ColumnMeaning => (one === column ? meaning : one === displaced ? 'variable' : meaningOf(mapping, one))
  const roles = Object.fromEntries(columnRoles.flatMap((role) => columns.filter((one) => wanted(one) === role).map((one) => [role, one])))
  return { ...mapping, roles, variables: columns.filter((one) => wanted(one) === 'variable') }
}

/** Days and months that can't be told apart, such as `03/04/2024`: then one has to say which comes first. */
const twofold = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b/

/** Whether the order of day and month decides what some of these dates are. */
export const needsDayOrder = (dates: Iterable<string>): boolean => [...dates].some((one) => {
  const [, a = '99', b = '99'] = twofold.exec(one) ?? []
  return Number(a) <= 12 && Number(b) <= 12
})
