import type { Annotation, Part } from '../../../../src/domain/project/annotation'
import { codeSchema, type Code, type Dimension } from '../../../../src/domain/project/codebook'
import { colourLines, colours } from '../../../../src/domain/project/colours'
import { codeEntries } from '../../../../src/domain/project/codes'
import { anchorAt } from '../../../../src/domain/text/anchor'
import { offsetReader } from '../../../../src/domain/text/offsets'
import { canonicalText } from '../../../../src/domain/text/canonical'
import type { SourceFile } from '../../../../src/formats/import/sourceFile'
import type { ProjectContents } from '../../../../src/formats/source'
import type { WorkReader } from '../../../../src/formats/work/reader'
import type { RawCode, RawCoding, RawDimension, RawWork } from '../../../../src/formats/work/rawWork'

/** What a reader finds in a file. */
export async function readWith(reader: WorkReader, file: SourceFile): Promise<RawWork> {
  const read = await reader.read([file])
  if (!('raw' in read)) throw new Error('It was read as a project of ours.')
  return read.raw
}

/** Codes as they came back. */
export const dimensionsOf = ({ dimensions }: RawWork): readonly Dimension[] => dimensions.map((one: RawDimension) => {
  const { key, unit = 'span', choice = 'many', level = 'nominal', mark = 'tint', ...rest } = one
  return { ...rest, id: key, unit, choice, level, mark, codes: one.codes.map(codeOf) }
})

const codeOf = ({ key, name, colour, definition, memo, fields, codes, rules }: RawCode): Code =>
  codeSchema.parse({ id: key, name, colour: colours.find((one) => colourLines[one] === colour), definition, memo, fields, ...rules, codes: codes.map(codeOf) })

/** Everything of a project that comes back, as it came back; in the order of ids. */
export function cameBack(raw: RawWork): object {
  const texts = new Map(raw.documents.map(({ key, text }) => [key, text]))
  const reading = raw.usual ?? { unit: 'utf16', breaks: 'lf' }
  const anchor = (text: string, read: (position: number) => number | undefined, { start, end, role }: RawCoding['places'][number]): Part =>
    ({ ...anchorAt(canonicalText(text), { start: read(start) ?? -1, end: read(end) ?? -1 }), ...(role !== undefined && { role }) })
  return {
    name: raw.name,
    coders: raw.coders.map(({ key, name }) => ({ id: key, name })),
    dimensions: dimensionsOf(raw),
    events: raw.events.map(({ key, ...rest }) => ({ ...rest, id: key })),
    entities: raw.entities,
    outlets: raw.outlets,
    articles: raw.documents.map(({ key, text, headline, outlet, date, byline, section, language, url, event, variables }) => ({ id: key, text: canonicalText(text ?? ''), headline, outlet, date, byline, section, language, url, event, variables })),
    annotations: raw.codings.map(({ key, document, coder, code, places, values, note, certainty, codebook, blind, created, modified }) => {
      const text = texts.get(document) ?? ''
      const read = offsetReader(text, reading)
      return { id: key, subject: document, coder, code, spans: places.map((place) => anchor(text, read, place)), values, note, certainty, codebook, ...(blind && { blind }), created, modified }
    }).sort(byId),
    sheets: raw.sheets?.map(({ key, document, ...rest }) => ({ ...rest, id: key, subject: document })).sort(byId),
  }
}

/** The same of a project as it was. */
export const whatWas = (contents: ProjectContents): object => {
  const known = codeEntries(contents.codebook)
  return {
    name: contents.info.name,
    coders: contents.coders.map(({ id, name }) => ({ id, name })),
    dimensions: contents.codebook.dimensions,
    events: contents.events,
    entities: contents.entities,
    outlets: contents.outlets,
    articles: contents.articles.map(({ id, headline, outlet, date, byline, section, language, url, event, variables }) => ({ id, text: contents.texts.get(id), headline, outlet, date, byline, section, language, url, event, variables })),
    annotations: contents.annotations.filter(({ code }) => known.has(code)).map(({ unit: _unit, textVersion: _version, ...rest }: Annotation) => rest).sort(byId),
    sheets: [...contents.sheets].sort(byId),
  }
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1)
