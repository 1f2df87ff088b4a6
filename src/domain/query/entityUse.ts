import type { Annotation } from '../project/annotation'
import type { Codebook } from '../project/codebook'
import { codeEntries, valueOf } from '../project/codes'
import type { Field } from '../project/field'
import { THE, type Records } from '../project/records'

/** Code id -> the fields it asks for that hold entities; codes without any are left out. */
export type EntityFields = ReadonlyMap<string, readonly Field[]>

export function entityFields(codebook: Codebook | undefined): EntityFields {
  const found = new Map<string, readonly Field[]>()
  for (const [id, { fields }] of codebook ? codeEntries(codebook) : []) {
    const own = fields.filter((field) => field.kind === 'entity' || field.kind === 'entities')
    if (own.length > 0) found.set(id, own)
  }
  return found
}

/** The ids of the entities an annotation names, each once, also in fields that are not asked at present. */
export function entitiesIn(annotation: Annotation, fields: EntityFields): ReadonlySet<string> {
  const named = fields.get(annotation.code)?.flatMap((field) => valueOf(annotation, field) ?? []) ?? []
  return new Set(named.map(String))
}

/** Entity id -> the annotations that name it, of all coders. Those of articles and events that are not loaded are missing. */
export function entityUse(records: Records): ReadonlyMap<string, readonly Annotation[]> {
  const fields = entityFields(records.codebook.get(THE))
  const use = new Map<string, Annotation[]>()
  for (const annotation of records.annotation.values()) {
    for (const id of entitiesIn(annotation, fields)) {
      const known = use.get(id)
      if (known) known.push(annotation)
      else use.set(id, [annotation])
    }
  }
  return use
}
