import { codeEntries, type CodeEntry } from '../../domain/project/codes'
import type { Field } from '../../domain/project/field'
import { canonicalText } from '../../domain/text/canonical'
import { offsetReader, type OffsetReading } from '../../domain/text/offsets'
import { sha256 } from '../sha256'
import type { RawCoding, RawDocument, RawSheet, RawWork } from '../work/rawWork'
import { claimed, type GroupsOf } from './claimed'
import type { KeptHead, KeptPart } from './kept'
import { codeLabels } from './labels'
import type { Mark } from './mark'
import { looseDimensions, rawDimension, type LooseLabel } from './rawCodebook'

/** What a file that knows texts and labels was found to hold. */
export interface Gathered extends Pick<RawWork, 'format' | 'program' | 'name' | 'usual' | 'losses'> {
  readonly documents: readonly FoundDocument[]
  /** What ours kept in it; null where it is not ours. */
  readonly head: KeptHead | null
  /** Names of coders by key, where the file has them. */
  readonly coders: ReadonlyMap<string, string>
  /** What is known of labels; of others their name is all. */
  readonly labels?: ReadonlyMap<string, Partial<LooseLabel>>
  /** Fields that values of marks are of. */
  readonly fields?: readonly Field[]
}

export interface FoundDocument {
  readonly document: RawDocument
  readonly marks: readonly Mark[]
  /** What ours kept of it; null where it is not ours. */
  readonly kept: KeptPart | null
  /** How our places became marks; one for each where it is absent. */
  readonly groupsOf?: GroupsOf
  /** True where the format has no marks of texts as a whole. */
  readonly noWholes?: true
}

/** Labels at texts as others' work: with what ours kept of codes, fields and coders where that is there, else the labels are the codes. */
export function gather({ head, documents, coders, labels, fields = [], losses, ...file }: Gathered): RawWork {
  const own = head ? codeLabels(head.project.codebook) : new Map<string, string>(), entries = head ? codeEntries(head.project.codebook) : new Map<string, CodeEntry>()
  const loose = new Map<string, LooseLabel>()
  const codeOf = ownCodes(own, loose, labels)
  const codings: RawCoding[] = [], sheets: RawSheet[] = []
  for (const { document: { key, text }, marks, kept, groupsOf, noWholes } of documents) {
    const { taken, left } = claimed(kept?.annotations ?? [], marks, own, { groupsOf, noWholes })
    const quoted = text === null || taken.length === 0 ? (places: RawCoding['places']) => places : quotedIn(text, file.usual ?? utf16)
    codings.push(...taken.map((one) => ({ ...one, places: quoted(one.places), document: key })))
    for (const { label, values, ...mark } of left) {
      const code = codeOf(label, mark.places.length === 0)
      const asked = entries.get(code)?.fields.map(({ id }) => id)
      codings.push({ ...mark, document: key, code, values: Object.fromEntries(Object.entries(values).filter(([id]) => asked?.includes(id) ?? true)), certainty: null })
    }
    for (const { id, subject: _, ...sheet } of kept?.sheets ?? []) sheets.push({ ...sheet, key: id, document: key })
  }
  for (const { event, annotations, sheets: ofEvent } of head?.events ?? []) {
    codings.push(...claimed(annotations, null, own).taken.map((one) => ({ ...one, document: event })))
    for (const { id, subject: _, ...sheet } of ofEvent) sheets.push({ ...sheet, key: id, document: event })
  }
  const dimensions = [...(head?.project.codebook.dimensions ?? []).map(rawDimension), ...looseDimensions(loose.values()).map((one) => ({ ...one, fields }))]
  return {
    ...file, ...(head && { lasting: true, entities: head.project.entities, outlets: head.project.outlets, sheets }),
    name: head?.project.name ?? file.name,
    coders: codersOf(codings, coders, head), dimensions,
    events: (head?.project.events ?? []).map(({ id, ...event }) => ({ ...event, key: id })),
    documents: documents.map(({ document }) => document), codings, losses: losses.filter(({ count }) => count > 0),
  }
}

/** What stands where it stood when ours was written was counted as ours is: its words are those that are there. */
function quotedIn(text: string, reading: OffsetReading): (places: RawCoding['places']) => RawCoding['places'] {
  const offset = offsetReader(text, reading), canonical = canonicalText(text)
  return (places) => places.map((place) => ({ ...place, snippet: place.snippet ?? canonical.slice(offset(place.start), offset(place.end)) }))
}

/** The code that a label stands for; labels that are none of ours are noted in `loose`. */
function ownCodes(own: ReadonlyMap<string, string>, loose: Map<string, LooseLabel>, labels: Gathered['labels']): (label: string, whole: boolean) => string {
  const codes = new Map([...own].map(([code, label]) => [label, code]))
  return (label, whole) => {
    const code = codes.get(label)
    if (code !== undefined) return code
    const key = `${whole ? 'whole' : 'part'} ${label}`
    if (!loose.has(key)) loose.set(key, { label, ...labels?.get(label), whole, key })
    return key
  }
}

function codersOf(codings: readonly RawCoding[], names: ReadonlyMap<string, string>, head: KeptHead | null): RawWork['coders'] {
  const known = new Map([...names, ...(head?.project.coders ?? []).map(({ id, name }) => [id, name] as const)])
  for (const { coder } of codings) if (coder !== null && !known.has(coder)) known.set(coder, coder)
  return [...known].map(([key, name]) => ({ key, name }))
}

/** A document of which nothing is known but its text. */
export const bareDocument = (key: string, name: string, text: string | null): RawDocument =>
  ({ key, name, text, headline: '', outlet: '', date: '', byline: '', section: '', language: '', url: '', event: null, variables: {}, memo: '' })

/** A document of which ours kept what is known. */
export const keptDocument = ({ article: { id, ...about } }: KeptPart, text: string | null): RawDocument => ({ ...bareDocument(id, about.headline, text), ...about })

/** Text fields that come of what a file calls by a name only: the same name is the same field in every file. */
export class TextFields {
  readonly #ids = new Map<string, string>()

  /** Id of the field of that name. */
  id(name: string): string {
    const known = this.#ids.get(name) ?? sha256(`field ${name}`).slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
    this.#ids.set(name, known)
    return known
  }

  list(): readonly Field[] {
    return [...this.#ids].map(([name, id]) => ({ id, name, kind: 'text', level: 'nominal', required: false, hint: '', showIf: null, default: null }))
  }
}

export const codePoints: OffsetReading = { unit: 'code-point', breaks: 'as-is' }
export const utf16: OffsetReading = { unit: 'utf16', breaks: 'as-is' }
