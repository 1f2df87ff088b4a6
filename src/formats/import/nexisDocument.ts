import { leadingDate, timeAfterDate } from '../../domain/text/writtenDate'
import { labelled } from './nexisLabels'
import { recordOf, zones } from './nexisZones'
import { oneLine, type PressRecord } from './pressArticle'

/** How many paragraphs stand at most before the date: copyright, outlet, a remark. */
const BEFORE_DATE = 6

/** Where what tells about the user and the request begins again, after an article. */
const ofTheRequest = /^[^\S\n]*(?:\*{3,} Print Completed|(?:Time of Request|Download Request|Ausgabeauftrag|Zeit der Anforderung|Demande de téléchargement)[^\S\n]*:)/im

/** How near to the beginning or the end rights are claimed, in paragraphs. */
const RIGHTS_AT_TOP = 2
const RIGHTS_AT_END = 5

const rightsWithYear = /^\s*(?:copyright\b|©|\(c\)\s).{0,150}\b(?:19|20)\d\d\b/is
const allRights = /^\s*(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados)/i

export const isCopyright = (paragraph: string): boolean => paragraph.length < 400 && (rightsWithYear.test(paragraph) || allRights.test(paragraph))

/**
 * What one document of an older LexisNexis export (TXT, HTML) says: outlet, date with edition, headline, labels, body,
 * labels, copyright.
 * @param document what follows the line "n of N DOCUMENTS", canonical
 * @param prose a paragraph of the body from how it stands there
 */
export function nexisDocument(document: string, prose: (paragraph: string) => string): PressRecord {
  const { rights, rest } = withoutCopyright(paragraphsOf(document))
  const { next, headline, outlet, date, ...variables } = top(rest)
  const record = recordOf(zones(rest, next, 'capitals'))
  return {
    ...record, headline, outlet, date,
    paragraphs: record.paragraphs.map(prose),
    variables: { ...variables, ...record.variables, copyright: rights },
  }
}

function paragraphsOf(document: string): readonly string[] {
  const request = document.search(ofTheRequest)
  const own = request === -1 ? document : document.slice(0, request)
  return own.split(/\n(?:[^\S\n]*\n)+/).map((one) => one.trimEnd()).filter((one) => one !== '')
}

function withoutCopyright(paragraphs: readonly string[]): { readonly rights: string; readonly rest: readonly string[] } {
  const claims = paragraphs.map((one, index) => (index < RIGHTS_AT_TOP || index >= paragraphs.length - RIGHTS_AT_END) && isCopyright(one))
  return { rights: paragraphs.filter((_, index) => claims[index]).map(oneLine).join(' '), rest: paragraphs.filter((_, index) => !claims[index]) }
}

interface Dated {
  readonly date: string
  readonly time?: string
  readonly edition?: string
  readonly correction?: string
}

interface Top extends Dated {
  readonly outlet: string
  readonly source_note: string
  readonly headline: string
  /** Index of the first paragraph after it. */
  readonly next: number
}

function top(paragraphs: readonly string[]): Top {
  const firstLabel = paragraphs.findIndex((one) => labelled(one, 'capitals')?.listed)
  const before = paragraphs.slice(0, firstLabel === -1 ? BEFORE_DATE : Math.min(firstLabel, BEFORE_DATE))
  const found = before.findIndex((one) => leadingDate(firstLine(one)))
  // Without a date that can be read, the second of three paragraphs is where it stands.
  const at = found === -1 && before.length > 2 ? 1 : Math.max(found, 0)
  const headline = firstLabel === at + 1 ? '' : oneLine(paragraphs[at + 1])
  return {
    ...(found === -1 ? { date: at === 1 ? oneLine(before[1]) : '' } : dateAndEdition(before[at] ?? '')),
    outlet: found === 0 ? '' : oneLine(before[0]), source_note: before.slice(1, at).map(oneLine).join('; '), headline,
    next: at + (headline === '' ? 1 : 2),
  }
}

const firstLine = (paragraph: string): string => paragraph.trim().split('\n', 1)[0] ?? ''

/** "January 28, 1993, Tuesday, Late Edition - Final", the edition perhaps on lines below. */
export function dateAndEdition(paragraph: string): Dated {
  const [first = '', ...more] = paragraph.trim().split('\n')
  const start = leadingDate(first)
  const { time, left } = timeAfterDate(start?.rest ?? '')
  const lines = [left, ...more].map(oneLine)
  const isCorrection = (line: string): boolean => /^correction appended$/i.test(line)
  return {
    date: start?.date ?? '', time, edition: oneLine(lines.filter((line) => !isCorrection(line)).join(' ')), correction: lines.find(isCorrection) ?? '',
  }
}
