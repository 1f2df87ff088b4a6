import type { Description } from '../../../domain/changes/commands/describe'
import type { Entity } from '../../../domain/project/entity'
import { findEntities } from '../../../domain/project/entityNames'
import type { FieldValue } from '../../../domain/project/field'
import type { Suggestions } from '../../controls/suggesting'
import type { Session } from '../../store/session'

const MOST = 50

/** The entities of the register that may be meant; while nothing is typed those that were `offered` come first. */
export function suggestEntities(session: Session, typed: string, { offered = [], without = [] }: { readonly offered?: readonly Entity[]; readonly without?: readonly string[] } = {}): Suggestions {
  const open = [...session.records.entity.values()].filter((one) => !without.includes(one.id))
  const found = findEntities(open, typed, MOST)
  const first = typed === '' ? offered.filter((one) => !without.includes(one.id)) : []
  const rest = found.filter(({ entity }) => !first.includes(entity))
  return {
    items: [...first.map((entity) => ({ id: entity.id, text: entity.name, detail: entity.kind })), ...rest.map(({ entity, alias }) => ({ id: entity.id, text: entity.name, detail: alias === null ? entity.kind : `${alias} · ${entity.kind}` }))],
    first: found[0]?.fit === 'same' ? 'same' : found[0] && found[0].fit !== 'inside' ? 'likely' : 'unsure',
  }
}

/**
 * What to say to put a name that is not in the register into a field: both happen in one step. It comes in as a person,
 * which is corrected in the register where it is none.
 */
export function newEntity(session: Session, name: string, valueWith: (id: string) => { readonly [field: string]: FieldValue }): Omit<Description, 'annotation'> {
  const entity: Entity = { id: session.circumstances().id(), name, kind: 'person', aliases: [], memo: '' }
  return { values: valueWith(entity.id), entities: [entity] }
}
