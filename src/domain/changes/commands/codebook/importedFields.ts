import type { Field } from '../../../project/field'
import { sameData } from '../../change'

/** A given id where it is free, otherwise a fresh one; either is taken from then on. */
export function freeId(wanted: string, taken: Set<string>, fresh: () => string): string {
  let id = wanted
  while (taken.has(id)) id = fresh()
  taken.add(id)
  return id
}

/** The fields of a path through imported codes so far: under which id each is in the project's codebook. */
export type Renamed = ReadonlyMap<string, string>

/**
 * Brings fields of other codebooks into one: a field that is there already is shared, one whose id stands for something else
 * gets a fresh id, and conditions follow.
 * @param present the fields of the codebook they come into
 * @returns a function for the fields of one code or dimension, given those above it
 */
export function fieldImport(present: readonly Field[], fresh: () => string): (fields: readonly Field[], above: Renamed) => { readonly fields: readonly Field[]; readonly renamed: Renamed } {
  const taken = new Set(present.map((field) => field.id))
  // By the id it has where it comes from, each definition that was met and the id it has here.
  const known = new Map<string, { readonly definition: Field; readonly id: string }[]>()
  const learn = (definition: Field, id: string): void => { known.set(definition.id, [...(known.get(definition.id) ?? []), { definition, id }]) }
  for (const field of present) learn(field, field.id)

  const idFor = (definition: Field): string => {
    const shared = known.get(definition.id)?.find((one) => sameData(one.definition, definition))
    if (shared) return shared.id
    const id = freeId(definition.id, taken, fresh)
    learn(definition, id)
    return id
  }
  return (fields, above) => {
    const renamed = new Map(above)
    const ids = fields.map((field) => {
      const id = idFor(asking(field, renamed))
      renamed.set(field.id, id)
      return id
    })
    return { fields: fields.map((field, i) => ({ ...asking(field, renamed), id: ids[i] ?? field.id })), renamed }
  }
}

/** The field with its condition on the other field's id here. */
const asking = (field: Field, renamed: Renamed): Field =>
  field.showIf ? { ...field, showIf: { ...field.showIf, field: renamed.get(field.showIf.field) ?? field.showIf.field } } : field
