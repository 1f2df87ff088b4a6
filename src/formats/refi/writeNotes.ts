import type { Annotation } from '../../domain/project/annotation'
import type { Code } from '../../domain/project/codebook'
import type { CodeEntry } from '../../domain/project/codes'
import type { Sheet } from '../../domain/project/sheet'
import { withBlock } from './block'
import { isUuid, type Guids } from './guids'
import { annotationData, annotationLines } from './sayings'
import type { Writing } from './writing'
import { element, textElement, type Attributes } from './xmlText'

/** A code's memo as a note; @returns the reference to it */
export function codeMemo({ id, name, memo }: Code, guid: Guids, notes: string[]): string {
  return noted(notes, { guid: guid('note', `code ${id}`), name: `Memo: ${name}` }, memo)
}

/** What an annotation of a whole article holds, as a note; @returns the reference to it, empty where there is nothing */
export function annotationNote(annotation: Annotation, entry: CodeEntry, { source, guid, nameOf, notes }: Writing): string {
  const { id, coder, note, created, modified } = annotation
  const data = { ...annotationData(annotation, source.codebook.version), modified: modified === created ? undefined : modified }
  const text = withBlock(note, annotationLines(annotation, entry, nameOf), data)
  if (text === '') return ''
  return noted(notes, { guid: guid('note', `annotation ${id}`), name: entry.path.join(' › '), creatingUser: guid('coder', coder), creationDateTime: created, modifiedDateTime: modified }, text)
}

/** A coder's sheet as a note on the article; @returns the reference to it */
export function sheetNote(sheet: Sheet, title: string, { source, guid, notes }: Writing): string {
  const { id, coder, memo, modified } = sheet
  return noted(notes, { guid: guid('sheet', id), name: `Memo: ${title}`, creatingUser: guid('coder', coder), modifiedDateTime: modified }, withBlock(memo, finished(sheet, source.codebook.dimensions), { sheet: isUuid(id) ? null : id, coded: sheet.coded }))
}

/** Which dimensions are finished, for people. */
export function finished({ coded }: Sheet, dimensions: readonly { readonly id: string; readonly name: string }[]): readonly string[] {
  const names = dimensions.filter(({ id }) => coded.includes(id)).map(({ name }) => name)
  return names.length === 0 ? [] : [`Finished: ${names.join(', ')}`]
}

function noted(notes: string[], attributes: Attributes & { readonly guid: string }, text: string): string {
  notes.push(element('Note', attributes, textElement('PlainTextContent', text)))
  return element('NoteRef', { targetGUID: attributes.guid })
}
