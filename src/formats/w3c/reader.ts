import { isObject, type JsonObject } from '../json'
import { ImportRefusal } from '../import/importer'
import { bareDocument, codePoints, gather, keptDocument, utf16, type FoundDocument } from '../interchange/gather'
import { keptAnnotationSchema, keptHeadSchema, keptPartSchema, readKept, type KeptAnnotation, type KeptHead } from '../interchange/kept'
import type { Mark } from '../interchange/mark'
import { jsonIn, jsonOrNone, listIn, objectsIn, textIn } from '../interchange/readJson'
import { Losses } from '../work/losses'
import type { RawDocument } from '../work/rawWork'
import type { WorkReader } from '../work/reader'
import { itemsIn, isItem } from './items'
import { marksOf, sourceOf } from './marks'

/**
 * Annotations as JSON-LD (https://www.w3.org/TR/annotation-model/), in a collection, page or list, and as Hypothesis exports
 * them. A tag is a code; an annotation without one has its motivation for it. The text that was annotated is elsewhere, so
 * that it has to be in the project, except in files of ours. Positions are code points, in Hypothesis UTF-16 units. Replies
 * and passages without positions are losses.
 */
export const w3cWork: WorkReader = {
  id: 'w3c',
  label: 'Web annotations (W3C, Hypothesis)',
  takes: 'file',
  recognises: (file) => isWhole(jsonOrNone(file)),
  read([file]) {
    const values = file ? jsonIn(file) : [], items = itemsIn(values)
    if (items.length === 0 && !values.some((one) => isObject(one) && isObject(one['synoptic']))) throw new ImportRefusal('empty', 'there are no annotations in it')
    const losses = new Losses(), own = ownIn(values), coders = new Map<string, string>()
    const found = new Map<string, FoundDocument & { readonly marks: Mark[] }>(own.documents.map((one) => [one.source, one]))
    const ofEvents = new Map<string, KeptAnnotation[]>()
    for (const item of items) {
      const source = sourceOf(item), kept = own.head ? readKept(keptAnnotationSchema, item['synoptic']) : null
      const event = own.events.get(source), document = found.get(source) ?? foreign(item, source)
      if (event !== undefined) {
        if (kept) ofEvents.set(event, [...(ofEvents.get(event) ?? []), kept])
        continue
      }
      if (kept) own.kept.get(source)?.push(kept)
      // What ours knows who coded is not also somebody with an address.
      const marks = marksOf(item, { losses, coders: kept ? new Map<string, string>() : coders })
      document.marks.push(...marks.map((mark) => (kept ? { ...mark, coder: kept.coder } : mark)))
      if (document.marks.length > 0) found.set(source, document)
    }
    const head = own.head && { ...own.head, events: own.head.events.map((one) => ({ ...one, annotations: ofEvents.get(one.event) ?? [] })) }
    const hypothesis = items.some((item) => 'uri' in item || 'user' in item)
    const program = head ? '' : hypothesis ? 'Hypothesis' : ''
    return { raw: gather({ format: 'w3c', program, name: textIn(labelIn(values)), usual: hypothesis ? utf16 : codePoints, head, coders, documents: [...found.values()], losses: losses.all }) }
  },
}

const isWhole = (values: readonly unknown[]): boolean => {
  const items = itemsIn(values).slice(0, 20)
  return items.length > 0 ? items.every(isItem) : values.some((one) => isObject(one) && one['type'] === 'AnnotationCollection')
}

const labelIn = ([first]: readonly unknown[]): unknown => (isObject(first) ? first['label'] : undefined)

interface Own {
  readonly head: KeptHead | null
  /** Ids of events by IRI. */
  readonly events: ReadonlyMap<string, string>
  readonly documents: readonly (FoundDocument & { readonly source: string; readonly marks: Mark[] })[]
  /** What was kept of the annotations of each document, by IRI: to be filled. */
  readonly kept: ReadonlyMap<string, KeptAnnotation[]>
}

/** What ours put beside the annotations. */
function ownIn([first]: readonly unknown[]): Own {
  const member = isObject(first) && isObject(first['synoptic']) ? first['synoptic'] : {}
  const kept = new Map<string, KeptAnnotation[]>()
  const documents = objectsIn([listIn(member['articles'])]).flatMap((one) => {
    const part = readKept(keptPartSchema, one), source = textIn(one['source']), text = one['text']
    if (!part) return []
    const annotations: KeptAnnotation[] = []
    kept.set(source, annotations)
    // An annotation is one mark, however many places it has.
    return [{ source, document: keptDocument(part, typeof text === 'string' ? text : null), marks: [], kept: { ...part, annotations }, groupsOf: (places: KeptAnnotation['places']) => [{ places, stretches: places }] }]
  })
  const events = new Map(objectsIn([listIn(member['events'])]).map((one) => [textIn(one['source']), textIn(one['event'])]))
  return { head: readKept(keptHeadSchema, member), events, documents, kept }
}

function foreign(item: JsonObject, source: string): FoundDocument & { readonly marks: Mark[] } {
  const about = isObject(item['document']) ? item['document'] : item
  const title = textIn(listIn(about['title'])[0])
  const document: RawDocument = { ...bareDocument(source, title || source || 'text', null), headline: title === source ? '' : title, url: /^https?:/i.test(source) ? source : '' }
  return { document, marks: [], kept: null }
}
