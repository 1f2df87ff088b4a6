import type { Entity } from '../../domain/project/entity'
import type { Outlet } from '../../domain/project/outlet'
import type { RawCoding, RawSheet, RawWork } from '../work/rawWork'
import { entityBlock, eventBlock, outletBlock } from './blocks'
import { keyOf } from './guids'
import type { Reading } from './reading'
import { childOf, childrenOf, type XmlElement } from './tree'
import type { FoundValues, VariableReader } from './readVariables'

/** What the cases of a document come to. */
export interface FoundCases {
  readonly events: RawWork['events'][number][]
  readonly outlets: Outlet[]
  readonly entities: Entity[]
  readonly codings: RawCoding[]
  readonly sheets: RawSheet[]
  /** GUID of a source, as a key -> the event it belongs to. */
  readonly eventOf: Map<string, string>
  /** GUID of a source, as a key -> the cases of other programs that it belongs to. */
  readonly casesOf: Map<string, (FoundValues & { readonly name: string })[]>
}

/** Events, outlets and entities of ours; cases of other programs say something of the documents that belong to them. */
export function readCases(reading: Reading, variables: VariableReader): FoundCases {
  const found: FoundCases = { events: [], outlets: [], entities: [], codings: [], sheets: [], eventOf: new Map(), casesOf: new Map() }
  for (const one of childrenOf(childOf(reading.root, 'Cases'), 'Case')) {
    const { data } = reading.described(one)
    if ('event' in data) readEvent(one, found, reading, variables)
    else if ('outlet' in data) readOutlet(one, found, reading, variables)
    else if ('entity' in data) readEntity(one, found, reading)
    else readOther(one, found, reading, variables)
  }
  return found
}

const sources = (one: XmlElement): readonly string[] => childrenOf(one, 'SourceRef').map((ref) => keyOf(ref.attributes['targetGUID']))

function readEvent(one: XmlElement, found: FoundCases, reading: Reading, variables: VariableReader): void {
  const said = reading.data(eventBlock, reading.described(one).data)
  if (!said) return
  const values = variables.valuesOf(one)
  const { event, codings, sheets } = said
  found.events.push({ key: event, name: reading.attribute(one, 'name'), date: values.members.date ?? '', variables: values.variables })
  for (const source of sources(one)) found.eventOf.set(source, event)
  for (const { annotation, part: _part, role: _role, blind, codebook, ...coding } of codings) {
    found.codings.push({ ...coding, key: annotation, document: event, places: [], ...(blind && { blind }), ...(codebook !== undefined && { codebook }) })
  }
  found.sheets.push(...sheets.map(({ id, ...sheet }) => ({ ...sheet, key: id, document: event })))
}

function readOutlet(one: XmlElement, found: FoundCases, reading: Reading, variables: VariableReader): void {
  const said = reading.data(outletBlock, reading.described(one).data)
  if (said) found.outlets.push({ id: said.outlet, name: reading.attribute(one, 'name'), aliases: said.aliases, variables: variables.valuesOf(one).variables })
}

function readEntity(one: XmlElement, found: FoundCases, reading: Reading): void {
  const { own, data } = reading.described(one)
  const said = reading.data(entityBlock, data)
  if (said) found.entities.push({ id: said.entity, name: reading.attribute(one, 'name'), kind: said.kind, aliases: said.aliases, memo: own })
}

function readOther(one: XmlElement, found: FoundCases, reading: Reading, variables: VariableReader): void {
  const said = { ...variables.valuesOf(one).variables }
  if (reading.described(one).own !== '') reading.lost('descriptions of cases')
  reading.lost('codes of cases', childrenOf(one, 'CodeRef').length)
  reading.lost('passages that belong to cases', childrenOf(one, 'SelectionRef').length)
  if (sources(one).length === 0) reading.lost('cases without documents')
  for (const source of sources(one)) {
    const cases = found.casesOf.get(source) ?? []
    found.casesOf.set(source, [...cases, { name: reading.attribute(one, 'name'), members: {}, variables: said }])
  }
}
