import type { Annotation } from '../../domain/project/annotation'
import { codeEntries, shownFields, valueLabel, valueOf, type CodeEntry } from '../../domain/project/codes'
import type { Sheet } from '../../domain/project/sheet'
import { inChunks } from '../export/chunks'
import { countedText } from '../export/counted'
import { distinctNames } from '../export/distinctNames'
import type { Exporter } from '../export/exporter'
import { keptAnnotation, keptArticle, keptProject } from '../interchange/kept'
import { codeLabels } from '../interchange/labels'
import { commonLosses, placed } from '../interchange/placed'
import { guidsOf } from '../refi/guids'
import type { ProjectSource } from '../source'

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld'

/**
 * A W3C Annotation Collection (https://www.w3.org/TR/annotation-model/) with one page of annotations, JSON-LD. A code's path is a
 * body with the purpose `tagging`, a field one with `describing`, the note one with `commenting`. Targets are the article's or event's
 * IRI or, for each span, a TextPositionSelector in code points and a TextQuoteSelector. Members called `synoptic`
 * have no meaning to other programs; in the collection's are the codebook and, so that it can be read without the project,
 * the texts that positions count in.
 */
export const w3c: Exporter = {
  id: 'w3c',
  label: 'W3C Web Annotation',
  about: 'JSON-LD for archives, linked data and annotation services. Everything that was coded, with who coded it and when.',
  shapes: ['project'],
  extension: 'json',
  files: (source) => [{ ending: '.json', chunks: () => inChunks(members(source)) }],
  losses: commonLosses,
}

/** What annotations are written by, made once for all of them. */
interface Writing {
  readonly iri: (kind: 'coder' | 'article' | 'event' | 'annotation', id: string) => string
  readonly labels: ReadonlyMap<string, string>
  readonly entries: ReadonlyMap<string, CodeEntry>
  readonly coders: ReadonlyMap<string, string>
  readonly entities: ReadonlyMap<string, string>
  readonly quotes: boolean
}

async function* members(source: ProjectSource): AsyncGenerator<string, void> {
  const guid = guidsOf(source.info.id)
  const iri = (kind: Parameters<typeof guid>[0], id: string): string => `urn:uuid:${guid(kind, id).toLowerCase()}`
  const own = iri('note', 'collection')
  const writing: Writing = { iri, labels: codeLabels(source.codebook), entries: codeEntries(source.codebook), coders: distinctNames(source.coders), entities: distinctNames(source.entities), quotes: source.text !== null }
  const sheets = new Map<string, readonly Sheet[]>()
  yield `{"@context":${JSON.stringify([CONTEXT, { synoptic: null }])},\n"id":${JSON.stringify(own)},"type":"AnnotationCollection","label":${JSON.stringify(source.info.name)},\n`
  yield `"first":{"id":${JSON.stringify(iri('note', 'page'))},"type":"AnnotationPage","partOf":${JSON.stringify(own)},"startIndex":0,"items":`
  let total = 0
  for await (const item of items(source, writing, sheets)) yield `${(total += 1) === 1 ? '[\n' : ',\n'}${JSON.stringify(item)}`
  yield `${total === 0 ? '[' : ''}]},\n"total":${total},\n"synoptic":{"project":${JSON.stringify(keptProject(source))},\n"events":`
  yield `${JSON.stringify(source.events.map(({ id }) => ({ source: iri('event', id), event: id, annotations: [], sheets: sheets.get(id) ?? [] })))},\n"articles":[`
  for (const [i, article] of source.articles.entries()) {
    const words = await source.text?.(article.id)
    const about = { source: iri('article', article.id), article: keptArticle(article), annotations: [], sheets: sheets.get(article.id) ?? [] }
    yield `${i === 0 ? '\n' : ',\n'}${JSON.stringify({ ...about, ...(words !== undefined && { text: words }) })}`
  }
  yield ']}}\n'
}

/** Annotations one by one; `sheets` is filled on the way, so that what was coded is asked for once. */
async function* items(source: ProjectSource, writing: Writing, sheets: Map<string, readonly Sheet[]>): AsyncGenerator<object, void> {
  for (const { id } of source.events) {
    const coded = await source.coded(id)
    sheets.set(id, coded.sheets)
    for (const one of coded.annotations) yield annotationOf(one, writing, writing.iri('event', id), (offset) => offset)
  }
  for (const article of source.articles) {
    const coded = await placed(source, article)
    sheets.set(article.id, coded.sheets)
    if (coded.annotations.length === 0) continue
    const { counted } = await countedText(source, article.id, { unit: 'code-point', breaks: 'lf' })
    for (const one of coded.annotations) yield annotationOf(one, writing, writing.iri('article', article.id), counted)
  }
}

function annotationOf(annotation: Annotation, writing: Writing, source: string, counted: (offset: number) => number): object {
  const { id, coder, code, spans, note, created, modified } = annotation
  const kept = keptAnnotation(annotation, counted), { labels, iri, coders, quotes } = writing
  const bodies = [text('tagging', labels.get(code) ?? code), ...fieldsOf(annotation, writing).map((field) => text('describing', field)), ...(note === '' ? [] : [text('commenting', note)])]
  return {
    id: iri('annotation', id), type: 'Annotation', motivation: 'tagging',
    creator: { id: iri('coder', coder), type: 'Person', name: coders.get(coder) ?? coder }, created, modified, body: bodies,
    target: spans.length === 0 ? source : spans.map(({ quote, prefix, suffix }, i) => ({
      source, selector: [{ type: 'TextPositionSelector', start: kept.places[i]?.start, end: kept.places[i]?.end }, ...(quotes ? [{ type: 'TextQuoteSelector', exact: quote, prefix, suffix }] : [])],
    })),
    synoptic: kept,
  }
}

const text = (purpose: 'tagging' | 'describing' | 'commenting', value: string): object => ({ type: 'TextualBody', purpose, format: 'text/plain', value })

/** What was entered, in words: `Form: direct quotation`. */
function fieldsOf(annotation: Annotation, { entries, entities }: Writing): readonly string[] {
  const entry = entries.get(annotation.code)
  return (entry ? shownFields(annotation, entry) : []).flatMap((field) => {
    const value = valueOf(annotation, field)
    return value === undefined || field.kind === 'link' ? [] : [`${field.name}: ${valueLabel(field, value, (id) => entities.get(id))}`]
  })
}
