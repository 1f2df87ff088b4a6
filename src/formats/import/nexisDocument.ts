import { leadingDate, timeAfterDate } from '../writtenDate'
import { headFields, labelled, longFields, note, type Labelled } from './nexisLabels'
import { oneLine, statedDate, type PressRecord } from './pressArticle'

/** How many paragraphs stand at most before the date: copyright, outlet, a remark. */
const BEFORE_DATE = 6

/** How many paragraphs of the headline, or without a label, may stand between the labels before the body. */
const BETWEEN_LABELS = 3

/** How many further paragraphs a caption or a correction after the body may have. */
const LONGEST_TAIL = 8

const copyright = /^\s*(?:copyright\b|©|\(c\)\s|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados)/i
const isCopyright = (paragraph: string): boolean => paragraph.length < 400 && copyright.test(paragraph)

/**
 * What one document of an older LexisNexis export (TXT or HTML) says: outlet, date with edition, headline, labels, body,
 * labels, copyright. Its length, corrections, captions and classification become variables; its highlight is part of the text.
 * @param paragraphs after the line "n of N DOCUMENTS", without empty ones, lines as in the source
 * @param prose a paragraph of the body from how it stands in the source
 */
export function nexisDocument(paragraphs: readonly string[], prose: (paragraph: string) => string): PressRecord {
  const { rights, rest } = withoutCopyright(paragraphs)
  const start = top(rest)
  const head = headLabels(rest, start.next)
  const tail = tailStart(rest, head.next)
  const known = new Map([...head.known, ...tailLabels(rest.slice(tail))])
  const take = (field: string): string | undefined => {
    const value = known.get(field)
    known.delete(field)
    return value
  }
  const body = [take('highlight') ?? '', ...head.deck, ...rest.slice(head.next, tail)]
  return {
    headline: start.headline, outlet: start.outlet, date: start.date,
    byline: take('byline'), section: take('section'), language: take('language'), url: take('url'),
    paragraphs: body.map(prose),
    variables: {
      edition: start.edition, time: start.time, source_note: start.remark, correction: start.correction,
      ...Object.fromEntries(known), load_date: isoOr(known.get('load_date')), correction_date: isoOr(known.get('correction_date')), copyright: rights,
    },
  }
}

const isoOr = (value: string | undefined): string => statedDate(oneLine(value)) || oneLine(value)

/** Rights are claimed at the beginning or at the end, in one or two paragraphs. */
function withoutCopyright(paragraphs: readonly string[]): { readonly rights: string; readonly rest: readonly string[] } {
  const atEdge = (index: number): boolean => index < 2 || index >= paragraphs.length - 2
  const claims = (paragraph: string, index: number): boolean => atEdge(index) && isCopyright(paragraph)
  return { rights: paragraphs.filter(claims).map(oneLine).join(' '), rest: paragraphs.filter((one, index) => !claims(one, index)) }
}

interface Top {
  readonly outlet: string
  readonly remark: string
  readonly date: string
  readonly time: string
  readonly edition: string
  readonly correction: string
  readonly headline: string
  /** Index of the first paragraph after it. */
  readonly next: number
}

function top(paragraphs: readonly string[]): Top {
  const firstLabel = paragraphs.findIndex((one) => labelled(one, true)?.listed)
  const before = paragraphs.slice(0, firstLabel === -1 ? BEFORE_DATE : Math.min(firstLabel, BEFORE_DATE))
  const found = before.findIndex((one) => leadingDate(firstLine(one)))
  // Without a date that can be read, the second of three paragraphs is where it stands.
  const at = found === -1 ? (before.length > 2 ? 1 : 0) : found
  const dated = found === -1 ? { ...unread, date: at === 1 ? oneLine(before[1]) : '' } : dateParts(before[at] ?? '')
  const headline = firstLabel === at + 1 ? '' : paragraphs[at + 1] ?? ''
  return {
    ...dated, outlet: found === 0 ? '' : oneLine(before[0]), remark: oneLine(before.slice(1, at).join('; ')), headline: oneLine(headline),
    next: Math.min(paragraphs.length, headline === '' ? at + 1 : at + 2),
  }
}

const unread = { time: '', edition: '', correction: '' }
const firstLine = (paragraph: string): string => paragraph.trim().split('\n', 1)[0] ?? ''

function dateParts(paragraph: string): Pick<Top, 'date' | 'time' | 'edition' | 'correction'> {
  const [first = '', ...more] = paragraph.trim().split('\n')
  const start = leadingDate(first)
  const { time, left } = timeAfterDate(start?.rest ?? '')
  const lines = [left, ...more].map(oneLine)
  const isCorrection = (line: string): boolean => /^correction appended$/i.test(line)
  return {
    date: start?.date ?? '', time, edition: oneLine(lines.filter((line) => !isCorrection(line)).join(' ')), correction: lines.find(isCorrection) ?? '',
  }
}

function headLabels(paragraphs: readonly string[], from: number): { readonly known: ReadonlyMap<string, string>; readonly deck: readonly string[]; readonly next: number } {
  const known = new Map<string, string>()
  const deck: string[] = []
  const headLabel = (paragraph: string): Labelled | undefined => {
    const label = labelled(paragraph, true)
    return label && headFields.has(label.field) ? label : undefined
  }
  let next = from
  for (let ahead = from; ahead < paragraphs.length && ahead - next <= (known.has('stated_length') ? 0 : BETWEEN_LABELS); ahead += 1) {
    const label = headLabel(paragraphs[ahead] ?? '')
    if (!label) continue
    deck.push(...paragraphs.slice(next, ahead))
    note(known, label)
    next = ahead + 1
  }
  return { known, deck, next }
}

/** Where the labels after the body begin: from there to the end everything is a label, or goes on with a long one. */
function tailStart(paragraphs: readonly string[], from: number): number {
  let start = paragraphs.length
  for (let at = paragraphs.length - 1, loose = 0; at >= from && loose <= LONGEST_TAIL; at -= 1) {
    const label = labelled(paragraphs[at] ?? '', true)
    if (!label) loose += 1
    else if (label.listed) {
      if (loose > 0 && !longFields.has(label.field)) break
      start = at
      loose = 0
    }
  }
  return start
}

function tailLabels(paragraphs: readonly string[]): Map<string, string> {
  const known = new Map<string, string>()
  let open = ''
  for (const paragraph of paragraphs) {
    const label = labelled(paragraph, true) ?? { field: open, listed: true, value: paragraph }
    open = label.field
    note(known, label)
  }
  return known
}
