import type { Annotation } from '../../project/annotation'
import { valueOf } from '../../project/codes'
import type { Entity } from '../../project/entity'
import type { FieldValue } from '../../project/field'
import { LONGEST_MEMO } from '../../project/limits'
import { THE, type Records } from '../../project/records'
import { entitiesIn, entityFields, type EntityFields } from '../../query/entityUse'
import { sameData, type Edit } from '../change'
import type { Circumstances, Outcome } from '../command'
import type { Plan } from '../plan'

/** What is known of an entity besides its id. */
export type EntityDetails = Omit<Entity, 'id'>

/** Adds an entity to the register. Null without a name. */
export function addEntity(records: Records, { name, kind, aliases = [], memo = '' }: Pick<EntityDetails, 'name' | 'kind'> & Partial<EntityDetails>, at: Circumstances): Outcome {
  const after = tidy({ id: at.id(), name, kind, aliases, memo })
  if (after.name === '' || records.entity.has(after.id)) return null
  return { label: `add “${after.name}”`, edits: [{ kind: 'entity', id: after.id, before: null, after }] }
}

/** Corrects what is known of an entity; what isn't named stays. Null when nothing would change, or it would have no name. */
export function editEntity(records: Records, { entity, ...details }: { readonly entity: string } & Partial<EntityDetails>): Outcome {
  const before = records.entity.get(entity)
  const after = before && tidy({ ...before, ...details })
  if (!before || !after || after.name === '' || sameData(before, after)) return null
  return { label: details.name === undefined ? `change “${before.name}”` : `rename “${before.name}”`, edits: [{ kind: 'entity', id: entity, before, after }] }
}

/**
 * Makes one entity of several: all values that named the others name the one that stays, in annotations of all coders; their
 * names and aliases become its aliases, their memos follow its own. In an ordered field it stands once, where it came first.
 * Null when there is no other one to merge. The annotations must be loaded.
 */
export function mergeEntities(records: Records, { from, into }: { readonly from: readonly string[]; readonly into: string }, at: Circumstances): Plan | null {
  const target = records.entity.get(into)
  const gone = [...new Set(from)].flatMap((id) => (id === into ? [] : (records.entity.get(id) ?? [])))
  if (!target || gone.length === 0) return null
  const memo = [target, ...gone].map((one) => one.memo.trim()).filter(Boolean).join('\n\n').slice(0, LONGEST_MEMO)
  const after = tidy({ ...target, memo, aliases: [...target.aliases, ...gone.flatMap((one) => [one.name, ...one.aliases])] })
  return replacing(records, `merge ${names(gone)} into “${target.name}”`, new Map(gone.map((one) => [one.id, into])), at, () => [
    { kind: 'entity', id: into, before: target, after },
    ...gone.map((before): Edit => ({ kind: 'entity', id: before.id, before, after: null })),
  ])
}

/** Takes entities out of the register and out of every value that names them, of all coders. The annotations must be loaded. */
export function removeEntities(records: Records, ids: readonly string[], at: Circumstances): Plan | null {
  const gone = [...new Set(ids)].flatMap((id) => records.entity.get(id) ?? [])
  if (gone.length === 0) return null
  return replacing(records, `delete ${names(gone)}`, new Map(gone.map((one) => [one.id, null])), at, () => gone.map((before): Edit => ({ kind: 'entity', id: before.id, before, after: null })))
}

/** Entity id -> the one that takes its place, or null for none. */
type Replacements = ReadonlyMap<string, string | null>

function replacing(records: Records, label: string, instead: Replacements, at: Circumstances, register: () => readonly Edit[]): Plan {
  const fields = entityFields(records.codebook.get(THE))
  const isTouched = (annotation: Annotation): boolean => [...entitiesIn(annotation, fields)].some((id) => instead.has(id))
  let touched = 0
  for (const annotation of records.annotation.values()) if (isTouched(annotation)) touched += 1
  return {
    label, touched,
    *edits() {
      yield* register()
      for (const before of records.annotation.values()) {
        if (isTouched(before)) yield { kind: 'annotation', id: before.id, before, after: { ...before, values: replaced(before, fields, instead), modified: at.now } }
      }
    },
  }
}

function replaced(annotation: Annotation, fields: EntityFields, instead: Replacements): Annotation['values'] {
  const values: Record<string, FieldValue> = { ...annotation.values }
  for (const field of fields.get(annotation.code) ?? []) {
    const value = valueOf(annotation, field)
    if (value === undefined) continue
    const named = (typeof value === 'object' ? value : [String(value)]).flatMap((id) => (instead.has(id) ? (instead.get(id) ?? []) : id))
    const [first] = named
    if (first === undefined) delete values[field.id]
    else values[field.id] = typeof value === 'object' ? [...new Set(named)] : first
  }
  return values
}

/** Names without white space at their ends, aliases each once and none that is the name itself. */
function tidy(entity: Entity): Entity {
  const name = entity.name.trim()
  const aliases = [...new Set(entity.aliases.map((alias) => alias.trim()))].filter((alias) => alias !== '' && alias !== name)
  return { ...entity, name, aliases }
}

const names = (entities: readonly Entity[]): string =>
  entities.length > 3 ? `${entities.length} entities` : entities.map((one) => `“${one.name}”`).join(', ')
