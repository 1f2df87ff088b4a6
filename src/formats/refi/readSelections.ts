import type { RawCoding, RawPlace } from '../work/rawWork'
import { annotationBlock, type AnnotationBlock } from './blocks'
import { keyOf } from './guids'
import { timesOf, type Reading } from './reading'
import { childOf, childrenOf, type XmlElement } from './tree'

/** Where comments on passages go that no code was given to: REFI-QDA has them, we don't. */
export const COMMENT = 'refi-comment'

/** What codings of a document are read with. */
export interface Coded {
  readonly reading: Reading
  /** Key of the document. */
  readonly document: string
  /** GUID, as a key -> key of a code. */
  readonly codes: ReadonlyMap<string, string>
  /** Key of a coder; null where nobody is named. */
  readonly coder: (guid: string | undefined) => string | null
  /** Whether words stand in the text: programs also name passages by other things. */
  readonly stands: (words: string) => boolean
}

interface Part { readonly coding: RawCoding; readonly said: AnnotationBlock | undefined }

/** Codings of passages; those of ours that have several parts are put together again. */
export function readSelections(selections: readonly XmlElement[], coded: Coded): readonly RawCoding[] {
  const parts = selections.flatMap((one) => partsOf(one, coded))
  const several = new Map<string, Part[]>(), all: (Part | Part[])[] = []
  for (const part of parts) {
    const id = part.said?.annotation
    if (id === undefined || part.said?.part === undefined) {
      all.push(part)
      continue
    }
    const key = JSON.stringify([id, part.coding.code])
    const group = several.get(key)
    if (group) group.push(part)
    else {
      const made = [part]
      several.set(key, made)
      all.push(made)
    }
  }
  return all.map((one) => (Array.isArray(one) ? joined(one) : one.coding))
}

function joined(parts: readonly Part[]): RawCoding {
  const inOrder = [...parts].sort((a, b) => (a.said?.part ?? 0) - (b.said?.part ?? 0))
  const first = inOrder[0] ?? parts[0]
  if (!first) throw new RangeError('There is no part.')
  return { ...first.coding, places: inOrder.flatMap(({ coding }) => coding.places) }
}

function partsOf(selection: XmlElement, coded: Coded): readonly Part[] {
  const { reading, document } = coded
  const [start, end] = [wholeNumber(selection.attributes['startPosition']), wholeNumber(selection.attributes['endPosition'])]
  const codings = childrenOf(selection, 'Coding')
  if (start === undefined || end === undefined) {
    reading.lost('codings of passages without a position', Math.max(1, codings.length))
    return []
  }
  const { own, data } = reading.described(selection)
  const said = reading.data(annotationBlock, data)
  const note = [own, ...notes(selection, reading)].filter((text) => text !== '').join('\n\n')
  const name = reading.attribute(selection, 'name')
  const place: RawPlace = { start, end, snippet: name !== '' && coded.stands(name) ? name : null, ...(said?.role !== undefined && { role: said.role }) }
  if (codings.length === 0) {
    if (note === '') reading.lost('passages that were marked without a code or a comment')
    return note === '' ? [] : [{ said: undefined, coding: { ...bare, key: keyOf(selection.attributes['guid']), document, code: COMMENT, coder: coded.coder(selection.attributes['creatingUser']), places: [place], note, ...timesOf(selection) } }]
  }
  return codings.flatMap((coding, i) => {
    // Others may have put passages together that stand at one place: what is said is the first one's.
    const mine = i === 0 ? said : undefined
    const found = codingOf(coding, { ...coded, says: mine, note, by: selection })
    return found ? [{ said: mine, coding: { ...found, places: [place] } }] : []
  })
}

/** Codings of a document as a whole. */
export const readWhole = (source: XmlElement, coded: Coded): readonly RawCoding[] =>
  childrenOf(source, 'Coding').flatMap((coding) => codingOf(coding, { ...coded, says: undefined, note: '', by: coding }) ?? [])

interface Asked extends Coded { readonly says: AnnotationBlock | undefined; readonly note: string; readonly by: XmlElement }

/** Null, and a loss, where its code is not there. */
function codingOf(coding: XmlElement, { reading, document, codes, coder, says, note, by }: Asked): RawCoding | null {
  const code = codes.get(keyOf(childOf(coding, 'CodeRef')?.attributes['targetGUID']))
  if (code === undefined) {
    reading.lost('codings whose code is not there')
    return null
  }
  const noted = reading.notesOf(coding).map((one) => reading.noted(one))
  const said = says ?? noted.map(({ data }) => reading.data(annotationBlock, data)).find((one) => one !== undefined)
  const [own, about] = [timesOf(coding), timesOf(by)]
  const created = own.created || about.created
  return {
    key: said?.annotation ?? keyOf(coding.attributes['guid']), document, code, coder: coder(coding.attributes['creatingUser'] ?? by.attributes['creatingUser']), places: [],
    values: said?.values ?? {}, note: [note, ...noted.map((one) => one.own)].filter((text) => text !== '').join('\n\n'), certainty: said?.certainty ?? null,
    created, modified: said?.modified ?? (about.modified || created), ...(said?.blind && { blind: said.blind }), ...(said?.codebook !== undefined && { codebook: said.codebook }),
  }
}

const bare = { values: {}, certainty: null } as const

const notes = (element: XmlElement, reading: Reading): readonly string[] => reading.notesOf(element).map((note) => reading.noted(note).own)

const wholeNumber = (text: string | undefined): number | undefined => (text !== undefined && /^\s*\d{1,12}\s*$/.test(text) ? Number(text) : undefined)
