import type { Entity } from '../../../domain/project/entity'
import { namesOf } from '../../../domain/project/entityNames'
import { holdsAll, wordsOf } from '../../../domain/query/words'

export const sortable = ['name', 'kind', 'uses'] as const

export interface SortBy {
  readonly column: (typeof sortable)[number]
  readonly descending: boolean
}

/** The entities whose names, kind or memo hold every word of the filter, in the order of a column, equal ones by name. */
export function entityRows(entities: Iterable<Entity>, filter: string, { column, descending }: SortBy, usesOf: (id: string) => number): readonly Entity[] {
  const words = wordsOf(filter)
  const found = [...entities].filter((one) => holdsAll(`${namesOf(one).join('\n')}\n${one.kind}\n${one.memo}`.toLocaleLowerCase(), words))
  const byName = (a: Entity, b: Entity): number => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1)
  const order = (a: Entity, b: Entity): number => (column === 'uses' ? usesOf(a.id) - usesOf(b.id) : a[column].localeCompare(b[column]))
  return found.sort((a, b) => (descending ? order(b, a) : order(a, b)) || byName(a, b))
}

/** Aliases as they are typed in a cell: with commas, or semicolons, between them. */
export const aliasesIn = (typed: string): readonly string[] => typed.split(/[,;]/).map((one) => one.trim()).filter(Boolean)

export const aliasText = ({ aliases }: Entity): string => aliases.join(', ')
