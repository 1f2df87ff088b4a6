import { canonicalText } from '../../domain/text/canonical'
import { offsetReader, offsetWriter } from '../../domain/text/offsets'
import { ImportRefusal } from '../import/importer'
import type { SourceFile } from '../import/sourceFile'
import type { GroupsOf } from '../interchange/claimed'
import { bareDocument, codePoints, gather, keptDocument, TextFields, type Gathered } from '../interchange/gather'
import { Losses } from '../work/losses'
import { decodedText } from '../work/decodedText'
import type { WorkReader } from '../work/reader'
import { readAnn } from './annFile'
import { textBounds } from './fragments'
import { marksIn } from './marks'
import { recordIn, type BratRecord } from './record'
import { bratTypes, type BratTypes } from './types'

const CONFIGURATION = /(^|\/)(annotation|visual|tools|kb_shortcuts)\.conf$/i

/**
 * A folder of brat's standoff files: `.txt` with `.ann` beside it, and its configuration. Positions are code points. Text-bound
 * annotations are codings, the triggers of events too; attributes become text fields, `AnnotatorNotes` the note. Relations,
 * arguments of events and normalisations are losses.
 */
export const bratWork: WorkReader = {
  id: 'brat',
  label: 'brat standoff files',
  takes: 'folder',
  recognises: (file) => isAnn(file) || CONFIGURATION.test(file.name) || recordIn(file) !== null,
  beside: isText,
  read(files) {
    const anns = files.filter(isAnn), texts = new Map(files.filter(isText).map((file) => [stem(file.name), file]))
    if (anns.length === 0) throw new ImportRefusal('not-text', 'there are no annotation files (.ann) of brat in it')
    const record = files.map(recordIn).find((one) => one !== null) ?? null
    const found: Findings = { record, types: record && bratTypes(record.head.project.codebook), losses: new Losses(), fields: new TextFields() }
    const documents = anns.map((file) => documentOf(file, texts.get(stem(file.name)), found))
    found.losses.add('texts without an annotation file', texts.size - anns.filter(({ name }) => texts.has(stem(name))).length)
    return { raw: gather({ format: 'brat', program: record ? '' : 'brat', name: '', usual: codePoints, head: record?.head ?? null, coders: new Map(), documents, fields: found.fields.list(), losses: found.losses.all }) }
  },
}

interface Findings { readonly record: BratRecord | null; readonly types: BratTypes | null; readonly losses: Losses; readonly fields: TextFields }

const stem = (name: string): string => name.replace(/\.(ann|txt)$/i, '')

function isText({ name }: SourceFile): boolean {
  return /\.txt$/i.test(name)
}

/** An empty one says that a text was looked through and nothing found. */
const isAnn = (file: SourceFile): boolean => /\.ann$/i.test(file.name) && file.once(readsAsAnn)

function readsAsAnn(file: SourceFile): boolean {
  try {
    return file.bytes.length === 0 || /^\s*([TERAMN#]\d+|\*)\t/.test(decodedText(file))
  } catch {
    return false
  }
}

function documentOf(ann: SourceFile, text: SourceFile | undefined, { record, types, losses, fields }: Findings): Gathered['documents'][number] {
  const content = readAnn(ann.bytes.length === 0 ? '' : decodedText(ann))
  losses.add('relations between codings', content.relations)
  losses.add('arguments of events', content.arguments)
  losses.add('references to databases', content.normalisations)
  losses.add('lines that are garbled, or of a kind that brat does not have', content.unread)
  const name = stem(ann.name), file = name.split('/').at(-1) ?? name
  const body = text && text.bytes.length > 0 ? decodedText(text) : null
  const kept = record?.parts.get(file) ?? null
  return {
    document: kept ? keptDocument(kept, body) : bareDocument(name, file, body), kept,
    marks: marksIn(content, types, fields), noWholes: true, groupsOf: groupsIn(body),
  }
}

/** How our places came to be text-bound annotations of this text; null where nothing is known of it, as nothing was when they were written. */
function groupsIn(body: string | null): GroupsOf {
  if (body === null) return (places) => textBounds(undefined, places)
  const offset = offsetReader(body, codePoints), position = offsetWriter(body, codePoints), canonical = canonicalText(body)
  return (places) => {
    const ours = places.map(({ start, end }) => ({ start: offset(start) ?? 0, end: offset(end) ?? 0 }))
    return textBounds(canonical, ours).map((group) => ({
      places: group.places.map((one) => places[ours.indexOf(one)]).filter((one) => one !== undefined),
      stretches: group.stretches.map(({ start, end }) => ({ start: position(start), end: position(end) })),
    }))
  }
}
