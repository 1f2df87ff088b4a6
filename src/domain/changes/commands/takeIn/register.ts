import { namesOf, normalName } from '../../../project/entityNames'
import type { Entity } from '../../../project/entity'
import type { NewsEvent } from '../../../project/event'
import type { Coder } from '../../../project/coder'
import type { Outlet } from '../../../project/outlet'
import type { Records } from '../../../project/records'
import type { Edit } from '../../change'
import type { IdHere } from './work'

/** What records of one kind are called here, and those that have to be added. */
export interface Registered {
  readonly ids: IdHere
  readonly edits: readonly Edit[]
}

/** Coders are who somebody chose, or the one of the same id, or new. @param chosen work's id -> id of a coder here */
export function registeredCoders(records: Records, coders: readonly Coder[], chosen: IdHere): Registered {
  const ids = new Map<string, string>(), edits: Edit[] = []
  for (const after of coders) {
    const choice = chosen.get(after.id)
    ids.set(after.id, choice !== undefined && records.coder.has(choice) ? choice : after.id)
    if (ids.get(after.id) === after.id && !records.coder.has(after.id)) edits.push({ kind: 'coder', id: after.id, before: null, after })
  }
  return { ids, edits }
}

/** Events are the same by id, or by name and date. */
export function registeredEvents(records: Records, events: readonly NewsEvent[]): Registered {
  const known = new Map([...records.event.values()].map((one) => [eventKey(one), one.id]))
  const ids = new Map<string, string>(), edits: Edit[] = []
  for (const after of events) {
    const id = records.event.has(after.id) ? after.id : known.get(eventKey(after))
    ids.set(after.id, id ?? after.id)
    if (id === undefined) edits.push({ kind: 'event', id: after.id, before: null, after })
  }
  return { ids, edits }
}

const eventKey = ({ name, date }: NewsEvent): string => `${date} ${normalName(name)}`

/** Entities are the same by name: by their own, or by another way they are called. */
export function registeredEntities(records: Records, entities: readonly Entity[], fresh: () => string): Registered {
  const known = new Map<string, string>()
  for (const entity of records.entity.values()) for (const name of namesOf(entity)) if (!known.has(normalName(name))) known.set(normalName(name), entity.id)
  const ids = new Map<string, string>(), edits: Edit[] = []
  for (const entity of entities) {
    const there = records.entity.get(entity.id)
    const same = there && namesOf(there).some((name) => normalName(name) === normalName(entity.name)) ? there.id : known.get(normalName(entity.name))
    const id = same ?? (there ? fresh() : entity.id)
    ids.set(entity.id, id)
    if (same === undefined) edits.push({ kind: 'entity', id, before: null, after: { ...entity, id } })
  }
  return { ids, edits }
}

/** What is known of outlets here stays; others come in. */
export function newOutlets(records: Records, outlets: readonly Outlet[], fresh: () => string): readonly Edit[] {
  const known = new Set([...records.outlet.values()].flatMap(({ name, aliases }) => [name, ...aliases].map(normalName)))
  return outlets.filter(({ name }) => !known.has(normalName(name))).map((outlet): Edit => {
    const id = records.outlet.has(outlet.id) ? fresh() : outlet.id
    return { kind: 'outlet', id, before: null, after: { ...outlet, id } }
  })
}
