import type { Annotation } from '../../domain/project/annotation'
import type { NewsEvent } from '../../domain/project/event'
import type { Sheet } from '../../domain/project/sheet'
import type { JsonObject } from '../json'
import { withBlock } from './block'
import { annotationData, annotationLines } from './sayings'
import { ofEvent, ofOutlet } from './variables'
import { finished } from './writeNotes'
import type { Writing } from './writing'
import { element, textElement } from './xmlText'

/** `Case` for each event, outlet and entity of which something is known, one by one. */
export async function* casesXml(writing: Writing): AsyncGenerator<string, void> {
  const { source, guid, variables } = writing
  const [told, printed] = [grouped(source.articles, ({ event }) => event), grouped(source.articles, ({ outlet }) => outlet)]
  const refs = (articles: readonly { readonly id: string }[] = []): string => articles.map(({ id }) => element('SourceRef', { targetGUID: guid('article', id) })).join('')
  for (const event of source.events) yield await eventXml(event, refs(told.get(event.id)), writing)
  for (const outlet of source.outlets) {
    const { id, name, aliases } = outlet
    const description = withBlock('', aliases.length === 0 ? [] : [`Also: ${aliases.join('; ')}`], { outlet: id, aliases: aliases.length === 0 ? undefined : aliases })
    yield element('Case', { guid: guid('outlet', id), name }, textElement('Description', description), variables.valuesOf(ofOutlet(outlet)), refs(printed.get(name)))
  }
  for (const { id, name, kind, aliases, memo } of source.entities) {
    const description = withBlock(memo, [`Kind: ${kind}`, ...(aliases.length === 0 ? [] : [`Also: ${aliases.join('; ')}`])], { entity: id, kind, aliases: aliases.length === 0 ? undefined : aliases })
    yield element('Case', { guid: guid('entity', id), name }, textElement('Description', description))
  }
}

/** An event, with what was coded of it as a whole: a case says which codes it has, but not who gave them and what they hold. */
async function eventXml(event: NewsEvent, articles: string, writing: Writing): Promise<string> {
  const { source, guid, variables, entries } = writing
  const coded = await source.coded(event.id)
  const codes = new Set(coded.annotations.flatMap(({ code }) => (entries.has(code) ? [code] : [])))
  const lines = [...coded.annotations.flatMap((one) => codedLine(one, writing)), ...coded.sheets.flatMap((one) => sheetLine(one, writing))]
  const data = { event: event.id, codings: some(coded.annotations.filter(({ code }) => codes.has(code)).map((one) => codingData(one, writing))), sheets: some(coded.sheets) }
  return element(
    'Case', { guid: guid('event', event.id), name: event.name },
    textElement('Description', withBlock('', lines, data)), ...[...codes].map((code) => element('CodeRef', { targetGUID: guid('code', code) })), variables.valuesOf(ofEvent(event)), articles,
  )
}

function codedLine(annotation: Annotation, { entries, nameOf, source }: Writing): readonly string[] {
  const entry = entries.get(annotation.code)
  if (!entry) return []
  const said = [...annotationLines(annotation, entry, nameOf), ...(annotation.note === '' ? [] : [annotation.note])]
  return [`${entry.path.join(' › ')} (${coderName(annotation.coder, source.coders)})${said.length === 0 ? '' : `: ${said.join('; ')}`}`]
}

const sheetLine = (sheet: Sheet, { source }: Writing): readonly string[] =>
  [...finished(sheet, source.codebook.dimensions), ...(sheet.memo === '' ? [] : [sheet.memo])].map((line) => `${coderName(sheet.coder, source.coders)}: ${line}`)

const codingData = (annotation: Annotation, { source }: Writing): JsonObject => {
  const { id, code, coder, note, created, modified } = annotation
  return { ...annotationData(annotation, source.codebook.version), annotation: id, code, coder, note: note || undefined, created, modified }
}

const coderName = (id: string, coders: readonly { readonly id: string; readonly name: string }[]): string => coders.find((one) => one.id === id)?.name ?? id

const some = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list)

function grouped<T>(list: readonly T[], by: (one: T) => string | null): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const one of list) {
    const key = by(one)
    if (key === null) continue
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}
