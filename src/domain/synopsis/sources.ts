import { entityFields } from '../query/entityUse'
import type { Codebook } from '../project/codebook'
import { valueOf } from '../project/codes'
import type { Entity } from '../project/entity'
import { namesOf, normalName } from '../project/entityNames'
import type { Records } from '../project/records'
import { overlaps, type Span } from '../text/span'
import type { Spotter } from '../text/spot'
import { codings, placeOf, type Told } from './omissions'
import type { EventText, Place } from './parallel'
import type { Teller } from './tellers'

/** Somebody who has a say or is spoken of. */
export interface Voice {
  /** Id of an entity, or what a text calls a speaker who is none. */
  readonly id: string
  readonly name: string
  /** How it is known: `coded` in a field of that name of this code or another with it, as a `speaker` of what is quoted, or `named` in the text. */
  readonly how: { readonly is: 'coded'; readonly field: string; readonly code: string } | { readonly is: 'speaker' } | { readonly is: 'named' }
}

/** Which tellers have which voices, put together piece by piece. */
export class Voices {
  private readonly found = new Map<string, { what: Voice; at: Map<string, Place> }>()

  /** @param who key of a teller */
  add(what: Voice, who: string, place: Place): void {
    const key = JSON.stringify([what.id, what.how.is, what.how.is === 'coded' ? what.how.field : ''])
    const known = this.found.get(key) ?? { what, at: new Map<string, Place>() }
    this.found.set(key, known)
    if (!known.at.has(who)) known.at.set(who, place)
  }

  told(): readonly Told<Voice>[] {
    return [...this.found.values()]
  }
}

/** Entities that annotations name in their fields, each field by itself: a speaker is no target. @param coder null for anybody */
export function toldFields(records: Records, codebook: Codebook, all: readonly Teller[], coder: string | null): readonly Told<Voice>[] {
  const fields = entityFields(codebook)
  const voices = new Voices()
  for (const { key, annotation } of codings(records, all, coder)) {
    for (const field of fields.get(annotation.code) ?? []) {
      for (const id of [valueOf(annotation, field) ?? []].flat().map(String)) {
        const entity = records.entity.get(id)
        if (entity) voices.add({ id, name: entity.name, how: { is: 'coded', field: field.name, code: annotation.code } }, key, placeOf(annotation))
      }
    }
  }
  return voices.told()
}

/** Finds out who is meant by what a text calls a speaker: the entity of that name, or whoever else was called so before. */
export function speakerNaming(register: Iterable<Entity>): (written: string) => Pick<Voice, 'id' | 'name'> {
  const known = new Map<string, Pick<Voice, 'id' | 'name'>>()
  for (const entity of register) for (const name of namesOf(entity)) if (!known.has(plain(name))) known.set(plain(name), { id: entity.id, name: entity.name })
  return (written) => {
    const key = plain(written)
    const voice = known.get(key) ?? { id: key, name: written.trim() }
    known.set(key, voice)
    return voice
  }
}

const plain = (name: string): string => normalName(name).replace(/^(?:the|a|an) (?=.)/, '')

/** Where entities of the register are first named in a text, each once; what is excluded does not count. */
export function namedIn({ text, excluded }: Pick<EventText, 'text' | 'excluded'>, spot: Spotter): ReadonlyMap<string, Span> {
  const at = new Map<string, Span>()
  for (const { entity, start, end } of spot(text)) if (!at.has(entity) && !excluded.some((one) => overlaps(one, { start, end }))) at.set(entity, { start, end })
  return at
}
