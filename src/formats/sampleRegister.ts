import type { Annotation } from '../domain/project/annotation'
import type { Entity } from '../domain/project/entity'
import type { Field } from '../domain/project/field'

/** The entities the sample's speakers and targets are; whoever is named but not listed is a person. */
export class SampleRegister {
  readonly entities: Entity[]

  constructor(listed: readonly Omit<Entity, 'id'>[], private readonly at: { readonly id: () => string }) {
    this.entities = listed.map((one) => ({ ...one, id: at.id() }))
  }

  /** The values as the project keeps them: entities by id. */
  resolve(fields: readonly Field[], values: Readonly<Record<string, string | number>>): Annotation['values'] {
    const isEntity = (id: string): boolean => fields.some((field) => field.id === id && field.kind === 'entity')
    return Object.fromEntries(Object.entries(values).map(([id, value]) => [id, isEntity(id) ? this.idOf(String(value)) : value]))
  }

  private idOf(name: string): string {
    const known = this.entities.find((one) => one.name === name || one.aliases.includes(name))
    if (known) return known.id
    const entity: Entity = { id: this.at.id(), name, kind: 'person', aliases: [], memo: '' }
    this.entities.push(entity)
    return entity.id
  }
}
