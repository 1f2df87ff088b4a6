import type { RawCoding, RawDocument, RawSheet } from '../work/rawWork'
import { articleBlock, sheetBlock } from './blocks'
import { keyOf } from './guids'
import type { FoundCases } from './readCases'
import { FreshKeys, timeOf, type Reading } from './reading'
import { readSelections, readWhole, type Coded } from './readSelections'
import type { FoundValues, VariableReader } from './readVariables'
import type { FindText } from './texts'
import { childOf, childrenOf, type XmlElement } from './tree'

/** What the sources of a document come to. */
export interface FoundSources {
  readonly documents: RawDocument[]
  readonly codings: RawCoding[]
  readonly sheets: RawSheet[]
}

/** What sources are read with. */
export interface SourcesAsked extends Pick<Coded, 'reading' | 'codes' | 'coder'> {
  readonly variables: VariableReader
  readonly cases: FoundCases
  readonly text: FindText
}

/** Texts, and PDF files whose text came along, with what was coded of them. */
export async function readSources(asked: SourcesAsked): Promise<FoundSources> {
  const { reading } = asked
  const found: FoundSources = { documents: [], codings: [], sheets: [] }
  const fresh = new FreshKeys(), groups = groupsIn(reading)
  for (const source of childOf(reading.root, 'Sources')?.children ?? []) {
    const said = reading.data(articleBlock, reading.described(source).data)
    const key = fresh.take(said?.article ?? keyOf(source.attributes['guid']))
    const body = source.name === 'TextSource' ? source : source.name === 'PDFSource' ? childOf(source, 'Representation') : undefined
    if (body) await readOne(source, body, key, said?.hash, found, { ...asked, groups })
    else leave(source, reading)
  }
  return found
}

interface Inside extends SourcesAsked {
  /** GUID of a source, as a key -> the sets it belongs to. */
  readonly groups: ReadonlyMap<string, readonly string[]>
}

async function readOne(source: XmlElement, body: XmlElement, key: string, hash: string | undefined, found: FoundSources, asked: Inside): Promise<void> {
  const { reading, variables, cases, groups } = asked
  const text = await textOf(body, asked)
  const guid = keyOf(source.attributes['guid'])
  const values = withCases(variables.valuesOf(source), cases.casesOf.get(guid), groups.get(guid))
  const coded: Coded = { ...asked, document: key, stands: standsIn(text) }
  const elements = [...new Set([body, source])]
  const passages = readSelections(elements.flatMap((one) => childrenOf(one, 'PlainTextSelection')), coded)
  // Not spread: there may be more than a call takes.
  for (const coding of [...passages, ...elements.flatMap((one) => readWhole(one, coded))]) found.codings.push(coding)
  reading.lost('codings of areas of PDF pages', childrenOf(source, 'PDFSelection').reduce((sum, one) => sum + childrenOf(one, 'Coding').length, 0))
  const memo = [reading.described(source).own, ...memosOf(source, key, found, asked)].filter((one) => one !== '').join('\n\n')
  const { headline = '', outlet = '', date = '', byline = '', section = '', language = '', url = '' } = values.members
  found.documents.push({ key, name: nameOf(source, body, reading), text, ...(hash !== undefined && { hash }), headline, outlet, date, byline, section, language, url, event: cases.eventOf.get(guid) ?? null, variables: values.variables, memo })
}

/** Inline or in a file of its own; null where neither is there. */
async function textOf(body: XmlElement, { reading, text }: SourcesAsked): Promise<string | null> {
  const inline = childOf(body, 'PlainTextContent')
  if (inline) return reading.words(inline)
  const path = body.attributes['plainTextPath']
  return path === undefined ? null : await text(path, reading.ours)
}

const nameOf = (source: XmlElement, body: XmlElement, reading: Reading): string =>
  reading.attribute(source, 'name') || reading.attribute(body, 'name') || /[^/\\]*$/.exec(body.attributes['plainTextPath'] ?? '')?.[0] || ''

/** Memos on the document; those that are a coder's sheet become one. */
function memosOf(source: XmlElement, document: string, { sheets }: FoundSources, { reading, coder }: SourcesAsked): readonly string[] {
  return reading.notesOf(source).flatMap((note) => {
    const { own, data } = reading.noted(note)
    const said = reading.data(sheetBlock, data)
    const by = coder(note.attributes['creatingUser'])
    if (!said || by === null) return own
    sheets.push({ key: said.sheet ?? keyOf(note.attributes['guid']), document, coder: by, coded: said.coded, memo: own, modified: timeOf(note.attributes['modifiedDateTime']) })
    return []
  })
}

/** What cases and groups of other programs say of a document, as variables of it; what it says itself goes before. */
function withCases(own: FoundValues, cases: readonly (FoundValues & { readonly name: string })[] = [], groups: readonly string[] = []): FoundValues {
  const named = { ...(cases.length > 0 && { Case: cases.map(({ name }) => name).join('; ') }), ...(groups.length > 0 && { Group: groups.join('; ') }) }
  return { members: own.members, variables: Object.fromEntries([...cases.flatMap(({ variables }) => Object.entries(variables)), ...Object.entries(named), ...Object.entries(own.variables)]) }
}

/** GUID of a source, as a key -> the sets it belongs to: MAXQDA's and ATLAS.ti's groups. */
function groupsIn(reading: Reading): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const set of childrenOf(childOf(reading.root, 'Sets'), 'Set')) {
    for (const ref of childrenOf(set, 'MemberSource')) {
      const guid = keyOf(ref.attributes['targetGUID'])
      found.set(guid, [...(found.get(guid) ?? []), reading.attribute(set, 'name')])
    }
  }
  return found
}

function standsIn(text: string | null): (words: string) => boolean {
  const flat = text?.replace(/\s+/g, ' ')
  return (words) => flat === undefined || flat.includes(words.replace(/\s+/g, ' ').trim().replace(/\s*(\.\.\.|…)$/, ''))
}

function leave(source: XmlElement, reading: Reading): void {
  reading.lost('pictures, recordings and films')
  reading.lost('codings of pictures, recordings and films', codingsIn(source))
}

const codingsIn = (element: XmlElement): number => element.children.reduce((sum, child) => sum + (child.name === 'Coding' ? 1 : codingsIn(child)), 0)
