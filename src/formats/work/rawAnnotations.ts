import type { Annotation, Part } from '../../domain/project/annotation'
import type { Entity } from '../../domain/project/entity'
import type { Field, FieldValue } from '../../domain/project/field'
import { LONGEST_LINE, LONGEST_MEMO } from '../../domain/project/limits'
import { anchorAt } from '../../domain/text/anchor'
import { offsetReader, type OffsetReading } from '../../domain/text/offsets'
import type { Losses } from './losses'
import type { PlacedDocument } from './rawArticles'
import type { CodeHere, PlacedCodebook } from './rawCodebook'
import type { RawCoding, RawPlace } from './rawWork'
import type { WorkIds } from './workIds'

export interface PlacingTools {
  readonly ids: WorkIds
  readonly now: string
  readonly reading: OffsetReading
  readonly documents: ReadonlyMap<string, PlacedDocument>
  /** Id of an event by its key. */
  readonly event: (key: string) => string | null
  /** Those that the file has a register of: values name them by their ids there. */
  readonly entities: readonly Entity[]
  /** Id of a coder by key; null for nobody. */
  readonly coder: (key: string | null) => string
  readonly codeOf: PlacedCodebook['codeOf']
  /** True where values are as we wrote them: those of fields that are not asked any more stay with their annotations. */
  readonly ours: boolean
}

export interface PlacedCodings {
  readonly placed: readonly Annotation[]
  /** Those of the register, and those that values name. */
  readonly entities: readonly Entity[]
}

/** Codings of others' work as annotations; what can't be placed is counted among the losses. */
export function placedCodings(codings: readonly RawCoding[], tools: PlacingTools, losses: Losses): PlacedCodings {
  const spansOf = spanReader(tools, losses)
  const taken = new Set<string>()
  const fresh = (id: string): string => {
    const free = taken.has(id) ? fresh(tools.ids('annotation', '', id)) : id
    taken.add(free)
    return free
  }
  const found = codings.flatMap((coding) => {
    const code = tools.codeOf(coding), subject = tools.documents.get(coding.document)?.article.id ?? tools.event(coding.document)
    const spans = code && subject !== null ? spansOf(coding) : []
    const lost = !code ? 'codings with a code that the file does not define, or that takes no such unit' : subject === null ? 'codings of documents that are left out'
      : spans === null ? 'codings whose positions lie outside the text, inside a character or around nothing' : undefined
    if (lost === undefined && code && subject !== null && spans !== null) return [{ coding, code, subject, spans, id: fresh(tools.ids('annotation', coding.key, subject, ...(coding.key === '' ? toldBy(coding, code) : []))) }]
    losses.add(lost ?? '')
    return []
  })
  const idOf = new Map(found.map(({ coding, id }) => [coding.key, id]))
  const register = new EntityRegister(tools.entities, tools.ids)
  const placed = found.map(({ coding, code, subject, spans, id }): Annotation => ({
    id, subject, coder: tools.coder(coding.coder), code: code.id, unit: code.unit, spans, values: valuesOf(coding, code, { entity: (name) => register.id(name), link: (key) => idOf.get(key), ours: tools.ours }, losses),
    note: coding.note.slice(0, LONGEST_MEMO), certainty: coding.certainty, textVersion: 1, codebook: coding.codebook ?? 1, ...(coding.blind && { blind: coding.blind }), created: coding.created || tools.now, modified: coding.modified || coding.created || tools.now,
  }))
  return { placed, entities: register.all }
}

/** A coding without an id of its own is told by what it says. */
const toldBy = ({ coder, places }: RawCoding, code: CodeHere): readonly string[] => [code.id, coder ?? '', JSON.stringify(places.map(({ start, end, role }) => [start, end, role ?? '']))]

/** @returns a function for the spans of a coding in the order of the text; null where none of its places can be placed */
function spanReader({ documents, reading }: PlacingTools, losses: Losses): (coding: RawCoding) => readonly Part[] | null {
  const readers = new Map<string, (position: number) => number | undefined>()
  return ({ document, places }) => {
    const there = documents.get(document)
    if (places.length === 0 || !there) return places.length === 0 ? [] : null
    const read = readers.get(document) ?? offsetReader(there.decoded, reading)
    readers.set(document, read)
    const spans = places.flatMap((place) => partAt(there.text, place, read)).sort((a, b) => a.start - b.start || a.end - b.end)
    const distinct = spans.filter((one, i) => spans.findIndex((other) => other.start === one.start && other.end === one.end && other.role === one.role) === i)
    if (distinct.length > 0) losses.add('passages of codings with several, outside the text or around nothing', places.length - spans.length)
    return distinct.length === 0 ? null : distinct
  }
}

function partAt(text: string, { start, end, role }: RawPlace, read: (position: number) => number | undefined): readonly Part[] {
  const [from, to] = [read(start), read(end)]
  if (from === undefined || to === undefined || from >= to) return []
  const anchor = anchorAt(text, { start: from, end: to })
  return [role === undefined ? anchor : { ...anchor, role }]
}

/** Entities by what values call them: ids of the file's register, or names where it has none. */
class EntityRegister {
  readonly #known: Map<string, Entity>

  constructor(entities: readonly Entity[], private readonly ids: WorkIds) {
    this.#known = new Map(entities.map((one) => [one.id, { ...one, id: ids('entity', one.id, one.name) }]))
  }

  id(named: string): string {
    const known = this.#known.get(named) ?? { id: this.ids('entity', '', named), name: named.slice(0, LONGEST_LINE), kind: 'person', aliases: [], memo: '' } as const
    this.#known.set(named, known)
    return known.id
  }

  get all(): readonly Entity[] {
    return [...this.#known.values()]
  }
}

interface Naming {
  readonly entity: (name: string) => string
  readonly link: (key: string) => string | undefined
  readonly ours: boolean
}

function valuesOf({ values }: RawCoding, { fields }: CodeHere, naming: Naming, losses: Losses): Annotation['values'] {
  return Object.fromEntries(Object.entries(values).flatMap(([id, value]): [string, FieldValue][] => {
    const here = hereOf(fields.find((field) => field.id === id), value, naming)
    if (here === undefined) losses.add('values of fields that their codes do not have, or links to codings that are left out')
    return here === undefined ? [] : [[id, here]]
  }))
}

function hereOf(field: Field | undefined, value: FieldValue, { entity, link, ours }: Naming): FieldValue | undefined {
  if (field?.kind === 'entity' && typeof value === 'string') return value.trim() === '' ? '' : entity(value)
  if (field?.kind === 'entities' && typeof value === 'object') return value.map(entity)
  if (field?.kind === 'link' && typeof value === 'string') return link(value)
  return field || ours ? value : undefined
}
