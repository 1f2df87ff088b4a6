import type { ImportProblem } from '../../domain/import/problem'
import { writtenDate } from '../../domain/text/writtenDate'
import { bareArticle, type FoundArticle } from './importer'
import { languageTag } from './languageTag'

/** What a database's export says of an article, as it says it. What it doesn't say is absent. */
export interface PressRecord {
  readonly headline?: string
  readonly outlet?: string
  readonly date?: string
  readonly byline?: string
  /** Often with the page: "NEWS; Pg. 3". */
  readonly section?: string
  /** Its name, in any of the databases' languages, or its tag. */
  readonly language?: string
  readonly url?: string
  /** The body. Canonical; each without empty lines. */
  readonly paragraphs: readonly string[]
  /** In snake_case. Empty ones are left out. */
  readonly variables: Readonly<Record<string, string | undefined>>
}

/**
 * The article that a database's export describes: its text begins with the headline, as a heading, and the fields are
 * put into the project's form. A date that can't be read is reported and stays empty.
 */
export function pressArticle(record: PressRecord): FoundArticle {
  const headline = oneLine(record.headline)
  const stated = oneLine(record.date)
  const date = statedDate(stated)
  const { section, page, version } = sectionParts(oneLine(record.section))
  const unread: ImportProblem[] = stated !== '' && date === '' ? [{ kind: 'unread-date', quote: stated }] : []
  return {
    ...bareArticle(textOf(headline, record.paragraphs)),
    headline, date, section,
    outlet: oneLine(record.outlet), byline: oneLine(record.byline), language: languageTag(record.language ?? ''), url: oneLine(record.url),
    variables: filled({ page, version, ...record.variables }),
    headings: headline === '' ? [] : [{ start: 0, end: headline.length, level: 1 }],
    problems: unread,
  }
}

/** A field's value: any white space as one space. */
export const oneLine = (value: string | undefined): string => (value ?? '').replace(/\s+/g, ' ').trim()

/** A date field in the project's form, or empty; unlike in a text, a year alone is a date there. */
export const statedDate = (value: string): string => (/^[12]\d{3}$/.test(value) ? value : writtenDate(value) ?? '')

function textOf(headline: string, paragraphs: readonly string[]): string {
  const body = paragraphs.map((one) => one.trim()).filter((one) => one !== '')
  const repeated = body[0]?.replace(/\s+/g, ' ') === headline
  return [headline, ...(repeated ? body.slice(1) : body)].filter((one) => one !== '').join('\n\n')
}

const pagePart = /^(?:Pg\.?|Pp?\.|Pages?|S\.|Seiten?|págs?\.|pags?\.|Página|Pagina)\s*(\S.{0,60})$/i
const versionPart = /^Version:\s*(\S{1,20})$/i

/** "NEWS; Pg. 3; Version:2" holds three things. */
function sectionParts(statement: string): { readonly section: string; readonly page: string | undefined; readonly version: string | undefined } {
  const parts = statement.split(';').map((part) => part.trim())
  const matched = (form: RegExp): string | undefined => parts.map((part) => form.exec(part)?.[1]).find((value) => value !== undefined)
  const page = matched(pagePart)
  const version = matched(versionPart)
  if (page === undefined && version === undefined) return { section: statement, page, version }
  return { section: parts.filter((part) => !pagePart.test(part) && !versionPart.test(part)).join('; '), page, version }
}

function filled(variables: PressRecord['variables']): Record<string, string> {
  const lines = Object.entries(variables).map(([name, value]) => [name, oneLine(value)] as const)
  return Object.fromEntries(lines.filter(([, value]) => value !== ''))
}
