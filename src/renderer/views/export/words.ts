import type { Column } from '../../../domain/exporting/column'
import { scriptKinds, type ScriptKind, type Shape } from '../../../domain/exporting/kinds'
import type { ExportOrder } from '../../../domain/exporting/order'

/** What one row of an export can stand for, as it is offered. */
export const shapeWords: Readonly<Record<Shape, { readonly name: string; readonly about: string }>> = {
  annotations: { name: 'Annotations', about: 'A row for each annotation, with its passage, code, coder and fields' },
  articles: { name: 'Articles', about: 'A row for each article: codes as 0/1 and as counts, fields, scale means' },
  events: { name: 'Events', about: 'The same for each event' },
  matrix: { name: 'Coders side by side', about: 'A table for each variable, units by coders, for reliability' },
  codebook: { name: 'Codebook', about: 'Dimensions, codes, rules and fields' },
  memos: { name: 'Memos', about: 'What was noted on the project, codes, articles and annotations' },
  project: { name: 'Texts with their coding', about: 'For reading, for passing on, for other programs' },
}

export const byWords: Readonly<Record<ExportOrder['by'], string>> = { coder: 'A row for each coder', together: 'All coders together', adjudicated: 'What one coder made final' }

export const lineEndWords: Readonly<Record<ExportOrder['lineEnds'], string>> = { lf: 'One character: ATLAS.ti, QualCoder', crlf: 'Two characters: NVivo, MAXQDA on Windows' }

const scriptNames: Readonly<Record<ScriptKind, string>> = { r: 'R', spss: 'SPSS', python: 'Python' }
export const scripts = scriptKinds.map((id) => ({ id, name: scriptNames[id] }))

const typeWords: Readonly<Record<Column['type'], string>> = { text: 'Text', whole: 'Whole number', number: 'Number', 'yes-no': 'Yes or no', date: 'Date', time: 'Time (UTC)' }

/** What a column holds and on which level, in short. */
export const kindOf = ({ type, level }: Column): string => (level === null ? typeWords[type] : `${typeWords[type]}, ${level}`)

/** The files an export writes, by what their names end with. */
export function filesWords(endings: readonly string[], most = 8): string {
  const more = endings.length - most
  const names = `${endings.slice(0, most).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
  return endings.length === 1 ? `Writes one file (${names}).` : `Writes ${endings.length} files (${names}).`
}

/** The limits and options that are on, each in a few words. @param all how many there are of each */
export function inForce({ selection, texts, by, lineEnds, scripts: written }: ExportOrder, all: { readonly events: number; readonly coders: number; readonly dimensions: number }): readonly string[] {
  const { articles, events, coders, dimensions, codes, from, to, complete } = selection
  const some = (ids: readonly string[] | null, of: number, one: string): string[] => (ids === null ? [] : [`${ids.length.toLocaleString('en')} of ${counted(of, one)}`])
  return [
    ...(texts ? [] : ['Positions only']),
    ...(articles === null ? [] : [counted(articles.length, 'article')]),
    ...some(events, all.events, 'event'), ...some(coders, all.coders, 'coder'), ...some(dimensions, all.dimensions, 'dimension'),
    ...(codes === null ? [] : [counted(codes.length, 'code')]),
    ...(from === '' ? [] : [`from ${from}`]), ...(to === '' ? [] : [`up to ${to}`]),
    ...(complete ? ['required fields filled in'] : []),
    ...(by === 'coder' ? [] : [byWords[by].toLowerCase()]),
    ...(lineEnds === 'crlf' ? ['line breaks as two'] : []),
    ...(written.length === 0 ? [] : [`with ${scripts.filter(({ id }) => written.includes(id)).map(({ name }) => name).join(', ')} script`]),
  ]
}

/** What positions only leaves out, and what it does not. */
export const POSITIONS_ONLY = 'Positions only: the texts of articles, quotations from them and the examples of the codebook are left out. Headlines, notes, memos, fields and names stay in.'

/** How much there is of something. */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n.toLocaleString('en')} ${n === 1 ? one : many}`
