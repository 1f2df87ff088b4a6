/** What a column of a table can be, besides a variable of the article. */
export const columnRoles = ['text', 'headline', 'outlet', 'date', 'byline', 'section', 'language', 'url'] as const
export type ColumnRole = (typeof columnRoles)[number]

/** What the columns of a table mean. Columns are named as the table names them; see `TableSample.columns`. */
export interface ColumnMapping {
  /** Absent where no column holds it. Without `text` nothing can be imported. */
  readonly roles: Readonly<Partial<Record<ColumnRole, string>>>
  /** Columns that become variables of the article, under the column's name. */
  readonly variables: readonly string[]
  /** How `03/04/2024` is to be read; null while nobody has said, and then such a date stays unknown. */
  readonly dates: 'day-first' | 'month-first' | null
}

/** The beginning of a table, to choose a mapping by. */
export interface TableSample {
  /** Each once; a column without a name is called by its place, as `column 3`. */
  readonly columns: readonly string[]
  /** The first rows, a cell for each column. */
  readonly rows: readonly (readonly string[])[]
  /** What the columns probably mean. */
  readonly guess: ColumnMapping
}

/** The key a remembered mapping is found by: the same for tables that have the same columns, in whatever order. */
export const signatureOf = (columns: readonly string[]): string => JSON.stringify([...new Set(columns)].sort())

/** True when every column that `mapping` speaks of is there. */
export function fits(mapping: ColumnMapping, columns: readonly string[]): boolean {
  const there = new Set(columns)
  return [...Object.values(mapping.roles), ...mapping.variables].every((column) => there.has(column))
}
